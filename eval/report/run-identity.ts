import type { Identity } from '../bench/identity.ts'
import type { Readings } from '../drive/remembering-reader.ts'

/** What a report's figures were measured with and on: enough to measure them again. */
export interface RunIdentity extends Identity {
  catalogue: string
  /** Folder name of the dataset. */
  name: string
  /** 合成案例, or what the dataset's card says. */
  of: string
  /** How the service was reached, and whether pictures were read. */
  mode: 'read' | 'perfect reading' | 'by URL'
  split: 'scored' | 'calibration' | 'all'
  /** Scenarios asked for; null: all. */
  scenarios: string[] | null
  sample: { n: number; seed: string } | null
  sources: 'up' | 'down' | 'own'
  blind: boolean
  /** Version of the reader with its document types; null when nothing was read here. */
  reader: string | null
  /** Files read in this run, and readings taken from the cache: times of the latter say nothing of reading. */
  readings: Readings | null
}
