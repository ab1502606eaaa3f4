import { IntakeError } from '../intake-error.ts'
import { type Element, elements, find, textOf } from '../xml.ts'
import type { OfdPackage } from './ofd-package.ts'

/** x, y, width, height in millimetres. */
export type Area = [number, number, number, number]

export interface OfdResources {
  fonts: Map<string, Element>
  /** Picture entries by resource id. */
  pictures: Map<string, string>
  drawParams: Map<string, Element>
  composites: Map<string, Element>
  /** Colour spaces by id: GRAY, RGB, CMYK. */
  colourSpaces: Map<string, string>
}

export interface OfdPage {
  id: string
  /** Entry of the page's content. */
  name: string
  content: Element
  area: Area
  /** Content of template pages, below and above the page's own. */
  below: Element[]
  above: Element[]
  annotations: Element[]
  resources: OfdResources
  /** Entries of its template pages. */
  templates: string[]
}

export interface OfdBody {
  name: string
  pages: OfdPage[]
  structured: { name: string; value: string }[]
  attachments: { name: string; type: string; bytes: number }[]
  /** Entry of the list of signatures. */
  signatures: string | null
}

const A4: Area = [0, 0, 210, 297]

/** Numbers of an OFD array attribute. */
export const numbers = (text: string | undefined): number[] =>
  (text ?? '')
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '')
    .map(Number)

