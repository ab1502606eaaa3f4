import { caseFolders } from './find-cases.ts'
import { type DatasetCase, loadCase } from './load-case.ts'
import type { DatasetProblem } from './problem.ts'

export interface Dataset {
  cases: DatasetCase[]
  problems: DatasetProblem[]
}

/** All cases below a folder; bad ones are named and left out, and the second of two with one id too. */
export function loadDataset(folder: string): Dataset {
  const byId = new Map<string, DatasetCase>()
  const problems: DatasetProblem[] = []
  for (const path of caseFolders(folder)) {
    const { loaded, problems: own } = loadCase(path)
    problems.push(...own)
    if (!loaded) continue
    const first = byId.get(loaded.id)
    if (first) problems.push({ path, message: `编号 ${loaded.id} 与 ${first.folder} 重复`, fatal: true })
    else byId.set(loaded.id, loaded)
  }
  return { cases: [...byId.values()], problems }
}
