import { IntakeError } from '../intake-error.ts'
import { type Element, elements, find, textOf } from '../xml.ts'
import { IDENTITY, type Matrix, matrixOf, multiply, translate } from './matrix.ts'
import { numbers, type OfdResources } from './ofd-document.ts'

/** One character: its baseline start in its text object, and how far the next one is. */
export interface Glyph {
  char: string
  x: number
  y: number
  advance: number
}

/** What is drawn on a page, in order; `matrix` leads to millimetres of the page. */
export type Item =
  | {
      kind: 'text'
      matrix: Matrix
      /** One list per text code. */
      codes: Glyph[][]
      size: number
      stacked: boolean
      bold: boolean
      family: string
      colour: string
      alpha: number
    }
  | {
      kind: 'path'
      matrix: Matrix
      svg: string
      fill: string | null
      stroke: string | null
      lineWidth: number
      rule: 'nonzero' | 'evenodd'
      alpha: number
    }
  | { kind: 'picture'; matrix: Matrix; entry: string | null; alpha: number }

const DEEPEST = 20
const MOST_ITEMS = 400_000
const LINE_WIDTH = 0.353

interface Surrounding {
  matrix: Matrix
  resources: OfdResources
  drawParam: string | undefined
  depth: number
  budget: { left: number }
}

/** The objects of a page content, an annotation's appearance or a template, in drawing order. */
export function itemsOf(content: Element, resources: OfdResources, matrix: Matrix = IDENTITY): Item[] {
  const around = { matrix, resources, drawParam: undefined, depth: 0, budget: { left: MOST_ITEMS } }
  const layers = find(content, 'Content') ? elements(find(content, 'Content') ?? content, 'Layer') : [content]
  const order = { Background: 0, Body: 1, Foreground: 2 }
  const rank = (layer: Element) => order[(layer.attributes.Type ?? 'Body') as keyof typeof order] ?? 1
  return layers
    .map((layer, i) => ({ layer, i }))
    .sort((a, b) => rank(a.layer) - rank(b.layer) || a.i - b.i)
    .flatMap(({ layer }) => [...walk(layer, { ...around, drawParam: layer.attributes.DrawParam })])
}

function* walk(container: Element, around: Surrounding): Generator<Item> {
  if (around.depth > DEEPEST) throw tooComplex()
  for (const object of elements(container)) {
    if (object.attributes.Visible === 'false') continue
    if (--around.budget.left < 0) throw tooComplex()
    if (object.name === 'PageBlock') {
      yield* walk(object, { ...around, depth: around.depth + 1 })
      continue
    }
    const boundary = numbers(object.attributes.Boundary)
    const [x = 0, y = 0] = boundary
    const own = matrixOf(numbers(object.attributes.CTM))
    const matrix = multiply(around.matrix, multiply(translate(x, y), own))
    const style = styleOf(object, around)
    const alpha = alphaOf(object.attributes.Alpha)
    if (object.name === 'TextObject') {
      const item = textItem(object, matrix, style, alpha)
      if (item) yield item
    } else if (object.name === 'PathObject') {
      const fill = object.attributes.Fill === 'true' ? style.fill : null
      const stroke = object.attributes.Stroke === 'false' ? null : style.stroke
      yield {
        kind: 'path',
        matrix,
        svg: svgOf(textOf(find(object, 'AbbreviatedData'))),
        fill,
        stroke,
        lineWidth: style.lineWidth,
        rule: object.attributes.Rule === 'Even-Odd' ? 'evenodd' : 'nonzero',
        alpha,
      }
    } else if (object.name === 'ImageObject') {
      // Without a CTM the picture would be one millimetre wide; producers that leave it out mean the boundary.
      const [, , width = 1, height = 1] = boundary
      const fitted = object.attributes.CTM ? matrix : multiply(matrix, [width, 0, 0, height, 0, 0])
      yield {
        kind: 'picture',
        matrix: fitted,
        entry: around.resources.pictures.get(object.attributes.ResourceID ?? '') ?? null,
        alpha,
      }
    } else if (object.name === 'CompositeObject') {
      const unit = around.resources.composites.get(object.attributes.ResourceID ?? '')
      const content = find(unit, 'Content')
      if (content) yield* walk(content, { ...around, matrix, depth: around.depth + 1 })
    }
  }
}

const tooComplex = () => new IntakeError('unsafe-file', { before: '页面内容过于复杂。' })

const alphaOf = (text: string | undefined) => {
  const value = Number(text ?? 255)
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value / 255)) : 1
}

interface Style {
  fill: string
  stroke: string
  lineWidth: number
}

/** Colours and line width of an object: its own, else those of the draw parameters it or its layer refers to. */
function styleOf(object: Element, { resources, drawParam }: Surrounding): Style {
  const chain = [object]
  let next = object.attributes.DrawParam ?? drawParam
  for (let i = 0; next && i < DEEPEST; i++) {
    const param = resources.drawParams.get(next)
    if (!param) break
    chain.push(param)
    next = param.attributes.Relative
  }
  const first = (name: string) => chain.map((one) => find(one, name)).find((one) => one !== undefined)
  const width = Number(chain.map((one) => one.attributes.LineWidth).find((one) => one !== undefined) ?? LINE_WIDTH)
  return {
    fill: colourOf(first('FillColor'), resources),
    stroke: colourOf(first('StrokeColor'), resources),
    lineWidth: Number.isFinite(width) ? width : LINE_WIDTH,
  }
}

