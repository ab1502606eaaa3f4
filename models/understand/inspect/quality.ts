import type { Line, Quality, QualityIssue } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { levelFrame, median } from '../frame.ts'
import { grey, luminance, quantile, type Small } from './pixels.ts'

const ADVICE: Record<QualityIssue, string> = {
  blurred: '照片模糊，请对准文字、拿稳后重拍',
  dark: '照片太暗，请到光线充足处重拍',
  glare: '照片有反光，请避开灯光或换个角度重拍',
  cropped: '页面没有拍全，请把四角都拍进去后重拍',
  small: '文字太小，请靠近些拍，或上传原始大小的照片',
  tilted: '照片拍斜了，请正对页面重拍',
  blank: '这一页没有内容，请检查是否传错',
}

/** What an issue takes off a page's score. */
const COST: Record<QualityIssue, number> = {
  blurred: 0.35,
  dark: 0.25,
  glare: 0.2,
  cropped: 0.25,
  small: 0.25,
  tilted: 0.1,
  blank: 1,
}

const heightOf = ({ box }: Line) => Math.hypot(box[6] - box[0], box[7] - box[1])
const widthOf = ({ box }: Line) => Math.hypot(box[2] - box[0], box[3] - box[1])

/** Width of a character's edges as a share of its height: about .1 in a sharp photograph, .3 when out of focus. Null without contrast. */
function edgeWidth(page: Page, line: Line): number | null {
  const [x0, y0, x1, y1] = [
    Math.min(line.box[0], line.box[6]),
    Math.min(line.box[1], line.box[3]),
    Math.max(line.box[2], line.box[4]),
    Math.max(line.box[5], line.box[7]),
  ]
  const values: number[] = []
  const slopes: number[] = []
  const rows = Math.min(8, Math.max(3, Math.floor(y1 - y0)))
  for (let i = 0; i < rows; i += 1) {
    const y = y0 + ((y1 - y0) * (i + 0.5)) / rows
    for (let x = Math.ceil(x0); x < Math.min(x1, x0 + 900); x += 1) {
      values.push(grey(page, x, y))
      slopes.push(Math.abs(grey(page, x + 1, y) - grey(page, x - 1, y)) / 2)
    }
  }
  const contrast = quantile(values, 0.95) - quantile(values, 0.05)
  const slope = quantile(slopes, 0.97)
  return contrast < 25 || slope <= 0 ? null : contrast / slope / heightOf(line)
}

/** Reach of the ring around a burnt-out patch in which a lamp's glow falls off, in cells. */
const GLOW = 6

/**
 * Share of the page that a lamp has burnt out: white patches in the page whose surroundings glow and fall off steeply.
 * Paper that is white all over, or brighter on one side, is no glare.
 */
function glareShare(small: Small, light: Float32Array): number {
  // Paper that is nearly white itself cannot be told from a lamp.
  if (quantile(light, 0.85) > 232) return 0
  const { width, height } = small
  let [burnt, steep] = [0, 0]
  for (let y = GLOW; y < height - GLOW; y += 2) {
    for (let x = GLOW; x < width - GLOW; x += 2) {
      if ((light[y * width + x] ?? 0) < 250) continue
      burnt += 4
      const around = [-GLOW, GLOW].flatMap((d) => [light[y * width + x + d] ?? 0, light[(y + d) * width + x] ?? 0])
      if (Math.min(...around) < 250 && Math.max(...around) - Math.min(...around) > 4) steep += 4
    }
  }
  const share = burnt / (width * height)
  // A spot has an edge; a bright half of a page has almost none for its size.
  return share < 0.12 && steep / Math.max(1, burnt) > 0.04 ? share : 0
}

/** Lines that run out of the picture: their print touches its edge. */
function cutLines(page: Page, lines: readonly Line[]): number {
  const margin = Math.max(2, 0.003 * page.width)
  return lines.filter((line) => {
    const xs = [line.box[0], line.box[2], line.box[4], line.box[6]]
    const touches = Math.min(...xs) <= margin || Math.max(...xs) >= page.width - margin
    return touches && line.confidence > 0.6 && [...line.text].length > 3
  }).length
}

/** Photo quality of one page with Chinese next steps. Digital pages (with a text layer) can only be blank. */
export function qualityOf(page: Page, lines: readonly Line[], small: Small): Quality {
  const issues: QualityIssue[] = []
  const characters = lines.reduce((sum, line) => sum + [...line.text].length, 0)
  const light = luminance(small)
  const spread = quantile(light, 0.98) - quantile(light, 0.02)
  if (characters < 5 && (characters === 0 || spread < 25)) issues.push('blank')
  if (page.textLayer === null && !issues.includes('blank')) {
    const print = lines.filter((line) => line.confidence > 0.5 && [...line.text].length > 2)
    const widths = print
      .slice(0, 40)
      .map((line) => edgeWidth(page, line))
      .filter((width) => width !== null)
    if (widths.length >= 3 && median(widths) > 0.3) issues.push('blurred')
    const brightness = quantile(light, 0.85)
    if (brightness < 85) issues.push('dark')
    const glare = glareShare(small, light)
    if (glare > 0.004) issues.push('glare')
    if (cutLines(page, lines) >= 2) issues.push('cropped')
    const heights = print.filter((line) => widthOf(line) > 2 * heightOf(line)).map(heightOf)
    if (heights.length >= 4 && median(heights) < 11) issues.push('small')
    if (Math.abs(levelFrame(lines).angle) > (8 * Math.PI) / 180) issues.push('tilted')
  }
  const score = issues.reduce((left, issue) => left * (1 - COST[issue]), 1)
  return { score: Math.round(score * 100) / 100, issues, advice: issues.map((issue) => ADVICE[issue]) }
}
