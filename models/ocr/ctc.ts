/** A decoded line: one confidence and one place (0–1 along the line) per character of `text`. */
export interface Decoded {
  text: string
  confidence: number
  characters: number[]
  xs: number[]
}

/** Greedy CTC decoding of `steps` × `classes` probabilities; class 0 is blank, `keys[i]` the text of class i + 1. */
export function decodeCtc(probabilities: Float32Array, steps: number, classes: number, keys: string[]): Decoded {
  const characters: number[] = []
  const xs: number[] = []
  let text = ''
  let last = 0
  for (let t = 0; t < steps; t++) {
    let best = 0
    let p = -1
    const row = t * classes
    for (let c = 0; c < classes; c++) {
      const v = probabilities[row + c] ?? 0
      if (v > p) {
        p = v
        best = c
      }
    }
    const place = (t + 0.5) / steps
    if (best !== 0 && best !== last) {
      const key = keys[best - 1] ?? ''
      for (let i = 0; i < key.length; i++) {
        characters.push(p)
        xs.push(place)
      }
      text += key
    } else if (best !== 0 && characters.length > 0) {
      characters[characters.length - 1] = Math.max(characters.at(-1) ?? 0, p)
    }
    last = best
  }
  const confidence = characters.length ? characters.reduce((a, b) => a + b, 0) / characters.length : 0
  return { text, confidence, characters, xs }
}
