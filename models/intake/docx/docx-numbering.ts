import { type Element, elements, find } from '../xml.ts'

interface Level {
  format: string
  text: string
  start: number
}

/** The number or bullet of a paragraph that Word numbers by itself; empty for others. Counts as paragraphs go by. */
export type Numbering = (paragraph: Element) => string

const DEEPEST = 9
const HAN = '零一二三四五六七八九'

/** Reads how lists are numbered (numbering.xml) and which styles are (styles.xml). */
export function numbering(lists: Element | null, styles: Element | null): Numbering {
  const levels = levelsByList(lists)
  const styled = new Map<string, Element>()
  for (const style of styles ? elements(styles, 'style') : []) {
    const own = find(style, 'pPr', 'numPr')
    if (own) styled.set(style.attributes.styleId ?? '', own)
  }
  const counters = new Map<string, number[]>()
  return (paragraph) => {
    const properties = find(paragraph, 'pPr')
    const numbered = find(properties, 'numPr') ?? styled.get(find(properties, 'pStyle')?.attributes.val ?? '')
    const list = find(numbered, 'numId')?.attributes.val ?? '0'
    const depth = Math.min(DEEPEST - 1, Math.max(0, Number(find(numbered, 'ilvl')?.attributes.val) || 0))
    const level = levels.get(list)?.[depth]
    if (!level) return ''
    const counts = counters.get(list) ?? []
    counters.set(list, counts)
    counts[depth] = (counts[depth] ?? level.start - 1) + 1
    counts.length = depth + 1
    if (level.format === 'bullet') return '• '
    if (level.format === 'none') return ''
    return `${level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const other = levels.get(list)?.[at]
      return written(counts[at] ?? other?.start ?? 1, other?.format ?? 'decimal')
    })} `
  }
}

function levelsByList(lists: Element | null): Map<string, Level[]> {
  const shapes = new Map<string, Level[]>()
  const byList = new Map<string, Level[]>()
  for (const one of lists ? elements(lists, 'abstractNum') : [])
    shapes.set(one.attributes.abstractNumId ?? '', levelsOf(one))
  for (const one of lists ? elements(lists, 'num') : []) {
    const shape = shapes.get(find(one, 'abstractNumId')?.attributes.val ?? '')
    if (shape) byList.set(one.attributes.numId ?? '', shape)
  }
  return byList
}

const levelsOf = (shape: Element): Level[] =>
  elements(shape, 'lvl')
    .slice(0, DEEPEST)
    .map((level) => ({
      format: find(level, 'numFmt')?.attributes.val ?? 'decimal',
      text: find(level, 'lvlText')?.attributes.val ?? '',
      start: Number(find(level, 'start')?.attributes.val ?? 1) || 1,
    }))

/** A count as the list's format writes it; decimal for formats that Chinese papers do not use. */
function written(count: number, format: string): string {
  if (/chinese|ideograph|taiwanese|japaneseCounting/i.test(format) && count < 100) return han(count)
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCharCode(65 + ((count - 1) % 26))
    return format === 'lowerLetter' ? letter.toLowerCase() : letter
  }
  if (format === 'decimalEnclosedCircle' && count <= 20) return String.fromCodePoint(0x2460 + count - 1)
  return String(count)
}

/** 1–99 in Chinese numerals. */
function han(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (tens === 0) return HAN[ones] ?? ''
  return `${tens > 1 ? HAN[tens] : ''}十${ones > 0 ? HAN[ones] : ''}`
}
