import type { DocumentType } from '../../facts/document-type.ts'
import type { Line, Mark } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { fold } from './frame.ts'

/** 与原件一致, 与原件核对无误, 复印件与原件相符 … as people write and stamp it; the last character of a hand is often taken for another. */
const REMARK =
  /(?:与|和|同)原件(?:经?核对|核实|内容)?(?:完全)?(?:一致|无误|相符|相同|无异)|原件(?:已核|核对)(?:一致|无误|相符)|(?:与|和|同)原件(?:.?对)?一(?!并|起|同|道|样)/u

/** What is left of the remark where more was taken for something else. */
const PERHAPS =
  /[本此]复印件(?:与|和|同)原件(?!具有|一[并起同道])|(?:与|和|同)原.(?:.?对)?(?:一(?!并|起|同|道|样)|.致|无误|相符)|件一致|原件.致/u

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

/** The remark to its end, the last character of a hand taken for another or lost. */
const WHOLE =
  /(?:与|和|同)原件(?:.{0,2}对|核实|内容|完全){0,2}(?:一致(?:无误)?|无误|相符|相同|无异|一.)|原件(?:已核|核对)(?:一致|无误|相符)/u
/** A name by hand, as it is read; and words that people write behind the remark which are nobody's name. */
const NAME = /^\p{Script=Han}{2,4}$/u
const NO_NAME =
  /仅供|用于|使用|此[件证]|证明|属实|无误|相符|核对|查验|审核|单位|公司|复印|原件|盖章|签[章字名]|办理|日期|[人者]$/u

const isName = (text: string) => NAME.test(text) && !NO_NAME.test(text)

/** The name behind a remark, in its line or in one of its own on the same level, is in this line. */
function signedIn(remark: Line, lines: readonly Line[]): Line | undefined {
  const text = fold(remark.text)
  const found = WHOLE.exec(text)
  if (!found) return undefined
  const rest = text.slice(found.index + found[0].length).replace(/[\d年月日.,:;。、\s]/gu, '')
  if (isName(rest)) return remark
  if (rest !== '') return undefined
  const [end, top, bottom] = [remark.box[2], remark.box[3], remark.box[5]]
  const [h, level] = [bottom - top, (top + bottom) / 2]
  return lines.find(({ box, text: other }) => {
    const near = box[0] > end - 0.5 * h && box[0] < end + 8 * h
    return near && Math.abs((box[1] + box[7]) / 2 - level) < h && isName(fold(other))
  })
}

/** Who vouches for a copy writes a name behind 与原件一致: the signatures so found, one a page. */
export function vouchers(pages: readonly PageReading[]): Mark[] {
  return pages.flatMap(({ page, lines }): Mark[] => {
    const line = lines.map((one) => signedIn(one, lines)).find((one) => one !== undefined)
    return line ? [{ kind: 'signature', name: '复印件签名', present: true, page, box: line.box, confidence: 0.8 }] : []
  })
}
