import type { Line, Quality, QualityIssue } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { levelFrame, median } from '../frame.ts'
import { cutSides } from './cut-off.ts'
import { hasMoire } from './moire.ts'
import { luminance, quantile, type Small } from './pixels.ts'
import { isSoft } from './sharpness.ts'
import { veiledShare } from './veil.ts'

const ADVICE: Record<QualityIssue, string> = {
  blurred: '照片模糊，请对准文字、拿稳后重拍',
  dark: '照片太暗，请到光线充足处重拍',
  glare: '照片有反光，请避开灯光或换个角度重拍',
  cropped: '页面没有拍全，请把四角都拍进去后重拍',
  small: '文字太小，请靠近些拍，或上传原始大小的照片',
  tilted: '照片拍斜了，请正对页面重拍',
  screen: '像是对着屏幕翻拍的，请拍原件或上传原文件',
  blank: '这一页没有看到文字，请检查是否传错',
}

/** What an issue takes off a page's score. Blurred and dark are said only of print that they keep from being read. */
const COST: Record<QualityIssue, number> = {
  blurred: 0.7,
  dark: 0.7,
  glare: 0.2,
  cropped: 0.25,
  small: 0.25,
  tilted: 0.1,
  screen: 0.1,
  blank: 1,
}

const heightOf = ({ box }: Line) => Math.hypot(box[6] - box[0], box[7] - box[1])
const widthOf = ({ box }: Pick<Line, 'box'>) => Math.hypot(box[2] - box[0], box[3] - box[1])

/**
 * Paper darker than this (0–255) is badly lit. Below the second, print has too few greys left to be told from it, however sure
 * the reader is of what it still sees: of drawn pages (seed 5801) with paper at 66–71 most fields were read as in daylight, at
 * 44–48 three of six lost more than a quarter of theirs without a doubtful character, at 29–31 four of seven were lost. Another
 * seed (5907) lost nothing at 46 and two fifths at 30: the limit lies between, nearer to where both were spoilt.
 */
const DIM = 85
const BLACK = 38

/** Reach of the ring around a burnt-out patch in which a lamp's glow falls off, in cells. */
const GLOW = 6

/** So far around a line (in its heights) a patch may hide print that went with it. */
const HIDES = 1.5

/** The cells where print stands or may have stood beside what is left of it. */
function printCells({ width, height, step }: Small, boxes: readonly Line['box'][]): Uint8Array {
  const cells = new Uint8Array(width * height)
  for (const box of boxes) {
    const more = HIDES * Math.hypot(box[6] - box[0], box[7] - box[1])
    const cut = (values: number[], most: number) => [
      Math.max(0, Math.floor((Math.min(...values) - more) / step)),
      Math.min(most, Math.ceil((Math.max(...values) + more) / step)),
    ]
    const [x0 = 0, x1 = 0] = cut([box[0], box[2], box[4], box[6]], width)
    const [y0 = 0, y1 = 0] = cut([box[1], box[3], box[5], box[7]], height)
    for (let y = y0; y < y1; y += 1) cells.fill(1, y * width + x0, y * width + x1)
  }
  return cells
}

/**
 * Share of the page that a lamp has burnt out over print: white patches in the page whose surroundings glow and fall off
 * steeply. Paper that is white all over, or brighter on one side, is no glare; a spot on bare paper or a desk harms nobody.
 */
