import type { Value } from '../../../facts/values/value.ts'
import { printCapital } from '../pages/content.ts'
import { type Printed, printedOn } from '../pages/primitives/printed.ts'
import type { Sheet } from '../pages/primitives/sheet.ts'
import { onPicture } from '../physics/project.ts'
import type { Jpeg } from '../physics/take.ts'

/** Left, top, right, bottom in shares of the picture. */
export type TrueBox = [number, number, number, number]

/** Shorter words stand in too many places to say which is meant. */
const SHORTEST = 2

/**
 * Where the values of `fields` are printed on a sheet that was photographed: every place whose words are the value as some
 * printing office sets it. Tables, ticks, stamps and handwriting have none; curl and fold move a place by less than 1 %.
 */
export function trueBoxes(
  fields: Readonly<Record<string, Value>>,
  sheet: Sheet,
  { corners, width, height }: Pick<Jpeg, 'corners' | 'width' | 'height'>,
): Record<string, TrueBox[]> {
  const text = settingOf(printedOn(sheet.canvas))
  const onPhoto = ([left, top, right, bottom]: Printed['box']): TrueBox => {
    const all = [onPicture(corners, left, top), onPicture(corners, right, top)]
    all.push(onPicture(corners, right, bottom), onPicture(corners, left, bottom))
    const [xs, ys] = [all.map(([x]) => x / width), all.map(([, y]) => y / height)]
    const short = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * 10_000) / 10_000
    return [short(Math.min(...xs)), short(Math.min(...ys)), short(Math.max(...xs)), short(Math.max(...ys))]
  }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const places = spellings(value).flatMap((words) => find(text, words))
      return places.length > 0 ? [[name, places.map(onPhoto)]] : []
    }),
  )
}

/** All words of a sheet in one string of letters and figures, with the place of each. */
interface Setting {
  text: string
  boxes: Printed['box'][]
}

/** Letters and figures, full and half width alike: what two settings of one value share. */
const bare = (text: string): string[] => [...text.normalize('NFKC')].filter((ch) => /[\p{L}\p{N}]/u.test(ch))

function settingOf(lines: readonly Printed[]): Setting {
  const all: { ch: string; box: Printed['box'] }[] = lines.flatMap(({ text, box: [left, top, right, bottom] }) => {
    const chars = [...text]
    const widths = chars.map((ch) => (/[\u2e80-\uffff]/u.test(ch) ? 1 : 0.55))
    const sum = widths.reduce((a, b) => a + b, 0)
    let at = left
    return chars.flatMap((ch, i) => {
      const from = at
      at += ((right - left) * (widths[i] ?? 0)) / sum
      return bare(ch).map((one) => ({ ch: one, box: [from, top, at, bottom] as const }))
    })
  })
  // One UTF-16 unit, one place: characters outside the basic plane have two.
  const units = all.flatMap(({ ch, box }) => Array.from({ length: ch.length }, (_, i) => ({ unit: ch.charAt(i), box })))
  return { text: units.map(({ unit }) => unit).join(''), boxes: units.map(({ box }) => box) }
}

function find({ text, boxes }: Setting, words: string): Printed['box'][] {
  const places: Printed['box'][] = []
  if ([...words].length < SHORTEST) return places
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const own = boxes.slice(at, at + words.length)
    const side = (i: 0 | 1 | 2 | 3, pick: (...all: number[]) => number) => pick(...own.map((box) => box[i]))
    places.push([side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)])
  }
  return places
}

/** A value as printing offices set it, letters and figures only. */
function spellings(value: Value): string[] {
  const once = (all: string[]) => [...new Set(all.map((one) => bare(one).join('')))]
  if (typeof value === 'boolean') return []
  if (Array.isArray(value)) return once(value.filter((item): item is string => typeof item === 'string'))
  if (typeof value === 'object' && value !== null) {
    if ('fen' in value) {
      const yuan = value.fen / 100
      return once([yuan.toFixed(2), String(yuan), printCapital(value)])
    }
    if ('from' in value) return once([value.from, value.to].flatMap((day) => (day === null ? [] : dates(day))))
    return []
  }
  const text = String(value)
  return once(/^\d{4}-\d{2}-\d{2}$/.test(text) ? dates(text) : [text])
}

function dates(iso: string): string[] {
  const [year = '', month = '', day = ''] = iso.split('-')
  return [`${year}年${month}月${day}日`, `${year}年${Number(month)}月${Number(day)}日`, `${year}${month}${day}`]
}
