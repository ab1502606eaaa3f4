import type { Evidence } from '../../api/client.ts'
import { t } from '../strings/index.ts'

/** Where a value comes from, in a few Chinese words. */
export function wordsOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'material':
      return `${evidence.documentType} ${t.fact.page(evidence.page)}`
    case 'source':
      return t.fact.source(evidence.agency, evidence.asOf.slice(0, 10))
    case 'person':
      return evidence.who === 'staff' ? t.fact.staff : t.fact.applicant
    case 'derived':
      return t.fact.derivedFrom(evidence.how)
  }
}
