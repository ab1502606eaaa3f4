import type { Canvas } from '@napi-rs/canvas'
import type { FileExtras, Line, Mark } from '../../../facts/reading.ts'
import { decodePicture } from '../decode-picture.ts'
import { IntakeError } from '../intake-error.ts'
import { shownLines } from '../shown-lines.ts'
import type { IntakeLimits, OpenPage, Source } from '../source.ts'
import { paper, pictureCanvas, rgbOf } from '../surface.ts'
import { doubted, garbage, joinRuns } from '../text-layer.ts'
import { descendants, elements, textOf } from '../xml.ts'
import { openZip } from '../zip.ts'
import { type Matrix, multiply, translate } from './matrix.ts'
import { type Item, itemsOf } from './ofd-content.ts'
import { numbers, type OfdPage, readBodies } from './ofd-document.ts'
import { draw } from './ofd-draw.ts'
import { type OfdPackage, ofdPackage } from './ofd-package.ts'
import { type OfdSignature, readSignatures } from './ofd-seal.ts'
import { runsOf } from './ofd-text.ts'

const MILLIMETRES_PER_INCH = 25.4
const LONGEST_SIDE = 20_000
/** An annotation hides what the page says there: nobody may rely on it. */
const COVERED = 0.3

interface SealHere {
  signature: OfdSignature
  area: [number, number, number, number]
}

/** Opens an OFD (GB/T 33190): pages drawn, their text with places, seals with the state of what they seal. */
export async function openOfd(bytes: Uint8Array, limits: IntakeLimits): Promise<Source> {
  const pkg = ofdPackage(openZip(bytes))
  const bodies = readBodies(pkg, limits.pdfPages)
  const signatures: OfdSignature[] = []
  const pages = bodies.flatMap((body) => {
    const own = readSignatures(pkg, body)
    signatures.push(...own)
    return body.pages.map((page) => ({
      page,
      seals: own.flatMap((signature): SealHere[] =>
        signature.stamps.filter(({ pageId }) => pageId === page.id).map(({ area }) => ({ signature, area })),
      ),
    }))
  })
  const notes = new Set<string>()
  const at = (number: number) => {
    const found = pages[number - 1]
    if (!found) throw new IntakeError('no-such-page')
    return found
  }
  return {
    pages: pages.length,
    extras: () =>
      extrasOf(
        bodies,
        signatures,
        pages.map(({ page }) => page),
        notes,
      ),
    async open(number) {
      const { page, seals } = at(number)
      const pixels = Math.min(limits.pdfDpi / MILLIMETRES_PER_INCH, largest(page, limits))
      const { width, height, toPixels } = geometry(page, pixels)
      const { context } = paper(width, height)
      const items = pageItems(page)
      const missing = await drawItems(context, items, toPixels, pkg, limits)
      if (missing > 0) notes.add(`第 ${number} 页有 ${missing} 张图片无法显示，未读取。`)
      const rgb = rgbOf(context, width, height)
      const wordless = paper(width, height)
      const unwritten = items.filter(({ kind }) => kind !== 'text')
      await drawItems(wordless.context, unwritten, toPixels, pkg, limits)
      const all = joinRuns(runsOf(items, toPixels), number)
      const bare = rgbOf(wordless.context, width, height)
      const { lines, note } = shownLines(all, number, { width, height, rgb }, bare)
      if (note) notes.add(note)
      const opened: OpenPage = { page: { page: number, width, height, rgb, textLayer: null }, scale: 1 }
      const over = page.annotations.length > 0 || seals.length > 0
      if (over) {
        for (const one of [context, wordless.context]) await drawOver(one, page, seals, toPixels, pkg, limits)
        opened.overlaid = rgbOf(context, width, height)
      }
      const beside = over ? rgbOf(wordless.context, width, height) : bare
      if (trusted(lines)) {
        const uncovered = new Set(
          shownLines(lines, number, { width, height, rgb: opened.overlaid ?? rgb }, beside).lines,
        )
        if (uncovered.size < lines.length) notes.add(`第 ${number} 页有文字被批注或印章盖住，请人工核对。`)
        const textLayer = lines.map((line) => (uncovered.has(line) ? line : doubted(line, COVERED)))
        opened.page = { ...opened.page, textLayer, drawnFromText: true, wordless: beside }
      }
      opened.marks = seals.map(({ signature, area }) => sealMark(signature, area, number, toPixels))
      return opened
    },
    async look(number, side, size) {
      const { page, seals } = at(number)
      const [, , pageWidth, pageHeight] = page.area
      const wanted = size / (side === 'width' ? pageWidth : pageHeight)
      const { width, height, toPixels } = geometry(page, Math.min(wanted, largest(page, limits)))
      const { context } = paper(width, height)
      await drawItems(context, pageItems(page), toPixels, pkg, limits)
      await drawOver(context, page, seals, toPixels, pkg, limits)
      return { width, height, rgb: rgbOf(context, width, height) }
    },
    close: async () => {},
  }
}

/** Most pixels per millimetre that a page may be drawn at. */
function largest({ area: [, , width, height] }: OfdPage, limits: IntakeLimits): number {
  return Math.min(Math.sqrt(limits.workingPixels / (width * height)), LONGEST_SIDE / Math.max(width, height))
}

