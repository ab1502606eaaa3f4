import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import type { DatasetCase } from './load-case.ts'
import type { DatasetProblem } from './problem.ts'

/** Shorter values (男, 汉, 3) turn up anywhere. */
const TELLING = 4
const WORDS = /fail|defect|expired|missing|wrong|缺陷|过期|不通过|缺件|错误/i

/** True values that a file's name or metadata gives away: what is scored could be read off them. */
export async function checkLeaks(one: DatasetCase): Promise<DatasetProblem[]> {
  const values = trueValues(one)
  const problems: DatasetProblem[] = []
  for (const { file } of one.seen.materials) {
    const path = join(one.folder, file)
    const name = basename(file)
    const inName = values.find((value) => name.includes(value)) ?? name.match(WORDS)?.[0]
    if (inName !== undefined) problems.push({ path, message: `文件名泄露标注：${inName}`, fatal: false })
    const told = await metadata(path)
    const inside = values.find((value) => told.includes(value))
    if (inside !== undefined) problems.push({ path, message: `文件的元数据泄露标注：${inside}`, fatal: false })
  }
  return problems
}

function trueValues({ truth }: DatasetCase): string[] {
  const all = [truth.form, ...truth.pages.map(({ fields }) => fields)].flatMap((fields) => Object.values(fields))
  return [...new Set(all.filter((value): value is string => typeof value === 'string' && value.length >= TELLING))]
}

/** Text of EXIF, XMP, IPTC and comments of a picture, or of a PDF's document information; empty where there is none. */
async function metadata(path: string): Promise<string> {
  const bytes = readFileSync(path)
  if (bytes.subarray(0, 1024).includes('%PDF-')) return pdfInformation(bytes)
  try {
    const { exif, xmp, iptc, comments } = await sharp(bytes).metadata()
    const blocks = [exif, xmp, iptc].flatMap((block) => (block ? [...decoded(block)] : []))
    return [...blocks, ...(comments ?? []).map(({ text }) => text)].join('\n')
  } catch {
    return ''
  }
}

/** Metadata states its encoding in many ways: read in all of them. */
const decoded = (block: Uint8Array): string[] =>
  ['utf-8', 'utf-16le', 'utf-16be'].map((encoding) => new TextDecoder(encoding).decode(block))

function pdfInformation(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  const entries = text.matchAll(
    /\/(?:Title|Author|Subject|Keywords|Creator)\s*(?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f\s]*)>)/g,
  )
  const strings = [...entries].flatMap(([, plain, hex]) =>
    decoded(plain === undefined ? Buffer.from((hex ?? '').replace(/\s/g, ''), 'hex') : Buffer.from(plain, 'latin1')),
  )
  const xmp = [...text.matchAll(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g)].map(([packet]) => Buffer.from(packet, 'latin1'))
  return [...strings, ...xmp.map((packet) => packet.toString('utf8'))].join('\n')
}
