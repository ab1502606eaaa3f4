import type { Person } from '../../world/people.ts'
import type { Premises } from '../../world/premises.ts'

/** A firm that applies (MOD-SUBJ), with the person who answers for it (MOD-LREP). */
export interface Firm {
  name: string
  /** 字号, a part of the name. */
  brand: string
  code: string
  type: string
  kind: '企业' | '个体工商户' | '社会组织'
  founded: string
  /** 住所, where its shop is unless told otherwise. */
  address: string
  place: Premises
  scope: string
  legal: Person
}
