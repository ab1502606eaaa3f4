import type { FileExtras, Line } from '../../../facts/reading.ts'
import type { Bitmap } from '../bitmap.ts'
import { decodePicture } from '../decode-picture.ts'
import { chineseFamily } from '../fonts.ts'
import { IntakeError } from '../intake-error.ts'
import { folderOf, normalise } from '../package-path.ts'
import type { IntakeLimits, Source } from '../source.ts'
import { paper, pictureCanvas, rgbOf } from '../surface.ts'
import { doubted, joinRuns, type Run } from '../text-layer.ts'
import { type Element, elements, find, parseXml, textOf } from '../xml.ts'
import { openZip, type Zip } from '../zip.ts'
import { type Block, blocksOf, type Leftovers } from './docx-content.ts'
import { layOut, type Mark, type Paper, type Sheet, widthOf } from './docx-layout.ts'
import { numbering } from './docx-numbering.ts'
import { visibility } from './docx-visible.ts'

const TWIPS_PER_POINT = 20
const POINTS_PER_INCH = 72
const LONGEST_SIDE = 20_000
/** A picture with fewer pixels on its long side (a seal, a signature) stays in the text; a larger one is a page of its own. */
const OWN_PAGE = 500
/** Struck out by a revision that nobody accepted: it may or may not be what the document says. */
const REVISED = 0.5

type PageContent = { sheet: Sheet } | { picture: Bitmap }

/** Opens a Word document: its text set simply on pages, larger pictures as pages of their own after the text. */
export async function openDocx(bytes: Uint8Array, limits: IntakeLimits): Promise<Source> {
  const zip = openZip(bytes)
  const main = mainPart(zip)
  const relations = relationsOf(zip, main)
  const left: Leftovers = { hidden: 0, deleted: 0, foreign: 0 }
  const { blocks, size } = readBlocks(zip, main, relations, left)
  const { pictures, notes } = await decodePictures(zip, blocks, relations, limits)
  const inline = (relation: string) => {
    const one = pictures.get(relation)
    return one !== undefined && Math.max(one.width, one.height) < OWN_PAGE
  }
  const pages: PageContent[] = [
    ...layOut(blocks, size, inline).map((sheet) => ({ sheet })),
    ...[...pictures].filter(([relation]) => !inline(relation)).map(([, picture]) => ({ picture })),
  ]
  if (pages.length > limits.pdfPages)
    throw new IntakeError('too-many-pages', { before: `共 ${pages.length} 页，最多读取 ${limits.pdfPages} 页。` })
  if (pages.length === 0) pages.push({ sheet: { width: size.width, height: size.height, marks: [] } })
  const at = (number: number) => {
    const found = pages[number - 1]
    if (!found) throw new IntakeError('no-such-page')
    return found
  }
  const drawn = (content: PageContent, scale: number) =>
    'sheet' in content ? drawSheet(content.sheet, scale, pictures) : drawPicture(content.picture, scale)
  const layerOf = (content: PageContent, scale: number, number: number) => {
    const lines = 'sheet' in content ? sheetLines(content.sheet, scale, number) : []
    if (!('sheet' in content) || lines.length === 0) return { textLayer: null }
    const marks = content.sheet.marks.filter(({ kind }) => kind !== 'text')
    const wordless = drawSheet({ ...content.sheet, marks }, scale, pictures).rgb
    return { textLayer: lines, drawnFromText: true as const, wordless }
  }
  return {
    pages: pages.length,
    extras: () => extrasOf(zip, main, relations, left, notes),
    async open(number) {
      const content = at(number)
      const scale = 'sheet' in content ? sheetScale(content.sheet, limits) : 1
      return { page: { page: number, ...drawn(content, scale), ...layerOf(content, scale, number) }, scale: 1 }
    },
    async look(number, side, size) {
      const content = at(number)
      const of = 'sheet' in content ? content.sheet : content.picture
      const most = 'sheet' in content ? 2 * sheetScale(content.sheet, limits) : 1
      return drawn(content, Math.min(most, size / of[side]))
    },
    close: async () => {},
  }
}

