import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DocumentType } from '../../facts/document-type.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import type { CatalogueFault } from './catalogue-error.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const KEPT = 10

/** A catalogue that passed the whole check, as parsed, so that the next start need not parse and check it again. */
export interface Checked {
  /** Parsed catalogue files by the name that faults give them. */
  files: Record<string, unknown>
  documentTypes: DocumentType[]
  sources: SharedSource[]
  warnings: CatalogueFault[]
}

/**
 * Everything a check depends on: the rules, the facts they speak of, the code that checks, the libraries and the Node it
 * runs on. Tests are no part of it.
 */
export function checkedKey(root: string = ROOT, node: string = process.version): string {
  const hash = createHash('sha256').update(node).update('\0')
  const lock = join(root, 'package-lock.json')
  if (existsSync(lock)) hash.update(readFileSync(lock)).update('\0')
  for (const top of ['facts', 'rules']) {
    const names = readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    for (const name of names.sort()) {
      if (!/\.(ts|yaml)$/.test(name) || /\.test\.ts$|(^|[\\/])tests[\\/]/.test(name)) continue
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(root, top, name)))
        .update('\0')
    }
  }
  return hash.digest('hex').slice(0, 32)
}

const folderIn = (root: string) => join(root, 'node_modules', '.cache', 'firstpass')
const fileOf = (root: string, key: string) => join(folderIn(root), `catalogue-${key}.json`)

/** What passed the check under this key; null when nothing did, or it cannot be read. */
export function readChecked(key: string, root: string = ROOT): Checked | null {
  try {
    return JSON.parse(readFileSync(fileOf(root, key), 'utf8')) as Checked
  } catch {
    return null
  }
}

/** Keeps what has just passed the whole check; a folder that cannot be written only means a slower next start. */
export function writeChecked(key: string, checked: Checked, root: string = ROOT): void {
  const file = fileOf(root, key)
  try {
    mkdirSync(folderIn(root), { recursive: true })
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(checked))
    renameSync(`${file}.${process.pid}`, file)
    prune(folderIn(root))
  } catch {
    // Read-only installations check at every start.
  }
}

function prune(folder: string): void {
  const files = readdirSync(folder).filter((name) => /^catalogue-\w+\.json$/.test(name))
  const aged = files.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs })).sort((a, b) => b.at - a.at)
  for (const { name } of aged.slice(KEPT)) rmSync(join(folder, name), { force: true })
}
