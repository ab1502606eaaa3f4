import { RIVAL_PROBABILITY, type rivalMarks } from './marks.ts'

/** A decoded line: one confidence and one place (0–1 along the line) per character of `text`. */
export interface Decoded {
  text: string
  confidence: number
  characters: number[]
  xs: number[]
  /** What else stood at each character, likeliest first. */
  alternatives: { text: string; probability: number }[][]
}

/** So many other characters are told, when they are at least so likely. */
const MOST_ALTERNATIVES = 4
const LEAST_PROBABILITY = 0.002

/** The likeliest classes of one step other than blank and the one that was taken. */
function othersAt(probabilities: Float32Array, row: number, classes: number, taken: number, keys: string[]) {
  const others: { text: string; probability: number }[] = []
  if ((probabilities[row + taken] as number) > 1 - LEAST_PROBABILITY) return others
  for (let c = 1; c < classes; c++) {
    const probability = probabilities[row + c] as number
    if (probability >= LEAST_PROBABILITY && c !== taken) others.push({ text: keys[c - 1] ?? '', probability })
  }
  return others.sort((a, b) => b.probability - a.probability).slice(0, MOST_ALTERNATIVES)
}

/** The likeliest rival of a mark read at step `t`, there or one step beside it, when it is likely enough. */
function rivalAt(
  probabilities: Float32Array,
  t: number,
  steps: number,
  classes: number,
  rivals: { rival: number; text: string }[] = [],
): string | undefined {
  let best = RIVAL_PROBABILITY
  let taken: string | undefined
  for (const { rival, text } of rivals) {
    for (let step = Math.max(0, t - 1); step <= Math.min(steps - 1, t + 1); step++) {
      const probability = probabilities[step * classes + rival] as number
      if (probability < best) continue
      best = probability
      taken = text
    }
  }
  return taken
}

/** The likeliest class of every step. */
function likeliest(probabilities: Float32Array, steps: number, classes: number): Int32Array {
  return Int32Array.from({ length: steps }, (_, t) => {
    const row = t * classes
    let best = 0
    let p = probabilities[row] as number
    // They add up to one: beyond a half no other is likelier.
    for (let c = 1; c < classes && p <= 0.5; c++) {
      const v = probabilities[row + c] as number
      if (v > p) {
        p = v
        best = c
      }
    }
    return best
  })
}

/**
 * Where the network is surer that some character stands than that none does, but spreads over so many that blank is the likeliest
 * class, the likeliest of them is taken (in place): unsure, but not passed over in silence. Its neighbours' own traces do not count.
 */
function takePassedOver(probabilities: Float32Array, classes: number, taken: Int32Array): void {
  const next = taken.slice()
  for (let t = next.length - 2; t >= 0; t--) if (next[t] === 0) next[t] = next[t + 1] as number
  let before = 0
  let found: { step: number; kind: number; p: number } | null = null
  for (const [t, own] of taken.slice().entries()) {
    const p = (c: number) => probabilities[t * classes + c] as number
    const traces = own === 0 ? [...new Set([before, next[t] ?? 0])].filter((c) => c !== 0) : []
    const some = own === 0 ? 1 - p(0) - traces.reduce((sum, c) => sum + p(c), 0) : 0
    if (some > 0.5) {
      for (let c = 1; c < classes; c++)
        if (p(c) > (found?.p ?? 0) && !traces.includes(c)) found = { step: t, kind: c, p: p(c) }
    } else if (found) {
      taken[found.step] = found.kind
      found = null
    }
    if (own !== 0) before = own
  }
  if (found) taken[found.step] = found.kind
}

/** Greedy CTC decoding of `steps` × `classes` probabilities; class 0 is blank, `keys[i]` the text of class i + 1; `rivals` stand for marks that small print loses. */
export function decodeCtc(
  probabilities: Float32Array,
  steps: number,
  classes: number,
  keys: string[],
  rivals?: ReturnType<typeof rivalMarks>,
): Decoded {
  const alternatives: Decoded['alternatives'] = []
  const characters: number[] = []
  const xs: number[] = []
  /** Marks that gave way to their rivals, by place. */
  const replaced = new Map<number, string>()
  let text = ''
  let last = 0
  const taken = likeliest(probabilities, steps, classes)
  takePassedOver(probabilities, classes, taken)
  for (let t = 0; t < steps; t++) {
    const best = taken[t] as number
    const row = t * classes
    const p = probabilities[row + best] as number
    const place = (t + 0.5) / steps
    if (best !== 0 && best !== last) {
      const own = keys[best - 1] ?? ''
      const key = rivalAt(probabilities, t, steps, classes, rivals?.get(best)) ?? own
      if (key !== own) replaced.set(text.length, own)
      for (let i = 0; i < key.length; i++) {
        characters.push(p)
        xs.push(place)
        alternatives.push(othersAt(probabilities, row, classes, best, keys))
      }
      text += key
    } else if (best !== 0 && characters.length > 0) {
      characters[characters.length - 1] = Math.max(characters.at(-1) ?? 0, p)
    }
    last = best
  }
  // Between digits (1:50, 8:30) a colon is no small print's semicolon.
  for (const { index } of text.matchAll(/(?<=\d)[;；、](?=\d)/gu)) {
    const own = replaced.get(index)
    if (own?.length === 1) text = text.slice(0, index) + own + text.slice(index + 1)
  }
  const confidence = characters.length ? characters.reduce((a, b) => a + b, 0) / characters.length : 0
  return { text, confidence, characters, xs, alternatives }
}