/** A CSS colour; black when there is none, the first colour of a gradient. */
function colourOf(colour: Element | undefined, resources: OfdResources): string {
  if (!colour) return '#000000'
  const gradient = elements(colour)[0]
  if (colour.attributes.Value === undefined && gradient) {
    const segment = find(gradient, 'Segment', 'Color')
    if (segment) return colourOf(segment, resources)
  }
  const parts = (colour.attributes.Value ?? '0 0 0')
    .trim()
    .split(/\s+/)
    .map((part) => (part.startsWith('#') ? Number.parseInt(part.slice(1), 16) : Number(part)))
    .map((part) => (Number.isFinite(part) ? Math.min(255, Math.max(0, part)) : 0))
  const space = resources.colourSpaces.get(colour.attributes.ColorSpace ?? '')
  const [a = 0, b = 0, c = 0, k = 0] = parts
  const alpha = alphaOf(colour.attributes.Alpha)
  if (space === 'GRAY' || parts.length === 1) return `rgba(${a},${a},${a},${alpha})`
  if (space === 'CMYK' && parts.length === 4) {
    const mix = (ink: number) => Math.round(((255 - ink) * (255 - k)) / 255)
    return `rgba(${mix(a)},${mix(b)},${mix(c)},${alpha})`
  }
  return `rgba(${a},${b},${c},${alpha})`
}

function textItem(object: Element, matrix: Matrix, style: Style, alpha: number): Item | null {
  const { Size, HScale, ReadDirection, Fill, Stroke, Weight, Font } = object.attributes
  const size = Number(Size)
  if (!(size > 0) || alpha === 0 || (Fill === 'false' && Stroke !== 'true')) return null
  const stretch = Number(HScale ?? 1) || 1
  const stacked = ReadDirection === '90' || ReadDirection === '270'
  let last = { x: 0, y: 0 }
  const codes: Glyph[][] = []
  for (const code of elements(object, 'TextCode')) {
    const start = { x: Number(code.attributes.X ?? last.x) || 0, y: Number(code.attributes.Y ?? last.y) || 0 }
    last = start
    const glyphs = placed(textOf(code), start, size * stretch, code.attributes, stacked)
    if (glyphs.length > 0) codes.push(glyphs)
  }
  if (codes.length === 0) return null
  return {
    kind: 'text',
    matrix: stretch === 1 ? matrix : multiply(matrix, [stretch, 0, 0, 1, 0, 0]),
    codes: stretch === 1 ? codes : codes.map((glyphs) => glyphs.map((g) => ({ ...g, x: g.x / stretch }))),
    size,
    stacked: stacked || codes.some((glyphs) => isStacked(glyphs)),
    bold: Number(Weight ?? 400) >= 600,
    family: Font ?? '',
    colour: Fill === 'false' ? style.stroke : style.fill,
    alpha,
  }
}

const isStacked = (glyphs: Glyph[]) => glyphs.length > 1 && glyphs.every(({ x }) => x === glyphs[0]?.x)

const isWide = (char: string) => /[⺀-￯]|[\u{20000}-\u{3ffff}]/u.test(char)

/** Characters at the places that DeltaX and DeltaY give them; without those, at the width a font usually has. */
function placed(
  text: string,
  start: { x: number; y: number },
  size: number,
  { DeltaX, DeltaY }: Record<string, string>,
  stacked: boolean,
): Glyph[] {
  const chars = [...text.replace(/[\r\n\t]/g, '')]
  const dx = distances(DeltaX, chars.length)
  const dy = distances(DeltaY, chars.length)
  let { x, y } = start
  return chars.map((char, i) => {
    const natural = isWide(char) ? size : size / 2
    const right = dx[i] ?? (DeltaX === undefined && DeltaY === undefined && !stacked ? natural : 0)
    const down = dy[i] ?? (DeltaX === undefined && DeltaY === undefined && stacked ? size : 0)
    const glyph = { char, x, y, advance: i < chars.length - 1 && (right || down) ? Math.hypot(right, down) : natural }
    x += right
    y += down
    return glyph
  })
}

/** `3 g 2 5 1` → 3, 5, 5, 1: no more numbers than there are characters. */
export function distances(text: string | undefined, most: number): number[] {
  const words = (text ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const out: number[] = []
  for (let i = 0; i < words.length && out.length < most; i++) {
    if (words[i] !== 'g') {
      out.push(Number(words[i]) || 0)
      continue
    }
    const times = Math.min(Number(words[i + 1]) || 0, most - out.length)
    const value = Number(words[i + 2]) || 0
    for (let n = 0; n < times; n++) out.push(value)
    i += 2
  }
  return out
}

/** OFD path data in the letters of SVG. */
function svgOf(data: string): string {
  const letters: Record<string, string> = { S: 'M', M: 'M', L: 'L', Q: 'Q', B: 'C', A: 'A', C: 'Z' }
  return data
    .trim()
    .split(/\s+/)
    .map((word) => letters[word] ?? (Number.isFinite(Number(word)) ? word : '0'))
    .join(' ')
}
