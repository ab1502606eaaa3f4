import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Layout {
  processes: number
  /** Threads inside a process; 0 leaves it to the runtime. */
  threads: number
}

/** Loads a reader for so many threads (0: its own choice) and returns what gives the texts of one photograph. */
export type Peer = (threads: number) => Promise<(path: string) => Promise<string[]>>

const ONE: Layout = { processes: 1, threads: 0 }
const TWO: Layout = { processes: 2, threads: 1 }

/** Readers to compare with, and the layouts of which each may use its best on two cores. */
export const PEERS = {
  gutenye: { name: '@gutenye/ocr-node', layouts: [ONE, TWO] },
  tesseract: { name: 'tesseract.js', layouts: [TWO] },
  ppu: { name: 'ppu-paddle-ocr', layouts: [ONE, TWO] },
} satisfies Record<string, { name: string; layouts: Layout[] }>

export type PeerId = keyof typeof PEERS

/** A pool of a peer's processes: `read` gives the texts of one photograph. */
export function startPeer(id: PeerId, { processes, threads }: Layout) {
  const idle: ChildProcess[] = []
  const waiting: ((child: ChildProcess) => void)[] = []
  const all = Array.from({ length: processes }, () =>
    fork(fileURLToPath(new URL('./process.ts', import.meta.url)), [id, String(threads)], {
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  )
  const release = (child: ChildProcess) => {
    const next = waiting.shift()
    if (next) next(child)
    else idle.push(child)
  }
  all.forEach(release)
  return {
    async read(path: string): Promise<string[]> {
      const child = idle.shift() ?? (await new Promise<ChildProcess>((resolve) => waiting.push(resolve)))
      const texts = await new Promise<string[]>((resolve, reject) => {
        const lost = () => reject(new Error(`the peer died reading ${path}`))
        child.once('exit', lost)
        child.once('message', (message) => {
          child.off('exit', lost)
          resolve(message as string[])
        })
        child.send(path)
      })
      release(child)
      return texts
    },
    async close() {
      for (const child of all) child.disconnect()
    },
  }
}