function glareShare(small: Small, light: Float32Array, boxes: readonly Line['box'][]): number {
  // Paper that is nearly white itself cannot be told from a lamp.
  if (quantile(light, 0.85) > 232) return 0
  const { width, height } = small
  const print = printCells(small, boxes)
  let [burnt, steep, over] = [0, 0, 0]
  for (let y = GLOW; y < height - GLOW; y += 2) {
    for (let x = GLOW; x < width - GLOW; x += 2) {
      if ((light[y * width + x] ?? 0) < 250) continue
      burnt += 4
      if (print[y * width + x]) over += 4
      const around = [-GLOW, GLOW].flatMap((d) => [light[y * width + x + d] ?? 0, light[(y + d) * width + x] ?? 0])
      if (Math.min(...around) < 250 && Math.max(...around) - Math.min(...around) > 4) steep += 4
    }
  }
  const share = burnt / (width * height)
  // A spot has an edge; a bright half of a page has almost none for its size.
  return share < 0.12 && steep / Math.max(1, burnt) > 0.04 ? over / (width * height) : 0
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

/** Below this share of its print read, a page cannot be relied on for want of light or focus; below the second, for whatever reason. */
const LEGIBLE = 0.85
const HOPELESS = 0.6
/** What is said of a page whose print cannot be read: the first of these, else that it is blurred. */
const CAUSES: QualityIssue[] = ['blurred', 'dark', 'glare', 'small']
/** So many places that look like print are no specks on an empty sheet. */
const PRINT = 3
/** The score of a page that cannot be read, whatever else is good about it. */
const UNREADABLE = 0.3

/** What a recogniser makes of the border of a certificate: one letter or figure over and over, or in a long run two of them. */
function isOrnament(text: string): boolean {
  const chars = [...text]
  if (chars.length < 4 || /\p{Script=Han}/u.test(text)) return false
  const counts = [...new Set(chars)]
    .map((one) => chars.filter((other) => other === one).length)
    .toSorted((a, b) => b - a)
  const [most = 0, next = 0] = counts
  return most + (chars.length >= 8 ? next : 0) > 0.7 * chars.length
}

/**
 * How sure the reader was of the print that it saw, by width: 0 (nothing read) – 1. Print that gave no text counts as 0, the
 * border of a certificate, as wide as the page and never text, not at all.
 */
function legibility(lines: readonly Line[], unread: readonly Line['box'][]): number {
  const print = lines.filter(({ text }) => !isOrnament(text))
  const read = print.reduce((sum, line) => sum + widthOf(line), 0)
  const sure = print.reduce((sum, line) => sum + widthOf(line) * line.confidence, 0)
  const all = read + unread.reduce((sum, box) => sum + widthOf({ box }), 0)
  return all === 0 ? 0 : sure / all
}

/** A character below this may as well be another. */
const DOUBTFUL = 0.8
/** With this share of its characters doubtful, half the values of a page were wrong (drawn pages of seeds 401 and 403; none of 331 clear ones has so many). */
const MANY = 0.12
/** Fewer characters tell no share. */
const FEW = 30
/** Print lower than this (pixels, as the detector draws a line) is short of detail before it is out of focus. */
const LOW = 25

/** What to say of a page on which many characters could be something else: small print, or soft. */
function doubtful(lines: readonly Line[]): QualityIssue | null {
  const sure = lines.filter(({ text }) => !isOrnament(text)).flatMap((line) => line.characters ?? [])
  if (sure.length < FEW || sure.filter((value) => value < DOUBTFUL).length < MANY * sure.length) return null
  return median(lines.map(heightOf)) < LOW ? 'small' : 'blurred'
}

/**
 * Coloured waves from here on are a screen's: drawn screens of strength .6 and 1 (seed 5102) show .012–.062, of .3 .006–.019;
 * drawn pages on paper (seeds 5101, 5104) at most .007.
 */
const MOIRE = 0.012

/** With so much of its print veiled a page has a glare: drawn ones of strength .5 and more (seed 5105) show up to .18, pages without at most .018. */
const VEILED = 0.04

/** Light of the paper about the print: a dark desk around a small card says nothing of it. */
function paperLight(lines: readonly Line[], { width, height, step }: Small, light: Float32Array): number {
  const cells = (values: number[], most: number) => [
    Math.max(0, Math.floor(Math.min(...values) / step)),
    Math.min(most, Math.ceil(Math.max(...values) / step)),
  ]
  const [x0 = 0, x1 = 0] = cells(
    lines.flatMap(({ box }) => [box[0], box[2], box[4], box[6]]),
    width,
  )
  const [y0 = 0, y1 = 0] = cells(
    lines.flatMap(({ box }) => [box[1], box[3], box[5], box[7]]),
    height,
  )
  const inside: number[] = []
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) inside.push(light[y * width + x] ?? 0)
  return quantile(inside.length > 0 ? inside : light, 0.85)
}

