import { LineCounter, parseDocument } from 'yaml'
import type { CatalogueFault } from '../catalogue-error.ts'
import type { SheetChange, SheetFault } from './compare-sheets.ts'
import { editYaml, YamlEditError } from './edit-yaml.ts'
import type { CatalogueFile } from './sheets.ts'

/** The files that changes touch, with their new text; a change that cannot be written is a fault of its cell. */
export function changedFiles(
  files: readonly CatalogueFile[],
  changes: readonly SheetChange[],
): { files: CatalogueFile[]; faults: SheetFault[] } {
  const faults: SheetFault[] = []
  const changed = files.flatMap(({ file, text }): CatalogueFile[] => {
    const own = changes.filter((change) => change.file === file)
    if (own.length === 0) return []
    let edited = text
    for (const { edits, at } of own) {
      try {
        edited = editYaml(edited, edits)
      } catch (error) {
        if (!(error instanceof YamlEditError)) throw error
        faults.push({ ...at, message: `${file} 里${error.message}，不能从这里改`, fix: '请直接改 YAML' })
      }
    }
    return [{ file, text: edited }]
  })
  return { files: changed, faults }
}

/** The cell behind a fault that the changed catalogue has; null when it lies in no changed part. */
export function cellOf(
  fault: CatalogueFault,
  files: readonly CatalogueFile[],
  changes: readonly SheetChange[],
): SheetChange | null {
  const changed = files.find(({ file }) => fault.file.endsWith(file))
  if (!changed) return null
  const lines = new LineCounter()
  const document = parseDocument(changed.text, { lineCounter: lines })
  const near = changes
    .filter(({ file }) => file === changed.file)
    .flatMap((change) => change.edits.map(({ path }) => ({ change, path })))
    .flatMap(({ change, path }) =>
      // The value itself, else the row it stands in.
      [path, path.slice(0, -1)].flatMap((at, distance) => {
        const node = document.getIn(at, true) as { range?: readonly number[] } | undefined
        const [start, end] = node?.range ?? []
        if (start === undefined || end === undefined) return []
        const isInside = lines.linePos(start).line <= fault.line && fault.line <= lines.linePos(end).line
        return isInside ? [{ change, distance }] : []
      }),
    )
  return near.sort((a, b) => a.distance - b.distance)[0]?.change ?? null
}
