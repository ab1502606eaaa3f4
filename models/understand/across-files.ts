import type { DocumentType } from '../../facts/document-type.ts'
import type { ReadDocument, Reading } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { calibrated } from './calibrate.ts'
import { extractFields } from './extract.ts'
import { nameMarks } from './marks.ts'
import { type Flow, type Sheet, sheetOf, stepOn } from './page-flow.ts'
import { numberOn } from './page-numbers.ts'
import { OTHER } from './understand.ts'

/** A paper so far: what its sheets say, and the number printed on the last one. */
interface Paper {
  type: DocumentType
  confidence: number
  flow: Flow
  last: PageReading | null
}

interface LooseFile {
  reading: Reading
  pages: PageReading[]
  sheets: Sheet[]
}

/** The pages of a document as its stored reading gives them. */
function pagesOf({ lines, pages }: Reading, document: ReadDocument): PageReading[] {
  return document.pages.flatMap((number) => {
    const size = pages.find(({ page }) => page === number)
    if (!size) return []
    return {
      page: number,
      width: size.width,
      height: size.height,
      lines: lines.filter(({ page }) => page === number),
      marks: document.marks.filter(({ page }) => page === number),
      quality: document.quality,
      ...(document.digital && { digital: true }),
    }
  })
}

const through = (flow: Flow, sheets: readonly Sheet[]): Flow =>
  sheets.reduce((before, sheet) => stepOn(before, sheet).after, flow)

/** The last paper of several sheets in a file. */
function paperIn(reading: Reading, types: readonly DocumentType[]): Paper[] {
  const document = reading.documents.at(-1)
  const type = types.find(({ name, multipage }) => multipage && name === document?.documentType)
  if (!document || !type) return []
  const pages = pagesOf(reading, document)
  const { confidence } = document
  return [{ type, confidence, flow: through(new Map(), pages.map(sheetOf)), last: pages.at(-1) ?? null }]
}

/** A file nothing on which was recognised and no page of which begins a paper of its own. */
function looseFile(reading: Reading): LooseFile[] {
  const { documents } = reading
  if (documents.length === 0 || documents.some(({ documentType }) => documentType !== OTHER)) return []
  const pages = documents.flatMap((document) => pagesOf(reading, document))
  const sheets = pages.map(sheetOf)
  return sheets.some(({ headed }) => headed) ? [] : [{ reading, pages, sheets }]
}

/** Whether a file goes on with a paper: its clauses or rows exactly, or its printed page number with the same total. */
function goesOn({ flow, last }: Paper, { pages, sheets }: LooseFile): boolean {
  const [page, sheet] = [pages[0], sheets[0]]
  if (!page || !sheet) return false
  const { fits } = stepOn(flow, sheet)
  const [before, next] = [last && numberOn(last), numberOn(page)]
  const numbered = before?.of && next && next.of === before.of
  return fits === 'exactly' || (fits === 'perhaps' && numbered === true && next.number === before.number + 1)
}

/** What a file says as further sheets of a paper. A place to sign that looks blank tells nothing: strokes of a hand were not kept. */
function asSheets({ reading, pages }: LooseFile, { type, confidence }: Paper): Reading {
  const { fields, sheets } = extractFields(type, pages)
  const first = reading.documents[0]
  if (!first) return reading
  const read = fields.filter(({ read: { state } }) => state === 'ok')
  const document: ReadDocument = {
    ...first,
    documentType: type.name,
    confidence,
    pages: pages.map(({ page }) => page),
    fields: Object.fromEntries(
      read.map(({ field, read: one }) => [
        field.name,
        { ...one, confidence: Math.round(calibrated(field.type, one) * 1000) / 1000 },
      ]),
    ),
    marks: nameMarks(type, pages, sheets, [], new Map()).filter(({ present }) => present),
  }
  return { ...reading, documents: [document] }
}

/**
 * Files of one material with the sheets of a paper that were photographed one by one: a file that nothing was recognised on is
 * the next sheet of the one paper that it goes on with exactly, where no other file does.
 */
export function joinSheets(readings: readonly Reading[], types: readonly DocumentType[]): Reading[] {
  const joined = new Map<Reading, Reading>()
  let loose = readings.flatMap(looseFile)
  const papers = loose.length > 0 ? readings.flatMap((reading) => paperIn(reading, types)) : []
  for (;;) {
    const ties = papers.map((paper) => ({ paper, files: loose.filter((file) => goesOn(paper, file)) }))
    const tie = ties.find(
      ({ paper, files }) =>
        files.length === 1 &&
        !ties.some((other) => other.paper !== paper && other.files.includes(files[0] as LooseFile)),
    )
    const file = tie?.files[0]
    if (!tie || !file) return readings.map((reading) => joined.get(reading) ?? reading)
    joined.set(file.reading, asSheets(file, tie.paper))
    loose = loose.filter((other) => other !== file)
    tie.paper.flow = through(tie.paper.flow, file.sheets)
    tie.paper.last = file.pages.at(-1) ?? null
  }
}
