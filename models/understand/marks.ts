import type { DocumentMark, DocumentType } from '../../facts/document-type.ts'
import type { Box } from '../../facts/fact.ts'
import { marksOf } from '../../facts/mark-facts.ts'
import type { Mark, MarkKind } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { fold } from './frame.ts'
import { bornBy, mayStamp, type Owners } from './ring-owner.ts'
import { centre, closingPlaces, type Place, placesOf, sizeOf } from './seal-places.ts'
import type { Sheet } from './sheet.ts'

/** A seal stands on its words or behind them: another line is this many times as far as it looks. */
const OFF_LINE = 1.6

/** Words before which a seal stands are this many times as far as they look. */
const BEFORE = 1.6

/** How far the middle of a seal stands from words, wherever along them it is, in pixels; `before`: what words that begin after it count. */
function farFrom({ box, y }: Place, [sx, sy]: readonly [number, number], before = 1): number {
  const [from, to] = [Math.min(box[0], box[6]), Math.max(box[2], box[4])]
  return Math.hypot(Math.max(0, before * (from - sx), sx - to), OFF_LINE * (sy - y))
}

/** A seal and a mark that may be it: how far the seal stands from the nearest words that ask for the mark, in pixels. */
interface Pair {
  seal: Mark
  mark: DocumentMark
  far: number
  /** The same from where those words end: a seal is set on its words or behind them. */
  behind: number
  /** The seal does not stand at those words, only in their neighbourhood. */
  apart?: boolean
}

/** From so many of its own widths between a seal and words on, it is not set on them or behind them. */
const APART = 0.75

/** How wide the gap between a seal and words is, in widths of the seal. */
function gapBetween(seal: Box, words: Box): number {
  const gap = (at: 0 | 1) => {
    const ends = (box: Box) => [box[at], box[at + 2] ?? 0, box[at + 4] ?? 0, box[at + 6] ?? 0]
    const [a, b] = [ends(seal), ends(words)]
    return Math.max(0, Math.min(...a) - Math.max(...b), Math.min(...b) - Math.max(...a))
  }
  return Math.hypot(gap(0), gap(1)) / Math.max(1, seal[2] - seal[0])
}

/** Seals and marks within reach of each other, the nearest words of each mark. */
function pairsOf(seals: readonly Mark[], places: readonly Place[]): Pair[] {
  return seals.flatMap((seal) => {
    const { box } = seal
    if (!box) return []
    const [x, y] = centre(box)
    const size = sizeOf(box)
    const nearest = new Map<DocumentMark, Pair>()
    for (const place of places.filter(({ page, mark }) => page === seal.page && mayStamp(seal, mark))) {
      if (farFrom(place, [x, y]) >= 2.2 * size + 3 * place.height) continue
      const far = farFrom(place, [x, y], BEFORE)
      if (far >= (nearest.get(place.mark)?.far ?? Number.POSITIVE_INFINITY)) continue
      const end = [
        ((place.box[2] ?? 0) + (place.box[4] ?? 0)) / 2,
        ((place.box[3] ?? 0) + (place.box[5] ?? 0)) / 2,
      ] as const
      const apart = gapBetween(box, place.box) > APART
      nearest.set(place.mark, { seal, mark: place.mark, far, behind: Math.hypot(end[0] - x, end[1] - y), apart })
    }
    return [...nearest.values()]
  })
}

/** A seal that bears its owner's name among others' words is its owner's, so far from its own words (pixels). */
const ELSEWHERE = 100_000

/**
 * Of a seal whose ring bears the name of one party only the pairs with that party's marks, also when it stands behind
 * another's words. A name unlike all of them says nothing: it may be misread.
 */
