import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { buildPair } from '../cases/pair.ts'
import { takePhoto } from '../physics/take.ts'
import { seeded } from '../random.ts'
import { LAYOUTS } from './layouts.ts'

const { papers } = buildPair({ number: 20 }).twin.draft
const paper = papers.find((p) => p.type === 'HLT')
if (!paper) throw new Error('no card to draw')

async function picture(seed: string) {
  const [sheet] = LAYOUTS.HLT?.card?.(paper?.content ?? { fields: {}, marks: {} }, seeded('ink')) ?? []
  if (!sheet || !paper) throw new Error('nothing drawn')
  return takePhoto(sheet, { ...paper.photo, size: 500, seed })
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('the same seed gives the same bytes, another seed another picture', { timeout: 60_000 }, async () => {
  const [a, b, c] = [await picture('one'), await picture('one'), await picture('two')]
  expect(digest(b.bytes)).toBe(digest(a.bytes))
  expect(digest(c.bytes)).not.toBe(digest(a.bytes))
})

test('a picture carries no metadata', { timeout: 60_000 }, async () => {
  const { exif, xmp, iptc, icc, comments } = await sharp((await picture('one')).bytes).metadata()
  expect([exif, xmp, iptc, icc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined])
})

test('every layout used by a case says what its sheets show, and together they show every field', {
  timeout: 60_000,
}, () => {
  for (const { type, layout, content } of papers) {
    const own = LAYOUTS[type]?.[layout]
    if (!own) continue
    const sheets = own(content, seeded('ink'))
    expect(sheets.length).toBeGreaterThan(0)
    const shown = sheets.flatMap((sheet) => sheet.shows ?? [])
    // An office that only its seal names is not printed.
    const sealed = Object.values(content.marks)
    const asked = Object.entries(content.fields).filter(([, value]) => !sealed.includes(String(value)))
    expect(shown).toEqual(expect.arrayContaining(asked.map(([name]) => name)))
  }
})
