export { inspectPage } from './inspect/inspect-page.ts'
export { tellDocumentTypes } from './known-types.ts'
export { nearFields } from './near-fields.ts'
export { understand } from './understand.ts'
