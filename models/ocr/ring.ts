import { fromCorners } from './geometry.ts'
import { type Picture, softened } from './picture.ts'
import type { Recogniser } from './recognise.ts'

/** The name on a seal's ring and how sure it is, 0–1. */
export interface RingName {
  text: string
  confidence: number
}

/** Specks of uneven ink go under a blur of so many pixels of the straightened name (about a third of a stroke). */
const SOFT = 2
/** Where it reads otherwise without the blur nobody is sure. */
const DISPUTED = 0.6
/** With one character read with less the name may be another: what a person has to look at carries at most so much. */
const [CLEAR, UNCLEAR] = [0.75, 0.85]
/** Less is no reading, and shorter is no name. */
const [LEAST, SHORTEST] = [0.5, 4]

/** Reads a straightened name softened and, where that gives a name, as it is; null when it gives none. */
export async function readRing(read: Recogniser, strip: Picture): Promise<RingName | null> {
  const { width, height } = strip
  const rect = fromCorners([
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ])
  const soft = await read(await softened(strip, SOFT), rect, false, 1)
  if (soft.confidence < LEAST || [...soft.text].length < SHORTEST) return null
  const plain = await read(strip, rect, false, 1)
  const confidence = soft.text === plain.text ? Math.min(soft.confidence, plain.confidence) : DISPUTED
  const least = Math.min(...soft.characters, ...plain.characters)
  return { text: soft.text, confidence: Math.min(soft.confidence, confidence, least < CLEAR ? UNCLEAR : 1) }
}
