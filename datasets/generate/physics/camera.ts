import { type Random, seeded } from '../random.ts'
import { type Photo, scan } from './photo.ts'

const CARDS = new Set(['ID', 'HLT'])
/** Papers that offices usually scan. */
const OFTEN_SCANNED = new Set(['FLP', 'SYS', 'EQP', 'STF', 'POA'])

/** Papers of several pages that a scanner app saves as one PDF. */
const OFTEN_PDF = new Set(['LSE', 'SYS'])
/** … and others, now and then. */
const SOMETIMES_PDF = new Set(['ART', 'ENT', 'SVA'])

/** Licences and certificates of which people hand in a photocopy, and how often. */
const OFTEN_COPIED: Readonly<Record<string, number>> = { ID: 0.12, RED: 0.15, BL: 0.15, SOC: 0.15, EDU: 0.2, PRO: 0.15 }
/** Papers that reach people as a file. */
const OFTEN_DIGITAL: Readonly<Record<string, number>> = {
  TST: 0.35,
  AUD: 0.35,
  APR: 0.3,
  EQP: 0.2,
  STF: 0.2,
  SYS: 0.15,
}

export interface Capture {
  photo: Photo
  pdf?: boolean
  /** A file as a program printed it, with a text layer: there is no picture. */
  digital?: boolean
}

/** How the applicant took the picture of one paper: mostly a phone on a desk, now and then a scanner. */
export function capture(
  seed: number | string,
  key: string,
  type: string,
  o: { mixed: boolean; copies: boolean },
): Capture {
  const name = `${seed}/${key}/photo`
  const random = seeded(name)
  const how = seeded(`${name}/how`)
  if (o.mixed && how.chance(OFTEN_DIGITAL[type] ?? 0)) return { photo: scan(name), digital: true }
  if (o.mixed && o.copies && how.chance(OFTEN_COPIED[type] ?? 0)) {
    const copy = round(how.between(0.4, 1))
    if (how.chance(0.35)) return { photo: { ...scan(name), copy }, pdf: how.chance(0.5) }
    return { photo: { ...phone(seed, name, false, random), copy } }
  }
  if (o.mixed && SOMETIMES_PDF.has(type) && how.chance(0.3)) return { photo: scan(name), pdf: true }
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
