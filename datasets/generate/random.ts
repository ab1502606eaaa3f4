/** Seeded random numbers: the same seed gives the same case, bytes included. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform real in [low, high). */
  between(low: number, high: number): number
  /** Uniform integer in [low, high]. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** `count` different items, in random order. */
  sample<T>(items: readonly T[], count: number): T[]
  /** `count` decimal digits. */
  digits(count: number): string
  /** An independent stream named by `label`: drawing one page never shifts another. */
  fork(label: string): Random
}

/** FNV-1a over the UTF-16 code units of `text`, 32 bits. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}

/** mulberry32 (T. Ettinger, public domain). */
export function seeded(seed: number | string): Random {
  const name = String(seed)
  let state = hash32(name)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) throw new RangeError('pick from an empty list')
    return item
  }
  return {
    next,
    int,
    pick,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    sample: (items, count) => {
      const rest = [...items]
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(int(0, rest.length - 1), 1)).flat()
    },
    digits: (count) => Array.from({ length: count }, () => String(int(0, 9))).join(''),
    fork: (label) => seeded(`${name}/${label}`),
  }
}
