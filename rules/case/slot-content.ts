import type { SubmittedMaterial } from '../results.ts'
import type { FiledDocument } from './document-facts.ts'

/**
 * What lies in one slot. `cards`: documents known to be sides of one card. `loose`: may be this slot's, nobody can tell.
 * `unclear`: files that could not be read, or whose type could not be told.
 */
export interface SlotContent {
  documents: FiledDocument[]
  cards: FiledDocument[][]
  loose: FiledDocument[]
  unclear: SubmittedMaterial[]
  wrong: { material: SubmittedMaterial; found: string }[]
}
