import type { Comparison } from '../../gate/compare.ts'
import { CHANGES } from '../../gate/print-comparison.ts'
import type { ErrorShown } from '../errors.ts'
import type { Picture } from '../pictures.ts'
import type { Report } from '../report.ts'
import { calibrationChart, riskChart } from './charts.ts'
import { gallery } from './gallery.ts'
import { headline, identityList } from './headline.ts'
import { type Cell, folded, percent, plain, table } from './markup.ts'
import { confusionTable, sliceTables } from './slice-tables.ts'
import { STYLE } from './style.ts'

/** report.html: one file that needs nothing else, in Chinese. */
export function page(
  report: Report,
  pictures: ReadonlyMap<ErrorShown, Picture>,
  comparison: Comparison | null = null,
): string {
  const { identity, weaknesses, errors } = report
  const title = `FirstPass 评测报告：${identity.name}（${identity.of}）`
  const bad =
    weaknesses.length === 0
      ? '<p class="none">各分项里没有明显差的；件数少的时候这说明不了什么。</p>'
      : `<ul>${weaknesses.map((one) => `<li>${plain(one)}</li>`).join('')}</ul>`
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${plain(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${plain(title)}</h1>
${identityList(report)}
<h2>总的数字</h2>${headline(report)}
${comparison ? `<h2>与上一份报告比</h2>${comparisonTable(comparison)}` : ''}
<h2>它做不好的地方</h2>${bad}
<h2>分项</h2>${sliceTables(report)}
<h2>标注与结论</h2>${confusionTable(report)}
<h2>少判一些，能少错多少</h2>${riskChart(report.riskCoverage)}
<h2>把握说得准不准</h2>${calibrationChart('审查结论', report.calibration.verdicts)}${calibrationChart('读出的值', report.calibration.values)}
${agreementSection(report)}
<h2>错在哪里</h2>${gallery(errors, pictures)}
${problemsSection(report)}
</main></body></html>
`
}

function comparisonTable({ paired, figures, newFalsePasses, newErrors }: Comparison): string {
  const rows = figures.map(({ name, before, now, lost, gained, p, change }): Cell[] => [
    CHANGES[change],
    name,
    percent(before),
    percent(now),
    lost === null ? '—' : `${lost} / ${gained}`,
    p.toFixed(3),
  ])
  const list = (heading: string, items: readonly string[]) =>
    items.length === 0
      ? ''
      : folded(`${heading} ${items.length} 处`, `<ul>${items.map((one) => `<li>${plain(one)}</li>`).join('')}</ul>`)
  const how = paired ? '同一批案例，逐项比较：McNemar 精确检验' : '不同的案例：按件重新分派的检验'
  return `${table(`${how}，Holm 校正`, ['', '数字', '原来', '现在', '变差 / 变好', 'p'], rows)}${list('新出现的误放（不予受理类）', newFalsePasses)}${list('新出现的错误', newErrors)}`
}

function agreementSection({ interLabeller }: Report): string {
  if (!interLabeller) return ''
  const { cases, n, same, kappa, byPoint } = interLabeller
  const rows = Object.entries(byPoint)
    .toSorted(([, a], [, b]) => a.same / a.n - b.same / b.n)
    .map(([point, one]): Cell[] => [point, one.n, percent(one.same / one.n), one.kappa?.toFixed(3) ?? '—'])
  return `<h2>两位标注者一致不一致</h2><p>${cases} 件有两份标注：${n} 个要点里 ${same} 个一样（${percent(n === 0 ? null : same / n)}），Cohen κ = ${kappa?.toFixed(3) ?? '—'}。</p>${folded('按要点', table('按要点', ['要点', '个数', '一样', 'κ'], rows))}`
}

function problemsSection({ problems, notAnswered, refused }: Report): string {
  const rows: Cell[][] = [
    ...problems.map(({ path, message, fatal }): Cell[] => [path, message, fatal ? '没有计分' : '仍计分']),
    ...notAnswered.map(({ id, why }): Cell[] => [id, why, '没有回答，没有计分']),
    ...refused.map(({ id, why }): Cell[] => [id, why, '被拒绝，没有计分']),
  ]
  return rows.length === 0
    ? ''
    : `<h2>没有计分的件和数据里的问题</h2>${table('问题', ['在哪里', '什么问题', ''], rows)}`
}
