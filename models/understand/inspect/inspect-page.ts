import { loadDocumentTypes } from '../../../facts/load.ts'
import type { Line } from '../../../facts/reading.ts'
import type { Page, PageReading } from '../../page.ts'
import { fold } from '../frame.ts'
import { signaturesAt } from './ink.ts'
import { shrink } from './pixels.ts'
import { qualityOf } from './quality.ts'
import { redSeals } from './seals.ts'

/** Long side of the small picture on which colour and light are judged. */
const LONG_SIDE = 800

let places: string[] | null = null

/** Printed words of all document types beside which somebody signs. */
function signingPlaces(): string[] {
  places ??= [
    ...new Set(
      loadDocumentTypes().flatMap((type) =>
        type.marks.filter((mark) => mark.kind === 'signature').flatMap((mark) => mark.near.map(fold)),
      ),
    ),
  ]
  return places
}

/** Looks at a page's pixels once, before they are dropped: photo quality, seals, ink where somebody should sign. */
export async function inspectPage(page: Page, lines: Line[]): Promise<PageReading> {
  const small = shrink(page, LONG_SIDE)
  return {
    page: page.page,
    width: page.width,
    height: page.height,
    lines,
    quality: qualityOf(page, lines, small),
    marks: [...redSeals(small, page.page), ...signaturesAt(page, lines, signingPlaces())],
  }
}
