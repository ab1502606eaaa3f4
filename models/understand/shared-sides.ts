import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import { extractFields } from './extract.ts'

/** Pages of one paper with the sides that show on them. */
interface Card {
  type: DocumentType | null
  pages: PageReading[]
  sides: string[]
}

const sharedSide = (type: DocumentType | null) => type?.sides.find(({ shared }) => shared)

/** A value read with less does not tell whose a page is. */
const CLEARLY = 0.6

/** Words that some pages of a type say in these fields, by field; those not clearly read are left out. */
function saidOn(type: DocumentType, pages: readonly PageReading[]): Map<string, string> {
  return new Map(
    extractFields(type, pages).fields.flatMap(({ field, read }): [string, string][] =>
      typeof read.value === 'string' && read.confidence >= CLEARLY ? [[field.name, read.value]] : [],
    ),
  )
}

/** Whether two names may be one, of which one character was misread. */
const mayBeOne = (a: string, b: string) =>
  a === b || (a.length > 2 && a.length === b.length && [...a].filter((one, i) => one !== b[i]).length === 1)

/** Cards of one type in the order of the file: those that show the shared side alone, and those that lack it. */
interface Parts<T> {
  firsts: readonly T[]
  lone: readonly T[]
}

/** Whose a shared side is, and who says that it is theirs, by card. */
function ownersOf<T extends Card>(type: DocumentType, { firsts, lone }: Parts<T>): Map<T, string | undefined> {
  const owner = sharedSide(type)?.owner
  if (!owner) return new Map()
  return new Map([
    ...firsts.map((card): [T, string | undefined] => [card, saidOn(type, card.pages).get(owner.named)]),
    ...lone.map((card): [T, string | undefined] => {
      const said = saidOn(type, card.pages)
      return [card, said.get(owner.where) === owner.is ? said.get(owner.field) : undefined]
    }),
  ])
}

/**
 * The shared side of each card that lacks it: the only one there is; of several the one that names its owner, or the one it lies
 * behind in a file that begins with one. What names another owner is never taken.
 */
function givenTo<T extends Card>(type: DocumentType, cards: readonly T[], { firsts, lone }: Parts<T>): Map<T, T> {
  const owners = ownersOf(type, { firsts, lone })
  const contradict = (first: T, card: T) => {
    const [named, own] = [owners.get(first), owners.get(card)]
    return named !== undefined && own !== undefined && !mayBeOne(named, own)
  }
  const begins = cards.find((card) => firsts.includes(card) || lone.includes(card))
  const behind = (card: T): T | undefined => {
    if (!begins || !firsts.includes(begins)) return undefined
    const before = cards.slice(0, cards.indexOf(card))
    const first = before.findLast((one) => !lone.includes(one))
    if (!first || !firsts.includes(first)) return undefined
    const between = before.slice(before.indexOf(first) + 1)
    return between.some((one) => contradict(first, one)) ? undefined : first
  }
  return new Map(
    lone.flatMap((card): [T, T][] => {
      const own = owners.get(card)
      const [named, other] = own === undefined ? [] : firsts.filter((first) => owners.get(first) === own)
      const [only] = firsts.length === 1 ? firsts : []
      const first = only ?? (named && !other ? named : behind(card))
      return first && !contradict(first, card) ? [[card, first]] : []
    }),
  )
}

/** Cards with the shared side (首页 of a household's register) that is theirs, and those of which nobody can tell which is. */
export function withSharedSides<T extends Card>(cards: readonly T[]): { cards: T[]; apart: T[] } {
  const given = new Map<T, T>()
  const apart: T[] = []
  for (const type of new Set(cards.map((card) => card.type))) {
    const shared = sharedSide(type)?.name
    if (!type || !shared) continue
    const own = cards.filter((card) => card.type === type && card.sides.length > 0)
    const firsts = own.filter(({ sides }) => sides.join() === shared)
    const lone = own.filter(({ sides }) => !sides.includes(shared))
    if (firsts.length === 0 || lone.length === 0) continue
    for (const [card, first] of givenTo(type, cards, { firsts, lone })) given.set(card, first)
    apart.push(...lone.filter((card) => !given.has(card)))
  }
  const taken = new Set(given.values())
  const whole = cards.flatMap((card) => {
    const first = given.get(card)
    if (taken.has(card)) return []
    return first
      ? [{ ...card, pages: [...first.pages, ...card.pages], sides: [...first.sides, ...card.sides] }]
      : [card]
  })
  return { cards: whole, apart }
}
