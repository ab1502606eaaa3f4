import fc from 'fast-check'
import type { Fact } from '../../facts/fact.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import { likeCharacters } from '../misread/confusable.ts'
import type { Verdict } from '../results.ts'
import { automaticPoints, verdictIn } from './measure-soundness.ts'
import { type World, world } from './worlds.ts'

export interface Misreads {
  /** Verdicts given after one character of one value on a paper was misread. */
  verdicts: number
  /** Definite ones that are not what is said when it is read right. */
  wrong: { point: string; path: string; read: string; said: Verdict; truly: Verdict }[]
}

/** Kinds of values that name somebody or some place: compared with what others say, never searched for words. */
const NAMING = new Set(['name', 'org-name', 'address'])

/** Every value on a paper as read from a photograph of it. */
function photographed(scenario: Scenario, full: World): World {
  const seen = (path: string, fact: Fact): Fact => {
    const [slot = ''] = path.split(/[.[]/)
    if (scenario.vocabulary.heads.get(slot)?.kind !== 'slot') return fact
    const evidence: Fact['evidence'] = [
      { kind: 'material', material: path, documentType: slot, page: 1, box: null, text: '', pictured: true },
    ]
    return { ...fact, confidence: 0.99, evidence }
  }
  const facts = Object.fromEntries(Object.entries(full.facts).map(([path, fact]) => [path, seen(path, fact)]))
  const lists = Object.fromEntries(
    Object.entries(full.lists).map(([name, items]) => [
      name,
      items.map((item, i) =>
        Object.fromEntries(
          Object.entries(item).map(([field, fact]) => [field, seen(`${name}[${i + 1}].${field}`, fact)]),
        ),
      ),
    ]),
  )
  return { ...full, facts, lists }
}

/** A text with one character read as one that looks like it, or lost; null when it has no such character. */
function misread(text: string, at: number): string | null {
  const characters = [...text]
  const places = characters.flatMap((one, i) => (likeCharacters(one).length > 0 ? [i] : []))
  const place = places[at % Math.max(1, places.length)]
  if (place === undefined) return null
  const like = likeCharacters(characters[place] ?? '')
  const taken = at % 4 === 3 ? '' : (like[at % like.length] ?? '')
  return characters.map((one, i) => (i === place ? taken : one)).join('')
}

/** Judges every automatic point in `runs` random worlds, read right and with one name or address misread by a character. */
export function measureMisreads(catalogue: Catalogue, runs: number, seed: number): Misreads {
  const result: Misreads = { verdicts: 0, wrong: [] }
  for (const { id, scenario, rule } of automaticPoints(catalogue)) {
    for (const [index, drawn] of fc.sample(world(scenario, rule), { numRuns: runs, seed }).entries()) {
      const full = photographed(scenario, drawn)
      const open = Object.entries(full.facts).filter(
        ([path, { value, evidence }]) =>
          evidence.length > 0 && typeof value === 'string' && NAMING.has(scenario.vocabulary.typeOf(path)?.type ?? ''),
      )
      const [path, fact] = open[index % Math.max(1, open.length)] ?? []
      const read = fact && misread(String(fact.value), index)
      if (path === undefined || !fact || !read) continue
      const truly = verdictIn(catalogue, scenario, rule, full)
      const said = verdictIn(catalogue, scenario, rule, {
        ...full,
        facts: { ...full.facts, [path]: { ...fact, value: read } },
      })
      result.verdicts += 1
      if (said !== truly && said !== 'unsure') result.wrong.push({ point: id, path, read, said, truly })
    }
  }
  return result
}
