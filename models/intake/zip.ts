import { inflateRawSync } from 'node:zlib'
import { IntakeError } from './intake-error.ts'

export interface ZipLimits {
  entries: number
  /** Bytes of all entries together once inflated, as declared and as found. */
  inflated: number
}

export const ZIP_LIMITS: ZipLimits = { entries: 5_000, inflated: 400 * 1024 * 1024 }

/** A ZIP package held in memory: its names are known, its entries are inflated when asked for. */
export interface Zip {
  names: string[]
  /** Bytes of one entry, null when there is none of that name. */
  read(name: string): Uint8Array | null
}

interface Entry {
  name: string
  method: number
  packed: number
  size: number
  header: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff
const SYMLINK = 0xa000

const unsafe = (what: string) => new IntakeError('unsafe-file', { before: `压缩包${what}。` })

/** Reads the directory of a ZIP and refuses what no honest package holds, before anything is inflated. */
export function openZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  let declared = 0
  for (const entry of directory(bytes, view, limits)) {
    if (entry.name.endsWith('/')) continue
    if (entries.has(entry.name)) throw unsafe('里有两个同名文件')
    declared += entry.size
    if (declared > limits.inflated) throw unsafe('解开后过大')
    entries.set(entry.name, entry)
  }
  let inflated = 0
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      const data = inflate(bytes, view, entry)
      inflated += data.length
      // The same entry may be asked for again, but not without end.
      if (inflated > limits.inflated * 4) throw unsafe('解开后过大')
      return data
    },
  }
}

function* directory(bytes: Uint8Array, view: DataView, limits: ZipLimits): Generator<Entry> {
  const end = findEnd(view)
  const size = view.getUint32(end + 12, true)
  // Rubbish before the package moves everything by the same distance.
  const shift = end - size - view.getUint32(end + 16, true)
  if (shift < 0) throw new IntakeError('damaged-file')
  let at = end - size
  for (let count = 0; at + 46 <= end && view.getUint32(at, true) === CENTRAL; count++) {
    if (count >= limits.entries) throw unsafe('里的文件过多')
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength)
    if (flags & 1) throw new IntakeError('encrypted-file')
    if (((view.getUint32(at + 38, true) >>> 16) & 0xf000) === SYMLINK) throw unsafe('里有指向别处的链接')
    yield {
      name: safeName(nameBytes),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true) + shift,
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (at !== end) throw new IntakeError('damaged-file')
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) if (view.getUint32(at, true) === END) return at
  throw new IntakeError('damaged-file')
}

/** An entry's path with forward slashes; names outside the package are refused. */
function safeName(raw: Uint8Array): string {
  const name = decodeName(raw).replaceAll('\\', '/')
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0') || name.split('/').includes('..'))
    throw unsafe('里有指向包外的路径')
  return name.replace(/^(\.\/)+/, '')
}

function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { header, packed, size, method } = entry
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL) throw new IntakeError('damaged-file')
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  const data = bytes.subarray(start, start + packed)
  if (data.length !== packed) throw new IntakeError('damaged-file')
  if (method === 0 && packed === size) return data
  if (method !== 8) throw new IntakeError('damaged-file')
  let out: Uint8Array
  try {
    // One byte more than declared: a header that lies is told from one that is true.
    out = inflateRawSync(data, { maxOutputLength: size + 1 })
  } catch (error) {
    const larger = error instanceof RangeError || (error instanceof Error && /larger than/.test(error.message))
    throw larger ? unsafe('声明的大小与内容不符') : new IntakeError('damaged-file')
  }
  if (out.length !== size) throw unsafe('声明的大小与内容不符')
  return out
}
