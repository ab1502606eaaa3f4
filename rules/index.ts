export type { CaseInput } from './case/prepare-case.ts'
export type { Catalogue } from './catalogue/catalogue.ts'
export { CatalogueError, type CatalogueFault } from './catalogue/catalogue-error.ts'
export { type CatalogueCount, countCatalogue } from './catalogue/count-catalogue.ts'
export { scenarioDetail, scenarioSummaries, scenarioSummary } from './catalogue/describe-scenario.ts'
export { allTableGaps } from './catalogue/lint-tables.ts'
export { loadCatalogue } from './catalogue/load.ts'
export { CATALOGUE_FOLDER, loadCatalogueFiles } from './catalogue/load-catalogue-files.ts'
export { loadPointCases } from './catalogue/load-point-cases.ts'
export { findSurvivors, type MutationResult } from './catalogue/mutation/find-survivors.ts'
export { reachedInTests } from './catalogue/reached-without.ts'
export { type RequiredSource, requiredSources } from './catalogue/required-sources.ts'
export type { Scenario } from './catalogue/scenario.ts'
export type { Cell } from './catalogue/sheets/cells.ts'
export { cellOf, changedFiles } from './catalogue/sheets/changed-files.ts'
export {
  compareSheets,
  type FilledSheet,
  type SheetChange,
  type SheetFault,
} from './catalogue/sheets/compare-sheets.ts'
export { sheetRows } from './catalogue/sheets/sheet-rows.ts'
export { type CatalogueFile, type CatalogueSheet, catalogueSheets } from './catalogue/sheets/sheets.ts'
export { checkEligibility } from './eligibility/check-eligibility.ts'
export { type Guide, guideSources } from './guide/guide.ts'
export { loadGuides } from './guide/load-guides.ts'
export { walkGuide } from './guide/walk-guide.ts'
export { type Judgement, judge } from './judge.ts'
export type * from './results.ts'
