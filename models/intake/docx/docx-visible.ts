import { type Element, elements, find } from '../xml.ts'

/** Whether a run of a paragraph (their own elements) shows on paper; on a coloured ground white print does. */
export type Visible = (run: Element, paragraph: Element, onColour: boolean) => boolean

/** Half-points below which print is not meant for eyes. */
const SMALLEST = 6
/** Channels (0–255) of print at least so light are white. */
const WHITE = 0xf0
/** Styles are based on one another, no deeper than this. */
const DEEPEST = 20

/** A switch that stands there is on unless it says that it is not. */
export const isOn = (toggle: Element | undefined): boolean =>
  toggle !== undefined && !['0', 'false', 'off'].includes(toggle.attributes.val ?? '')

/** Whether shading (w:shd) is darker than paper. */
export function isColoured(shading: Element | undefined): boolean {
  const fill = shading?.attributes.fill ?? 'auto'
  return shading?.attributes.themeFill !== undefined || (fill !== 'auto' && !isWhite(fill))
}

const isWhite = (hex: string) =>
  /^[\da-f]{6}$/i.test(hex) && [0, 2, 4].every((at) => Number.parseInt(hex.slice(at, at + 2), 16) >= WHITE)

/** Tells by a run's own properties and those of the styles it follows (styles.xml): hidden, white and tiny print does not show. */
export function visibility(styles: Element | null): Visible {
  const byId = new Map<string, Element>()
  for (const style of styles ? elements(styles, 'style') : []) byId.set(style.attributes.styleId ?? '', style)
  const byDefault = (styles ? elements(styles, 'style') : []).find(
    ({ attributes }) => attributes.type === 'paragraph' && ['1', 'true'].includes(attributes.default ?? ''),
  )
  const chain = (id: string | undefined): Element[] => {
    const found: Element[] = []
    for (let style = byId.get(id ?? ''); style && found.length < DEEPEST; ) {
      found.push(style)
      style = byId.get(find(style, 'basedOn')?.attributes.val ?? '')
    }
    return found
  }
  return (run, paragraph, onColour) => {
    const own = find(run, 'rPr')
    const followed = [
      ...chain(find(own, 'rStyle')?.attributes.val),
      ...chain(find(paragraph, 'pPr', 'pStyle')?.attributes.val ?? byDefault?.attributes.styleId),
    ]
    const properties = [
      own,
      ...followed.map((style) => find(style, 'rPr')),
      find(styles ?? undefined, 'docDefaults', 'rPrDefault', 'rPr'),
    ]
    const first = (name: string) => properties.map((one) => find(one, name)).find((one) => one !== undefined)
    if (isOn(first('vanish')) || find(first('textFill'), 'noFill')) return false
    if (Number(first('sz')?.attributes.val ?? SMALLEST) < SMALLEST) return false
    const colour = first('color')?.attributes
    const white = isWhite(colour?.val ?? '') || /^(?:background1|light1)$/.test(colour?.themeColor ?? '')
    const grounds = [first('shd'), find(paragraph, 'pPr', 'shd'), ...followed.map((style) => find(style, 'pPr', 'shd'))]
    return !white || onColour || first('highlight') !== undefined || grounds.some(isColoured)
  }
}
