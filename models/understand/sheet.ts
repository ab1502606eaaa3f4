import type { DocumentType } from '../../facts/document-type.ts'
import type { Box } from '../../facts/fact.ts'
import type { Line } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { brokenHit } from './broken-labels.ts'
import { type ClauseCell, clauseCells } from './clauses.ts'
import { type Column, columnsOf, partHits } from './columns.ts'
import { withoutDoubles } from './doubles.ts'
import { bareLabel, besideLabel, insideValues, inText, isHeading, lettersOfHeads } from './false-labels.ts'
import { fold, levelFrame, median, type Piece, pieceOf } from './frame.ts'
import { listColumns, numberedHeadings, titledHeadings } from './heading-rows.ts'
import { type Hit, inlineHits, isSubLabel, labelSpecs, leadingHit, roughHit } from './labels.ts'
import { furtherHits, tentativeHits, trimTo } from './merged-labels.ts'
import { settleRepeats } from './repeats.ts'
import { stackedHits } from './stacked.ts'

/** One page looked at as one type of document: its labels, their columns, and the pieces that are no label. */
export interface Sheet {
  page: number
  pieces: Piece[]
  hits: Hit[]
  columns: Column[]
  /** Pieces that hold no label at all. */
  free: Piece[]
  /** Cells that hold a list whose items begin alike, with the lines in them. */
  cells: ClauseCell[]
  /** Where seals lie, in pixels of the page. */
  seals: Box[]
  height: number
}

/** A single figure or letter that was hardly read is an edge or a stain: 6 beyond the end of an address. */
const isSpeck = ({ text, confidence }: Line): boolean => /^[\x21-\x7e]$/u.test(text.trim()) && confidence < 0.5

/** Few Chinese characters in a stretch that leans to the page's print by so much (radians, a sixth of a right angle and more) are words of a seal; how a single square one lies nobody knows. */
const [ASLANT, UPRIGHT, STRETCH] = [0.26, 1.2, 1.6]
function isAslant({ text, box }: Line, angle: number): boolean {
  const leans = Math.abs(Math.atan2(box[3] - box[1], box[2] - box[0]) - angle)
  const long = Math.hypot(box[2] - box[0], box[3] - box[1]) / Math.hypot(box[6] - box[0], box[7] - box[1])
  return /^\p{Script=Han}{1,4}$/u.test(text.trim()) && long > STRETCH && leans > ASLANT && leans < UPRIGHT
}

/** Looks at a page as a document of `type`. */
export function readSheet(type: DocumentType, reading: PageReading): Sheet {
  const frame = levelFrame(reading.lines)
  const noise = type.noise.map((pattern) => new RegExp(pattern, 'u'))
  const lines = reading.lines
    .filter((line) => !isSpeck(line) && !isAslant(line, frame.angle))
    .map((line) => pieceOf(line, frame))
    .filter((piece) => piece !== null)
  const pieces = withoutDoubles(lines).filter(
    (piece) => !isSubLabel(piece.text) && !noise.some((pattern) => pattern.test(piece.text)),
  )
  const specs = labelSpecs(type)
  const used = new Set<Piece>()
  const titles = new Set([...type.titles, ...type.variants.flatMap((variant) => variant.titles)].map(fold))
  // 疾病诊断证明书 does not say that the diagnosis is 证明书.
  const heads = new Set(pieces.filter((piece) => titles.has(piece.text) && !besideLabel(piece, pieces, specs)))
  for (const piece of heads) used.add(piece)
  const stacked = stackedHits(pieces, specs)
  let hits: Hit[] = stacked.hits
  for (const part of stacked.parts) used.add(part)
  for (const piece of pieces) {
    const hit = used.has(piece) ? null : leadingHit(piece, specs)
    if (!hit || inText(hit, piece, bareLabel(piece, pieces, specs))) continue
    hits.push(hit)
    used.add(piece)
  }
  for (const piece of pieces) {
    const broken = used.has(piece)
      ? null
      : brokenHit(
          piece,
          pieces.filter((other) => !used.has(other)),
          specs,
        )
    if (!broken) continue
    hits.push(broken.hit)
    for (const part of broken.parts) used.add(part)
  }
  for (const piece of pieces) {
    const hit = used.has(piece) ? null : roughHit(piece, specs)
    if (!hit) continue
    hits.push(hit)
    used.add(piece)
  }
  const tentative = tentativeHits(
    pieces.filter((piece) => !used.has(piece)),
    specs,
    hits,
  )
  hits.push(...tentative)
  let columns = columnsOf(hits)
  const wrong = hits.filter((hit) => insideValues(hit, hits, columns, pieces))
  if (wrong.length > 0) {
    hits = hits.filter((hit) => !wrong.includes(hit))
    for (const piece of pieces) if (wrong.some((hit) => hit.label.line === piece.line)) used.delete(piece)
    columns = columnsOf(hits)
  }
  const numbered = numberedHeadings(pieces)
  const tableHeads = new Set(
    [...numbered, ...titledHeadings(type, pieces)].flatMap((row) => row.cells.map(({ line }) => line)),
  )
  const inColumns = listColumns(numbered, hits)
  // A word among the headings of a table tells what stands in its column: it is no label of one value.
  hits = hits.filter(
    (hit) =>
      hit.rest || !hit.spec.field || !tableHeads.has(hit.label.line) || inColumns.some((cell) => cell.hit === hit),
  )
  const cells = [...clauseCells(hits, pieces), ...inColumns]
  const clauses = new Set(cells.flatMap(({ lines }) => lines))
  const lists = new Set(cells.map(({ hit }) => hit))
  const inClause = ({ label: { line } }: Hit) => [...clauses].some((piece) => piece.line === line)
  hits = hits.filter((hit) => lists.has(hit) || !inClause(hit))
  columns = columnsOf(hits)
  for (const piece of clauses) used.delete(piece)
  const ofHit = (piece: Piece) =>
    used.has(piece) || hits.some((hit) => hit.label.line === piece.line || hit.rest?.line === piece.line)
  const partial = partHits(
    // What was found to stand among the values is no part of a label either.
    pieces.filter(
      (piece) => !ofHit(piece) && !clauses.has(piece) && !wrong.some((hit) => hit.label.line === piece.line),
    ),
    specs,
    columns,
    hits,
  )
  hits.push(...partial.hits)
  for (const part of partial.parts) used.add(part)
  for (const piece of pieces.filter((p) => !ofHit(p) && !clauses.has(p))) {
    const beside = bareLabel(piece, pieces, specs)
    const inline = inlineHits(piece, specs).filter((hit) => !inText(hit, piece, beside))
    for (const [index, hit] of inline.entries())
      hits.push({ ...hit, rest: trimTo(hit, inline[index + 1]), first: false })
  }
  hits.push(...hits.flatMap((hit) => (hit.kind === 'inline' || lists.has(hit) ? [] : furtherHits(hit, specs))))
  const headings = hits.filter((hit) => isHeading(hit, type, pieces))
  for (const hit of headings) hit.strength *= 0.6
  for (const piece of lettersOfHeads(headings, type, pieces)) used.add(piece)
  settleRepeats(type, hits, pieces)
  const free = pieces.filter((piece) => !ofHit(piece) && !heads.has(piece) && !clauses.has(piece))
  return {
    page: reading.page,
    pieces,
    hits,
    columns,
    free,
    cells,
    seals: reading.marks.flatMap((mark) => (mark.kind === 'seal' && mark.present && mark.box ? [mark.box] : [])),
    height: median(
      pieces.map((p) => p.height),
      1,
    ),
  }
}
