import type { Figure } from './figure.ts'

export const readingAccuracy: Figure = {
  id: 'readingAccuracy',
  name: '材料读取正确率 values read',
  meaning: '读对的印刷值 / 标注里印在材料上的值（逐值、按类型精确比较）',
  better: 'higher',
  policy: null,
  aim: null,
  items: ({ reading }) =>
    (reading ?? []).map(({ documentType, field, outcome }, i) => ({
      name: `${i} ${documentType}.${field}`,
      hit: outcome === 'right',
    })),
}
