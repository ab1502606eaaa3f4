/** One value of ASN.1 DER: tag byte, content, and what it holds when it is constructed. */
export interface DerValue {
  tag: number
  content: Uint8Array
  children: DerValue[]
}

export const DER = { integer: 0x02, octets: 0x04, utf8: 0x0c, ia5: 0x16, sequence: 0x30 } as const

const DEEPEST = 30
const MOST_VALUES = 20_000

/** Parses as far as the bytes are DER; what follows rubbish is left out, never an error. */
export function parseDer(bytes: Uint8Array, depth = 0, budget = { left: MOST_VALUES }): DerValue[] {
  const values: DerValue[] = []
  let at = 0
  while (at + 2 <= bytes.length && --budget.left > 0) {
    const tag = bytes[at] ?? 0
    let length = bytes[at + 1] ?? 0
    let start = at + 2
    if (length > 0x80) {
      const count = length - 0x80
      if (count > 4) break
      length = bytes.subarray(start, start + count).reduce((sum, byte) => sum * 256 + byte, 0)
      start += count
    } else if (length === 0x80) break
    if (start + length > bytes.length) break
    const content = bytes.subarray(start, start + length)
    const constructed = (tag & 0x20) !== 0 && depth < DEEPEST
    values.push({ tag, content, children: constructed ? parseDer(content, depth + 1, budget) : [] })
    at = start + length
  }
  return values
}

/** All values at any depth, outer ones first. */
export function* allValues(values: DerValue[]): Generator<DerValue> {
  for (const value of values) {
    yield value
    yield* allValues(value.children)
  }
}
