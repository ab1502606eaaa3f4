import type { DocumentMark } from '../../facts/document-type.ts'
import type { Mark } from '../../facts/reading.ts'
import { fold } from './frame.ts'

/** Names of parties by the marks that are theirs. */
export type Owners = ReadonlyMap<string, string>

/** Words that ask for a mark and are whole on a ring tell whose it is (会计师事务所) from so many characters on. */
const WORDS = 5

/** The marks of which a seal's ring bears the owner, or the words that ask for them; none where the ring tells nothing. */
export function bornBy({ ring }: Mark, marks: readonly DocumentMark[], owners: Owners): DocumentMark[] {
  if (!ring) return []
  const text = fold(ring.text)
  // A name that is nearly a party's may be misread, or another firm's.
  const exactly = marks.filter(({ name }) => fold(owners.get(name) ?? '') === text)
  if (exactly.length > 0) return exactly
  return marks.filter(({ near }) => near.map(fold).some((words) => words.length >= WORDS && text.includes(words)))
}

/** Words that ask an authority for its seal, and the ends of names that none has. */
const OFFICE = /机关|部门|机构|政府/u
const FIRM = /公司|合伙|[司店馆厂坊行]$/u

/** Whether a seal may be a mark's: what an authority has to stamp no firm stamps, however its ring was read. */
export const mayStamp = ({ ring }: Mark, { near }: DocumentMark): boolean =>
  !(ring && near.length > 0 && near.every((words) => OFFICE.test(words)) && FIRM.test(fold(ring.text)))