/** Name of the part that holds the document, by the package's own table. */
function mainPart(zip: Zip): string {
  const table = zip.read('_rels/.rels')
  const target = table
    ? elements(parseXml(table)).find(({ attributes }) => /\/officeDocument$/.test(attributes.Type ?? ''))?.attributes
        .Target
    : undefined
  const name = normalise(target ?? 'word/document.xml')
  if (zip.read(name) === null) throw new IntakeError('damaged-file')
  return name
}

interface Relation {
  type: string
  target: string
}

/** What a part refers to inside the package, by id; references to other places are left out and never followed. */
function relationsOf(zip: Zip, part: string): Map<string, Relation> {
  const folder = folderOf(part)
  const table = zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  for (const { attributes } of table ? elements(parseXml(table)) : []) {
    const { Id, Target, Type, TargetMode } = attributes
    if (!Id || !Target || TargetMode === 'External') continue
    relations.set(Id, {
      type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1),
      target: normalise(Target.startsWith('/') ? Target : folder + Target),
    })
  }
  return relations
}

function readBlocks(zip: Zip, main: string, relations: Map<string, Relation>, left: Leftovers) {
  const document = parseXml(zip.read(main) ?? new Uint8Array())
  const body = find(document, 'body')
  if (!body) throw new IntakeError('damaged-file')
  const parts = (type: string) =>
    [...relations.values()]
      .filter((relation) => relation.type === type)
      .flatMap(({ target }) => {
        const part = zip.read(target)
        return part ? [parseXml(part)] : []
      })
  const notes = [...parts('footnotes'), ...parts('endnotes')].flatMap((part) => elements(part)).filter(isWritten)
  const styles = parts('styles')[0] ?? null
  const walk = { left, number: numbering(parts('numbering')[0] ?? null, styles), visible: visibility(styles) }
  const blocks: Block[] = [
    ...parts('header').flatMap((part) => blocksOf(part, walk)),
    ...blocksOf(body, walk),
    ...notes.flatMap((note) => blocksOf(note, walk)),
    ...parts('footer').flatMap((part) => blocksOf(part, walk)),
  ]
  return { blocks, size: paperOf(find(body, 'sectPr')) }
}

/** Word keeps separators among the footnotes. */
const isWritten = ({ attributes }: Element) => !/separator/i.test(attributes.type ?? '')

function paperOf(section: Element | undefined): Paper {
  const points = (value: string | undefined, otherwise: number, least: number, most: number) => {
    const twips = Number(value)
    return Number.isFinite(twips) && twips > 0 ? Math.min(most, Math.max(least, twips / TWIPS_PER_POINT)) : otherwise
  }
  const size = find(section, 'pgSz')?.attributes
  const margin = find(section, 'pgMar')?.attributes
  return {
    width: points(size?.w, 595, 200, 2400),
    height: points(size?.h, 842, 200, 2400),
    margin: {
      top: points(margin?.top, 60, 20, 90),
      right: points(margin?.right, 60, 20, 90),
      bottom: points(margin?.bottom, 60, 20, 90),
      left: points(margin?.left, 60, 20, 90),
    },
  }
}

const picturesIn = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block.relation]
    return block.kind === 'table' ? block.rows.flat().flatMap((cell) => picturesIn(cell.blocks)) : []
  })

async function decodePictures(
  zip: Zip,
  blocks: Block[],
  relations: Map<string, Relation>,
  limits: IntakeLimits,
): Promise<{ pictures: Map<string, Bitmap>; notes: string[] }> {
  const pictures = new Map<string, Bitmap>()
  let missing = 0
  let pixels = 0
  for (const relation of new Set(picturesIn(blocks))) {
    const target = relations.get(relation)?.target
    const bytes = target ? zip.read(target) : null
    const picture = bytes && pixels < limits.pixels ? await decodePicture(bytes, limits) : null
    if (!picture) {
      missing++
      continue
    }
    pixels += picture.width * picture.height
    pictures.set(relation, picture)
  }
  const notes = missing > 0 ? [`有 ${missing} 张图片无法显示，未读取。请另存为 PDF 后重新上传。`] : []
  return { pictures, notes }
}

