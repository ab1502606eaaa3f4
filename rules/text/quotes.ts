import { parseAddress } from '../../facts/values/address.ts'
import { compareAddresses } from '../../facts/values/compare-addresses.ts'
import { distance } from '../../facts/values/edit-distance.ts'
import { comparable } from '../../facts/values/text.ts'

/** One misread character in ten may be a slip of reading. */
const SLIP = 0.1
const LONGEST = 20_000

/**
 * Whether a text holds some words as they stand (width, spaces, letter case aside); null when it only holds nearly
 * the same words, or there is nothing to compare.
 */
export function quotes(text: string, words: string): boolean | null {
  const [body, wanted] = [comparable(text), comparable(words)]
  if (body === '' || wanted === '') return null
  if (body.includes(wanted)) return true
  const slips = Math.floor(wanted.length * SLIP)
  if (slips === 0) return false
  for (const part of windows(body.slice(0, LONGEST), wanted, slips)) if (distance(part, wanted) <= slips) return null
  return false
}

/** Stretches as long as the words that share most of their characters: only these are worth the exact comparison. */
function* windows(body: string, wanted: string, slips: number): Generator<string> {
  const letters = new Set(wanted)
  for (let at = 0; at + wanted.length - slips <= body.length; at += 1) {
    const part = body.slice(at, at + wanted.length)
    let strange = 0
    for (const letter of part) if (!letters.has(letter)) strange += 1
    if (strange <= slips) yield part
  }
}

/** Whether a text holds an address: province and district may be left out; null when the words do not settle it. */
export function quotesAddress(text: string, address: string): boolean | null {
  const [body, whole] = [comparable(text), comparable(address)]
  const { road } = parseAddress(address)
  const from = road === null ? -1 : whole.indexOf(road.replace(/路$/u, ''))
  if (body === '' || road === null || from < 0) return null
  if (body.includes(whole.slice(from))) return true
  const there = body.indexOf(road.replace(/路$/u, ''))
  if (there < 0) return /[路街道].{0,12}[号室]/u.test(body) ? false : null
  const written = body.slice(there).match(/^[^,;。、)]+/u)?.[0] ?? ''
  const { relation } = compareAddresses(written, whole.slice(from))
  return relation === 'same' ? true : relation === 'different' ? false : null
}

/** Words that people put around a name when they tell a change. */
const AROUND = /^(?:原|现|由|从|将|把|为|名|称|单位|企业|公司|字号|变更|更名|更改|改|前|后|的|是|成|叫|和|与|及|即)*$/u

/**
 * Whether a text names an organisation by exactly this name, alone or among other things told; null when what stands
 * around it may belong to the name or not.
 */
export function quotesName(text: string, name: string): boolean | null {
  const wanted = comparable(name)
  if (wanted === '' || comparable(text) === '') return null
  const parts = text.split(/[；;，,。：:\n、]|变更为|更名为|改为/u).map(comparable)
  if (parts.some((part) => part.split(wanted).length > 1 && part.split(wanted).every((rest) => AROUND.test(rest)))) {
    return true
  }
  const inside = parts.filter((part) => part.includes(wanted))
  return inside.some((part) => /变更|改|由|为/u.test(part.replace(wanted, ''))) ? null : false
}
