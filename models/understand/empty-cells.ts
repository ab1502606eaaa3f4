import type { Box } from '../../facts/fact.ts'
import type { ReadField } from '../../facts/reading.ts'
import type { Row as ValueRow } from '../../facts/values/value.ts'
import type { CloserReader } from '../page.ts'
import { boxOf, fold, type Piece } from './frame.ts'

/** A cell of a number column in which nothing (clear) was read, though others of its column and row were. */
export interface EmptyCell {
  row: ValueRow
  column: string
  page: number
  box: Box
}

/** Cells of one document that are looked at again: each costs about as much as two lines. */
const MOST = 12
/** Readings of three that must agree, and how sure each must be. */
const AGREE = 2
const SURE = 0.7

/** The box of a cell: level with a piece of its row, in the middle of its column (`x`, in the page's level frame). */
export function cellBox(beside: Piece, x: number): Box {
  const b = boxOf(beside)
  const length = Math.hypot(b[2] - b[0], b[3] - b[1]) || 1
  const [ux, uy] = [(b[2] - b[0]) / length, (b[3] - b[1]) / length]
  const away = x - (beside.x0 + beside.x1) / 2
  const [cx, cy] = [(b[0] + b[4]) / 2 + away * ux, (b[1] + b[5]) / 2 + away * uy]
  const [w, h] = [1.2 * beside.height, 0.55 * beside.height]
  const at = (along: number, down: number): [number, number] => [
    cx + along * ux - down * uy,
    cy + along * uy + down * ux,
  ]
  return [...at(-w, -h), ...at(w, -h), ...at(w, h), ...at(-w, h)] as unknown as Box
}

/**
 * Reads empty cells of number columns where they should stand: the detector passes over single digits. Changes the rows in
 * place; what was found so is right more often than an empty cell, but a person should look.
 */
export async function readEmptyCells(
  fields: readonly { read: ReadField; empty?: readonly EmptyCell[] }[],
  closer: CloserReader,
): Promise<void> {
  for (const { read, empty = [] } of fields) {
    let filled = 0
    for (const { row, column, page, box } of empty.slice(0, MOST)) {
      const seen = await closer(page, box, () => true)
      const numbers = seen.flatMap(({ text, confidence }) => {
        const number = fold(text).replace(/[Il|丨]/gu, '1')
        return confidence >= SURE && /^\d{1,4}$/u.test(number) ? [number] : []
      })
      const best = numbers.find((one) => numbers.filter((other) => other === one).length >= AGREE)
      if (best === undefined) continue
      row[column] = Number(best)
      filled += 1
    }
    if (filled > 0) read.note = `表中有 ${filled} 个数字是放大后读出的，请核对`
  }
}
