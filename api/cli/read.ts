/** `npm run -s read -- FILE|FOLDER… [--json] [--lines] [--fields]`: what the reader sees in files, without opening a case. */
import { setMaxListeners } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Reading } from '../../facts/reading.ts'
import { createReader } from '../../models/index.ts'
import { readingReport } from './reading-report.ts'

const USAGE = `用法：npm run -s read -- 文件或文件夹… [--json] [--lines] [--fields]
  --json   只在标准输出上打印一个 JSON 数组
  --lines  报告里也列出读到的每一行文字
  --fields 只读字段：不找印章、签字、二维码，不看是不是复印件`

/** The files behind paths, folders opened, in name order. Throws a Chinese sentence for a path that does not exist. */
async function filesOf(paths: string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (!info) throw new Error(`找不到路径：${path}。请检查拼写，或改用完整路径。`)
    if (!info.isDirectory()) files.push(path)
    else {
      const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
      files.push(...(await filesOf(names.map((name) => join(path, name)))))
    }
  }
  return files
}

/** Progress on a terminal's last line; nothing when errors go to a file. */
function progressLine(total: number) {
  const show = process.stderr.isTTY
  let done = 0
  const write = (text: string) => show && process.stderr.write(`\r\x1b[K${text}`)
  return {
    page: (file: string, pagesRead: number, pages: number) =>
      write(`已读 ${done}/${total} 份，正在读 ${file}（第 ${Math.min(pagesRead + 1, pages)}/${pages} 页）`),
    file: () => {
      done++
      write(`已读 ${done}/${total} 份`)
    },
    clear: () => write(''),
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      lines: { type: 'boolean' },
      fields: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || positionals.length === 0) {
    console.error(USAGE)
    return values.help ? 0 : 1
  }
  const files = await filesOf(positionals)
  if (files.length === 0) throw new Error('文件夹里没有文件。')
  const reader = createReader()
  const progress = progressLine(files.length)
  const stop = new AbortController()
  // Every file listens for the end, however many there are.
  setMaxListeners(0, stop.signal)
  process.once('SIGINT', () => stop.abort(new Error('已停止读取。')))
  try {
    const pending = files.map(async (path): Promise<Reading> => {
      const reading = await reader.read(
        { path, fileName: path },
        {
          onProgress: (p) => progress.page(path, p.pagesRead, p.pages),
          signal: stop.signal,
          ...(values.fields && { only: 'fields' }),
        },
      )
      progress.file()
      return reading
    })
    // Failures are reported by the loop below, in file order.
    for (const one of pending) one.catch(() => {})
    const readings: Reading[] = []
    for (const one of pending) {
      const reading = await one
      if (values.json) readings.push(reading)
      else {
        progress.clear()
        process.stdout.write(`${readingReport(reading, values.lines ?? false)}\n`)
      }
    }
    progress.clear()
    if (values.json) await printJson(readings)
    return 0
  } finally {
    await reader.close()
  }
}

/** Waits until the last byte is out: a pipe may be slower than the exit. */
const printJson = (readings: Reading[]) =>
  new Promise<void>((resolve) =>
    process.stdout.write(`[${readings.map((one) => `\n${JSON.stringify(one)}`).join(',')}\n]\n`, () => resolve()),
  )

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const unknown = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    console.error(unknown ? `不认识的参数。\n${USAGE}` : error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  },
)
