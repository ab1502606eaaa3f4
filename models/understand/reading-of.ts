import type { ReadDocument } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { understand } from './understand.ts'

/** For tests: the documents of some pages when nobody reads a second time. */
export const documentsOf = (...pages: PageReading[]): Promise<ReadDocument[]> =>
  understand(pages, () => Promise.resolve({ text: '', confidence: 0 }))

/** For tests: values of one document's fields, those not read left out. */
export const valuesOf = (document: ReadDocument | undefined): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(document?.fields ?? {}).flatMap(([name, field]) =>
      field.state === 'ok' ? [[name, field.value]] : [],
    ),
  )
