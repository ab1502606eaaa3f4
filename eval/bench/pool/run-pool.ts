import { createReader } from '../../../api/index.ts'
import type { Reading } from '../../../facts/reading.ts'
import { proportion } from '../interval.ts'
import { startMeter } from '../process-meter.ts'
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

/**
 * `npm run bench -- --pool N`: N files, every second one broken or hostile, all handed to the readers at once. Prints how many
 * good ones were read, what was said of the others, and the largest reader process. Returns how many good ones were lost.
 */
export async function runPool(count: number, processes: number): Promise<number> {
  const files = await mixedFiles(count)
  const reader = createReader({ processes })
  const stop = startMeter()
  const answers: { file: MixedFile; reading: Reading }[] = []
  try {
    await Promise.all(
      files.map(async (file) => {
        const reading = await reader.read({ bytes: file.bytes, fileName: file.fileName })
        answers.push({ file, reading })
        if (process.stderr.isTTY) process.stderr.write(`\r${answers.length}/${files.length}`)
      }),
    )
  } finally {
    await reader.close()
  }
  const { wallSeconds, peakProcessBytes } = stop()
  const good = answers.filter(({ file }) => file.says !== undefined)
  const lost = good.filter(({ file, reading }) => reading.error || !saysIt(file.says ?? '', reading))
  const others = answers.filter(({ file }) => file.says === undefined)
  const said = new Map<string, number>()
  for (const { file, reading } of others) {
    const words = `${file.kind}：${reading.error?.code ?? `没有报错，${reading.lines.length} 行`}`
    said.set(words, (said.get(words) ?? 0) + 1)
  }
  console.log(`混在一起的 ${files.length} 份文件，${processes} 个读取进程，${wallSeconds.toFixed(0)} 秒；全部有答复`)
  console.log(`好文件读出 ${proportion({ right: good.length - lost.length, n: good.length })}`)
  console.log(
    `坏文件被拒 ${proportion({ right: others.filter(({ reading }) => reading.error).length, n: others.length })}`,
  )
  console.log(`最大的进程 ${(peakProcessBytes / 1e9).toFixed(2)} GB`)
  for (const [words, n] of [...said].sort()) console.log(`  ${words} × ${n}`)
  for (const { file, reading } of lost)
    console.log(
      `  没有读出：${file.fileName} ${reading.error?.code ?? reading.lines.map(({ text }) => text).join('|')}`,
    )
  return lost.length
}
