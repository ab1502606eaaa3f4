import type { Decoded } from './ctc.ts'

/** A dash behind a Han character, at the end of a line or before another; behind 年 月 日 and the like it means "until". */
const DASH = /(?<=\p{Script=Han})(?<![年月日号期时分至到起])[-—–－─](?=\p{Script=Han}|$)/gu
/** So likely at least is the 一 that the network also saw. */
const SEEN = 0.004
/** How sure a character is that was taken instead of the likeliest. */
const TAKEN = 0.7

/** 王正- is 王正一: a dash where names have none is the character 一, when the network saw that there, too. */
export function levelStrokes(decoded: Decoded): Decoded {
  const places = [...decoded.text.matchAll(DASH)].flatMap(({ index }) => {
    const one = decoded.alternatives[index]?.find(({ text }) => text === '一')
    return one && one.probability >= SEEN ? [index] : []
  })
  if (places.length === 0) return decoded
  const { text, characters, alternatives } = decoded
  return {
    ...decoded,
    text: text
      .split('')
      .map((unit, i) => (places.includes(i) ? '一' : unit))
      .join(''),
    characters: characters.map((value, i) => (places.includes(i) ? Math.min(TAKEN, value) : value)),
    alternatives: alternatives.map((seen, i) =>
      places.includes(i)
        ? [{ text: text[i] ?? '', probability: 1 - TAKEN }, ...seen.filter((other) => other.text !== '一')]
        : seen,
    ),
  }
}