function geometry({ area: [x, y, width, height] }: OfdPage, pixels: number) {
  return {
    width: Math.max(1, Math.round(width * pixels)),
    height: Math.max(1, Math.round(height * pixels)),
    toPixels: [pixels, 0, 0, pixels, -x * pixels, -y * pixels] as Matrix,
  }
}

const pageItems = ({ below, content, above, resources }: OfdPage): Item[] =>
  [...below, content, ...above].flatMap((one) => itemsOf(one, resources))

/** Draws and says how many pictures could not be. */
async function drawItems(
  context: Parameters<typeof draw>[0],
  items: Item[],
  toPixels: Matrix,
  pkg: OfdPackage,
  limits: IntakeLimits,
): Promise<number> {
  const pictures = new Map<string, Canvas>()
  let missing = 0
  for (const item of items) {
    if (item.kind !== 'picture' || (item.entry && pictures.has(item.entry))) continue
    const bytes = item.entry && pkg.read(item.entry)
    const bitmap = bytes ? await decodePicture(bytes, limits) : null
    if (item.entry && bitmap) pictures.set(item.entry, pictureCanvas(bitmap))
    else missing++
  }
  draw(context, items, toPixels, pictures)
  return missing
}

/** Annotations and the pictures of electronic seals, on top of the page. */
async function drawOver(
  context: Parameters<typeof draw>[0],
  page: OfdPage,
  seals: SealHere[],
  toPixels: Matrix,
  pkg: OfdPackage,
  limits: IntakeLimits,
) {
  for (const annotation of page.annotations) {
    if (annotation.attributes.Visible === 'false') continue
    for (const appearance of elements(annotation, 'Appearance')) {
      const [x = 0, y = 0] = numbers(appearance.attributes.Boundary)
      const items = itemsOf({ ...appearance, name: 'Appearance' }, page.resources, translate(x, y))
      await drawItems(context, items, toPixels, pkg, limits)
    }
  }
  for (const { signature, area } of seals) {
    const picture = signature.picture && (await sealPicture(signature.picture, limits))
    if (!picture) continue
    const [x, y, width, height] = area
    const m = multiply(toPixels, [width / picture.width, 0, 0, height / picture.height, x, y])
    context.setTransform(...m)
    // Ink on paper: white parts of a seal do not cover what it stands on.
    context.globalCompositeOperation = 'multiply'
    context.drawImage(picture, 0, 0)
    context.globalCompositeOperation = 'source-over'
    context.setTransform(1, 0, 0, 1, 0, 0)
  }
}

async function sealPicture(
  { type, bytes }: { type: string; bytes: Uint8Array },
  limits: IntakeLimits,
): Promise<Canvas | null> {
  try {
    if (type !== 'ofd') {
      const bitmap = await decodePicture(bytes, limits)
      return bitmap && pictureCanvas(bitmap)
    }
    const pkg = ofdPackage(openZip(bytes))
    const page = readBodies(pkg, 1)[0]?.pages[0]
    if (!page) return null
    const { width, height, toPixels } = geometry(page, Math.min(8, largest(page, limits)))
    const { canvas, context } = paper(width, height)
    await drawItems(context, pageItems(page), toPixels, pkg, limits)
    return canvas
  } catch {
    // A seal whose picture is unreadable still stands where the file says.
    return null
  }
}

function sealMark(
  { name, integrity, kind }: OfdSignature,
  area: [number, number, number, number],
  page: number,
  toPixels: Matrix,
): Mark {
  const [x, y, width, height] = area
  const [left, top] = [x * toPixels[0], y * toPixels[3]]
  const [right, bottom] = [(x + width) * toPixels[0], (y + height) * toPixels[3]]
  return {
    kind: kind === 'seal' ? 'seal' : 'signature',
    present: true,
    page,
    box: [left, top, right, top, right, bottom, left, bottom],
    confidence: 1,
    ...(name ? { text: name } : {}),
    millimetres: area,
    integrity,
  }
}

function trusted(lines: Line[]): boolean {
  const text = lines.map((line) => line.text).join('')
  return text.trim() !== '' && garbage(text) < 0.1
}

function extrasOf(
  bodies: ReturnType<typeof readBodies>,
  signatures: OfdSignature[],
  pages: OfdPage[],
  notes: Set<string>,
): FileExtras {
  const structured = bodies.flatMap((body) => body.structured)
  const attachments = bodies.flatMap((body) => body.attachments)
  const annotations = pages.flatMap((page, i) =>
    page.annotations.flatMap((annotation) => {
      const text = [...descendants(annotation, 'TextCode')].map(textOf).join('')
      const remark = elements(annotation, 'Remark').map(textOf).join('')
      const kind = annotation.attributes.Subtype ?? annotation.attributes.Type ?? ''
      return text || remark ? [{ page: i + 1, kind, text: text || remark }] : []
    }),
  )
  return {
    ...(structured.length > 0 && { structured }),
    ...(attachments.length > 0 && { attachments }),
    ...(annotations.length > 0 && { annotations }),
    ...(signatures.length > 0 && {
      signatures: signatures.map(({ stamps: _, picture: __, ...signature }) => signature),
    }),
    ...(notes.size > 0 && { notes: [...notes] }),
  }
}
