/** Media types the service takes, told by content and never by the file's name. */
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

const known: { name: string; media: MediaType | null; is: (bytes: Uint8Array) => boolean }[] = [
  { name: 'JPEG', media: 'image/jpeg', is: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff },
  { name: 'PNG', media: 'image/png', is: (b) => ascii(b, 0, 8) === '\x89PNG\r\n\x1a\n' },
  { name: 'WebP', media: 'image/webp', is: (b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 12) === 'WEBP' },
  { name: 'PDF', media: 'application/pdf', is: (b) => ascii(b, 0, 1024).includes('%PDF-') },
  { name: 'HEIC', media: null, is: (b) => /^ftyp(heic|heix|hevc|mif1|msf1|avif)/.test(ascii(b, 4, 12)) },
  { name: 'TIFF', media: null, is: (b) => ['II*\0', 'MM\0*'].includes(ascii(b, 0, 4)) },
  { name: 'GIF', media: null, is: (b) => ascii(b, 0, 4) === 'GIF8' },
  { name: 'OFD、Word 或压缩包', media: null, is: (b) => ascii(b, 0, 4) === 'PK\x03\x04' },
]

/** `media` null: not taken; `name` then names what it is when that is known. */
export function sniff(bytes: Uint8Array): { media: MediaType | null; name: string | null } {
  const found = known.find(({ is }) => is(bytes))
  return { media: found?.media ?? null, name: found?.name ?? null }
}
