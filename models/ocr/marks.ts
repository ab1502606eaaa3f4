/** Dots and tails that small print loses: a mark (first) is read where its rival (second) stands, never the other way. */
const RIVALS = [
  [':', ';'],
  ['：', '；'],
  [':', '；'],
  ['：', ';'],
  [',', '、'],
  ['，', '、'],
] as const

/**
 * So probable, the rival is taken. The network learnt from text in which colons and commas are the rule; in enumerations
 * their rivals are some twenty times as frequent, and print that is clearly a colon gives a semicolon far less than this.
 */
export const RIVAL_PROBABILITY = 0.05

/** For the class of every mark that has rivals: the rivals' classes and texts. Class i + 1 is `keys[i]`. */
export function rivalMarks(keys: readonly string[]): Map<number, { rival: number; text: string }[]> {
  const found = new Map<number, { rival: number; text: string }[]>()
  for (const [mark, text] of RIVALS) {
    const own = keys.indexOf(mark) + 1
    const rival = keys.indexOf(text) + 1
    if (own > 0 && rival > 0) found.set(own, [...(found.get(own) ?? []), { rival, text }])
  }
  return found
}
