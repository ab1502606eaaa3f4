import { createReader } from '../../../api/index.ts'
import type { Reading } from '../../../facts/reading.ts'
import { proportion } from '../interval.ts'
import { startMeter, type Usage } from '../process-meter.ts'
import { formatMemory, ReaderLog } from '../reader-memory.ts'
import { type MixedFile, mixedFiles } from './mixed-files.ts'

/** Of a good file's characters so many must be read for it to count as read. */
const ENOUGH = 0.8

/** Whether a good file's sentence was read: its number whole, and most of its characters. */
export function saysIt(says: string, { lines }: Pick<Reading, 'lines'>): boolean {
  const text = lines.map((line) => line.text.replace(/\s/gu, '')).join('')
  const number = /\d+/u.exec(says)?.[0] ?? ''
  const seen = [...says].filter((ch) => text.includes(ch)).length
  return text.includes(number) && seen >= ENOUGH * [...says].length
}

/** What became of a broken or hostile file: refused with a reason, harmless (nothing was taken from it), or read as if it were material. */
export function fateOf({ error, lines, documents }: Pick<Reading, 'error' | 'lines' | 'documents'>): Fate {
  if (error) return 'refused'
  return lines.length === 0 &&
    documents.every(({ fields }) => Object.values(fields).every(({ value }) => value === null))
    ? 'contained'
    : 'read'
}

type Fate = 'refused' | 'contained' | 'read'

/**
 * `npm run bench -- --pool N`: N files, every second one broken or hostile, all handed to the readers at once. Prints how many
 * good ones were read, what was said of the others, and what the reader processes held. Returns how many files went wrong: good
 * ones lost, others read as if they were material.
 */
export async function runPool(total: number, processes: number): Promise<number> {
  const files = await mixedFiles(total)
  const reader = createReader({ processes })
  const stop = startMeter()
  const log = new ReaderLog()
  const stopLog = log.watch()
  const answers: { file: MixedFile; reading: Reading }[] = []
  let usage: Usage
  try {
    await Promise.all(
      files.map(async (file) => {
        const reading = await reader.read({ bytes: file.bytes, fileName: file.fileName })
        answers.push({ file, reading })
        const row = log.page()
        if (row) console.error(formatMemory(row))
      }),
    )
  } finally {
    stopLog()
    usage = stop()
    await reader.close()
  }
  const { wallSeconds, cpuSeconds, peakProcessBytes } = usage
  const good = answers.filter(({ file }) => file.says !== undefined)
  const lost = good.filter(({ file, reading }) => reading.error || !saysIt(file.says ?? '', reading))
  const others = answers.filter(({ file }) => file.says === undefined)
  const said = new Map<string, number>()
  for (const { file, reading } of others) {
    const words = `${file.kind}：${reading.error?.code ?? `没有报错，${reading.lines.length} 行`}`
    said.set(words, (said.get(words) ?? 0) + 1)
  }
  console.log(
    `混在一起的 ${files.length} 份文件，${processes} 个读取进程，${wallSeconds.toFixed(0)} 秒，CPU ${cpuSeconds.toFixed(0)} 秒；全部有答复`,
  )
  console.log(`好文件读出 ${proportion({ right: good.length - lost.length, n: good.length })}`)
  const fates = others.map(({ reading }) => fateOf(reading))
  const count = (fate: Fate) => proportion({ right: fates.filter((one) => one === fate).length, n: others.length })
  console.log(`坏文件被拒 ${count('refused')}；没有报错但什么也没取 ${count('contained')}；当材料读了 ${count('read')}`)
  console.log(`最大的进程 ${(peakProcessBytes / 1e9).toFixed(2)} GB`)
  for (const [words, n] of [...said].sort()) console.log(`  ${words} × ${n}`)
  for (const { file, reading } of lost)
    console.log(
      `  没有读出：${file.fileName} ${reading.error?.code ?? reading.lines.map(({ text }) => text).join('|')}`,
    )
  return lost.length + fates.filter((fate) => fate === 'read').length
}
