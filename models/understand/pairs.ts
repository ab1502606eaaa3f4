import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import type { Extracted } from './extract.ts'
import { fold } from './frame.ts'

/** A page of a file with the kind of card and the sides that show on it. */
export interface Shown {
  page: PageReading
  type: DocumentType | null
  sides: readonly string[]
  /** This side was put to the card before it by its order only. */
  guessed?: boolean
  /** Nobody can tell whose this side is: it is no part of the card beside it. */
  apart?: boolean
}

/** Pages of one kind of card, each of which shows one side of two that no cards share. */
const isSide = ({ type, sides }: Shown): boolean =>
  type !== null && type.sides.length === 2 && sides.length === 1 && !type.sides.some(({ shared }) => shared)

/** Numbers on a page that may stand on the other side of the same card as well (a vehicle's plate on both leaves); days are none. */
function codesOn({ page }: Shown): Set<string> {
  const found = page.lines.flatMap(
    ({ text }) => fold(text).match(/[A-Z0-9]{6,}|\p{Script=Han}[A-Z][A-Z0-9]{5,6}/gu) ?? [],
  )
  return new Set(found.filter((code) => !/^(?:19|20)\d{6}$/u.test(code)))
}

/** Fronts with the backs that show a number of theirs, when every back shows one of exactly one front; null otherwise. */
function tiedByCodes<T extends Shown>(fronts: readonly T[], backs: readonly T[]): T[] | null {
  const codes = new Map(fronts.map((front) => [front, codesOn(front)]))
  const owners = backs.map((back) => {
    const mine = codesOn(back)
    return fronts.filter((front) => [...mine].some((code) => codes.get(front)?.has(code)))
  })
  if (owners.some((found) => found.length !== 1) || new Set(owners.flat()).size < backs.length) return null
  return fronts.flatMap((front) => [front, ...backs.filter((_, i) => owners[i]?.[0] === front)])
}

/** Pages that follow each other and show the same side. */
function runsOf<T extends Shown>(pages: readonly T[]): T[][] {
  const runs: T[][] = []
  for (const one of pages) {
    const run = runs.at(-1)
    if (run?.[0]?.sides.join() === one.sides.join()) run.push(one)
    else runs.push([one])
  }
  return runs
}

/**
 * Sides of cards as they belong together: by a number that both show; by turns; several fronts and as many backs in their order,
 * never surely. With more of one side than of the other nobody can tell whose they are: they stay apart.
 */
function pairedRuns<T extends Shown>(stretch: readonly T[]): T[] {
  const runs = runsOf(stretch)
  const [first] = runs
  if (!first || runs.length < 2) return [...stretch]
  const front = first[0]?.type?.sides[0]?.name
  const isFront = ({ sides }: T) => front !== undefined && sides.includes(front)
  const doubted = (one: T): T => (isFront(one) ? one : { ...one, guessed: true })
  const several = stretch.length > 2
  const tied =
    several &&
    tiedByCodes(
      stretch.filter(isFront),
      stretch.filter((one) => !isFront(one)),
    )
  if (tied) return tied
  const pairs: T[] = []
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const [ones, others] = [runs[at] ?? [], runs[at + 1] ?? []]
    if (ones.length !== others.length) return stretch.map((one) => ({ ...one, apart: true }))
    const each = ones.flatMap((one, i) => [one, others[i] as T])
    pairs.push(...(ones.length > 1 ? each.map(doubted) : each))
  }
  const lone = runs.length % 2 === 1 ? (runs.at(-1) ?? []) : []
  // Back, front, back: the front may be the second one's as well.
  if (lone[0] && !isFront(lone[0])) return stretch.map((one) => ({ ...one, apart: true }))
  return lone.length > 0 ? [...pairs.map(doubted), ...lone] : pairs
}

/** The pages of a file with the sides of its cards as they belong together, as far as that can be told. */
export function paired<T extends Shown>(pages: readonly T[]): T[] {
  const out: T[] = []
  for (let at = 0; at < pages.length; ) {
    const first = pages[at]
    if (!first) break
    const end = pages.findIndex((one, i) => i > at && !(isSide(one) && one.type === first.type))
    const stretch = pages.slice(at, isSide(first) ? (end < 0 ? pages.length : end) : at + 1)
    out.push(...(isSide(first) ? pairedRuns(stretch) : stretch))
    at += stretch.length
  }
  return out
}

/** What stands on a side that may be another card's is never sure. */
const GUESSED = 0.6

/** Doubts what was read on sides that belong to this card only by their order. Changes it in place. */
export function doubtGuessed(fields: readonly Extracted[], sides: readonly string[]): void {
  for (const { field, read } of fields) {
    if (field.side === undefined || !sides.includes(field.side) || read.state !== 'ok') continue
    read.confidence = Math.min(GUESSED, read.confidence)
    read.note ??= '几张证件的正反面分开摆放，这一面是按先后配上的，请核对是否同一张'
  }
}
