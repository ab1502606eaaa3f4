/** Where the first capturing group of a regular expression begins and ends; null without one. */
function captured(source: string): string | null {
  let depth = 0
  let from: { at: number; depth: number } | null = null
  for (const { 0: part, index } of source.matchAll(/\\.|\[(?:[^\]\\]|\\.)*\]|\((?:\?(?:[:=!]|<[=!]))?|\)/gu)) {
    if (part === ')') {
      depth -= 1
      if (from?.depth === depth) return source.slice(from.at, index)
    } else if (part.startsWith('(')) {
      if (part === '(' && !from) from = { at: index + 1, depth }
      depth += 1
    }
  }
  return null
}

const REPEATED = /(?<one>\\.|\[(?:[^\]\\]|\\.)*\]|.)(?:[*+]|\{\d+,\d*\})/gu

/** Whether what a pattern captures may run over a full stop: a repeated class or point in its group that takes one in. */
export function crossesSentence(source: string): boolean {
  const matches = [...(captured(source) ?? '').matchAll(REPEATED)]
  return matches.some(({ groups }) => {
    const one = groups?.one ?? ''
    return one === '.' || (one.startsWith('[') && new RegExp(`^${one}$`, 'u').test('。'))
  })
}
