import type { Box } from '../../api/client.ts'

export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

/** Upright rectangle around a box, in page pixels. */
export function rectOf(box: Box): Rect {
  const xs = [box[0], box[2], box[4], box[6]]
  const ys = [box[1], box[3], box[5], box[7]]
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** The box grown on every side by a share of its height, so that a drawn frame does not cover the characters. */
export function grown(box: Box, share = 0.2): Box {
  const [x1, y1, x2, y2, x3, y3, x4, y4] = box
  const width = Math.hypot(x2 - x1, y2 - y1) || 1
  const height = Math.hypot(x4 - x1, y4 - y1) || 1
  const by = height * share
  const [ax, ay] = [((x2 - x1) / width) * by, ((y2 - y1) / width) * by]
  const [dx, dy] = [((x4 - x1) / height) * by, ((y4 - y1) / height) * by]
  return [
    x1 - ax - dx,
    y1 - ay - dy,
    x2 + ax - dx,
    y2 + ay - dy,
    x3 + ax + dx,
    y3 + ay + dy,
    x4 - ax + dx,
    y4 - ay + dy,
  ]
}

/** SVG points of a box. */
export const pointsOf = (box: Box): string => [0, 2, 4, 6].map((i) => `${box[i as 0]},${box[(i + 1) as 1]}`).join(' ')

interface Size {
  width: number
  height: number
}

export const ZOOM_MAX = 8

/** Zoom (1 = the whole page is seen) at which the rectangle takes about two thirds of the window, 1 to 4. */
export function zoomFor(rect: Rect, page: Size, window: Size): number {
  const whole = Math.min(window.width / page.width, window.height / page.height)
  const wanted = Math.min(window.width / Math.max(1, rect.width), window.height / Math.max(1, rect.height)) * 0.66
  return Math.min(4, Math.max(1, wanted / whole))
}

/** Scroll offsets, in shown pixels, that bring the rectangle to the middle of the window. */
export function centre(rect: Rect, scale: number, window: Size): { left: number; top: number } {
  return {
    left: Math.max(0, (rect.x + rect.width / 2) * scale - window.width / 2),
    top: Math.max(0, (rect.y + rect.height / 2) * scale - window.height / 2),
  }
}
