import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import { fold } from './frame.ts'

/** 与原件一致, 与原件核对无误, 复印件与原件相符 … as people write and stamp it; the last character of a hand is often taken for another. */
const REMARK =
  /(?:与|和|同)原件(?:经?核对|核实|内容)?(?:完全)?(?:一致|无误|相符|相同|无异)|原件(?:已核|核对)(?:一致|无误|相符)|(?:与|和|同)原件(?:.?对)?一(?!并|起|同|道|样)/u

/** What is left of the remark where more was taken for something else. */
const PERHAPS = /(?:与|和|同)原.(?:.?对)?(?:一(?!并|起|同|道|样)|.致|无误|相符)|件一致|原件.致/u

/**
 * Whether a document is a black-and-white copy, and whether it says 与原件一致. Told only of types whose originals are
 * printed in colour: a contract or a plan printed in black looks the same as its copy. Nothing is said of the remark
 * where strokes stand that nobody read.
 */
export function copyOf(type: DocumentType, pages: readonly PageReading[]): { copy?: boolean; copyRemark?: boolean } {
  if (!type.coloured) return {}
  // Written by hand it may run on to a second line.
  const copyRemark = pages.some(({ lines }) => REMARK.test(lines.map(({ text }) => fold(text)).join('')))
  if (copyRemark) return { copy: true, copyRemark }
  const perhaps = pages.some(
    ({ lines, looseWriting }) => looseWriting || PERHAPS.test(lines.map(({ text }) => fold(text)).join('')),
  )
  const plain = pages.every(({ colourless }) => colourless === true)
  const sealed = pages.some(({ marks }) => marks.some(({ kind, colour }) => kind === 'seal' && colour === 'red'))
  // Who vouches for a copy stamps it: a red seal beside unread words may be all the colour of one.
  if (sealed) return perhaps && plain ? {} : { copy: false }
  if (pages.some(({ colourless }) => colourless === false)) return { copy: false }
  return plain ? { copy: true, ...(perhaps ? {} : { copyRemark }) } : {}
}
