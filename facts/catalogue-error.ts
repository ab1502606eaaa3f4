/** One fault of the catalogue: where it is, what is wrong and how to mend it. Lines and columns count from 1. */
export interface CatalogueFault {
  file: string
  line: number
  column: number
  message: string
  fix: string
}

/** A broken catalogue never starts: thrown with every fault found. */
export class CatalogueError extends Error {
  readonly faults: readonly CatalogueFault[]

  constructor(faults: readonly CatalogueFault[]) {
    super(faults.map((f) => `${f.file}:${f.line}:${f.column} ${f.message}。${f.fix}`).join('\n'))
    this.name = 'CatalogueError'
    this.faults = faults
  }
}
