export { inspectPage } from './inspect/inspect-page.ts'
export { understand } from './understand.ts'
