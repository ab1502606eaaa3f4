import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import { fold } from './frame.ts'

/** The sides of a two-sided card that show on a page: at least half of a side's phrases. */
export function sidesOn(type: DocumentType, page: PageReading): string[] {
  const text = page.lines.map((line) => fold(line.text)).join('\n')
  const seen = type.sides.map((side) => ({
    name: side.name,
    share: side.cues.filter((cue) => text.includes(fold(cue))).length / Math.max(1, side.cues.length),
  }))
  const sure = seen.filter((side) => side.share >= 0.5)
  if (sure.length > 0) return sure.map((side) => side.name)
  const best = seen.reduce<{ name: string; share: number } | null>((a, b) => (b.share > (a?.share ?? 0) ? b : a), null)
  return best ? [best.name] : []
}
