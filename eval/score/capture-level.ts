import type { TruePage } from '../../datasets/case-format.ts'

const HARMS = ['perspective', 'shadow', 'glare', 'blur', 'fold', 'curl', 'lowLight', 'screen', 'crop', 'copy'] as const

/** Strongest first. */
export const LEVELS = ['重', '中', '轻', '平整'] as const

/** How badly a page was taken: the level it was drawn at, else by its strongest recorded harm; null without a record. */
export function captureLevel({ level, photo, digital }: Pick<TruePage, 'level' | 'photo' | 'digital'>): string | null {
  if (level !== undefined) return level
  if (digital) return '电子文件'
  if (!photo) return null
  const worst = Math.max(...HARMS.map((harm) => photo[harm] ?? 0))
  return worst > 0.7 ? '重' : worst > 0.4 ? '中' : worst > 0.15 ? '轻' : '平整'
}

/** The level of a case's worst page; a named level stands for itself. */
export function worstLevel(pages: readonly TruePage[]): string | null {
  const levels = pages.flatMap((page) => captureLevel(page) ?? [])
  return LEVELS.find((level) => levels.includes(level)) ?? levels[0] ?? null
}
