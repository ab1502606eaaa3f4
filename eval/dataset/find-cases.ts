import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const datasets = fileURLToPath(new URL('../../datasets/', import.meta.url))

export const isSpreadsheet = (path: string): boolean => /\.(xlsx|csv)$/i.test(path)

/** Where a dataset lies: a folder or spreadsheet by its path, or a folder in datasets/ by its name. Throws a Chinese sentence. */
export function datasetPath(nameOrPath: string): string {
  const path = resolve(nameOrPath)
  return isSpreadsheet(path) && existsSync(path) ? path : datasetFolder(nameOrPath)
}

/** The folder of a dataset: a path, or the name of one in datasets/. Throws a Chinese sentence. */
export function datasetFolder(nameOrPath: string): string {
  for (const folder of [resolve(nameOrPath), join(datasets, nameOrPath)])
    if (existsSync(folder) && statSync(folder).isDirectory()) return folder
  throw new Error(`找不到数据集“${nameOrPath}”：既不是文件夹，datasets/ 里也没有这个名字`)
}

/** Folders that hold a case.yaml: the folder itself, or at most three levels below, by path. */
export function caseFolders(folder: string): string[] {
  const found: string[] = []
  const look = (at: string, depth: number) => {
    if (existsSync(join(at, 'case.yaml')) || existsSync(join(at, 'truth.yaml'))) found.push(at)
    else if (depth > 0)
      for (const entry of readdirSync(at, { withFileTypes: true }))
        if (entry.isDirectory() && !entry.name.startsWith('.')) look(join(at, entry.name), depth - 1)
  }
  look(folder, 3)
  return found.sort()
}
