import type { Figure } from './figure.ts'

export const evidencePlace: Figure = {
  id: 'evidencePlace',
  name: '依据位置正确率 evidence in place',
  meaning: '框指对了地方的值 / 读对、给了框、标注里也有位置的值',
  better: 'higher',
  policy: null,
  aim: null,
  items: ({ reading }) =>
    (reading ?? []).flatMap(({ documentType, field, inPlace }, i) =>
      inPlace === null ? [] : [{ name: `${i} ${documentType}.${field}`, hit: inPlace }],
    ),
}
