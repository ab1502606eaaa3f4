import { IntakeError } from './intake-error.ts'

const ZIP_END = 0x06054b50
const ZIP_END_SIZE = 22
const ZIP_COMMENT = 0xffff
/** A PDF's header may stand anywhere in the first kilobyte. */
const PDF_HEADER_WITHIN = 1024

/** Whether a PDF reader would open the file: wherever a header stands, for the lenient ones. */
export const hasPdfHeader = (bytes: Uint8Array, within = PDF_HEADER_WITHIN): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, within)).includes('%PDF-')

/** Whether the file ends as a ZIP package does: its end record, with a comment that reaches the last byte. */
function endsAsZip(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const last = bytes.length - ZIP_END_SIZE
  for (let at = last; at >= Math.max(0, last - ZIP_COMMENT); at--)
    if (view.getUint32(at, true) === ZIP_END && view.getUint16(at + 20, true) === last - at) return true
  return false
}

/** Refuses a file that other programs open as something else than we do: two readers would see two documents. */
export function refusePolyglot(kind: 'picture' | 'pdf' | 'package', bytes: Uint8Array): void {
  const asPdf = kind === 'picture' ? hasPdfHeader(bytes, bytes.length) : kind === 'package' && hasPdfHeader(bytes)
  if (!asPdf && (kind === 'package' || !endsAsZip(bytes))) return
  const names = { picture: '图片', pdf: ' PDF', package: '压缩包' }
  const message = `这份文件既是${names[kind]}，又能当作${asPdf ? ' PDF ' : '压缩包'}打开，用不同的软件会看到不同的内容。为了安全没有打开。请重新拍照，或重新导出后上传。`
  throw new IntakeError('unsafe-file', { message })
}
