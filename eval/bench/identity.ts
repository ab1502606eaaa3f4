import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a figure was measured with: enough to measure it again. */
export interface Identity {
  /** `unknown` outside a git checkout; `+` behind it: there were changes not committed. */
  commit: string
  /** Model files by name → start of their SHA-256. */
  models: Record<string, string>
  /** Start of the SHA-256 of the data's file names, sizes and labels. */
  dataset: string
}

const short = (hash: string) => hash.slice(0, 12)
const sha256 = (content: string | Uint8Array) => short(createHash('sha256').update(content).digest('hex'))

function git(...args: string[]): string {
  const cwd = fileURLToPath(new URL('.', import.meta.url))
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

function commit(): string {
  try {
    return `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+'}`
  } catch {
    return 'unknown'
  }
}

/** Labels are told apart by their words, pictures by their size. */
const content = (path: string): string | number =>
  path.endsWith('.yaml') ? sha256(readFileSync(path)) : statSync(path).size

/** What the bench itself writes beside a set is no part of it. */
const WRITTEN = /^(?:reading-report\.(?:json|html)|calibration-values\.json)$/u

/** Start of the SHA-256 over the files' names, sizes and (of YAML) contents, in the order of their names; where the folders stand does not matter. */
export function datasetHash(folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !WRITTEN.test(name))
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => `${join(basename(folder), relative(folder, path))} ${content(path)}`),
  )
  return sha256(files.sort().join('\n'))
}

/** Looks up what is measured with, from the model files used and the folders measured on. */
export function identify(models: readonly string[], folders: readonly string[]): Identity {
  return {
    commit: commit(),
    models: Object.fromEntries(models.map((path) => [basename(path), sha256(readFileSync(path))])),
    dataset: datasetHash(folders),
  }
}

/** The identity as one line above a report. */
export function identityLine({ commit, models, dataset }: Identity, n: string): string {
  const weights = Object.entries(models).map(([name, hash]) => `${name} ${hash}`)
  return `提交 ${commit} · 模型 ${weights.join('，')} · 数据 ${dataset}（文件名、大小和标注）· n = ${n}`
}
