/** Stretches of two texts that differ, by UTF-16 units: of the text layer, of what was seen, and what stands beside a stretch that one of them lacks. */
export interface Difference {
  layer: number[]
  seen: number[]
  /** Units of the seen text beside the difference. */
  beside: number[]
  /** Units of the layer's text beside the difference. */
  around: number[]
}

/** Print that nobody can tell apart in every face: one stands for all of them. */
const ALIKE = new Map<string, string>([
  ...[...'oO〇○'].map((c) => [c, '0'] as const),
  ...[...'lI|丨'].map((c) => [c, '1'] as const),
])

/** Boxes to tick and numbers in rings, and what is read where one stands. */
const BOXES = /[□☐☑☒■▢◻✓√①-⓿]/u
const BOX_LIKE = /[口囗回凶区团日曰四国vdq©]/u
/** Numbers in rings: read as a letter or not at all. */
const RINGED = /[①-⓿]/u

interface Sign {
  key: string
  unit: number
}

/** The characters of a text that a comparison rests on, with their units: no blanks, no punctuation, no strokes that look like dashes. */
export function comparable(text: string): Sign[] {
  const signs: Sign[] = []
  let unit = 0
  for (const character of text) {
    for (const c of (RINGED.test(character) ? '' : character.normalize('NFKC')).replace(
      /[\s\p{P}\p{S}\p{M}一ー丶]/gu,
      '',
    ))
      signs.push({ key: ALIKE.get(c) ?? c.toLowerCase(), unit })
    unit += character.length
  }
  return signs
}

/** Where two texts differ; Han and Greek of the layer that the recogniser does not know may be anything, also unseen. */
export function differences(layer: string, seen: string, knows: (character: string) => boolean): Difference[] {
  const [a, b] = [comparable(layer), comparable(seen)]
  const boxes = BOXES.test(layer)
  const added = (j: number) => (boxes && BOX_LIKE.test(b[j]?.key ?? '') ? 0 : 1)
  const free = (sign: Sign | undefined) =>
    sign !== undefined && /[\p{Script=Han}\p{Script=Greek}]/u.test(sign.key) && !knows(sign.key)
  const unlike = (i: number, j: number) => (a[i]?.key === b[j]?.key || free(a[i]) ? 0 : 1)
  const w = b.length + 1
  const cost = new Uint32Array((a.length + 1) * w)
  for (let j = 1; j < w; j++) cost[j] = (cost[j - 1] ?? 0) + added(j - 1)
  for (let i = 1; i <= a.length; i++) {
    const lost = free(a[i - 1]) ? 0 : 1
    cost[i * w] = (cost[(i - 1) * w] ?? 0) + lost
    for (let j = 1; j < w; j++)
      cost[i * w + j] = Math.min(
        (cost[(i - 1) * w + j - 1] ?? 0) + unlike(i - 1, j - 1),
        (cost[(i - 1) * w + j] ?? 0) + lost,
        (cost[i * w + j - 1] ?? 0) + added(j - 1),
      )
  }
  const found: Difference[] = []
  /** Read from the end of both texts. */
  let open: { layer: number[]; seen: number[] } | null = null
  const close = (i: number, j: number) => {
    if (!open) return
    const ends = (signs: Sign[], before: number, after: number) =>
      [signs[before - 1]?.unit, signs[after]?.unit].filter((unit) => unit !== undefined)
    found.push({
      layer: open.layer.reverse(),
      seen: open.seen.reverse(),
      beside: ends(b, j, j + open.seen.length),
      around: ends(a, i, i + open.layer.length),
    })
    open = null
  }
  let [i, j] = [a.length, b.length]
  while (i > 0 || j > 0) {
    const here = cost[i * w + j] ?? 0
    const step = i > 0 && j > 0 ? unlike(i - 1, j - 1) : 2
    const lost = i > 0 && free(a[i - 1]) ? 0 : 1
    if (step < 2 && here === (cost[(i - 1) * w + j - 1] ?? 0) + step) {
      if (step === 0) close(i, j)
      else {
        open ??= { layer: [], seen: [] }
        open.layer.push(a[i - 1]?.unit ?? 0)
        open.seen.push(b[j - 1]?.unit ?? 0)
      }
      i--
      j--
    } else if (i > 0 && here === (cost[(i - 1) * w + j] ?? 0) + lost) {
      if (lost === 1) {
        open ??= { layer: [], seen: [] }
        open.layer.push(a[i - 1]?.unit ?? 0)
      }
      i--
    } else {
      if (added(j - 1) === 1) {
        open ??= { layer: [], seen: [] }
        open.seen.push(b[j - 1]?.unit ?? 0)
      }
      j--
    }
  }
  close(0, 0)
  return found.reverse()
}
