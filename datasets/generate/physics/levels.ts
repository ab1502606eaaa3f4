import { type Random, seeded } from '../random.ts'
import { type Photo, scan } from './photo.ts'

/** How badly a page was taken: a scanner, a careful phone, a careless phone, a picture that went through a chat app. */
export const LEVELS = ['clean', 'phone', 'poor', 'chat'] as const

/** One harm at a known strength on an otherwise careful phone photo: what photo quality is calibrated on. */
export const HARMS = ['blur', 'glare', 'lowLight', 'crop', 'screen', 'copy', 'rotation', 'small'] as const

export type Level = (typeof LEVELS)[number]

export type Harm = (typeof HARMS)[number]

/** The photo of one page at a level; strengths vary by seed inside the level's range and are recorded in the truth. */
export function atLevel(level: Level, seed: string, card: boolean): Photo {
  const random = seeded(seed)
  const size = card ? 1200 : 1600
  if (level === 'clean') return scan(seed, size)
  const careful = taken(random, {
    perspective: [0.15, 0.6],
    blur: [0.1, 0.35],
    shadow: 0.5,
    lowLight: [0, 0.2],
    turn: 2.6,
  })
  const careless = taken(random, {
    perspective: [0.5, 1],
    blur: [0.35, 0.75],
    shadow: 0.9,
    lowLight: [0.15, 0.5],
    turn: 6,
  })
  const base = { ...scan(seed, size), desk: random.pick(['wood', 'laminate', 'stone', 'cloth'] as const) }
  if (level === 'phone') return { ...base, ...careful, jpeg: random.int(68, 80) }
  if (level === 'poor') return { ...base, ...careless, size: Math.round(size * 0.85), jpeg: random.int(45, 65) }
  return { ...base, ...careful, size: Math.round(size * random.between(0.6, 0.75)), jpeg: random.int(30, 45) }
}

/** A careful phone photo with one harm of strength 0–1. */
export function harmed(harm: Harm, strength: number, seed: string, card: boolean): Photo {
  const base = atLevel('phone', seed, card)
  const calm: Photo = { ...base, blur: 0.15, glare: 0, lowLight: 0, shadow: 0.15, fold: 0, curl: 0, perspective: 0.25 }
  switch (harm) {
    case 'blur':
      return { ...calm, blur: 0.15 + strength * 2.4 }
    case 'glare':
      return { ...calm, glare: strength * 1.5 }
    case 'rotation':
      return { ...calm, rotation: strength * 25 }
    case 'small':
      return { ...calm, size: Math.round(calm.size * (1 - 0.75 * strength)) }
    case 'crop':
      return { ...calm, crop: strength * 0.25 }
    default:
      return { ...calm, [harm]: strength }
  }
}

function taken(
  random: Random,
  by: {
    perspective: readonly [number, number]
    blur: readonly [number, number]
    shadow: number
    lowLight: readonly [number, number]
    turn: number
  },
): Partial<Photo> {
  const round = (value: number) => Math.round(value * 100) / 100
  const sometimes = (chance: number, low: number, high: number) =>
    random.chance(chance) ? round(random.between(low, high)) : 0
  return {
    rotation: round(random.between(-by.turn, by.turn)) || 0.4,
    perspective: round(random.between(...by.perspective)),
    shadow: sometimes(0.6, by.shadow * 0.3, by.shadow),
    glare: sometimes(0.25, 0.05, by.shadow * 0.5),
    blur: round(random.between(...by.blur)),
    noise: round(random.between(0.1, 0.3)),
    fold: sometimes(0.35, 0.2, by.shadow),
    curl: sometimes(0.5, 0.1, by.shadow),
    lowLight: round(random.between(...by.lowLight)),
  }
}
