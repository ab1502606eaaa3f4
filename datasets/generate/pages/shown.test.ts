import { expect, test } from 'vitest'
import type { DocumentType } from '../../../facts/document-type.ts'
import { loadDocumentTypes } from '../../../facts/load.ts'
import type { Row, Value } from '../../../facts/values/value.ts'
import { seeded } from '../random.ts'
import { sampleContent } from '../values/sample-content.ts'
import { type DateStyle, type Layout, printAmount, printCapital, printDate } from './content.ts'
import { LAYOUTS, layoutsOf, measuringLayouts } from './layouts.ts'
import { printedOn } from './primitives/printed.ts'

const DATES: readonly DateStyle[] = ['han', 'spaced', 'dot', 'plain', 'dash', 'numerals', 'short']
const types = loadDocumentTypes()

/** Every way in which a value may stand on a page, part by part: all parts must be found, each in one of its forms. */
function parts(value: Value): string[][] {
  if (Array.isArray(value))
    return value.flatMap((one) =>
      typeof one === 'string' ? [[one]] : Object.values(one as Row).flatMap((cell) => parts(cell as Value)),
    )
  if (typeof value === 'object' && value !== null && 'fen' in value) {
    const money = value as { fen: number; currency: 'CNY' }
    const [exact, whole] = [printAmount(money), String(money.fen / 100)]
    return [[exact, exact.replaceAll(',', ''), whole, printCapital(money), `${(money.fen / 1e6).toFixed(4)}万`]]
  }
  if (typeof value === 'object' && value !== null && 'from' in value)
    return [value.from, value.to].flatMap((day) => (day ? parts(String(day)) : []))
  if (typeof value === 'boolean') return [['是', '否']]
  const words = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return [DATES.map((style) => printDate(words, style))]
  return [typeof value === 'number' ? [words, value.toFixed(2)] : [words]]
}

const squeeze = (words: string) => words.replace(/\s/gu, '')

/** What the truth of a page set would hold and nobody could find on the pages. */
function unprinted(type: DocumentType, draw: Layout, seed: string): string[] {
  const names = [...type.fields, ...type.marks].map(({ name }) => name)
  const content = sampleContent(type, seeded(`${seed}/content`))
  const sheets = draw(content, seeded(`${seed}/ink`))
  const shows = sheets.every((sheet) => sheet.shows) ? sheets.flatMap((sheet) => sheet.shows ?? []) : names
  expect(names).toEqual(expect.arrayContaining(shows))
  const pages = sheets.map(({ canvas }) =>
    squeeze(
      printedOn(canvas)
        .map(({ text }) => text)
        .join(''),
    ),
  )
  for (const words of pages) expect(words).toContain('样例')
  const all = pages.join('')
  expect(all).not.toMatch(/undefined|null|NaN|\[object/)
  return Object.entries(content.fields)
    .filter(([name]) => shows.includes(name))
    .flatMap(([name, value]) =>
      parts(value).flatMap((forms) =>
        forms.some((form) => all.includes(squeeze(form))) ? [] : [`${seed} ${name} ${forms[0]}`],
      ),
    )
}

/** Layouts of a type's own are drawn three times, those that draw any type once. */
const drawn = types.flatMap((type) =>
  Object.entries({ ...layoutsOf(type), ...measuringLayouts(type) }).map(([layout, draw]) => {
    const own = layout in (LAYOUTS[type.id] ?? {}) || layout === 'lifelike' || layout === 'counter'
    return [type.name, layout, type, draw, own ? [7700, 7701, 7702] : [7700]] as const
  }),
)

test.each(drawn)('%s as %s prints every field of its truth', { timeout: 60_000 }, (_, _layout, type, draw, seeds) => {
  expect(seeds.flatMap((seed) => unprinted(type, draw, `${seed}/${type.id}`))).toEqual([])
})

test('no case may choose a layout that was drawn to measure', () => {
  for (const type of types)
    expect(Object.keys(layoutsOf(type))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/lifelike|counter/)]),
    )
})
