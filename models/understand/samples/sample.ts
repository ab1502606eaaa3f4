import type { PageReading } from '../../page.ts'
import { type SetLine, typeset } from '../typeset.ts'

/** For tests: a form as it is printed, and what stands on it. */
export interface Sample {
  type: string
  variant?: string
  /** `usual`: labels and values side by side. `awkward`: spaced or broken labels, values below, two columns. */
  layout: 'usual' | 'awkward'
  pages: PageReading[]
  fields: Record<string, unknown>
}

/** Cells of rows that stand under each other: one left edge a column, empty cells left out. */
export const grid = (
  xs: readonly number[],
  y: number,
  step: number,
  rows: readonly (readonly string[])[],
  height = 24,
): SetLine[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap((text, column): SetLine[] => (text === '' ? [] : [[xs[column] ?? 0, y + row * step, text, height]])),
  )

/** Lines under each other. */
export const lines = (x: number, y: number, step: number, ...texts: string[]): SetLine[] =>
  grid(
    [x],
    y,
    step,
    texts.map((text) => [text]),
  )

/** A sample of one page. */
export const sample = (
  type: string,
  layout: Sample['layout'],
  sets: readonly SetLine[],
  fields: Record<string, unknown>,
  { variant, ...size }: { variant?: string; width?: number; height?: number } = {},
): Sample => ({ type, layout, fields, pages: [typeset(sets, size)], ...(variant ? { variant } : {}) })

/** An amount in yuan as a value. */
export const yuan = (amount: number) => ({ fen: Math.round(amount * 100), currency: 'CNY' })

/** Numbers with right check digits. */
export const CNID = ['310104199001010011', '32010219851203452X', '310104198805121230', '310106199308202643'] as const
export const USCC = ['91310104MA1FR1WF02', '91310104MA1FR2XK9Y', '12310104425012345B', '913101047695432X1C'] as const
