import { SaxesParser } from 'saxes'
import { IntakeError } from './intake-error.ts'

/** An XML element without namespaces: prefixes are cut off, `children` are elements and text in order. */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

const DEEPEST = 100
const MOST_ELEMENTS = 1_500_000
const MOST_BYTES = 64 * 1024 * 1024

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Parses XML that a stranger wrote: DOCTYPE, depth beyond 100 and endless documents are refused, nothing is ever fetched. */
export function parseXml(bytes: Uint8Array): Element {
  if (bytes.length > MOST_BYTES) throw unsafe('过大')
  const root: Element = { name: '', attributes: {}, children: [] }
  const path = [root]
  let count = 0
  const parser = new SaxesParser({ xmlns: false })
  parser.on('doctype', () => {
    throw unsafe('带有 DOCTYPE 声明')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length > DEEPEST) throw unsafe('嵌套过深')
    if (++count > MOST_ELEMENTS) throw unsafe('过大')
    const element: Element = { name: local(name), attributes: {}, children: [] }
    for (const [key, value] of Object.entries(attributes)) element.attributes[local(key)] = value
    path.at(-1)?.children.push(element)
    path.push(element)
  })
  parser.on('closetag', () => {
    path.pop()
  })
  const text = (value: string) => {
    path.at(-1)?.children.push(value)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(decode(bytes)).close()
  } catch (error) {
    throw error instanceof IntakeError ? error : new IntakeError('damaged-file')
  }
  const [top] = elements(root)
  if (!top) throw new IntakeError('damaged-file')
  return top
}

const unsafe = (what: string) => new IntakeError('unsafe-file', { before: `文件里的 XML ${what}。` })

/** By byte order mark, else by the encoding that the first line declares, else UTF-8. */
function decode(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^(?:ï»¿)?\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1]
  try {
    return new TextDecoder(mark || (declared && !/^utf-?16/i.test(declared) ? declared : 'utf-8')).decode(bytes)
  } catch {
    throw new IntakeError('damaged-file')
  }
}

/** Child elements, all or those of one name. */
export const elements = (parent: Element, name?: string): Element[] =>
  parent.children.filter((child): child is Element => typeof child !== 'string' && (!name || child.name === name))

/** First child element of a name, or the first below it when several names are given. */
export function find(parent: Element | undefined, ...names: string[]): Element | undefined {
  let here = parent
  for (const name of names) here = here && elements(here, name)[0]
  return here
}

/** All text inside, in document order. */
export const textOf = (element: Element | undefined): string =>
  element ? element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('') : ''

/** All elements of a name at any depth, in document order; those inside a found one are left to it. */
export function* descendants(parent: Element, name: string): Generator<Element> {
  for (const child of elements(parent)) {
    if (child.name === name) yield child
    else yield* descendants(child, name)
  }
}
