import type { Box } from '../../facts/fact.ts'
import type { ReadField } from '../../facts/reading.ts'
import { isLikelyName } from '../../facts/values/likely-name.ts'
import type { PageReading } from '../page.ts'
import { around, fold } from './frame.ts'
import { likeness } from './likeness.ts'

/** Upright extent of a box: left, top, right, bottom. */
function extent(box: Box): [number, number, number, number] {
  const [x0 = 0, y0 = 0, , , x1 = 0, y1 = 0] = around([box, box]) ?? []
  return [x0, y0, x1, y1]
}

/** Share of a box that a seal's square covers. */
function covered(box: Box, seal: Box): number {
  const [x0, y0, x1, y1] = extent(box)
  const [sx0, sy0, sx1, sy1] = extent(seal)
  const [w, h] = [Math.min(x1, sx1) - Math.max(x0, sx0), Math.min(y1, sy1) - Math.max(y0, sy0)]
  return w > 0 && h > 0 ? (w * h) / Math.max(1, (x1 - x0) * (y1 - y0)) : 0
}

/** The last character's place on a line. */
function endOf(line: Box): Box {
  const [x0, y0, x1, y1] = extent(line)
  const start = x1 - Math.min(x1 - x0, y1 - y0)
  return [start, y0, x1, y0, x1, y1, start, y1]
}

/**
 * Doubts what stands under a seal: characters of small print are lost or changed there, and no form or check digit shows it.
 * An office (text) or an address is doubted wherever a seal lies over it, a firm without a printed label when its beginning does, a date
 * when the seal's words have run into it, text also when its last line (`last`) breaks off under a seal, a name that no
 * usual surname begins wherever a seal touches it: words of the seal are no name.
 */
export function doubtSealed(
  read: ReadField,
  type: string,
  pages: readonly PageReading[],
  last: Box | null = null,
): ReadField {
  const { box } = read
  if (!box || read.state !== 'ok' || !['text', 'org-name', 'date', 'address', 'name'].includes(type)) return read
  const seals = (pages.find((page) => page.page === read.page)?.marks ?? []).flatMap((mark) =>
    mark.kind === 'seal' && mark.present && mark.box ? [mark.box] : [],
  )
  const [x0, y0, x1, y1] = extent(box)
  const start = x0 + Math.min(x1 - x0, y1 - y0)
  const beginning: Box = [x0, y0, start, y0, start, y1, x0, y1]
  // 2020年09月4日章: what the seal's words run into may have lost a digit.
  const mixed = /[^\d\s年月日.\-/:：]/u.test(read.raw)
  // An office's name that is whole breaks off nowhere: its own seal stands over its end.
  const breaksOff = type === 'text' && likeness({ type: 'org-name' }, fold(read.raw)) < 1
  const under = seals.some((seal) => {
    if (breaksOff && last && covered(endOf(last), seal) > 0.5) return true
    if (type === 'name') return !isLikelyName(fold(read.raw)) && covered(box, seal) > 0
    if (type === 'org-name') return read.label === '' && covered(beginning, seal) > 0.5
    return covered(box, seal) > 0.35 && (type === 'text' || type === 'address' || mixed)
  })
  return under ? { ...read, confidence: 0.6 * read.confidence, note: '盖章压住了文字' } : read
}
