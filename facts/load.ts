import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ZodType } from 'zod'
import { CatalogueError, type CatalogueFault } from './catalogue-error.ts'
import { type DocumentType, documentTypeSchema } from './document-type.ts'
import { lintDocumentType } from './lint-document-type.ts'
import { type Located, parseLocated } from './located-yaml.ts'
import { type SharedSource, sharedSourceSchema } from './shared-source.ts'

const own = (folder: string) => fileURLToPath(new URL(folder, import.meta.url))

/** All document types of facts/documents/*.yaml in file order; throws CatalogueError with every fault. */
export function loadDocumentTypes(folder = own('documents')): DocumentType[] {
  return loadFolder(folder, documentTypeSchema, lintDocumentType)
}

/** All shared sources of facts/sources/*.yaml in file order; throws CatalogueError with every fault. */
export function loadSharedSources(folder = own('sources')): SharedSource[] {
  return loadFolder(folder, sharedSourceSchema, lintSource)
}

/** By folder: what its files said when they last passed the check, and what was made of them. */
const checked = new Map<string, { said: string; values: unknown[] }>()

/** The files of a folder, checked; those of a folder that says the same as last time are not parsed again. */
function loadFolder<T extends { id: string; name: string }>(
  folder: string,
  schema: ZodType<T>,
  lint: (file: Located<T>) => CatalogueFault[],
): T[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const files = names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const said = JSON.stringify(files)
  const before = checked.get(folder)
  if (before?.said === said) return [...before.values] as T[]
  const values = checkedValues(basename(folder), files, schema, lint)
  checked.set(folder, { said, values })
  return [...values]
}

function checkedValues<T extends { id: string; name: string }>(
  folder: string,
  files: readonly { name: string; text: string }[],
  schema: ZodType<T>,
  lint: (file: Located<T>) => CatalogueFault[],
): T[] {
  const faults: CatalogueFault[] = []
  const read = files.flatMap(({ name, text }): Located<T>[] => {
    try {
      return [parseLocated(`facts/${folder}/${name}`, text, schema)]
    } catch (error) {
      if (!(error instanceof CatalogueError)) throw error
      faults.push(...error.faults)
      return []
    }
  })
  for (const key of ['id', 'name'] as const) {
    const seen = new Map<string, string>()
    for (const file of read) {
      const taken = seen.get(file.value[key])
      if (taken !== undefined)
        faults.push(file.fault([key], `${file.value[key]} 已经用在 ${taken}`, '换一个（duplicate）'))
      seen.set(file.value[key], file.file)
    }
  }
  faults.push(...read.flatMap(lint))
  if (faults.length > 0) throw new CatalogueError(faults)
  return read.map(({ value }) => value)
}

function lintSource(file: Located<SharedSource>): CatalogueFault[] {
  const { fields } = file.value
  return fields.flatMap(({ name, type, values = [] }, index) => {
    const at = ['fields', index]
    const twice = fields.findIndex((field) => field.name === name) < index
    return [
      ...(twice ? [file.fault([...at, 'name'], `字段 ${name} 重复`, '换一个名字（duplicate）')] : []),
      ...(type === 'enum' && values.length === 0
        ? [file.fault(at, `字段 ${name} 没有可选的值`, '写 values（enum without values）')]
        : []),
    ]
  })
}
