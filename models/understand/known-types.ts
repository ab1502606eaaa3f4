import type { DocumentType } from '../../facts/document-type.ts'
import { loadDocumentTypes } from '../../facts/load.ts'

let known: readonly DocumentType[] | null = null

/** The document types that pages are understood by: those told last, else those on disk when first asked. */
export function documentTypes(): readonly DocumentType[] {
  known ??= loadDocumentTypes()
  return known
}

/** From now on pages are understood by these types, whatever lies on disk. */
export function tellDocumentTypes(types: readonly DocumentType[]): void {
  known = types
}

/** A value worked out of the document types once, and again when others were told. */
export function fromTypes<T>(workOut: (types: readonly DocumentType[]) => T): () => T {
  let from: readonly DocumentType[] | null = null
  let value: T
  return () => {
    const types = documentTypes()
    if (types !== from) value = workOut(types)
    from = types
    return value
  }
}