function area(text: string | undefined): Area | null {
  const [x, y, width, height] = numbers(text)
  if (x === undefined || y === undefined || !width || !height) return null
  return [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0 ? [x, y, width, height] : null
}

/** Reads the structure of every document in an OFD package. Throws IntakeError when it is not one. */
export function readBodies(pkg: OfdPackage, mostPages: number): OfdBody[] {
  const ofd = pkg.xml(pkg.resolve('', 'OFD.xml'))
  if (ofd?.name !== 'OFD') throw new IntakeError('damaged-file')
  const bodies: OfdBody[] = []
  let pages = 0
  for (const body of elements(ofd, 'DocBody')) {
    const root = pkg.resolve('OFD.xml', textOf(find(body, 'DocRoot')))
    const document = pkg.xml(root)
    if (!root || !document) throw new IntakeError('damaged-file')
    pages += elements(find(document, 'Pages') ?? document, 'Page').length
    if (pages > mostPages)
      throw new IntakeError('too-many-pages', { before: `共 ${pages} 页，最多读取 ${mostPages} 页。` })
    bodies.push({
      name: root,
      pages: readPages(pkg, root, document),
      structured: elements(find(body, 'DocInfo', 'CustomDatas') ?? { ...body, children: [] }, 'CustomData').map(
        (data) => ({
          name: data.attributes.Name ?? '',
          value: textOf(data).trim(),
        }),
      ),
      attachments: readAttachments(pkg, root, document),
      signatures: pkg.resolve('OFD.xml', textOf(find(body, 'Signatures'))),
    })
  }
  if (pages === 0) throw new IntakeError('damaged-file')
  return bodies
}

function readPages(pkg: OfdPackage, root: string, document: Element): OfdPage[] {
  const common = find(document, 'CommonData')
  const shared = emptyResources()
  for (const kind of ['PublicRes', 'DocumentRes'])
    for (const one of common ? elements(common, kind) : []) addResources(pkg, pkg.resolve(root, textOf(one)), shared)
  const templates = new Map<string, { name: string; content: Element; zOrder: string | undefined }>()
  for (const one of common ? elements(common, 'TemplatePage') : []) {
    const name = pkg.resolve(root, one.attributes.BaseLoc ?? '')
    const content = pkg.xml(name)
    if (name && content) templates.set(one.attributes.ID ?? '', { name, content, zOrder: one.attributes.ZOrder })
  }
  const annotations = readAnnotations(pkg, root, document)
  const pages = find(document, 'Pages')
  return (pages ? elements(pages, 'Page') : []).map((page): OfdPage => {
    const name = pkg.resolve(root, page.attributes.BaseLoc ?? '')
    const content = pkg.xml(name)
    if (!name || !content) throw new IntakeError('damaged-file')
    const used = elements(content, 'Template').flatMap((one) => {
      const template = templates.get(one.attributes.TemplateID ?? '')
      return template ? [{ ...template, zOrder: one.attributes.ZOrder ?? template.zOrder }] : []
    })
    let resources = shared
    for (const one of elements(content, 'PageRes')) {
      if (resources === shared) resources = copy(shared)
      addResources(pkg, pkg.resolve(name, textOf(one)), resources)
    }
    const boxes = [content, ...used.map((one) => one.content)].map((one) => find(one, 'Area'))
    const id = page.attributes.ID ?? ''
    return {
      id,
      name,
      content,
      area:
        boxes.map((box) => area(textOf(find(box, 'PhysicalBox')))).find((box) => box !== null) ??
        area(textOf(find(common, 'PageArea', 'PhysicalBox'))) ??
        A4,
      below: used.filter(({ zOrder }) => zOrder !== 'Foreground').map((one) => one.content),
      above: used.filter(({ zOrder }) => zOrder === 'Foreground').map((one) => one.content),
      annotations: annotations.get(id) ?? [],
      resources,
      templates: used.map((one) => one.name),
    }
  })
}

const emptyResources = (): OfdResources => ({
  fonts: new Map(),
  pictures: new Map(),
  drawParams: new Map(),
  composites: new Map(),
  colourSpaces: new Map(),
})

const copy = (from: OfdResources): OfdResources => ({
  fonts: new Map(from.fonts),
  pictures: new Map(from.pictures),
  drawParams: new Map(from.drawParams),
  composites: new Map(from.composites),
  colourSpaces: new Map(from.colourSpaces),
})

function addResources(pkg: OfdPackage, name: string | null, into: OfdResources) {
  const list = pkg.xml(name)
  if (!name || !list) return
  const base = list.attributes.BaseLoc ?? ''
  for (const group of elements(list)) {
    for (const one of elements(group)) {
      const id = one.attributes.ID ?? ''
      if (one.name === 'Font') into.fonts.set(id, one)
      else if (one.name === 'DrawParam') into.drawParams.set(id, one)
      else if (one.name === 'CompositeGraphicUnit') into.composites.set(id, one)
      else if (one.name === 'ColorSpace') into.colourSpaces.set(id, (one.attributes.Type ?? 'RGB').toUpperCase())
      else if (one.name === 'MultiMedia' && (one.attributes.Type ?? 'Image') === 'Image') {
        const file = pkg.resolve(name, textOf(find(one, 'MediaFile')), base)
        if (file) into.pictures.set(id, file)
      }
    }
  }
}

/** Annotations by page id. */
function readAnnotations(pkg: OfdPackage, root: string, document: Element): Map<string, Element[]> {
  const byPage = new Map<string, Element[]>()
  const name = pkg.resolve(root, textOf(find(document, 'Annotations')))
  const list = pkg.xml(name)
  if (!name || !list) return byPage
  for (const page of elements(list, 'Page')) {
    const annotations = pkg.xml(pkg.resolve(name, textOf(find(page, 'FileLoc'))))
    if (!annotations) continue
    const id = page.attributes.PageID ?? ''
    byPage.set(id, [...(byPage.get(id) ?? []), ...elements(annotations, 'Annot')])
  }
  return byPage
}

function readAttachments(pkg: OfdPackage, root: string, document: Element): OfdBody['attachments'] {
  const name = pkg.resolve(root, textOf(find(document, 'Attachments')))
  const list = pkg.xml(name)
  if (!name || !list) return []
  return elements(list, 'Attachment').map((one) => {
    const file = pkg.resolve(name, textOf(find(one, 'FileLoc')))
    const type = one.attributes.Format ?? /\.(\w+)$/.exec(file ?? '')?.[1] ?? ''
    return {
      name: one.attributes.Name ?? file ?? '',
      type: type.toLowerCase(),
      bytes: (file && pkg.read(file)?.length) || 0,
    }
  })
}