function ownPairs(pairs: readonly Pair[], marks: readonly DocumentMark[], owners: Owners): Pair[] {
  return [...new Set(pairs.map(({ seal }) => seal))].flatMap((seal): Pair[] => {
    const [here, bears] = [pairs.filter((pair) => pair.seal === seal), bornBy(seal, marks, owners)]
    const own = here.filter(({ mark }) => bears.includes(mark))
    // Whose it is stands on it: how far from the words is no matter.
    if (own.length > 0) return own.map((pair) => ({ ...pair, apart: false }))
    const [only] = bears.length === 1 ? bears : []
    return only ? [{ seal, mark: only, far: ELSEWHERE, behind: ELSEWHERE }] : here
  })
}

/** The naming in which most seals have a mark of their own, and of those the one with the shortest ways. */
function assign(seals: readonly Mark[], pairs: readonly Pair[], taken: ReadonlySet<DocumentMark> = new Set()): Pair[] {
  const [first, ...rest] = seals
  if (!first) return []
  const ways = pairs
    .filter(({ seal, mark }) => seal === first && !taken.has(mark))
    .map((pair) => [pair, ...assign(rest, pairs, new Set([...taken, pair.mark]))])
  const length = (way: readonly Pair[]) => way.reduce((sum, { far }) => sum + far, 0)
  return [...ways, assign(rest, pairs, taken)].reduce((best, way) =>
    way.length > best.length || (way.length === best.length && length(way) < length(best)) ? way : best,
  )
}

/** More seals than this on one document are not dealt out one by one. */
const MOST_SEALS = 6
/** A seal so many times nearer to its own words than to others' is not the others'. */
const PLAINLY_NEARER = 2.5
/** A place without a seal is blank; where a seal about it may be the one asked for, nobody knows. */
const [BLANK, PERHAPS_BLANK] = [0.7, 0.5]

/** A person's name, and words that a person's seal answers as well as a signature would. */
const [PERSON, BY_HAND] = [/^[\p{Script=Han}·]{2,4}$/u, /签/u]

/** Whether a person's seal may be a mark: a person's own, or what nobody knows whose it is and may be signed. */
function byPerson({ name, near }: DocumentMark, owners: Owners): boolean {
  const owner = owners.get(name) ?? ''
  return owner === '' ? near.some((words) => BY_HAND.test(words)) : PERSON.test(owner)
}

/** The person's seal that stands nearer to the words for a mark than to any other's. */
const standsAt = (mark: DocumentMark, persons: readonly Pair[]): Mark | undefined =>
  persons.find((pair) => pair.mark === mark && persons.every(({ seal, far }) => seal !== pair.seal || far >= pair.far))
    ?.seal

/**
 * Names the seals: each mark has one, the nearest to its words; a lone seal mark without words takes any. Where none stands a
 * person's seal is that person's, and may be another's.
 */
