import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { DocumentType } from '../facts/document-type.ts'
import type { PageSize, Reading } from '../facts/reading.ts'
import { IntakeError } from './intake/intake-error.ts'
import type { FileInput } from './intake/open-source.ts'
import { defaultWeights } from './ocr/weights.ts'
import type { Progress, Raster } from './pool/messages.ts'
import { type PoolOptions, ReaderPool } from './pool/reader-pool.ts'
import { readerVersion } from './reader-version.ts'
import type { Profile } from './stopwatch.ts'

export type { FileInput } from './intake/open-source.ts'
export type { Progress, Raster } from './pool/messages.ts'
export { readerVersion } from './reader-version.ts'
export type { Profile } from './stopwatch.ts'
export { joinSheets } from './understand/across-files.ts'
export { calibrationGroup, onCurve } from './understand/calibrate.ts'

export interface ReaderOptions extends Partial<PoolOptions> {}

export interface ReadCall {
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
  /** Only the lines of text: nothing is understood, looked for or read a second time. Only the fields: no mark, code or copy is looked for, and unclear print away from them is not looked at again. */
  only?: 'lines' | 'fields'
  /** Confidences before calibration: what a calibration is fitted on. */
  plain?: true
  /** Hears what the reading cost, stage by stage. */
  onProfile?: (profile: Profile) => void
}

/** Reads files in processes of their own. */
export interface Reader {
  /** Never rejects for a bad file: the reading then carries `error` with a stable code. Rejects when aborted or closed. */
  read(input: FileInput & { fileName: string }, call?: ReadCall): Promise<Reading>
  /** One upright page as WebP, at most `width` pixels wide. Pass the reading's `turned` of the page to spare looking again. Rejects with IntakeError. */
  raster(
    input: FileInput,
    page: number,
    options?: { width?: number; turned?: PageSize['turned'] },
    call?: Pick<ReadCall, 'signal'>,
  ): Promise<Raster>
  /** Files read from now on are understood by these document types; without it each process takes those on disk when it starts. */
  useDocumentTypes?(types: readonly DocumentType[]): void
  /** Changes with everything that a reading of the same bytes depends on: code, networks, document types. */
  version?(): string
  close(): Promise<void>
}

/** Paths of the model files that reading uses. */
export const modelFiles = (): string[] => Object.values(defaultWeights())

const VIEW_WIDTH = 1600

/** Starts a pool of reader processes, lazily: one per processor core for reading, one for the viewer's pictures. */
export function createReader(options: ReaderOptions = {}): Reader {
  const readers = new ReaderPool({ processes: availableParallelism(), ...options })
  // A person waiting for a picture does not queue behind a hundred pages.
  const viewer = new ReaderPool({ ...options, processes: 1 })
  const program = readerVersion(modelFiles())
  let version = program
  return {
    async read({ fileName, ...input }, { only, plain, onProfile, ...call } = {}) {
      try {
        const answer = await readers.run(
          { kind: 'read', input, fileName, ...(only && { only }), ...(plain && { plain }) },
          call,
        )
        if (answer.kind !== 'read') throw new Error('a reader answered something else')
        onProfile?.(answer.profile)
        return { file: fileName, ...answer.reading }
      } catch (error) {
        if (!(error instanceof IntakeError)) throw error
        const { code, message } = error
        return { file: fileName, error: { code, message }, documents: [], lines: [], pages: [] }
      }
    },
    async raster(input, page, { width = VIEW_WIDTH, turned } = {}, call = {}) {
      const answer = await viewer.run({ kind: 'raster', input, page, width, turned }, call)
      if (answer.kind !== 'raster') throw new Error('a reader answered something else')
      return answer.raster
    },
    useDocumentTypes(types) {
      readers.useDocumentTypes(types)
      version = createHash('sha256').update(program).update(JSON.stringify(types)).digest('hex').slice(0, 16)
    },
    version: () => version,
    async close() {
      await Promise.all([readers.close(), viewer.close()])
    },
  }
}