/** Issues of a photograph with print on it. */
function issuesOf(
  page: Page,
  lines: readonly Line[],
  small: Small,
  light: Float32Array,
  unread: readonly Line['box'][],
) {
  const legible = legibility(lines, unread)
  const issues: QualityIssue[] = []
  if (legible < LEGIBLE && isSoft(page, lines)) issues.push('blurred')
  const brightness = quantile(light, 0.85)
  if (paperLight(lines, small, light) < BLACK || (brightness < DIM && legible < LEGIBLE)) issues.push('dark')
  const glare = glareShare(small, light, [...lines.map(({ box }) => box), ...unread])
  if (glare > 0.004 || veiledShare(page, lines) > VEILED) issues.push('glare')
  if (cutLines(page, lines) >= 2 || cutSides(page, lines, small, light).length > 0) issues.push('cropped')
  const heights = lines
    .filter((line) => line.confidence > 0.5 && [...line.text].length > 2 && widthOf(line) > 2 * heightOf(line))
    .map(heightOf)
  if (heights.length >= 4 && median(heights) < 11) issues.push('small')
  const doubt = doubtful(lines)
  if (doubt && !issues.some((issue) => CAUSES.includes(issue))) issues.push(doubt)
  if (Math.abs(levelFrame(lines).angle) > (8 * Math.PI) / 180) issues.push('tilted')
  if (hasMoire(small, MOIRE)) issues.push('screen')
  return legible < HOPELESS && !issues.some((issue) => CAUSES.includes(issue))
    ? ['blurred' as const, ...issues]
    : issues
}

/** A quality with its advice; `cap` is the most that its score may be. */
export function qualityWith(issues: QualityIssue[], cap = 1): Quality {
  const score = Math.min(
    cap,
    issues.reduce((left, issue) => left * (1 - COST[issue]), 1),
  )
  return { score: Math.round(score * 100) / 100, issues, advice: issues.map((issue) => ADVICE[issue]) }
}

/** The same photograph when what it should show could not be read: never clear, and with an issue that says why. */
export function unreadable({ score, issues }: Quality): Quality {
  const said = issues.some((issue) => issue === 'blank' || issue === 'cropped' || CAUSES.includes(issue))
  return qualityWith(said ? issues : ['blurred', ...issues], Math.min(score, UNREADABLE))
}

/**
 * Photo quality of one page with Chinese next steps; `unread` is where print was seen that gave no text.
 * Digital pages (with a text layer) can only be blank.
 */
export function qualityOf(page: Page, lines: readonly Line[], small: Small, unread: readonly Line['box'][]): Quality {
  const characters = lines.reduce((sum, line) => sum + [...line.text].length, 0)
  const light = luminance(small)
  const spread = quantile(light, 0.98) - quantile(light, 0.02)
  const photograph = page.textLayer === null
  if (characters === 0 && photograph) {
    const brightness = quantile(light, 0.85)
    if (brightness < BLACK) return qualityWith(['dark'])
    if (unread.length >= PRINT || isSoft(page, [])) return qualityWith([brightness < DIM ? 'dark' : 'blurred'])
  }
  if (characters < 5 && (characters === 0 || spread < 25))
    return qualityWith([photograph && quantile(light, 0.85) < BLACK ? 'dark' : 'blank'])
  if (!photograph) return qualityWith([])
  const legible = legibility(lines, unread)
  const issues = issuesOf(page, lines, small, light, unread)
  return qualityWith(issues, legible < HOPELESS ? UNREADABLE : 1)
}

/** Photo quality of a portrait by itself: it has no print to be told by, only focus and light. */
export function qualityOfPortrait(page: Page, small: Small): Quality {
  const dark = quantile(luminance(small), 0.85) < DIM
  return qualityWith(isSoft(page, []) ? ['blurred'] : dark ? ['dark'] : [])
}
