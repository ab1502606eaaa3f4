import type { Calibration, RiskStep } from '../../figures/calibration.ts'
import { folded, percent, plain, table } from './markup.ts'

const W = 560
const H = 300
const LEFT = 56
const BOTTOM = 40
const TOP = 12

const x = (share: number): number => LEFT + share * (W - LEFT - 16)
const y = (share: number, most: number): number => H - BOTTOM - (share / most) * (H - BOTTOM - TOP)

function axes(most: number, across: string, up: string): string {
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  const digits = most < 0.1 ? 1 : 0
  const lines = ticks.flatMap((tick) => [
    `<line x1="${LEFT}" x2="${W - 16}" y1="${y(tick * most, most)}" y2="${y(tick * most, most)}" stroke="#d5dbe3"/>`,
    `<text x="${LEFT - 6}" y="${y(tick * most, most) + 4}" text-anchor="end">${(100 * tick * most).toFixed(digits)}%</text>`,
    `<text x="${x(tick)}" y="${H - BOTTOM + 16}" text-anchor="middle">${100 * tick}%</text>`,
  ])
  return `${lines.join('')}<text x="${(W + LEFT) / 2}" y="${H - 6}" text-anchor="middle">${across}</text><text x="14" y="${H / 2}" text-anchor="middle" transform="rotate(-90 14 ${H / 2})">${up}</text>`
}

const svg = (title: string, inner: string): string =>
  `<svg viewBox="0 0 ${W} ${H}" width="${W}" height="${H}" role="img" aria-label="${plain(title)}">${inner}</svg>`

/** Share of wrong verdicts over the share of points decided, the least sure left out first; the dot is how the service works today. */
export function riskChart(steps: readonly RiskStep[]): string {
  const last = steps.at(-1)
  if (!last) return '<p class="none">没有判过的要点，画不出曲线。</p>'
  const most = Math.max(0.02, ...steps.map(({ risk }) => risk)) * 1.1
  const path = steps.map(({ coverage, risk }) => `${x(coverage).toFixed(1)},${y(risk, most).toFixed(1)}`).join(' ')
  const title = '风险—覆盖率曲线：只判最有把握的那一部分时，判错的比例'
  const dot = `<circle cx="${x(last.coverage)}" cy="${y(last.risk, most)}" r="5" fill="#a3231b"/>`
  const chart = svg(
    title,
    `${axes(most, '判了的占应判的（覆盖率）', '判错的占判了的（风险）')}<polyline points="${path}" fill="none" stroke="#1f5fbf" stroke-width="2"/>${dot}`,
  )
  const rows = steps.map((one) => [percent(one.coverage), `${(100 * one.risk).toFixed(2)}%`, one.confidence.toFixed(3)])
  return `<figure>${chart}<figcaption class="small dim">${title}。红点是现在的工作点：判 ${percent(last.coverage)}，错 ${(100 * last.risk).toFixed(2)}%。</figcaption></figure>${folded('查看数据表', table(title, ['覆盖率', '风险', '把握不低于'], rows))}`
}

/** How often right over how sure, by tenths; on the diagonal the confidence means what it says. */
export function calibrationChart(name: string, { n, ece, brier, bins }: Calibration): string {
  if (n === 0) return `<p class="none">${plain(name)}：没有可数的。</p>`
  const title = `${name}：说有几成把握，实际对了几成（${n} 个，ECE ${ece?.toFixed(4)}，Brier ${brier?.toFixed(4)}）`
  const dots = bins.flatMap(({ n: count, confidence, right }) =>
    confidence === null || right === null
      ? []
      : [
          `<circle cx="${x(confidence)}" cy="${y(right, 1)}" r="${(3 + 7 * Math.sqrt(count / n)).toFixed(1)}" fill="#1f5fbf" fill-opacity=".75"/>`,
        ],
  )
  const line = `<line x1="${x(0)}" y1="${y(0, 1)}" x2="${x(1)}" y2="${y(1, 1)}" stroke="#5a6675" stroke-dasharray="4 4"/>`
  const rows = bins.map((bin) => [
    `${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`,
    bin.n,
    bin.confidence?.toFixed(3) ?? '—',
    bin.right?.toFixed(3) ?? '—',
  ])
  return `<figure>${svg(title, `${axes(1, '说的把握', '对的比例')}${line}${dots.join('')}`)}<figcaption class="small dim">${plain(title)}。落在虚线上最好；点越大数得越多。</figcaption></figure>${folded('查看数据表', table(title, ['把握', '个数', '平均把握', '对的比例'], rows))}`
}
