import type { DocumentType } from '../../facts/document-type.ts'
import type { Reading } from '../../facts/reading.ts'
import type { IntakeCode } from '../intake/intake-error.ts'
import type { FileInput } from '../intake/open-source.ts'
import type { Turn } from '../ocr/picture.ts'
import type { Profile } from '../stopwatch.ts'

/** What a reader process is asked for. */
export type Task =
  | { kind: 'read'; input: FileInput; fileName: string; only?: 'lines' | 'fields'; plain?: true }
  | { kind: 'raster'; input: FileInput; page: number; width: number; turned: Turn | undefined }

/** Upright page as WebP. */
export interface Raster {
  webp: Uint8Array
  width: number
  height: number
}

export interface Progress {
  pages: number
  pagesRead: number
}

/** What a reader process is told: a task, or the document types that its next tasks are understood by. */
export type Request = (Task & { id: number }) | { kind: 'types'; types: readonly DocumentType[] }

export type Reply =
  /** The process has started and listens. */
  | { kind: 'ready' }
  | { id: number; kind: 'progress'; progress: Progress }
  | { id: number; kind: 'read'; reading: Omit<Reading, 'file'>; profile: Profile }
  | { id: number; kind: 'raster'; raster: Raster }
  /** The file is at fault. */
  | { id: number; kind: 'refused'; code: IntakeCode; message: string }
  /** The machine is at fault; worth another try. */
  | { id: number; kind: 'broken'; message: string }
