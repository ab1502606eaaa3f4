import { loadDocumentTypes } from '../../facts/load.ts'

let names: Record<string, string> | undefined

/** Chinese name of every document type by its id (BL → 营业执照), from facts/documents. */
export function documentNames(): Record<string, string> {
  names ??= Object.fromEntries(loadDocumentTypes().map((type) => [type.id, type.name]))
  return names
}
