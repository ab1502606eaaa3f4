import type { DocumentType } from '../../../facts/document-type.ts'
import { booklet as anyBooklet } from './any/booklet.ts'
import { certificate } from './any/certificate.ts'
import { choices } from './any/choices.ts'
import { grid } from './any/grid.ts'
import { letter as anyLetter } from './any/letter.ts'
import { printout } from './any/printout.ts'
import { signing } from './any/signing.ts'
import { counter as applicationCounter } from './application/counter.ts'
import { lifelike as applicationLifelike } from './application/lifelike.ts'
import { formTable } from './application/table.ts'
import { counter as bankAccountCounter } from './bank-account/counter.ts'
import { counter as businessLicenceCounter } from './business-licence/counter.ts'
import { landscape as businessLicence } from './business-licence/landscape.ts'
import { lifelike as businessLicenceLifelike } from './business-licence/lifelike.ts'
import { counter as commitmentCounter } from './commitment/counter.ts'
import { lifelike as commitmentLifelike } from './commitment/lifelike.ts'
import type { Layout } from './content.ts'
import { counter as dischargeSummaryCounter } from './discharge-summary/counter.ts'
import { counter as educationCertificateCounter } from './education-certificate/counter.ts'
import { counter as equipmentListCounter } from './equipment-list/counter.ts'
import { lifelike as equipmentListLifelike } from './equipment-list/lifelike.ts'
import { equipmentTable } from './equipment-list/table.ts'
import { counter as fireSafetyOpinionCounter } from './fire-safety-opinion/counter.ts'
import { counter as floorPlanCounter } from './floor-plan/counter.ts'
import { lifelike as floorPlanLifelike } from './floor-plan/lifelike.ts'
import { plan } from './floor-plan/plan.ts'
import { counter as foodLicenceCounter } from './food-licence/counter.ts'
import { landscape as foodLicence } from './food-licence/landscape.ts'
import { lifelike as foodLicenceLifelike } from './food-licence/lifelike.ts'
import { card } from './health-certificate/card.ts'
import { counter as healthCertificateCounter } from './health-certificate/counter.ts'
import { lifelike as healthCertificateLifelike } from './health-certificate/lifelike.ts'
import { counter as householdRegisterCounter } from './household-register/counter.ts'
import { lifelike as householdRegisterLifelike } from './household-register/lifelike.ts'
import { counter as identityCardCounter } from './identity-card/counter.ts'
import { lifelike as identityCardLifelike } from './identity-card/lifelike.ts'
import { secondGeneration } from './identity-card/second-generation.ts'
import { counter as invoiceCounter } from './invoice/counter.ts'
import { counter as labourRelationProofCounter } from './labour-relation-proof/counter.ts'
import { counter as leaseCounter } from './lease/counter.ts'
import { lifelike as leaseLifelike } from './lease/lifelike.ts'
import { plain } from './lease/plain.ts'
import { booklet } from './management-rules/booklet.ts'
import { counter as managementRulesCounter } from './management-rules/counter.ts'
import { lifelike as managementRulesLifelike } from './management-rules/lifelike.ts'
import { counter as marriageCertificateCounter } from './marriage-certificate/counter.ts'
import { counter as medicalReceiptCounter } from './medical-receipt/counter.ts'
import { counter as outpatientRecordCounter } from './outpatient-record/counter.ts'
import { counter as powerOfAttorneyCounter } from './power-of-attorney/counter.ts'
import { letter } from './power-of-attorney/letter.ts'
import { lifelike as powerOfAttorneyLifelike } from './power-of-attorney/lifelike.ts'
import { counter as realEstateCertificateCounter } from './real-estate-certificate/counter.ts'
import { lifelike as realEstateCertificateLifelike } from './real-estate-certificate/lifelike.ts'
import { spread } from './real-estate-certificate/spread.ts'
import { counter as residencePermitCounter } from './residence-permit/counter.ts'
import { counter as staffListCounter } from './staff-list/counter.ts'
import { lifelike as staffListLifelike } from './staff-list/lifelike.ts'
import { staffTable } from './staff-list/table.ts'
import { counter as testReportCounter } from './test-report/counter.ts'
import { lifelike as testReportLifelike } from './test-report/lifelike.ts'

/** Layouts of their own by document type id, then by name; a new layout is one file and one line here. */
export const LAYOUTS: Record<string, Record<string, Layout>> = {
  BL: { landscape: businessLicence },
  ID: { secondGeneration },
  LSE: { plain },
  RED: { spread },
  HLT: { card },
  FBL: { landscape: foodLicence },
  AF: { formTable },
  POA: { letter },
  FLP: { plan },
  SYS: { booklet },
  EQP: { equipmentTable },
  STF: { staffTable },
}

/** Layouts that draw any type from its field list. */
const ANY = { certificate, grid, office: anyLetter, leaflet: anyBooklet }

/** Every layout of a document type by name: its own, and those that draw any type. */
export function layoutsOf(type: DocumentType): Record<string, Layout> {
  const any = Object.entries(ANY).map(([name, layout]): [string, Layout] => [name, layout(type)])
  return { ...Object.fromEntries(any), ...LAYOUTS[type.id] }
}

/** How the usual paper really looks, by document type id: drawn without knowing the reader, to measure it. */
const LIFELIKE: Record<string, Layout> = {
  BL: businessLicenceLifelike,
  ID: identityCardLifelike,
  FLP: floorPlanLifelike,
  TST: testReportLifelike,
  STF: staffListLifelike,
  EQP: equipmentListLifelike,
  SYS: managementRulesLifelike,
  AF: applicationLifelike,
  CMT: commitmentLifelike,
  POA: powerOfAttorneyLifelike,
  LSE: leaseLifelike,
  RED: realEstateCertificateLifelike,
  FBL: foodLicenceLifelike,
  HLT: healthCertificateLifelike,
  HKB: householdRegisterLifelike,
}

/** Another paper of the same types as other offices of the city hand it out, and of ten more that counters get: drawn without knowing the reader. */
const COUNTER: Record<string, Layout> = {
  BL: businessLicenceCounter,
  FBL: foodLicenceCounter,
  HLT: healthCertificateCounter,
  RED: realEstateCertificateCounter,
  ID: identityCardCounter,
  HKB: householdRegisterCounter,
  LSE: leaseCounter,
  AF: applicationCounter,
  POA: powerOfAttorneyCounter,
  FLP: floorPlanCounter,
  SYS: managementRulesCounter,
  EQP: equipmentListCounter,
  STF: staffListCounter,
  CMT: commitmentCounter,
  TST: testReportCounter,
  INV: invoiceCounter,
  MRB: medicalReceiptCounter,
  EDU: educationCertificateCounter,
  BNK: bankAccountCounter,
  DSM: dischargeSummaryCounter,
  FSC: fireSafetyOpinionCounter,
  MRC: marriageCertificateCounter,
  CSE: outpatientRecordCounter,
  TER: labourRelationProofCounter,
  RPC: residencePermitCounter,
}

/** Layouts that are drawn only when asked for by name, and by no case. */
export const measuringLayouts = (type: DocumentType): Record<string, Layout> => {
  const [lifelike, counter] = [LIFELIKE[type.id], COUNTER[type.id]]
  const own = { choices: choices(type), printout: printout(type), signing: signing(type) }
  return { ...own, ...(lifelike ? { lifelike } : {}), ...(counter ? { counter } : {}) }
}
