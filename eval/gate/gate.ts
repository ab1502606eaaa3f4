import type { Comparison } from './compare.ts'

/**
 * Why a run may not replace the baseline; empty when it may. The smoke set is the same cases each time, so no new definite
 * error is put down to chance there, and none at all among false passes on blocking points.
 */
export function regressions(comparison: Comparison, counts: { scored: number; lost: number }): string[] {
  const { paired, others, figures, newFalsePasses, newErrors } = comparison
  const why: string[] = []
  if (!paired) why.push('数据集与基线不同：先看清差别，再用 --accept-baseline 换基线')
  else if (others > 0) why.push(`${others} 件与基线里的不是同一件：先看清差别，再用 --accept-baseline 换基线`)
  if (counts.scored === 0) why.push('一件也没有判成')
  if (counts.lost > 0) why.push(`基线里的 ${counts.lost} 件这次没有判成`)
  for (const { name, change } of figures) if (change === 'worse') why.push(`${name}变差`)
  if (newFalsePasses.length > 0) why.push(`不予受理类要点新增误放 ${newFalsePasses.length} 处`)
  if (newErrors.length > 0) why.push(`新增错误 ${newErrors.length} 处`)
  return why
}
