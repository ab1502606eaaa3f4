import { addRecall, comparable, type Recall, recallOf, substringDistance } from './character-recall.ts'
import { proportion } from './interval.ts'

/** One page of real photographs with its labelled lines and what was read of it. */
export interface ReadPage {
  name: string
  labelled: string[]
  /** Lines as read, with how sure the reader was of each (0–1). */
  read: { text: string; confidence: number }[]
}

/** From this confidence on a line counts as sure, as a field does. */
const SURE = 0.9

/** Sure lines read on a page, and those of them that stand nowhere among its labels so: each is a line read wrongly with confidence. */
function sureLines({ labelled, read }: ReadPage): { n: number; unlike: number } {
  const print = comparable(labelled.join(''))
  const sure = read
    .filter(({ confidence }) => confidence >= SURE)
    .map(({ text }) => comparable(text))
    .filter((text) => text !== '')
  return { n: sure.length, unlike: sure.filter((text) => substringDistance(text, print) > 0).length }
}

const row = (name: string, { characters, errors, lines, exact }: Recall, sure: { n: number; unlike: number }) =>
  `  ${name.padEnd(16)} 字符召回 ${(1 - errors / Math.max(1, characters)).toFixed(4)}（${characters} 字）` +
  ` · 整行正确 ${proportion({ right: exact, n: lines })} · 置信≥.9 的行 ${sure.n}，其中与标注不符 ${sure.unlike}`

/** How each page was read against its labelled lines, then all together; nothing but lines is scored. */
export function lineReport(pages: readonly ReadPage[]): string {
  const rows = pages.map((page) => ({
    name: page.name,
    recall: recallOf(
      page.labelled,
      page.read.map(({ text }) => text),
    ),
    sure: sureLines(page),
  }))
  const n = rows.reduce((sum, { sure }) => sum + sure.n, 0)
  const unlike = rows.reduce((sum, { sure }) => sum + sure.unlike, 0)
  return [
    ...rows.map(({ name, recall, sure }) => row(name, recall, sure)),
    row('合计', addRecall(rows.map(({ recall }) => recall)), { n, unlike }),
  ].join('\n')
}