function nameSeals(
  type: DocumentType,
  seals: readonly Mark[],
  personal: readonly Mark[],
  sheets: readonly Sheet[],
  owners: Owners,
): Mark[] {
  const wanted = type.marks.filter((mark) => mark.kind === 'seal')
  const places = placesOf(type, sheets, seals)
  const pairs = ownPairs(pairsOf(seals, places), wanted, owners)
  const placed = new Set(places.flatMap(({ mark, asks }) => (asks ? [mark.name] : [])))
  const wordless = wanted.filter(({ name }) => !placed.has(name))
  // Where one mark is asked for without words, a seal that stands apart from the words for others may be that one.
  const at = wordless.length === 1 ? pairs.filter(({ apart }) => !apart) : pairs
  const names = new Map(
    assign(seals.slice(0, MOST_SEALS), at).map(({ seal, mark }): [Mark, string] => [seal, mark.name]),
  )
  // What is left belongs to the one mark whose words are not printed.
  const open = wordless.filter(({ name }) => ![...names.values()].includes(name))
  for (const seal of seals.filter((one) => !names.has(one))) {
    const bears = bornBy(seal, wanted, owners)
    const [only] =
      open.length === 1 && ![...names.values()].includes(open[0]?.name ?? '')
        ? open.filter((mark) => bears.length === 0 || bears.includes(mark))
        : []
    const near = pairs.filter((pair) => pair.seal === seal).toSorted((a, b) => a.far - b.far)[0]?.mark.name
    const name =
      only?.name ??
      near ??
      (bears.length === 1 ? bears[0]?.name : undefined) ??
      (wanted.length === 1 ? wanted[0]?.name : undefined)
    if (name) names.set(seal, name)
  }
  const named = seals.map((seal): Mark => {
    const name = names.get(seal)
    return name ? { ...seal, name } : seal
  })
  const persons = pairsOf(personal, places)
  const stamped = wanted.flatMap((mark): Mark[] => {
    const seal = named.some(({ name }) => name === mark.name) ? undefined : standsAt(mark, persons)
    return seal && byPerson(mark, owners) ? [{ ...seal, name: mark.name }] : []
  })
  const has = (mark: DocumentMark) => [...named, ...stamped].some((seal) => seal.name === mark.name)
  const missing = wanted.filter((mark) => !has(mark))
  const nameless = named.some(({ name }) => name === undefined)
  const perhaps = (mark: DocumentMark) =>
    nameless ||
    standsAt(mark, persons) !== undefined ||
    pairs.some((pair) => {
      const own = pairs.find((one) => one.seal === pair.seal && one.mark.name === names.get(pair.seal))
      return pair.mark === mark && own !== undefined && pair.behind < PLAINLY_NEARER * own.behind
    })
  const blank = missing.flatMap((mark): Mark[] => {
    const asked = places.filter((p) => p.mark === mark)
    const place = (asked.length === 0 && wanted.length === 1 ? closingPlaces(type, mark, sheets) : asked).at(-1)
    const confidence = perhaps(mark) ? PERHAPS_BLANK : BLANK
    return place
      ? [{ kind: 'seal', name: mark.name, present: false, page: place.page, box: place.box, confidence }]
      : []
  })
  const rest = personal.filter(({ box }) => !stamped.some((seal) => seal.box === box))
  return [...named, ...stamped, ...rest, ...blank]
}

/** Names the signatures: inspection noted ink beside every printed word that asks for one. */
function nameSignatures(type: DocumentType, marks: readonly Mark[]): Mark[] {
  const found: Mark[] = []
  for (const wanted of type.marks.filter((mark) => mark.kind === 'signature')) {
    const near = wanted.near.map(fold)
    const seen = marks.filter(
      (mark) => mark.text !== undefined && near.some((text) => fold(mark.text ?? '').includes(text)),
    )
    const best = seen.filter((mark) => mark.present).at(-1) ?? seen.at(-1)
    if (best) found.push({ ...best, name: wanted.name })
  }
  return found
}

/** Kinds that are dealt out to the parties by the words beside them. */
const DEALT: ReadonlySet<MarkKind> = new Set(['seal', 'personal-seal', 'signature'])

/** The marks of a document, named as its type names them; `present: false` where a place was found blank. */
export function nameMarks(
  type: DocumentType,
  pages: readonly PageReading[],
  sheets: readonly Sheet[],
  sides: readonly string[],
  owners: Owners = new Map(),
): Mark[] {
  const marks = pages.flatMap((page) => page.marks)
  const here = { ...type, marks: type.marks.filter((mark) => mark.side === undefined || sides.includes(mark.side)) }
  const of = (kind: MarkKind) => marks.filter((mark) => mark.kind === kind)
  const dealt = [
    ...nameSeals(here, of('seal'), of('personal-seal'), sheets, owners),
    ...nameSignatures(here, of('signature')),
    ...marks.filter(({ kind }) => !DEALT.has(kind)),
  ]
  // What is no party's bears the name of its kind.
  const known = marksOf(here)
  return dealt.map((mark): Mark => {
    const only =
      DEALT.has(mark.kind) && mark.kind !== 'personal-seal' ? undefined : known.find(({ kind }) => kind === mark.kind)
    return mark.name === undefined && only ? { ...mark, name: only.name } : mark
  })
}
