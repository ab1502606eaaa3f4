import type { DocumentType } from '../../facts/document-type.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import type { Policy } from '../policy.ts'
import type { CatalogueFault } from './catalogue-error.ts'
import type { Category, Matter } from './format.ts'
import type { Scenario } from './scenario.ts'

/** The whole catalogue, checked. Scenarios parse their rules on first use. */
export interface Catalogue {
  /** SHA-256 of all its files, shortened: findings and reports name it. */
  version: string
  categories: readonly Category[]
  matters: readonly Matter[]
  scenarios: ReadonlyMap<string, Scenario>
  /** A scenario of nothing but these modules, for their own tests. */
  ofModules(ids: readonly string[]): Scenario
  documentTypes: readonly DocumentType[]
  sources: readonly SharedSource[]
  policy: Policy
  /** 依据待核 and the like. */
  warnings: readonly CatalogueFault[]
}
