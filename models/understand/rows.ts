import type { DocumentField } from '../../facts/document-type.ts'
import { median, type Piece } from './frame.ts'
import type { Hit } from './labels.ts'
import { likeness } from './likeness.ts'

/** Pieces on one level, left to right. */
export interface Row {
  pieces: Piece[]
  y: number
  height: number
  text: string
}

/** Pieces gathered into rows from top to bottom. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const row = rows.find((r) => {
      const other = r.at(-1)
      if (!other) return false
      const level = Math.abs(other.y - piece.y) < 0.55 * Math.min(other.height, piece.height)
      return level && r.every((p) => piece.x0 > p.x1 - 0.6 * p.height || piece.x1 < p.x0 + 0.6 * p.height)
    })
    if (row) row.push(piece)
    else rows.push([piece])
  }
  return rows
    .map((row) => {
      const sorted = row.sort((a, b) => a.x0 - b.x0)
      const widest = sorted.reduce((a, b) => (b.x1 - b.x0 > a.x1 - a.x0 ? b : a))
      return { pieces: sorted, y: widest.y, height: widest.height, text: sorted.map((p) => p.text).join('') }
    })
    .sort((a, b) => a.y - b.y)
}

const SKIP = 1
const EMPTY = 1.2
/** A place where a label may have been missed takes rows only when that is clearly better. */
const GHOST = 0.7

/** Cost of giving rows `from`..`to` (inclusive) to a label; the label stands level with the first of them or in the middle of few. */
function blockCost(hit: Hit, rows: readonly Row[], h: number, pitch: number, open: readonly DocumentField[]): number {
  const first = rows[0]
  const last = rows.at(-1)
  const ghost = hit.spec.text === ''
  if (!first || !last) return ghost ? 0 : EMPTY
  const field = hit.spec.field
  const top = Math.abs(first.y - hit.label.y)
  const centre = rows.length <= 4 ? Math.abs((first.y + last.y) / 2 - hit.label.y) : Number.POSITIVE_INFINITY
  let cost = (1.2 * Math.min(top, centre)) / h
  rows.forEach((row, index) => {
    const before = rows[index - 1]
    if (before)
      cost += 1.5 * Math.max(0, (row.y - before.y) / pitch - 0.7) + 0.8 * Math.max(0, (row.y - before.y) / h - 2.2)
    if (row.height < 0.5 * h) cost += 0.5
    if (before)
      cost += Math.min(
        1.5,
        0.4 * Math.max(0, Math.abs((row.pieces[0]?.x0 ?? 0) - (first.pieces[0]?.x0 ?? 0)) / h - 1.2),
      )
  })
  if (ghost && last.y - first.y > 0.8 * pitch) return cost + 5
  if (ghost) return cost + GHOST + Math.min(3, ...open.map((missing) => fitCost(missing, rows)))
  return cost + (field ? fitCost(field, rows) : 0.3 * (rows.length - 1))
}

/** What speaks against some rows as the value of a field: too many of them, or not its form. */
function fitCost(field: DocumentField, rows: readonly Row[]): number {
  const [only] = rows.length === 1 ? rows : []
  const whole = likeness(field, rows.map((row) => row.text).join(''))
  const best = Math.max(whole, only ? likeness(field, only.pieces[0]?.text ?? '') - 0.05 : 0)
  const more = field.multiline || field.type === 'list' ? 0.1 : field.type === 'org-name' ? 0.6 : 1.2
  return more * (rows.length - 1) + 1.2 * (1 - best)
}

/**
 * Shares rows of a value column out among the labels beside it, both from top to bottom, by least cost.
 * `tied` says which label a row follows in its own line; `open` are fields whose label was not found. Returns rows per label and the rows left over.
 */
export function assignRows(
  hits: readonly Hit[],
  rows: readonly Row[],
  tied: (row: Row) => Hit | undefined,
  open: readonly DocumentField[],
): { given: Map<Hit, Row[]>; left: Row[] } {
  const h = median(
    rows.map((row) => row.height),
    1,
  )
  const gaps = hits.slice(1).map((hit, i) => hit.label.y - (hits[i]?.label.y ?? 0))
  const pitch = Math.max(median(gaps, 3 * h), 1.3 * h)
  const [n, m] = [hits.length, rows.length]
  const best: number[][] = Array.from({ length: n + 1 }, () => Array(m + 1).fill(Number.POSITIVE_INFINITY))
  const from: [number, number, number][][] = Array.from({ length: n + 1 }, () => Array(m + 1).fill([0, 0, 0]))
  const at = (i: number, j: number) => best[i]?.[j] ?? Number.POSITIVE_INFINITY
  const set = (i: number, j: number, cost: number, back: [number, number, number]) => {
    const [costs, backs] = [best[i], from[i]]
    if (costs && backs && cost < at(i, j)) {
      costs[j] = cost
      backs[j] = back
    }
  }
  set(0, 0, 0, [0, 0, 0])
  const skipCost = (row: Row) => (tied(row) ? 50 : row.text.length <= 2 || row.height < 0.5 * h ? 0.4 * SKIP : SKIP)
  for (let i = 0; i <= n; i += 1) {
    for (let j = 0; j <= m; j += 1) {
      const here = at(i, j)
      if (!Number.isFinite(here)) continue
      const row = rows[j]
      if (row) set(i, j + 1, here + skipCost(row), [i, j, 0])
      const hit = hits[i]
      if (!hit) continue
      for (let k = j; k <= m; k += 1) {
        const block = rows.slice(j, k)
        if (block.some((r) => (tied(r) ?? hit) !== hit)) break
        const last = block.at(-1)
        if (block.length > 1 && last && last.y - (block[0]?.y ?? 0) > 45 * h) break
        set(i + 1, k, here + blockCost(hit, block, h, pitch, open), [i, j, 1])
      }
    }
  }
  const given = new Map<Hit, Row[]>()
  const left: Row[] = []
  let [i, j] = [n, m]
  while (i > 0 || j > 0) {
    const [pi, pj, took] = from[i]?.[j] ?? [0, 0, 0]
    const hit = hits[pi]
    if (took && hit) given.set(hit, rows.slice(pj, j))
    else left.push(...rows.slice(pj, j))
    ;[i, j] = [pi, pj]
  }
  return { given, left: left.reverse() }
}
