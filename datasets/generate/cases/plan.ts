import type { CaseRegistry, CaseValue, LabelledCase, Truth } from '../../case-format.ts'
import type { Content } from '../pages/content.ts'
import type { Photo } from '../physics/photo.ts'
import type { Random } from '../random.ts'
import type { World } from '../world/world.ts'

/** One document of a case before it is drawn. */
export interface Paper {
  /** Names the paper in the recipe; same key and content give the same bytes. */
  key: string
  slot: string
  /** Document type id (BL). */
  type: string
  layout: string
  content: Content
  photo: Photo
  /** Sheets handed in, from 0; all when missing. */
  sheets?: readonly number[]
  /** All pages in one scanned PDF instead of a picture each. */
  pdf?: boolean
}

/** A way in which real applications go wrong. Changes the world, the papers or the answers, never both twins. */
export interface Defect {
  id: string
  title: string
  slot: string
  /** Review points that fail by it, with the reason a clerk would give. */
  fails: (world: World) => Record<string, string>
  /** Points that can no longer be asked: the missing paper is said once. */
  silences?: (world: World) => Record<string, string>
  /** The defect cannot be mended by papers: the application is refused. */
  refuse?: boolean
  registry?: (registry: CaseRegistry, world: World) => void
  /** Two defects that touch the same thing never meet in one case. */
  touches: string
  fits?: (world: World) => boolean
  world?: (world: World, random: Random) => void
  papers?: (papers: Paper[], world: World, random: Random) => Paper[]
}

/** A scenario the generator can draw; every part is a pure function of the world and its papers. */
export interface Recipe {
  scenario: string
  papers(world: World): Paper[]
  applicant(world: World): LabelledCase['applicant']
  form(world: World, papers: readonly Paper[]): Record<string, CaseValue>
  /** The part of the form that no source and no material knows. */
  answers(form: Record<string, CaseValue>): Record<string, CaseValue>
  registry(world: World, papers: readonly Paper[]): CaseRegistry
  /** Truth of every review point when nothing is wrong. */
  review(world: World): Truth['review']
  defects: readonly Defect[]
}
