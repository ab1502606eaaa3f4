import type { DocumentType } from '../../facts/document-type.ts'
import type { ReadField } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import type { Extracted } from './extract.ts'
import { fold, levelFrame, pieceOf } from './frame.ts'
import { rowsOf } from './rows.ts'

/** What stands on a page, line by line and level by level: a spaced label (姓　　名) is often read in parts. */
function printOn(page: PageReading): string {
  const frame = levelFrame(page.lines)
  const rows = rowsOf(page.lines.map((line) => pieceOf(line, frame)).filter((piece) => piece !== null))
  return [...page.lines.map((line) => fold(line.text)), ...rows.map((row) => row.text)].join('\n')
}

/** The sides of a two-sided card that show on a page: at least half of a side's phrases. */
export function sidesOn(type: DocumentType, page: PageReading): string[] {
  const text = printOn(page)
  const seen = type.sides.map((side) => ({
    name: side.name,
    share: side.cues.filter((cue) => text.includes(fold(cue))).length / Math.max(1, side.cues.length),
  }))
  const sure = seen.filter((side) => side.share >= 0.5)
  if (sure.length > 0) return sure.map((side) => side.name)
  const best = seen.reduce<{ name: string; share: number } | null>((a, b) => (b.share > (a?.share ?? 0) ? b : a), null)
  return best ? [best.name] : []
}

/** Below this a reading is no evidence that its print is there. */
const CLEARLY = 0.6

/** The field was read behind its own printed label. */
export const readByLabel = ({ state, label, confidence }: ReadField): boolean =>
  state === 'ok' && label !== '' && confidence >= CLEARLY

/** The sides seen by their phrases, and those of which at least two fields were read (both sides copied onto one sheet). */
export function sidesShown(
  { sides }: DocumentType,
  seen: readonly string[],
  fields: readonly Pick<Extracted, 'field' | 'read'>[],
): string[] {
  const read = (side: string) => fields.filter((one) => one.field.side === side && readByLabel(one.read)).length
  return sides.map(({ name }) => name).filter((name) => seen.includes(name) || read(name) >= 2)
}
