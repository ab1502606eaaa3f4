import { type Division, divisionsBelow } from './divisions.ts'
import { fold, type Glyph } from './frame.ts'

/** A character read with less may give way to another one seen with at least so much. */
const [CLEAR, SEEN] = [0.9, 0.02]
/** At most so much of a name may be put right. */
const SHARE = 0.4

const isCounty = (code: string) => code.length === 6
const cityOf = (code: string) => code.slice(0, 4)

/** A name standing at some place: what it puts right there. */
interface Standing {
  division: Division
  changed: ReadonlyMap<number, string>
}

/** How a name stands at `from`; null where another character was read surely, or its own was not seen, or too much would change. */
function standing(division: Division, glyphs: readonly Glyph[], from: number): Standing | null {
  const characters = [...division.name]
  const changed = new Map<number, string>()
  for (const [i, character] of characters.entries()) {
    const glyph = glyphs[from + i]
    if (!glyph) return null
    if (fold(glyph.raw) === character) continue
    const seen = glyph.rivals?.find(({ text, probability }) => text === character && probability >= SEEN)
    if (!seen || glyph.confidence >= CLEAR || changed.size + 1 > SHARE * characters.length) return null
    changed.set(from + i, seen.text)
  }
  return { division, changed }
}

/**
 * Characters, by place among the glyphs of an address, that belong to others by the names of divisions it begins with (潍坊市临胞县 → 临朐县):
 * one name after the other, each below the one before it, where only one name fits what the reader saw (GB/T 2260, 统计用区划代码).
 */
export function mendDivisions(glyphs: readonly Glyph[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let parents: string[] = []
  for (let at = 0; at < glyphs.length; ) {
    const fits = (codes: readonly string[]) =>
      divisionsBelow(codes).flatMap((division) => standing(division, glyphs, at) ?? [])
    const below = fits(parents)
    // Townships of a development zone are listed under the zone and stand behind the county that it lies in.
    const zones = below.length > 0 ? [] : parents.filter(isCounty).map(cityOf)
    const fitting = zones.length > 0 ? fits(zones) : below
    const asRead = fitting.filter(({ changed }) => changed.size === 0)
    const longest = Math.max(...asRead.map(({ division }) => division.name.length))
    const taken = asRead.length > 0 ? asRead.filter(({ division }) => division.name.length === longest) : fitting
    const [first] = taken
    if (!first || taken.some(({ division }) => division.name !== first.division.name)) return found
    for (const [place, text] of first.changed) found.set(place, text)
    parents = taken.map(({ division }) => division.code)
    at += [...first.division.name].length
  }
  return found
}
