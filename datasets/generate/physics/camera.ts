import { type Random, seeded } from '../random.ts'
import { type Photo, scan } from './photo.ts'

const CARDS = new Set(['ID', 'HLT'])
/** Papers that offices usually scan. */
const OFTEN_SCANNED = new Set(['FLP', 'SYS', 'EQP', 'STF', 'POA'])

/** Papers of several pages that a scanner app saves as one PDF. */
const OFTEN_PDF = new Set(['LSE', 'SYS'])

/** How the applicant took the picture of one paper: mostly a phone on a desk, now and then a scanner. */
export function capture(seed: number | string, key: string, type: string): { photo: Photo; pdf?: boolean } {
  const name = `${seed}/${key}/photo`
  const random = seeded(name)
  if (OFTEN_PDF.has(type) && random.chance(0.3)) return { photo: scan(name), pdf: true }
  if (OFTEN_SCANNED.has(type) && random.chance(0.3)) return { photo: scan(name) }
  return { photo: phone(seed, name, CARDS.has(type), random) }
}

function phone(seed: number | string, name: string, card: boolean, random: Random): Photo {
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
