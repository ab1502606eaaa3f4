import type { DocumentMark } from '../../facts/document-type.ts'
import type { Mark } from '../../facts/reading.ts'
import { fold } from './frame.ts'

/** Names of parties by the marks that are theirs, or by the fields they were read from; empty when the paper names the party and nobody read it. */
export type Owners = ReadonlyMap<string, string>

/** Words that ask for a mark and are whole on a ring tell whose it is (会计师事务所) from so many characters on. */
const WORDS = 5

/** A ring read with less names nobody to the letter: it is the party's whose name it has half the characters of, and no other party's nearly as many. */
const HARDLY_READ = 0.75
const [LIKE, APART] = [0.5, 3]

/** How many characters two texts have in common, in the same order. */
function inCommon(a: string, b: string): number {
  let row = Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const next = [0]
    for (let i = 0; i < b.length; i += 1)
      next.push(one === b[i] ? (row[i] ?? 0) + 1 : Math.max(row[i + 1] ?? 0, next[i] ?? 0))
    row = next
  }
  return row[b.length] ?? 0
}

/** The marks of which a seal's ring bears the owner, or the words that ask for them; none where the ring tells nothing. */
export function bornBy({ ring }: Mark, marks: readonly DocumentMark[], owners: Owners): DocumentMark[] {
  if (!ring) return []
  const text = fold(ring.text)
  if (text === '') return []
  // A name that is nearly a party's may be misread, or another firm's.
  const exactly = marks.filter(({ name }) => fold(owners.get(name) ?? '') === text)
  if (exactly.length > 0) return exactly
  const asked = marks.filter(({ near }) =>
    near.map(fold).some((words) => words.length >= WORDS && text.includes(words)),
  )
  // Where two parties seal whom the paper names (a lease), a hardly read ring is nobody's more than its place says.
  const known = marks.filter(({ name }) => owners.has(name)).length
  if (asked.length > 0 || ring.confidence >= HARDLY_READ || known > 1) return asked
  const like = (name: string) => inCommon(fold(name), text)
  return marks.filter(({ name }) => {
    const own = owners.get(name) ?? ''
    const others = [...owners.values()].filter((other) => other !== own)
    return (
      own !== '' &&
      like(own) >= LIKE * Math.max(fold(own).length, text.length) &&
      others.every((other) => like(other) <= like(own) - APART)
    )
  })
}

/** Words that ask an authority for its seal, and the ends of names that none has. */
const OFFICE = /机关|部门|机构|政府/u
const FIRM = /公司|合伙|[司店馆厂坊行]$/u

/** Whether a seal may be a mark's: what an authority has to stamp no firm stamps, however its ring was read. */
export const mayStamp = ({ ring }: Mark, { near }: DocumentMark): boolean =>
  !(ring && near.length > 0 && near.every((words) => OFFICE.test(words)) && FIRM.test(fold(ring.text)))
