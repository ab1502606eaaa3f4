import type { Box } from '../../facts/fact.ts'
import type { FileExtras, Line, Mark, PageSize, ReadDocument, Reading } from '../../facts/reading.ts'
import { boundedExtras } from '../intake/bounded-extras.ts'
import type { OpenPage, Source } from '../intake/source.ts'
import { type Turn, turn } from '../ocr/picture.ts'
import type { PageReader } from '../ocr/read-lines.ts'
import type { Tesseract } from '../ocr/tesseract.ts'
import type { Page, PageReading } from '../page.ts'
import { timed } from '../stopwatch.ts'
import { inspectPage, nearFields, understand } from '../understand/index.ts'
import { readCodes } from '../understand/inspect/codes.ts'
import { ringStrip } from '../understand/inspect/ring-strip.ts'
import type { Progress } from './messages.ts'
import { withWordless } from './no-text.ts'
import { pagesAhead } from './pages-ahead.ts'

/** Only the lines, or only the fields; or confidences as they are before they were calibrated. */
interface ReadOptions {
  only?: 'lines' | 'fields'
  plain?: true
}

/** Reads every page of a file and understands them together; boxes come back in pixels of the original pages. With `only` the lines, nothing is understood, looked for or read a second time; with only the fields, no mark or copy is looked for, and print away from them is looked at once. */
export async function readSource(
  source: Source,
  reader: PageReader,
  tesseract: Tesseract,
  onProgress: (progress: Progress) => void,
  { only, plain }: ReadOptions = {},
): Promise<Omit<Reading, 'file'>> {
  const pages: PageReading[] = []
  const read: Line[] = []
  const sizes: (PageSize & { scale: number })[] = []
  const notes: string[] = []
  let last: Page | null = null
  let glanced = 0
  // Pages with nothing of the file's own laid over them: for fields alone the rings of their seals are read when they are asked for.
  const bare = new Set<number>()
  onProgress({ pages: source.pages, pagesRead: 0 })
  for await (const opened of pagesAhead(source)) {
    const number = opened.page.page
    const looked = await reader.lines(opened.page, only === 'fields' ? nearFields : undefined)
    const { page, turned, lines, unread, disputed } = looked
    glanced += looked.glanced ?? 0
    if (disputed)
      notes.push(`第 ${number} 页有 ${disputed} 行文字与画面上看到的不一致，已按画面读取或存疑，请人工核对。`)
    const { scale } = opened
    const size = { page: number, width: Math.round(page.width * scale), height: Math.round(page.height * scale) }
    sizes.push({ ...size, turned, scale })
    read.push(...lines)
    if (only === 'fields' && !opened.overlaid && !opened.marks?.length) bare.add(number)
    const rings = bare.has(number) ? null : reader.ring
    if (only !== 'lines') pages.push(await inspect(rings, opened, page, turned, { lines, unread, only }))
    last = page
    onProgress({ pages: source.pages, pagesRead: number })
  }
  // Pixels of one page at a time are kept; an earlier page is opened again when one of its crops matters.
  const pixels = async (number: number) => {
    if (last?.page !== number) last = await reopen(source, number, sizes[number - 1]?.turned ?? 0)
    return last
  }
  const { closer, ring } = reader
  const documents = await timed('understand', () =>
    understand(
      pages,
      (number, box, kind) => timed('second', async () => tesseract.crop(await pixels(number), box, kind)),
      closer && ((number, box, enough) => timed('closer', async () => closer(await pixels(number), box, enough))),
      {
        plain,
        only,
        rings: async (number, marks) =>
          ring && bare.has(number) ? timed('inspect', async () => withNames(marks, await pixels(number), ring)) : marks,
        hear: (doubt) => notes.push(doubt),
      },
    ),
  )
  const enlarge = (page: number, box: Box): Box => {
    const scale = sizes[page - 1]?.scale ?? 1
    return box.map((v) => round(v * scale, 10)) as unknown as Box
  }
  const extras = (): FileExtras | undefined => {
    const own = source.extras?.()
    const all = notes.length > 0 ? { ...own, notes: [...(own?.notes ?? []), ...notes] } : own
    return all && boundedExtras(all)
  }
  return {
    ...(only && { only }),
    ...(only === 'fields' && { glanced }),
    documents: documents.map((document) => enlargeDocument(document, enlarge)),
    lines: read.map((line) => rounded({ ...line, box: enlarge(line.page, line.box) })),
    pages: sizes.map(({ scale: _, ...size }) => size),
    ...(only === 'lines' ? extras() : withWordless(extras(), pages)),
  }
}

