import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Everything of this repository that a reading depends on: code of the reader, document types, values. */
const READS_WITH = ['models', 'facts/documents', 'facts/values']

/** Start of the SHA-256 over the reader's code, its document types and the model files. */
export function readerVersion(modelFiles: readonly string[]): string {
  const own = READS_WITH.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|yaml)$/.test(name) && !/\.test\.ts$/.test(name))
      .map((name) => join(root, folder, name)),
  )
  const hash = createHash('sha256')
  for (const path of [...own.sort(), ...modelFiles]) hash.update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}
