import type { Defect, Draft } from '../draft.ts'

/** A way to go wrong that a shared part offered fails points of the matter as well, and changes more afterwards. */
export function alsoFails(
  d: Draft,
  id: string,
  fails: Readonly<Record<string, string>>,
  more: { silences?: Defect['silences']; afterwards?: (draft: Draft) => void } = {},
): void {
  for (const [i, defect] of d.defects.entries())
    if (defect.id === id)
      d.defects[i] = {
        ...defect,
        fails: { ...defect.fails, ...fails },
        ...(more.silences ? { silences: { ...defect.silences, ...more.silences } } : {}),
        apply: (draft) => {
          defect.apply(draft)
          more.afterwards?.(draft)
        },
      }
}