/** Marks are looked for with annotations and electronic seals in place; what the file itself states goes before what is seen. */
async function inspect(
  ring: PageReader['ring'] | null,
  opened: OpenPage,
  page: Page,
  turned: Turn,
  { lines, unread, only }: { lines: Line[]; unread: Box[] | undefined; only: 'fields' | undefined },
): Promise<PageReading> {
  const { width, height } = opened.page
  const over = opened.overlaid && (await turn({ width, height, rgb: opened.overlaid }, turned))
  const seen = over ? { ...page, ...over } : page
  const reading = await timed('inspect', () => inspectPage(seen, lines, unread, only))
  const stated = (opened.marks ?? []).map((mark) => ({
    ...mark,
    box: mark.box && turnBox(mark.box, turned, width, height),
  }))
  const found = reading.marks.filter(
    (mark) => !stated.some((other) => other.kind === mark.kind && meet(mark.box, other.box)),
  )
  const named = ring ? await timed('inspect', () => withNames(found, seen, ring)) : found
  const codes = only ? [] : await timed('codes', () => readCodes(seen))
  return { ...reading, marks: [...stated, ...named, ...codes] }
}

/** The seals among marks with the names on their rings, where they are legible. */
async function withNames(marks: readonly Mark[], page: Page, read: NonNullable<PageReader['ring']>): Promise<Mark[]> {
  const named: Mark[] = []
  for (const mark of marks) {
    const strip = mark.kind === 'seal' && mark.colour === 'red' ? ringStrip(page, mark) : null
    const ring = strip && (await read(strip))
    named.push(ring ? { ...mark, ring } : mark)
  }
  return named
}

/** Where a box of the page as opened lies after turning the page clockwise. */
function turnBox(box: Box, turned: Turn, width: number, height: number): Box {
  const point = (x: number, y: number) => {
    if (turned === 90) return [height - y, x]
    if (turned === 180) return [width - x, height - y]
    return turned === 270 ? [y, width - x] : [x, y]
  }
  const points = [0, 2, 4, 6].map((i) => point(box[i] ?? 0, box[i + 1] ?? 0))
  // The corner that comes to lie top left leads.
  const first = (4 - turned / 90) % 4
  return [0, 1, 2, 3].flatMap((i) => points[(first + i) % 4] ?? []) as unknown as Box
}

/** Whether the middle of one box lies in the other. */
function meet(a: Box | null, b: Box | null): boolean {
  if (!a || !b) return false
  const holds = (outer: Box, inner: Box) => {
    const x = (inner[0] + inner[4]) / 2
    const y = (inner[1] + inner[5]) / 2
    return (
      x >= Math.min(outer[0], outer[6]) &&
      x <= Math.max(outer[2], outer[4]) &&
      y >= Math.min(outer[1], outer[3]) &&
      y <= Math.max(outer[5], outer[7])
    )
  }
  return holds(a, b) || holds(b, a)
}

async function reopen(source: Source, number: number, turned: Turn): Promise<Page> {
  const { page } = await source.open(number)
  return { ...page, ...(await turn(page, turned)) }
}

const round = (value: number, parts: number) => Math.round(value * parts) / parts

/** Numbers as exact as they are true: JSON gets three times shorter. */
function rounded({ confidence, characters, xs, ...line }: Line): Line {
  return {
    ...line,
    confidence: round(confidence, 1e4),
    ...(characters && { characters: characters.map((value) => round(value, 1e3)) }),
    ...(xs && { xs: xs.map((value) => round(value, 1e4)) }),
  }
}

type Enlarge = (page: number, box: Line['box']) => Line['box']

function enlargeDocument(document: ReadDocument, enlarge: Enlarge): ReadDocument {
  const place = <T extends { page: number; box: Box | null }>(thing: T): T =>
    thing.box ? { ...thing, box: enlarge(thing.page, thing.box) } : thing
  return {
    ...document,
    fields: Object.fromEntries(Object.entries(document.fields).map(([name, field]) => [name, place(field)])),
    marks: document.marks.map(place),
  }
}
