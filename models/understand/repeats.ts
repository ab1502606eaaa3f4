import type { DocumentField, DocumentType } from '../../facts/document-type.ts'
import { fold, type Piece } from './frame.ts'
import type { Hit } from './labels.ts'
import { rowsOf } from './rows.ts'

/** Left to right within a level, levels from top to bottom. */
function inReadingOrder(hits: readonly Hit[]): Hit[] {
  const rows = rowsOf(hits.map((hit) => hit.label))
  return rows.flatMap((row) => row.pieces.flatMap((label) => hits.filter((hit) => hit.label === label)))
}

interface Block {
  from: number
  to: number
  /** Which of the patterns its print shows. */
  shows: string | undefined
}

/** The blocks that some labels begin, each reaching down to the next. Where all but one show whose they are, the last is told by elimination: what tells it may not be printed there. */
function blocksOf(begins: readonly Hit[], patterns: readonly string[], pieces: readonly Piece[]): Block[] {
  const tops: number[] = []
  for (const { label } of begins.toSorted((a, b) => a.label.y - b.label.y))
    if (label.y > (tops.at(-1) ?? Number.NEGATIVE_INFINITY) + 0.6 * label.height) tops.push(label.y)
  const above = 0.6 * (begins[0]?.label.height ?? 0)
  const blocks = tops.map((top, i): Block => {
    const [from, to] = [top - above, (tops[i + 1] ?? Number.POSITIVE_INFINITY) - above]
    const text = rowsOf(pieces.filter((piece) => piece.y >= from && piece.y < to))
      .map((row) => row.text)
      .join('')
    return { from, to, shows: patterns.find((pattern) => new RegExp(pattern, 'u').test(text)) }
  })
  const left = patterns.filter((pattern) => !blocks.some(({ shows }) => shows === pattern))
  const open = blocks.filter(({ shows }) => shows === undefined)
  if (left.length === 1 && open.length === 1) for (const block of open) block.shows = left[0]
  return blocks
}

/**
 * Papers that print a label twice (名称 of buyer and seller, 姓名 of husband and wife): gives each such label to the field
 * whose turn it is (`hints.nth`), or whose block it stands in (`hints.block`). Changes the hits in place.
 */
export function settleRepeats(type: DocumentType, hits: readonly Hit[], pieces: readonly Piece[]): void {
  const repeated = type.fields.filter((field) => field.hints?.nth !== undefined || field.hints?.block)
  const sharing = (hit: Hit): DocumentField[] => {
    const own = repeated.filter((field) => field.labels.some((label) => fold(label) === hit.spec.text))
    return own.length > 1 ? own : []
  }
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) {
    const key = sharing(hit)
      .map((field) => field.name)
      .join()
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), hit])
  }
  for (const group of groups.values()) {
    for (const [index, hit] of inReadingOrder(group).entries()) {
      const fields = sharing(hit)
      const field = fields.find(({ hints }) => {
        if (!hints?.block) return hints?.nth === index + 1
        const { from, shows } = hints.block
        const begins = hits.filter((other) => from.map(fold).includes(other.spec.text))
        const patterns = fields.flatMap((one) => one.hints?.block?.shows ?? [])
        const block = blocksOf(begins, patterns, pieces).find((b) => hit.label.y >= b.from && hit.label.y < b.to)
        return block?.shows === shows
      })
      hit.spec = { ...hit.spec, field: field ?? null }
    }
  }
}
