import type { Change, Comparison } from './compare.ts'

export const CHANGES: Readonly<Record<Change, string>> = {
  improved: '变好',
  same: '一样',
  'within noise': '在误差之内',
  worse: '变差',
}

const percent = (share: number | null): string => (share === null ? '—' : `${(100 * share).toFixed(2)}%`)
const SHOWN = 20

/** A comparison as a terminal shows it. */
export function printComparison({ paired, others, figures, newFalsePasses, newErrors }: Comparison): string {
  const rows = figures.map(({ name, before, now, lost, gained, p, change }) => {
    const moved = lost === null ? '' : `，变差 ${lost} 项、变好 ${gained} 项`
    return `  ${CHANGES[change]}　${name}　${percent(before)} → ${percent(now)}${moved}（p = ${p.toFixed(3)}）`
  })
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${title} ${items.length} 处：`, ...items.slice(0, SHOWN).map((item) => `  ${item}`)]
  return [
    paired
      ? `同一批案例，逐项比较（McNemar 精确检验，Holm 校正）${others > 0 ? `；另有 ${others} 件内容不同，没有比` : ''}`
      : '不同的案例，按件重新分派检验（Holm 校正）',
    ...rows,
    ...list('新出现的误放（不予受理类）', newFalsePasses),
    ...list('新出现的错误', newErrors),
  ].join('\n')
}
