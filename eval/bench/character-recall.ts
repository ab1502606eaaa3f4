/** How well a page was read, against its labelled lines. */
export interface Recall {
  characters: number
  errors: number
  lines: number
  exact: number
}

/** NFKC without spaces, punctuation and symbols: what is compared. */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')

/** Smallest edit distance between `needle` and any substring of `text` (Sellers). */
export function substringDistance(needle: string, text: string): number {
  const a = [...needle]
  const b = [...text]
  let previous: number[] = new Array(b.length + 1).fill(0)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    previous = row
  }
  return Math.min(...previous)
}

/** Character recall = 1 − errors / characters, each labelled line against its best place in the text read. */
export function recallOf(labelled: string[], read: string[]): Recall {
  const text = comparable(read.join(''))
  const recall: Recall = { characters: 0, errors: 0, lines: 0, exact: 0 }
  for (const label of labelled.map(comparable)) {
    if (label === '') continue
    const errors = substringDistance(label, text)
    recall.characters += [...label].length
    recall.errors += errors
    recall.lines++
    if (errors === 0) recall.exact++
  }
  return recall
}

/** The sum over pages. */
export function addRecall(all: Recall[]): Recall {
  const sum: Recall = { characters: 0, errors: 0, lines: 0, exact: 0 }
  for (const one of all) {
    sum.characters += one.characters
    sum.errors += one.errors
    sum.lines += one.lines
    sum.exact += one.exact
  }
  return sum
}
