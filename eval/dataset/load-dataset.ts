import { caseFolders } from './find-cases.ts'
import type { Loaded, SeenCase } from './load-case.ts'
import type { DatasetProblem } from './problem.ts'

export interface Dataset<T extends SeenCase> {
  cases: T[]
  problems: DatasetProblem[]
}

/** All cases below a folder; bad ones are named and left out, and so is the second of two with one id. */
export function loadDataset<T extends SeenCase>(folder: string, load: (folder: string) => Loaded<T>): Dataset<T> {
  const byId = new Map<string, T>()
  const problems: DatasetProblem[] = []
  for (const path of caseFolders(folder)) {
    const { loaded, problems: own } = load(path)
    problems.push(...own)
    if (!loaded) continue
    const first = byId.get(loaded.id)
    if (first) problems.push({ path, message: `编号 ${loaded.id} 与 ${first.folder} 重复`, fatal: true })
    else byId.set(loaded.id, loaded)
  }
  return { cases: [...byId.values()], problems }
}
