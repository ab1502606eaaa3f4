import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { documentTypeSchema } from '../../facts/document-type.ts'

const FOLDER = new URL('../../facts/documents/', import.meta.url)

let names: Record<string, string> | undefined

/** Chinese name of every document type by its id (BL → 营业执照), from facts/documents. */
export function documentNames(): Record<string, string> {
  names ??= Object.fromEntries(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => documentTypeSchema.parse(parse(readFileSync(new URL(file, FOLDER), 'utf8'))))
      .map((type) => [type.id, type.name]),
  )
  return names
}
