import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { type ZodType, z } from 'zod'
import { type DocumentType, documentTypeSchema } from './document-type.ts'
import { type SharedSource, sharedSourceSchema } from './shared-source.ts'

const own = (folder: string) => fileURLToPath(new URL(folder, import.meta.url))

/** Thrown at start when one of our YAML files is wrong; the message names the file and every fault in it. */
export class FactsError extends Error {
  readonly file: string
  constructor(file: string, faults: string) {
    super(`${file}: ${faults}`)
    this.name = 'FactsError'
    this.file = file
  }
}

function loadFolder<T>(folder: string, schema: ZodType<T>): { file: string; value: T }[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return files.sort().map((name) => {
    const file = `${folder.replace(/\/$/, '')}/${name}`
    let raw: unknown
    try {
      raw = parse(readFileSync(file, 'utf8'))
    } catch (error) {
      throw new FactsError(file, error instanceof Error ? error.message : String(error))
    }
    const read = schema.safeParse(raw)
    if (!read.success) throw new FactsError(file, z.prettifyError(read.error))
    return { file, value: read.data }
  })
}

function refuseTwice(file: string, what: string, seen: Map<string, string>, key: string): void {
  const first = seen.get(key)
  if (first !== undefined) throw new FactsError(file, `${what} ${key} is already taken by ${first}`)
  seen.set(key, file)
}

function uniqueNames(file: string, what: string, names: readonly string[]): void {
  const seen = new Map<string, string>()
  for (const name of names) refuseTwice(file, what, seen, name)
}

/** All document types of facts/documents/*.yaml in file order; throws FactsError on a bad file or a taken name. */
export function loadDocumentTypes(folder = own('documents')): DocumentType[] {
  const ids = new Map<string, string>()
  const names = new Map<string, string>()
  return loadFolder(folder, documentTypeSchema).map(({ file, value }) => {
    refuseTwice(file, 'id', ids, value.id)
    refuseTwice(file, 'name', names, value.name)
    // Fields and marks share one namespace of fact paths.
    uniqueNames(
      file,
      'field or mark',
      [...value.fields, ...value.marks].map((part) => part.name),
    )
    return value
  })
}

/** All shared sources of facts/sources/*.yaml in file order; throws FactsError on a bad file or a taken name. */
export function loadSharedSources(folder = own('sources')): SharedSource[] {
  const ids = new Map<string, string>()
  const names = new Map<string, string>()
  return loadFolder(folder, sharedSourceSchema).map(({ file, value }) => {
    refuseTwice(file, 'id', ids, value.id)
    refuseTwice(file, 'name', names, value.name)
    uniqueNames(
      file,
      'field',
      value.fields.map((field) => field.name),
    )
    return value
  })
}
