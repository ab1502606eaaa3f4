import type { FileExtras, Mark } from '../../facts/reading.ts'
import type { Page } from '../page.ts'

/** A page opened for reading: its pixels, and how many original pixels one of its pixels stands for. */
export interface OpenPage {
  page: Page
  scale: number
  /** The same pixels with what lies over the page (annotations, electronic seals): marks are looked for here, text is not. */
  overlaid?: Uint8Array
  /** Marks that the file itself states, in pixels of this page. */
  marks?: Mark[]
}

/** A file opened for reading, page by page (from 1); `close` frees what it holds. */
export interface Source {
  pages: number
  /** What the file carries beside its pages; asked for once all pages were opened. */
  extras?(): FileExtras
  /** Pixels to read from. */
  open(page: number): Promise<OpenPage>
  /** Pixels about `size` long on one side, for looking at. */
  look(
    page: number,
    side: 'width' | 'height',
    size: number,
  ): Promise<{ width: number; height: number; rgb: Uint8Array }>
  close(): Promise<void>
}

export interface IntakeLimits {
  bytes: number
  /** Refused above, told from the header. */
  pixels: number
  /** A page is brought down to this many pixels for reading; print stays well above what the reader needs. */
  workingPixels: number
  pdfPages: number
  pdfDpi: number
}

export const INTAKE_LIMITS: IntakeLimits = {
  bytes: 200 * 1024 * 1024,
  pixels: 120e6,
  workingPixels: 16e6,
  pdfPages: 200,
  pdfDpi: 200,
}
