import type { DocumentType } from '../../facts/document-type.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { FiledDocument } from './document-facts.ts'

/** `cards`: documents that are one card, lone fronts included. `loose`: backs of which nobody can say whose they are. */
export interface Paired {
  cards: FiledDocument[][]
  loose: FiledDocument[]
}

/** Pairs fronts with backs of a two-sided type without guessing. `uploads`: all documents, in their order of upload. */
export function pairSides(
  type: DocumentType,
  documents: readonly FiledDocument[],
  uploads: readonly FiledDocument[],
): Paired {
  const [front = ''] = type.sides.map(({ name }) => name)
  const shows = ({ document }: FiledDocument, isFront: boolean) =>
    (document.sides ?? []).some((side) => (side === front) === isFront)
  const isFront = (one: FiledDocument) => shows(one, true) && !shows(one, false)
  const isBack = (one: FiledDocument) => shows(one, false) && !shows(one, true)
  const cards = documents.filter((one) => !isFront(one) && !isBack(one)).map((one) => [one])
  let open = documents.filter((one) => isFront(one) || isBack(one))
  const take = (...ones: FiledDocument[]) => {
    open = open.filter((one) => !ones.includes(one))
  }

  for (const material of new Set(open.map((one) => one.material))) {
    const [a, b, ...more] = open.filter((one) => one.material === material)
    if (!a || !b || more.length > 0 || isFront(a) === isFront(b)) continue
    cards.push([a, b])
    take(a, b)
  }
  const fronts: FiledDocument[][] = []
  for (const one of open.filter(isFront)) {
    const again = [...cards, ...fronts].find((card) => card.some((other) => sameSide(type, front, one, other)))
    if (again) again.push(one)
    else fronts.push([one])
  }
  const backs: FiledDocument[][] = []
  const loose: FiledDocument[] = []
  const back = type.sides[1]?.name ?? ''
  for (const one of open.filter(isBack)) {
    const complete = cards.find((card) => card.some((other) => sameSide(type, back, one, other)))
    const again = backs.find((unit) => unit.some((other) => sameSide(type, back, one, other)))
    if (complete && fronts.length > 0) loose.push(one)
    else if (complete) complete.push(one)
    else if (again) again.push(one)
    else backs.push([one])
  }
  const [onlyFront, ...otherFronts] = fronts
  const [onlyBack, ...otherBacks] = backs
  const ties =
    onlyFront && onlyBack && otherFronts.length + otherBacks.length + loose.length === 0
      ? new Map([[onlyBack, onlyFront]])
      : loose.length > 0
        ? new Map<FiledDocument[], FiledDocument[]>()
        : (tiedByOrder(fronts, backs, uploads) ?? tiedByRegion(fronts, backs))
  for (const unit of backs) {
    const owner = ties.get(unit)
    if (owner) owner.push(...unit)
    else loose.push(...unit)
  }
  return { cards: [...cards, ...fronts], loose }
}

/** The deciding fields of that side, read in both, are the same, and there is one. */
function sameSide(type: DocumentType, side: string, a: FiledDocument, b: FiledDocument): boolean {
  const read = type.fields
    .filter((field) => field.deciding && field.side === side)
    .map((field) => ({ field, x: a.document.fields[field.name]?.value, y: b.document.fields[field.name]?.value }))
    .filter(({ x, y }) => x !== undefined && x !== null && y !== undefined && y !== null)
  const number = read.find(({ field }) => field.type === 'cnid')
  const compared = number ? [number] : read
  return compared.length > 0 && compared.every(({ field, x, y }) => sameValue(field.type, x ?? null, y ?? null))
}

type Ties = Map<FiledDocument[], FiledDocument[]>

/** Every back was uploaded right after a front, in strict turns; null when one was not, or a district speaks against it. */
function tiedByOrder(fronts: FiledDocument[][], backs: FiledDocument[][], uploads: readonly FiledDocument[]) {
  const ties: Ties = new Map()
  for (const unit of backs) {
    const [one, again] = unit
    const at = one ? uploads.indexOf(one) : -1
    const owner = ownerAt(fronts, uploads[at - 1])
    const taken = ownerAt(fronts, uploads[at - 2]) || [...ties.values()].includes(owner ?? [])
    // Front, back, front: the back may as well be the second one's, uploaded first.
    const next = ownerAt(fronts, uploads[at + 1]) && !ownerAt(backs, uploads[at + 2])
    if (next || again || !owner || owner.length > 1 || taken || saysOtherwise(owner, unit)) return null
    ties.set(unit, owner)
  }
  return ties
}

const ownerAt = (units: FiledDocument[][], one: FiledDocument | undefined) =>
  units.find((unit) => one !== undefined && unit.includes(one))

/** 上海市公安局普陀分局 → 普陀; null when the agency was not read or names no district. */
function district(unit: readonly FiledDocument[]): string | null {
  const agency = text(unit, '签发机关')
  const named = agency?.match(/公安局?(.{2,}?)[区县]?分局/)?.[1] ?? agency?.match(/([^省市]{2,})[区县]公安局/)?.[1]
  return named ?? null
}

function text(unit: readonly FiledDocument[], field: string): string | null {
  const found = unit.map(({ document }) => document.fields[field]).find((read) => read?.state === 'ok')
  return typeof found?.value === 'string' ? found.value : null
}

function saysOtherwise(front: FiledDocument[], back: FiledDocument[]): boolean {
  const [region, address] = [district(back), text(front, '住址')]
  return region !== null && address !== null && !livesIn(address, region)
}

/** The office may say more than the district's name: 普陀第一分局 is in 普陀区. */
const livesIn = (address: string, region: string) =>
  Array.from({ length: Math.max(1, region.length - 1) }, (_, more) => region.slice(0, region.length - more)).some(
    (name) => ['区', '新区', '县', '市'].some((unit) => address.includes(name + unit)),
  )

/** The issuing office's district is in one person's address only, and no other back was issued there. */
function tiedByRegion(fronts: FiledDocument[][], backs: FiledDocument[][]): Ties {
  const ties: Ties = new Map()
  const homes = fronts.map((front) => text(front, '住址'))
  const offices = backs.map(district)
  if (homes.includes(null) || offices.includes(null)) return ties
  for (const [i, unit] of backs.entries()) {
    const living = fronts.filter((_, f) => livesIn(homes[f] ?? '', offices[i] ?? ''))
    const [owner] = living
    const rivals = offices.filter((office) => office === offices[i])
    if (owner && living.length === 1 && rivals.length === 1) ties.set(unit, owner)
  }
  return ties
}
