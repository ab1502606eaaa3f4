import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  allTableGaps,
  CatalogueError,
  type CatalogueFile,
  catalogueSheets,
  cellOf,
  changedFiles,
  compareSheets,
  type FilledSheet,
  loadCatalogue,
  loadCatalogueFiles,
  type SheetChange,
  type SheetFault,
} from '../../rules/index.ts'

export interface ImportPlan {
  /** What to write, once a person agrees; empty when there is a fault. */
  files: readonly CatalogueFile[]
  changes: readonly SheetChange[]
  /** Cells that are wrong: with one, nothing is written. */
  faults: readonly SheetFault[]
  /** Faults of the changed catalogue that stand in no changed cell, as the loader tells them. */
  broken: readonly string[]
  /** Cases that no row of a table speaks of any more, once this is written: shown, not refused. */
  gaps: readonly string[]
}

/** What filled sheets would change in the catalogue of `folder`, checked by loading the result elsewhere. Writes nothing. */
export function planImport(folder: string, sheets: readonly FilledSheet[]): ImportPlan {
  const before = loadCatalogueFiles(folder)
  const { faults, changes } = compareSheets(catalogueSheets(before), sheets)
  if (faults.length > 0) return { files: [], changes, faults, broken: [], gaps: [] }
  const { files, faults: unwritable } = changedFiles(before, changes)
  if (unwritable.length > 0 || files.length === 0)
    return { files: [], changes, faults: unwritable, broken: [], gaps: [] }
  const after = loadChanged(folder, files)
  const found = after.faults.map((fault) => ({ fault, change: cellOf(fault, files, changes) }))
  return {
    files: found.length > 0 ? [] : files,
    changes,
    faults: found.flatMap(({ fault, change }) =>
      change ? [{ ...change.at, message: `${fault.message}（${fault.file}:${fault.line}）`, fix: fault.fix }] : [],
    ),
    broken: found.flatMap(({ fault, change }) =>
      change ? [] : [`${fault.file}:${fault.line}:${fault.column} ${fault.message}。${fault.fix}`],
    ),
    gaps: after.gaps.length > 0 ? newIn(after.gaps, allTableGaps(loadCatalogue({ folder }))) : [],
  }
}

const newIn = (after: readonly string[], before: readonly string[]) => after.filter((one) => !before.includes(one))

function loadChanged(folder: string, changed: readonly CatalogueFile[]) {
  const temporary = mkdtempSync(join(tmpdir(), 'catalogue-'))
  const copy = join(temporary, 'rules', 'catalogue')
  try {
    cpSync(folder, copy, { recursive: true, filter: (name) => !name.endsWith('.ts') && !/[\\/]tests$/.test(name) })
    for (const { file, text } of changed) writeFileSync(join(copy, file), text)
    return { faults: [], gaps: allTableGaps(loadCatalogue({ folder: copy })) }
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error
    return { faults: error.faults, gaps: [] }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** Writes a plan's files: all beside the old ones first, then each takes its place. */
export function applyImport(folder: string, { files }: ImportPlan): void {
  const beside = files.map(({ file, text }) => ({ from: join(folder, `${file}.new`), to: join(folder, file), text }))
  for (const { from, text } of beside) writeFileSync(from, text)
  for (const { from, to } of beside) renameSync(from, to)
}
