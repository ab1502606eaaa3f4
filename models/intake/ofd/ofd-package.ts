import { folderOf, normalise } from '../package-path.ts'
import { type Element, parseXml } from '../xml.ts'
import type { Zip } from '../zip.ts'

/** The parts of an OFD package, found by the loosely written paths of its producers. */
export interface OfdPackage {
  /** Full name of the part that `location` means inside the file `from`; null when nothing fits. */
  resolve(from: string, location: string, base?: string): string | null
  read(name: string): Uint8Array | null
  /** A part parsed as XML; null when it is not there. */
  xml(name: string | null): Element | null
}

export function ofdPackage(zip: Zip): OfdPackage {
  const exact = new Set(zip.names)
  const folded = new Map(zip.names.map((name) => [name.toLowerCase(), name]))
  const byBase = new Map<string, string[]>()
  for (const name of zip.names) {
    const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase()
    byBase.set(base, [...(byBase.get(base) ?? []), name])
  }
  const known = (path: string) => (exact.has(path) ? path : (folded.get(path.toLowerCase()) ?? null))
  return {
    resolve(from, location, base = '') {
      const path = location.trim()
      if (path === '') return null
      if (path.startsWith('/')) return known(normalise(path))
      const folder = folderOf(from)
      const inside = base.startsWith('/') ? base : `${folder}${base}/`
      for (const start of [inside, folder, '']) {
        const found = known(normalise(start + path))
        if (found) return found
      }
      // Some producers name a resource folder that does not exist; a name that occurs once is unmistakable.
      const same = byBase.get(path.slice(path.lastIndexOf('/') + 1).toLowerCase()) ?? []
      return same.length === 1 ? (same[0] ?? null) : null
    },
    read: (name) => zip.read(name),
    xml(name) {
      const bytes = name ? zip.read(name) : null
      return bytes ? parseXml(bytes) : null
    },
  }
}
