import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** Parts of Tesseract's traineddata by their place in its table (tessdatamanager.h). */
const [WORDS, CHARACTERS] = [19, 21]
/** Before the edges of a word graph: what kind of file it is (2 bytes), how many characters and how many edges there are (4 each). */
const [HEADER, SIZE_AT, COUNT_AT, EDGE] = [10, 2, 6, 8]
const LONGEST = 4
const HAN = /^\p{Script=Han}{2,4}$/u

let known: ReadonlySet<string> | null = null

/** One part of a traineddata file: a table of offsets (8 bytes each, −1: not there) stands before the parts. */
function partOf(data: Buffer, part: number): Buffer {
  const offsets = Array.from({ length: data.readInt32LE(0) }, (_, i) => Number(data.readBigInt64LE(4 + 8 * i)))
  const start = offsets[part] ?? -1
  if (start < 0) throw new Error(`traineddata 里没有第 ${part} 部分`)
  return data.subarray(start, Math.min(data.length, ...offsets.filter((offset) => offset > start)))
}

/** The words of a word graph (dawg.h: character in the low bits of an edge, then last-of-node, backward, end-of-word, next node). */
function wordsOf(graph: Buffer, characters: readonly string[]): Set<string> {
  const bits = Math.ceil(Math.log2(graph.readInt32LE(SIZE_AT) + 1))
  const count = graph.readInt32LE(COUNT_AT)
  const words = new Set<string>()
  const walk = (node: number, before: string, depth: number) => {
    for (let at = node; at < count; at += 1) {
      const low = graph.readUInt32LE(HEADER + EDGE * at)
      const high = graph.readUInt32LE(HEADER + EDGE * at + 4)
      const text = before + (characters[low & ((1 << bits) - 1)] ?? '')
      if ((low >>> (bits + 2)) & 1 && HAN.test(text)) words.add(text)
      const next = (low >>> (bits + 3)) + high * 2 ** (32 - bits - 3)
      if (next > 0 && depth < LONGEST) walk(next, text, depth + 1)
      if ((low >>> bits) & 1) return
    }
  }
  walk(0, '', 1)
  return words
}

/** Chinese words of two to four characters: the list that Tesseract's own packaged model of Chinese brings (about 40,000). */
export function packagedWords(): ReadonlySet<string> {
  if (known) return known
  const home = import.meta.resolve('@tesseract.js-data/chi_sim/package.json')
  const path = fileURLToPath(new URL('4.0.0_best_int/chi_sim.traineddata.gz', home))
  const data = gunzipSync(readFileSync(path))
  const characters = partOf(data, CHARACTERS).toString('utf8').split('\n')
  known = wordsOf(
    partOf(data, WORDS),
    characters.slice(1).map((line) => line.split(' ')[0] ?? ''),
  )
  return known
}
