import { proportion } from '../interval.ts'
import type { DocumentOutcome, FieldOutcome } from './score-documents.ts'

/** One harm at one strength: pages warned about, and what warnings are worth there. */
export interface HarmRow {
  harm: string
  strength: number
  documents: number
  /** Fields read right, of the labelled ones. */
  fields: { right: number; n: number }
  /** Documents whose picture was found wanting, whatever the reason. */
  warned: number
  /** Warned though nearly every field was read right: somebody takes the picture again for nothing. */
  needless: number
  /** Not warned though many fields are wrong or missing. */
  silent: number
  issues: Record<string, number>
}

/** Fields wrong or missing up to here are the reader's own errors; from here on the picture is to blame (shares of a document's fields). */
const FINE = 0.1
const SPOILT = 0.25

/** A level that is one harm at a strength, as the drawer names it (blur:0.5). */
const HARM = /^([a-zA-Z]+):([\d.]+)$/u

/** What warnings of photo quality are worth, by harm and strength; empty for sets without single harms. */
export function harmRows({
  documents,
  fields,
}: {
  documents: readonly DocumentOutcome[]
  fields: readonly FieldOutcome[]
}) {
  const levels = [...new Set(documents.map(({ level }) => level))].filter((level) => HARM.test(level))
  return levels
    .map((level): HarmRow => {
      const [, harm = '', strength = ''] = HARM.exec(level) ?? []
      const mine = documents.filter((one) => one.level === level)
      const wrong = (id: string) => {
        const own = fields.filter(({ document }) => document === id)
        return own.filter(({ outcome }) => outcome !== 'right').length / Math.max(1, own.length)
      }
      const warned = mine.filter(({ issues }) => issues.length > 0)
      const counted = fields.filter((one) => one.level === level)
      const issues: Record<string, number> = {}
      for (const issue of mine.flatMap((one) => one.issues)) issues[issue] = (issues[issue] ?? 0) + 1
      return {
        harm,
        strength: Number(strength),
        documents: mine.length,
        fields: { right: counted.filter(({ outcome }) => outcome === 'right').length, n: counted.length },
        warned: warned.length,
        needless: warned.filter(({ document }) => wrong(document) <= FINE).length,
        silent: mine.filter(({ document, issues: said }) => said.length === 0 && wrong(document) > SPOILT).length,
        issues,
      }
    })
    .sort((a, b) => a.harm.localeCompare(b.harm) || a.strength - b.strength)
}

export const HARM_HEAD = ['损害', '强度', '份', '字段正确', '有提示', '其中不必提示', '该提示而没有', '提示']

/** The same as cells of a table. */
export const harmCells = (rows: readonly HarmRow[]): string[][] =>
  rows.map((row) => [
    row.harm,
    String(row.strength),
    String(row.documents),
    proportion(row.fields),
    String(row.warned),
    String(row.needless),
    String(row.silent),
    Object.entries(row.issues)
      .map(([issue, count]) => `${issue} ${count}`)
      .join('，'),
  ])
