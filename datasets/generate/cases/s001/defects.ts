import type { Defect } from '../plan.ts'
import { FIRM } from './defects/firm.ts'
import { KITCHEN } from './defects/kitchen.ts'
import { PEOPLE } from './defects/people.ts'
import { PREMISES } from './defects/premises.ts'

/** What goes wrong in real S001 applications; each names every review point it breaks. */
export const DEFECTS: readonly Defect[] = [...PEOPLE, ...PREMISES, ...KITCHEN, ...FIRM]
