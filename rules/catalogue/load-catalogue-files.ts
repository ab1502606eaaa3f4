import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CatalogueFile } from './sheets/sheets.ts'

/** Folder of the product's own catalogue. */
export const CATALOGUE_FOLDER = fileURLToPath(new URL('.', import.meta.url))

const PARTS = /^(modules\/[^/]+|matters\/[^/]+\/(matter|S\d+))\.yaml$/

/** Text of every module, matter and scenario file, in the order of their names. */
export function loadCatalogueFiles(folder: string = CATALOGUE_FOLDER): CatalogueFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => PARTS.test(name))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
}
