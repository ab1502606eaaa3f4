import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where uploaded bytes rest: content-addressed per case, opaque (already sealed) to this layer. */
export interface FileStore {
  /** Durable when it resolves: the database may then refer to it. Writing the same name again is harmless. */
  put(caseId: string, name: string, content: Uint8Array): Promise<void>
  /** null when there is no such file. */
  get(caseId: string, name: string): Promise<Buffer | null>
  remove(caseId: string, name: string): Promise<void>
  erase(caseId: string): Promise<void>
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let serial = 0

/** Files under `root`, one folder per case: temporary file, fsync, rename, fsync of the folder. */
export function diskFiles(root: string): FileStore {
  const place = (caseId: string, name: string) => join(root, caseId, name)
  return {
    async put(caseId, name, content) {
      const target = place(caseId, name)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      const temporary = `${target}.${process.pid}.${serial++}.part`
      const file = await open(temporary, 'wx', 0o600)
      try {
        await file.writeFile(content)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, target)
      await syncFolder(dirname(target))
    },
    async get(caseId, name) {
      try {
        return await readFile(place(caseId, name))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    remove: (caseId, name) => rm(place(caseId, name), { force: true }),
    erase: (caseId) => rm(join(root, caseId), { recursive: true, force: true }),
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
