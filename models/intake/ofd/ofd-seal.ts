import { createHash } from 'node:crypto'
import type { ElectronicSignature, Integrity } from '../../../facts/reading.ts'
import { folderOf, normalise } from '../package-path.ts'
import { type Element, elements, find, textOf } from '../xml.ts'
import { allValues, DER, parseDer } from './der.ts'
import { numbers, type OfdBody } from './ofd-document.ts'
import type { OfdPackage } from './ofd-package.ts'

/** Where a seal stands: page by id, millimetres. */
export interface Stamp {
  pageId: string
  area: [number, number, number, number]
}

export interface OfdSignature extends ElectronicSignature {
  stamps: Stamp[]
  /** The seal's picture as the seal holds it: PNG, JPEG, BMP or an OFD of one page. */
  picture: { type: string; bytes: Uint8Array } | null
}

/** Digest methods by the names and OIDs that producers write (SM3: 1.2.156.10197.1.401). Keyed SM3 (…401.2) cannot be recomputed. */
const METHODS: Record<string, { hash: string; strong: boolean }> = {
  SM3: { hash: 'sm3', strong: true },
  '1.2.156.10197.1.401': { hash: 'sm3', strong: true },
  SHA256: { hash: 'sha256', strong: true },
  '2.16.840.1.101.3.4.2.1': { hash: 'sha256', strong: true },
  SHA1: { hash: 'sha1', strong: false },
  '1.3.14.3.2.26': { hash: 'sha1', strong: false },
  MD5: { hash: 'md5', strong: false },
}

const NOTES = {
  intact: '盖章（签名）后内容未改动：各部分摘要一致。签名人证书未核验。',
  // Real invoices leave the printed form, a template page, out of what they sign.
  template: '盖章（签名）后页面内容未改动：各部分摘要一致。页面底版不在签名范围内，签名人证书未核验。',
  changed: '盖章（签名）后内容有改动：摘要不一致。',
  keyed: '无法确认盖章（签名）后内容是否改动：摘要算法需要密钥或不认识。',
  weak: '无法确认盖章（签名）后内容是否改动：摘要算法过弱。',
  unbound: '无法确认盖章（签名）后内容是否改动：签名值与摘要清单对不上。',
  uncovered: '无法确认盖章（签名）后内容是否改动：签名没有覆盖全部页面。',
  empty: '无法确认盖章（签名）后内容是否改动：签名没有列出摘要。',
}

/** The signatures and seals of a document, each with the digests of its references recomputed. */
export function readSignatures(pkg: OfdPackage, body: OfdBody): OfdSignature[] {
  const list = pkg.xml(body.signatures)
  if (!body.signatures || !list) return []
  const from = body.signatures
  return elements(list, 'Signature').flatMap((one) => {
    const name = pkg.resolve(from, one.attributes.BaseLoc ?? '')
    const signature = pkg.xml(name)
    const info = find(signature ?? undefined, 'SignedInfo')
    if (!name || !signature || !info) return []
    const value = pkg.resolve(name, textOf(find(signature, 'SignedValue')))
    const esl = pkg.resolve(name, textOf(find(info, 'Seal', 'BaseLoc')))
    const holder = esl ?? value
    const seal = sealOf((holder ? pkg.read(holder) : null) ?? new Uint8Array())
    const stamps = elements(info, 'StampAnnot').flatMap((stamp): Stamp[] => {
      const [x, y, width, height] = numbers(stamp.attributes.Boundary)
      if (x === undefined || y === undefined || width === undefined || height === undefined) return []
      return [{ pageId: stamp.attributes.PageRef ?? '', area: [x, y, width, height] }]
    })
    const { why, integrity, digests } = check(pkg, name, info, value, body)
    const kind = stamps.length > 0 || one.attributes.Type === 'Seal' ? 'seal' : 'signature'
    return [
      {
        kind,
        ...(seal.name ? { name: seal.name } : {}),
        integrity,
        digests,
        note: NOTES[why],
        stamps,
        picture: seal.picture,
      },
    ]
  })
}

function check(pkg: OfdPackage, name: string, info: Element, value: string | null, body: OfdBody) {
  const references = find(info, 'References')
  const listed = references ? elements(references, 'Reference') : []
  const total = listed.length
  const answer = (integrity: Integrity, why: keyof typeof NOTES, matching = 0) => ({
    integrity,
    why,
    digests: { matching, total },
  })
  if (total === 0) return answer('unverified', 'empty')
  const method = METHODS[(references?.attributes.CheckMethod ?? 'MD5').trim().toUpperCase().replace('-', '')]
  if (!method) return answer('unverified', 'keyed')
  const covered = new Set<string>()
  let matching = 0
  for (const reference of listed) {
    const entry = entryOf(pkg, name, reference.attributes.FileRef ?? '')
    const bytes = entry && pkg.read(entry)
    if (!entry || !bytes) continue
    const expected = textOf(find(reference, 'CheckValue')).replace(/\s/g, '')
    if (digest(method.hash, bytes).equals(Buffer.from(expected, 'base64'))) matching++
    covered.add(entry)
  }
  if (matching < total) return answer('changed', 'changed', matching)
  if (!method.strong) return answer('unverified', 'weak', matching)
  if (!body.pages.every((page) => covered.has(page.name))) return answer('unverified', 'uncovered', matching)
  // Whoever changes a page can write new digests; the signed value holds the digest of the list itself.
  const signed = value && pkg.read(value)
  const own = pkg.read(name)
  if (!signed || !own || !Buffer.from(signed).includes(digest(method.hash, own)))
    return answer('unverified', 'unbound', matching)
  const whole = body.pages.every(({ templates }) => templates.every((template) => covered.has(template)))
  return answer('intact', whole ? 'intact' : 'template', matching)
}

const digest = (hash: string, bytes: Uint8Array) => createHash(hash).update(bytes).digest()

/** A reference names its entry exactly: guessing could compare the wrong file. */
function entryOf(pkg: OfdPackage, name: string, location: string): string | null {
  const candidates = location.startsWith('/') ? [location] : [folderOf(name) + location, location]
  return candidates.map(normalise).find((path) => pkg.read(path) !== null) ?? null
}

/** Name and picture in a seal (GB/T 38540, GM/T 0031) or in a signed value that encloses one. */
function sealOf(bytes: Uint8Array): Pick<OfdSignature, 'name' | 'picture'> {
  const decode = (content: Uint8Array) => new TextDecoder().decode(content)
  let name: string | undefined
  let picture: OfdSignature['picture'] = null
  for (const { tag, children } of allValues(parseDer(bytes))) {
    const [first, second] = children
    if (tag !== DER.sequence || !first || !second) continue
    if (first.tag === DER.integer && second.tag === DER.utf8) name ??= decode(second.content).trim()
    if ((first.tag === DER.ia5 || first.tag === DER.utf8) && second.tag === DER.octets && second.content.length > 32)
      picture ??= { type: decode(first.content).trim().toLowerCase(), bytes: second.content }
  }
  return { ...(name ? { name } : {}), picture }
}
