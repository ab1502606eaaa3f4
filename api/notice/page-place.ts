import type { Box } from '../client.ts'

interface Size {
  width: number
  height: number
}

/** A box that fills this share of both sides stands for the page as a whole. */
const WHOLE = 0.8

/** Upright rectangle around a box, in page pixels. */
export function rectOf(box: Box): Size & { x: number; y: number } {
  const [xs, ys] = [box.filter((_, index) => index % 2 === 0), box.filter((_, index) => index % 2 === 1)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

const third = (middle: number, names: readonly [string, string, string]): string =>
  middle < 1 / 3 ? names[0] : middle > 2 / 3 ? names[2] : names[1]

/** Where on its page a box lies, as one would say it: 上部偏右, 中部居中, 整页. */
export function pagePlace(box: Box, page: Size): string {
  const { x, y, width, height } = rectOf(box)
  if (width > WHOLE * page.width && height > WHOLE * page.height) return '整页'
  const row = third((y + height / 2) / page.height, ['上部', '中部', '下部'])
  if (width > WHOLE * page.width) return row
  return `${row}${third((x + width / 2) / page.width, ['偏左', '居中', '偏右'])}`
}
