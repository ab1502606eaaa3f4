import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../../facts/load.ts'
import type { Row, Value } from '../../../facts/values/value.ts'
import { seeded } from '../random.ts'
import { sampleContent } from '../values/sample-content.ts'
import { type DateStyle, printAmount, printCapital, printDate } from './content.ts'
import { layoutsOf, measuringLayouts } from './layouts.ts'
import { printedOn } from './primitives/printed.ts'

const FREQUENT = ['BL', 'ID', 'LSE', 'RED', 'HLT', 'FBL', 'AF', 'POA', 'FLP', 'SYS', 'EQP', 'STF', 'CMT', 'HKB', 'TST']
const DATES: readonly DateStyle[] = ['han', 'spaced', 'dot', 'plain', 'dash', 'numerals']
const types = loadDocumentTypes().filter(({ id }) => FREQUENT.includes(id))

/** Every way in which a value may stand on a page, part by part: all parts must be found, each in one of its forms. */
function parts(value: Value): string[][] {
  if (Array.isArray(value))
    return value.flatMap((one) =>
      typeof one === 'string' ? [[one]] : Object.values(one as Row).flatMap((cell) => parts(cell as Value)),
    )
  if (typeof value === 'object' && value !== null && 'fen' in value) {
    const money = value as { fen: number; currency: 'CNY' }
    return [[printAmount(money), printAmount(money).replaceAll(',', ''), printCapital(money)]]
  }
  if (typeof value === 'object' && value !== null && 'from' in value)
    return [value.from, value.to].flatMap((day) => (day ? parts(String(day)) : []))
  const words = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return [DATES.map((style) => printDate(words, style))]
  return [typeof value === 'number' ? [words, value.toFixed(2)] : [words]]
}

const squeeze = (words: string) => words.replace(/\s/gu, '')

test.each(types.map((type) => [type.name, type] as const))(
  '%s as it really looks prints every field it says it shows',
  {
    timeout: 60_000,
  },
  (_, type) => {
    const draw = measuringLayouts(type).lifelike
    if (!draw) throw new Error(`${type.id} has no such layout`)
    const names = [...type.fields, ...type.marks].map(({ name }) => name)
    for (const seed of [7700, 7701, 7702, 7703, 7704]) {
      const content = sampleContent(type, seeded(`${seed}/${type.id}/content`))
      const sheets = draw(content, seeded(`${seed}/${type.id}/ink`))
      const shows = sheets.every((sheet) => sheet.shows) ? sheets.flatMap((sheet) => sheet.shows ?? []) : names
      expect(names).toEqual(expect.arrayContaining(shows))
      for (const sheet of sheets) {
        const printed = printedOn(sheet.canvas)
        const words = squeeze(printed.map(({ text }) => text).join(''))
        expect(words).toContain('样例')
      }
      const all = squeeze(sheets.flatMap(({ canvas }) => printedOn(canvas).map(({ text }) => text)).join(''))
      const missing = Object.entries(content.fields)
        .filter(([name]) => shows.includes(name))
        .flatMap(([name, value]) =>
          parts(value).flatMap((forms) =>
            forms.some((form) => all.includes(squeeze(form))) ? [] : [`${seed} ${name} ${forms[0]}`],
          ),
        )
      expect(missing).toEqual([])
      expect(all).not.toMatch(/undefined|null|NaN|\[object/)
    }
  },
)

test('no case may choose a layout that was drawn to measure', () => {
  for (const type of types) expect(Object.keys(layoutsOf(type))).not.toContain('lifelike')
})
