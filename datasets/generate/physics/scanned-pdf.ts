import type { Jpeg } from './take.ts'

/** A4 portrait long side in PDF points. */
const LONG = 842

/** A PDF of pictures only, as scanner apps make it: one JPEG per page, no text layer, no metadata. */
export function scannedPdf(pages: readonly Pick<Jpeg, 'bytes' | 'width' | 'height'>[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let size = parts[0]?.length ?? 0
  const push = (bytes: Buffer) => {
    parts.push(bytes)
    size += bytes.length
  }
  const object = (body: string, stream?: Buffer) => {
    offsets.push(size)
    const head = `${offsets.length} 0 obj\n${body}\n`
    if (!stream) push(Buffer.from(`${head}endobj\n`))
    else push(Buffer.concat([Buffer.from(`${head}stream\n`), stream, Buffer.from('\nendstream\nendobj\n')]))
  }
  const kids = pages.map((_, i) => `${3 + i * 3} 0 R`).join(' ')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  for (const [i, { bytes, width, height }] of pages.entries()) {
    const scale = LONG / Math.max(width, height)
    const [w, h] = [(width * scale).toFixed(2), (height * scale).toFixed(2)]
    const id = 3 + i * 3
    const resources = `<< /XObject << /P ${id + 2} 0 R >> >>`
    object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Resources ${resources} /Contents ${id + 1} 0 R >>`)
    const content = Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /P Do Q`)
    object(`<< /Length ${content.length} >>`, content)
    const image = `/Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`
    object(`<< /Type /XObject /Subtype /Image ${image} /Filter /DCTDecode /Length ${bytes.length} >>`, bytes)
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`
  push(Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}${trailer}`))
  return Buffer.concat(parts)
}
