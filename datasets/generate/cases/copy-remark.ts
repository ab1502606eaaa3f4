import type { LabelledCase } from '../../case-format.ts'
import { copiedCard, layerOver } from '../pages/primitives/copied-card.ts'
import { signature } from '../pages/primitives/hand.ts'
import { roundSeal } from '../pages/primitives/seal.ts'
import type { Sheet } from '../pages/primitives/sheet.ts'
import { seeded } from '../random.ts'

const WORDS = ['与原件一致', '此复印件与原件一致', '本复印件与原件核对一致']

/** The sheets of a photocopy: a card's sides stand on one; the applicant writes on each that it agrees with the original. */
export function photocopy(
  sheets: readonly Sheet[],
  by: LabelledCase['applicant'] | null,
  o: { seed: string; whole: boolean },
): Sheet[] {
  const cards = o.whole && sheets.length > 1 && sheets.every(({ card }) => card)
  const copied = cards ? [copiedCard(sheets)] : sheets
  return by ? copied.map((one, i) => remarked(one, by, `${o.seed}/remark/${i}`)) : [...copied]
}

function remarked(one: Sheet, by: LabelledCase['applicant'], seed: string): Sheet {
  const random = seeded(seed)
  const { over, ctx } = layerOver(one)
  // In the lower part, where copies are mostly white; small papers get a small hand.
  const unit = Math.min(one.width, one.height) / 210
  const [x, y] = [one.width * random.between(0.08, 0.2), one.height * random.between(0.9, 0.95)]
  const size = Math.max(3.6, 7.5 * unit)
  signature(ctx, random.pick(WORDS), x, y, random, size)
  const at = x + size * 8.6
  if (by.kind === 'person') signature(ctx, by.name, at, y, random, size * 1.15)
  else roundSeal(ctx, { ring: by.name, diameter: Math.max(24, 38 * unit) }, at + 16 * unit, y - 4 * unit, random)
  return { ...one, over }
}
