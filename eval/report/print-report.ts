import type { Measured, TargetVerdict } from '../figures/measure.ts'
import type { Report } from './report.ts'

const WORDS: Readonly<Record<TargetVerdict, string>> = { met: '达到', 'not shown': '不足以说明', missed: '未达到' }

export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

/** `met` in Chinese beside its target: ≥ 90% 达到. */
export function goal(target: number | null, verdict: TargetVerdict | null, better: Measured['better']): string {
  if (target === null || verdict === null) return ''
  return `${better === 'higher' ? '≥' : '≤'} ${percent(target)} ${WORDS[verdict]}`
}

/** The value with its counts and interval: 97.2% 1050/1080 [96.0–98.1]. */
export function shown({ value, numerator, denominator, low, high }: Measured): string {
  if (value === null) return '—（没有可数的）'
  return `${percent(value)}  ${numerator}/${denominator}  [${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}]`
}

/** The report's head as a terminal shows it. */
export function printReport({ identity, counts, figures, weaknesses, latencyMs }: Report): string {
  const { of, name, mode, split, commit, catalogue, dataset } = identity
  const rows = Object.values(figures).map((one) => {
    const goals = [
      ['政策', goal(one.target, one.verdict, one.better)],
      ['目标', goal(one.aim, one.aimVerdict, one.better)],
    ].flatMap(([what, text]) => (text ? [`${what} ${text}`] : []))
    return `  ${one.name}\n      ${shown(one)}${goals.length > 0 ? `　${goals.join('；')}` : ''}`
  })
  return [
    `${of} ${name}（${MODES[mode]}，${SPLITS[split]}）：计分 ${counts.scored} 件，没有回答 ${counts.notAnswered}，被拒 ${counts.refused}，数据问题 ${counts.problems} 处`,
    `提交 ${commit} · 目录 ${catalogue} · 数据 ${dataset} · 每件 p50 ${latencyMs.p50} ms，p95 ${latencyMs.p95} ms`,
    ...rows,
    ...(weaknesses.length > 0 ? ['弱点：', ...weaknesses.map((one) => `  - ${one}`)] : []),
  ].join('\n')
}

export const MODES = { read: '真读图', 'perfect reading': '按标注作答，只测判断', 'by URL': '在线服务' } as const
export const SPLITS = { scored: '计分部分', calibration: '校准部分', all: '全部' } as const
