import type { Line, Mark, Quality } from '../facts/reading.ts'

/** One upright page as pixels: RGB, 3 bytes a pixel, row by row. Lives only inside a reader process. */
export interface Page {
  page: number
  width: number
  height: number
  rgb: Uint8Array
  /** Lines of a digital PDF's text layer, in pixels of this page; null for photographs and scans. */
  textLayer: Line[] | null
  /** A page of a file that holds no picture: its colours were chosen by a program, no camera or copier made them. */
  drawn?: true
  /** The pixels were drawn by us from the text layer itself: comparing the two would tell nothing. */
  drawnFromText?: true
  /** The same pixels drawn without the text layer: what is drawn or pasted beside the print. */
  wordless?: Uint8Array
}

/** Edges of a line's strokes, by columns half as wide as the line is high: how much of them runs level or upright, and all. */
export interface Strokes {
  straight: Float32Array
  all: Float32Array
}

/** What one page gave, without its pixels. */
export interface PageReading {
  page: number
  width: number
  height: number
  lines: Line[]
  quality: Quality
  /** Marks found by looking, not yet named by a document type. */
  marks: Mark[]
  /** Printed without any colour; null when that cannot be told. */
  colourless?: boolean | null
  /** A person's portrait by itself, with no paper's print beside it. */
  portrait?: boolean
  /** Strokes stand on it that nothing read accounts for: perhaps words by hand. */
  looseWriting?: boolean
  /** How straight the strokes of its lines are, where they may be a hand's. */
  strokes?: ReadonlyMap<Line, Strokes>
  /** Its text came from the file itself, not from pixels. */
  digital?: boolean
}

/** One closer reading of some print; `alternatives` per UTF-16 unit of `text`: what else the reader saw there, likeliest first. */
export interface Closer {
  text: string
  confidence: number
  alternatives: { text: string; probability: number }[][]
}

/** Reads the print in a box again in several ways, until `enough` of them are seen. */
export type CloserReader = (page: number, box: Line['box'], enough: (seen: Closer[]) => boolean) => Promise<Closer[]>

/** Reads one deciding crop again with the independent reader; text as seen, confidence 0–1. */
export type SecondReader = (
  page: number,
  box: Line['box'],
  kind: 'digits' | 'code' | 'chinese',
) => Promise<{ text: string; confidence: number }>
