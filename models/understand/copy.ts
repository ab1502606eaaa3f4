import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import { fold } from './frame.ts'

/** 与原件一致, 与原件核对无误, 复印件与原件相符 … as people write and stamp it. */
const REMARK =
  /(?:与|和|同)原件(?:经?核对|核实|内容)?(?:完全)?(?:一致|无误|相符|相同|无异)|原件(?:已核|核对)(?:一致|无误|相符)/u

/**
 * Whether a document is a black-and-white copy, and whether it says 与原件一致. Told only of types whose originals are
 * printed in colour: a contract or a plan printed in black looks the same as its copy.
 */
export function copyOf(type: DocumentType, pages: readonly PageReading[]): { copy?: boolean; copyRemark?: boolean } {
  if (!type.coloured) return {}
  // Written by hand it may run on to a second line.
  const copyRemark = pages.some(({ lines }) => REMARK.test(lines.map(({ text }) => fold(text)).join('')))
  if (copyRemark) return { copy: true, copyRemark }
  const sealed = pages.some(({ marks }) => marks.some(({ kind, colour }) => kind === 'seal' && colour === 'red'))
  if (sealed || pages.some(({ colourless }) => colourless === false)) return { copy: false }
  return pages.every(({ colourless }) => colourless === true) ? { copy: true, copyRemark } : {}
}