function extrasOf(
  zip: Zip,
  main: string,
  relations: Map<string, Relation>,
  left: Leftovers,
  pictureNotes: string[],
): FileExtras {
  const notes = [...pictureNotes]
  if (left.deleted > 0)
    notes.push('文档里有划去的或未接受的修订文字，已列出但不能确定是否有效。请接受或拒绝全部修订后重新上传。')
  if (left.hidden > 0) notes.push(`文档里有 ${left.hidden} 个隐藏文字，未采用。`)
  if (left.foreign > 0) notes.push(`文档里嵌有 ${left.foreign} 段其他格式的内容，未读取。请另存为 PDF 后重新上传。`)
  const attachments = zip.names
    .filter((name) => name.startsWith(`${folderOf(main)}embeddings/`))
    .map((name) => ({
      name: name.slice(name.lastIndexOf('/') + 1),
      type: name.slice(name.lastIndexOf('.') + 1).toLowerCase(),
      bytes: zip.read(name)?.length ?? 0,
    }))
  const comments = [...relations.values()].find(({ type }) => type === 'comments')
  const commentPart = comments && zip.read(comments.target)
  const annotations = commentPart
    ? elements(parseXml(commentPart), 'comment').map((one) => ({ page: 1, kind: '批注', text: textOf(one).trim() }))
    : []
  return {
    ...(notes.length > 0 && { notes }),
    ...(attachments.length > 0 && { attachments }),
    ...(annotations.length > 0 && { annotations }),
  }
}

/** Pixels per point. */
const sheetScale = ({ width, height }: Sheet, limits: IntakeLimits) =>
  Math.min(
    limits.pdfDpi / POINTS_PER_INCH,
    Math.sqrt(limits.workingPixels / (width * height)),
    LONGEST_SIDE / Math.max(width, height),
  )

/** A wide blank or a tab ends a line: what follows is another column. */
const COLUMN_GAP = /( {4,}|\u3000{3,}|\t+)/

function sheetLines({ marks }: Sheet, scale: number, page: number): Line[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== 'text') return []
    let apart = true
    const runs = mark.pieces.flatMap((piece) => {
      let x = piece.x
      return piece.text.split(COLUMN_GAP).flatMap((text): Run[] => {
        const start = x
        const width = widthOf(text, piece.size)
        x += width
        if (text === '') return []
        if (COLUMN_GAP.test(text)) {
          apart = true
          return []
        }
        const glued = !apart
        apart = false
        const at = { x: start * scale, y: mark.y * scale, dx: 1, dy: 0 }
        return [{ text, ...at, length: width * scale, height: piece.size * scale, glued }]
      })
    })
    const revised = mark.pieces.some(({ deleted, text }) => deleted && text.trim() !== '')
    return joinRuns(runs, page).map((line) => (revised ? doubted(line, REVISED) : line))
  })
}

function drawSheet(sheet: Sheet, scale: number, pictures: Map<string, Bitmap>) {
  const width = Math.max(1, Math.round(sheet.width * scale))
  const height = Math.max(1, Math.round(sheet.height * scale))
  const { context } = paper(width, height)
  const family = chineseFamily()
  context.scale(scale, scale)
  context.lineWidth = 0.6
  for (const mark of sheet.marks) drawMark(mark)
  context.setTransform(1, 0, 0, 1, 0, 0)
  return { width, height, rgb: rgbOf(context, width, height) }

  function drawMark(mark: Mark) {
    context.strokeStyle = '#000000'
    if (mark.kind === 'rule') rule(mark.x1, mark.y1, mark.x2, mark.y2)
    else if (mark.kind === 'picture') {
      const picture = pictures.get(mark.relation)
      if (picture) context.drawImage(pictureCanvas(picture), mark.x, mark.y, mark.width, mark.height)
    } else {
      for (const { text, x, size, width, deleted } of mark.pieces) {
        if (text.trim() === '') continue
        context.font = `${size}px "${family}"`
        context.fillStyle = '#000000'
        context.fillText(text, x, mark.y, width)
        // Thin and pale, so that what was struck out stays legible.
        context.strokeStyle = '#999999'
        if (deleted) rule(x, mark.y - 0.3 * size, x + width, mark.y - 0.3 * size)
      }
    }
  }

  function rule(x1: number, y1: number, x2: number, y2: number) {
    context.beginPath()
    context.moveTo(x1, y1)
    context.lineTo(x2, y2)
    context.stroke()
  }
}

function drawPicture(picture: Bitmap, scale: number) {
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const { context } = paper(width, height)
  context.drawImage(pictureCanvas(picture), 0, 0, width, height)
  return { width, height, rgb: rgbOf(context, width, height) }
}
