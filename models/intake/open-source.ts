import { readFile, stat } from 'node:fs/promises'
import { openDocx } from './docx/docx-source.ts'
import { openHeic } from './heic-source.ts'
import { IntakeError } from './intake-error.ts'
import { openOfd } from './ofd/ofd-source.ts'
import { openPicture } from './picture-source.ts'
import { sniff } from './sniff.ts'
import { INTAKE_LIMITS, type IntakeLimits, type Source } from './source.ts'

/** Where a file comes from. */
export type FileInput = { path: string } | { bytes: Uint8Array }

/** Opens any readable file by its content. Throws IntakeError with a stable code. */
export async function openSource(input: FileInput, limits: IntakeLimits = INTAKE_LIMITS): Promise<Source> {
  const bytes = 'bytes' in input ? input.bytes : await load(input.path, limits)
  if (bytes.length > limits.bytes) throw new IntakeError('too-many-bytes')
  switch (sniff(bytes)) {
    case 'pdf':
      return openPdf(bytes, limits)
    case 'heic':
      return openHeic(bytes, limits)
    case 'tiff':
      return openPicture(bytes, limits, 'multipage')
    case 'ofd':
      return openOfd(bytes, limits)
    case 'docx':
      return openDocx(bytes, limits)
    default:
      return openPicture(bytes, limits)
  }
}

const { push } = Array.prototype

/**
 * pdf.js is loaded when a PDF comes, and core-js in it is not left in the place of Array's own `push`: it is four times as slow,
 * in everything that is done after.
 */
async function openPdf(bytes: Uint8Array, limits: IntakeLimits): Promise<Source> {
  try {
    return await (await import('./pdf-source.ts')).openPdf(bytes, limits)
  } finally {
    Array.prototype.push = push
  }
}

async function load(path: string, limits: IntakeLimits): Promise<Uint8Array> {
  const info = await stat(path).catch(() => null)
  if (!info?.isFile()) throw new IntakeError('file-not-found')
  if (info.size > limits.bytes) throw new IntakeError('too-many-bytes')
  return readFile(path)
}
