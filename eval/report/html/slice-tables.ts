import type { CaseSlice, ReadingSlice, Share } from '../../figures/slices.ts'
import { verdictName } from '../errors.ts'
import type { Report } from '../report.ts'
import { type Cell, folded, interval, percent, table } from './markup.ts'

const SHOWN = [
  ['prefillRatio', '预填'],
  ['decidedCoverage', '判了的'],
  ['accuracy', '准确'],
  ['defectRecall', '缺陷找到'],
  ['defectPrecision', '缺陷准确'],
  ['firstPassRate', '一次通过'],
  ['heldBack', '误拦'],
] as const

function caseTable(caption: string, slices: readonly CaseSlice[]): string {
  const rows = slices.map(({ key, cases, figures }): Cell[] => [
    key,
    cases,
    ...SHOWN.map(([id]): Cell => {
      const one = figures[id]
      if (!one || one.value === null) return { html: '—', right: true }
      return {
        html: `${percent(one.value)} <span class="small dim">${one.numerator}/${one.denominator}<br>${interval(one.low, one.high)}</span>`,
        right: true,
      }
    }),
  ])
  return table(caption, ['', '件数', ...SHOWN.map(([, name]) => name)], rows)
}

const share = ({ right, n, low, high }: Share): Cell[] => [
  { html: n === 0 ? '—' : percent(right / n), right: true },
  { html: `${right}/${n}`, right: true },
  { html: n === 0 ? '—' : interval(low, high), right: true },
]

const readingTable = (caption: string, slices: readonly ReadingSlice[]): string =>
  table(
    caption,
    ['', '读对', '对/全部', '95% 区间', '读错', '没读出'],
    slices.map((one) => [one.key, ...share(one), one.wrong, one.missed]),
  )

/** Every cut of the figures; the small ones open, the long ones folded. */
export function sliceTables({ slices, identity }: Report): string {
  const { category, scenario, level, outcome, point, field, reading } = slices
  const points = point.map((one): Cell[] => [
    one.point,
    ...share(one),
    one.labelled,
    { html: `${one.foundFails}/${one.trueFails}`, right: true },
    one.falsePasses,
    one.falseFails,
    one.unsure,
  ])
  const fields = field.map((one): Cell[] => [`${one.name}（${one.key}）`, ...share(one), one.filled, one.wrong])
  const readings =
    identity.mode === 'perfect reading'
      ? '<p class="none">这次没有读图，读取的分项没有意义。</p>'
      : [
          readingTable('照片或扫描、电子文件', reading.source),
          readingTable('拍摄质量', reading.level),
          readingTable('版式', reading.layout),
          readingTable('文书类型', reading.documentType),
          folded('文书类型的每一项', readingTable('文书类型的每一项', reading.documentField)),
        ].join('\n')
  return [
    caseTable('按类', category),
    caseTable(
      '按标注的结果',
      outcome.map((one) => ({ ...one, key: OUTCOMES[one.key] ?? one.key })),
    ),
    caseTable('按最差一页的拍摄质量', level),
    folded(
      `按情形（${scenario.length} 个；一个情形几件案例，区间很宽，只说明哪里值得看）`,
      caseTable('按情形', scenario),
    ),
    folded(
      `按审查要点（${point.length} 个）`,
      table(
        '按审查要点',
        ['要点', '准确', '对/判了', '95% 区间', '标注', '找到/真不通过', '误放', '误报', '存疑'],
        points,
      ),
    ),
    folded(
      `按申请表字段（${field.length} 个）`,
      table('按申请表字段', ['字段', '填对', '对/本来要填', '95% 区间', '填了', '填错'], fields),
    ),
    '<h3>材料读取</h3>',
    readings,
  ].join('\n')
}

const OUTCOMES: Readonly<Record<string, string>> = {
  accept: '应收',
  correct: '应补正',
  refuse: '应不予受理',
  person: '须人定',
}

/** Labels by verdicts. */
export function confusionTable({ confusion }: Report): string {
  const verdicts = [...new Set(Object.values(confusion).flatMap((row) => Object.keys(row)))].sort()
  const rows = Object.entries(confusion).map(([truth, row]): Cell[] => [
    `标注${verdictName(truth)}`,
    ...verdicts.map((verdict) => row[verdict] ?? 0),
  ])
  return table('标注与结论', ['', ...verdicts.map((verdict) => `判${verdictName(verdict)}`)], rows)
}
