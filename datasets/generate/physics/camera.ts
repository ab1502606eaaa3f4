import { seeded } from '../random.ts'
import { type Photo, scan } from './photo.ts'

const CARDS = new Set(['ID', 'HLT'])
/** Papers that offices usually scan. */
const OFTEN_SCANNED = new Set(['FLP', 'SYS', 'EQP', 'STF', 'POA'])

/** How the applicant took the picture of one paper: mostly a phone on a desk, now and then a scanner. */
export function camera(seed: number, key: string, type: string): Photo {
  const name = `${seed}/${key}/photo`
  const random = seeded(name)
  if (OFTEN_SCANNED.has(type) && random.chance(0.4)) return scan(name)
  const card = CARDS.has(type)
  const strength = (chance: number, low: number, high: number) =>
    random.chance(chance) ? round(random.between(low, high)) : 0
  return {
    seed: name,
    size: card ? 1200 : 1600,
    desk: seeded(`${seed}/desk`).pick(['wood', 'laminate', 'stone', 'cloth'] as const),
    rotation: round(random.between(-2.6, 2.6)) || 0.4,
    perspective: round(random.between(0.15, 0.6)),
    shadow: strength(0.6, 0.2, 0.6),
    glare: strength(card ? 0.4 : 0.15, 0.05, 0.2),
    blur: round(random.between(0.1, 0.35)),
    noise: round(random.between(0.1, 0.25)),
    fold: card ? 0 : strength(0.35, 0.2, 0.6),
    curl: card ? 0 : strength(0.5, 0.1, 0.5),
    lowLight: strength(0.2, 0.05, 0.2),
    jpeg: random.int(68, 78),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
