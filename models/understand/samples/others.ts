import { EVERYDAY_PAPERS } from './everyday-papers.ts'
import { NEAR_PAPERS } from './near-papers.ts'

/** For tests: papers of no type we know, some of which share words with those we do. */
export const OTHERS = [...EVERYDAY_PAPERS, ...NEAR_PAPERS]
