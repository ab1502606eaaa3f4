import { HammingDistance } from 'natural/lib/natural/distance/index.js'
import { foldText } from '../../facts/values/text.ts'
import { negated } from './negation.ts'
import type { Concept, Statement } from './statement.ts'

interface Hit {
  phrase: string
  start: number
  end: number
  negated: boolean
}

/** Which characters stand under a negation; worked out when something was found. */
type Mask = () => readonly boolean[]

const maskOf = (text: string): Mask => {
  let known: readonly boolean[] | null = null
  return () => {
    known ??= negated(text)
    return known
  }
}

const NOWHERE: Mask = () => []

/** Every place of `phrase`, without those inside a longer word of another meaning. */
function places(text: string, phrase: string, mask: Mask, blocked: readonly Span[], hits: Hit[] = []): Hit[] {
  for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
    const end = start + phrase.length
    if (blocked.some((b) => b.start <= start && end <= b.end)) continue
    hits.push({ phrase, start, end, negated: mask()[start] === true })
  }
  return hits
}

interface Span {
  start: number
  end: number
}

function spansOf(text: string, words: readonly string[]): Span[] {
  const spans: Hit[] = []
  for (const word of words) places(text, word, NOWHERE, [], spans)
  return spans
}

/** Stretches between stops; marks inside brackets do not divide. */
function stretches(text: string, stops: string): Span[] {
  const spans: Span[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if ('(（【['.includes(c)) depth++
    else if (')）】]'.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && stops.includes(c)) {
      spans.push({ start, end: i })
      start = i + 1
    }
  }
  return [...spans, { start, end: text.length }]
}

const SENTENCE = ';；。'
const ITEM = ';；。,，、'

function specificHits(text: string, concept: Concept, mask: Mask): Hit[] {
  const blocked = spansOf(text, concept.not ?? [])
  const hits: Hit[] = []
  for (const phrase of concept.says) places(text, phrase, mask, blocked, hits)
  for (const { 0: phrase, index: start } of concept.shape ? text.matchAll(concept.shape) : []) {
    const end = start + phrase.length
    hits.push({ phrase, start, end, negated: mask().slice(start, end).includes(true) })
  }
  if (!concept.together) return hits
  const [verbs, objects] = concept.together
  for (const { start, end } of stretches(text, SENTENCE)) {
    const inside = (hit: Hit) => hit.start >= start && hit.end <= end
    if (!verbs.some((verb) => places(text, verb, NOWHERE, []).some((hit) => inside(hit)))) continue
    hits.push(...objects.flatMap((object) => places(text, object, mask, blocked)).filter(inside))
  }
  return hits
}

/**
 * Whether a denial in brackets narrows only the item it hangs on, while the same words stand free in another item:
 * 职业中介活动；人力资源服务（不含职业中介活动）.
 */
function narrowsAnother(text: string, denied: Hit, yes: readonly Hit[]): boolean {
  const items = stretches(text, ITEM)
  const itemOf = (hit: Hit) => items.find((s) => s.start <= hit.start && hit.end <= s.end)
  const item = itemOf(denied)
  if (!item || !/[(（【[]/u.test(text.slice(item.start, denied.start))) return false
  return yes.some((hit) => hit.phrase === denied.phrase && itemOf(hit) !== item)
}

function limitOf(text: string, concept: Concept, hit: Hit): { answer: boolean | null; word: string } | null {
  const item = stretches(text, ITEM).find((s) => s.start <= hit.start && hit.end <= s.end)
  const words = item ? text.slice(item.start, item.end) : text
  for (const { words: limits, answer } of concept.limits ?? []) {
    const word = limits.find((limit) => words.includes(limit))
    if (word !== undefined) return { answer, word }
  }
  return null
}

function widerHit(text: string, concept: Concept, mask: Mask) {
  if (!concept.wider) return null
  const items = concept.wider.some(({ whole }) => whole)
    ? stretches(text, ITEM).map((s) => text.slice(s.start, s.end).trim())
    : []
  const blocked = spansOf(text, concept.not ?? [])
  for (const { words, answer, whole } of concept.wider) {
    const word = words.find((w) =>
      whole ? items.includes(w) : places(text, w, mask, blocked).some((hit) => !hit.negated),
    )
    if (word !== undefined) return { answer, word }
  }
  return null
}

/** A stretch of the text one misread character away from a phrase; empty when there is none. */
function misread(text: string, phrases: readonly string[]): string {
  for (const phrase of phrases) {
    for (let at = 0; at + phrase.length <= text.length; at++) {
      const near = text.slice(at, at + phrase.length)
      if (HammingDistance(phrase, near, false) === 1) return near
    }
  }
  return ''
}

/** The clerk's or applicant's remark that a paper cannot be read: what it says is then not known. */
const UNREAD = /(?:无法|不能|难以)(?:辨认|辨识|识别|看清|打开|读取)|看不清|辨认不清|字迹(?:模糊|不清)|模糊不清|读不出/u

const say = (answer: boolean | null, found: string, why: string): Statement => ({ answer, found, why })

/** Decides what a statement says about a concept: synonyms, negation, narrowing words, wider words, misreadings. */
export function readStatement(raw: string, concept: Concept): Statement {
  const text = foldText(raw)
  const { name } = concept
  if (text === '') return say(null, '', '没有读到文字')
  const mask = maskOf(text)
  const hits = specificHits(text, concept, mask)
  const yes = hits.filter((hit) => !hit.negated)
  const no = hits.filter((hit) => hit.negated && !narrowsAnother(text, hit, yes))
  const contradicted = (hit: Hit) => no.some((other) => other.phrase === hit.phrase)
  const [both] = yes
  if (both && yes.every(contradicted)) return say(null, both.phrase, `“${both.phrase}”既有肯定又有否定的写法`)
  const head = no.find((hit) => hit.phrase === name || hit.phrase === concept.says[0])
  const denied = head ?? (yes.length === 0 ? no[0] : undefined)
  if (denied) return say(false, denied.phrase, `“${negatedWords(text, denied, mask)}”明确排除`)
  const limits = yes.map((hit) => limitOf(text, concept, hit))
  const free = yes.find((_, i) => limits[i] === null)
  if (free) return say(true, free.phrase, `写有“${free.phrase}”`)
  const [limit] = limits
  if (limit) return say(limit.answer, limit.word, `写有“${yes[0]?.phrase}”，但“${limit.word}”`)
  const wider = widerHit(text, concept, mask)
  if (wider)
    return say(
      wider.answer,
      wider.word,
      wider.answer === null ? `只写“${wider.word}”，没有写明${name}` : `写有“${wider.word}”`,
    )
  const near = misread(text, concept.noisy ?? [])
  if (near !== '') return say(null, near, `“${near}”疑似${name}，可能识别有误`)
  const unread = text.match(UNREAD)?.[0]
  if (unread !== undefined) return say(null, unread, `写着“${unread}”，看不出有没有写${name}`)
  return say(false, '', `没有写${name}`)
}

function negatedWords(text: string, hit: Hit, mask: Mask): string {
  let start = hit.start
  while (start > 0 && mask()[start - 1] === true) start--
  return text.slice(start, hit.end)
}

/** The concept asked for by name or alias; a name nobody declared is looked for literally. */
export function conceptNamed(concepts: readonly Concept[], name: string): Concept {
  const wanted = foldText(name)
  return concepts.find((c) => c.name === wanted || c.alias?.includes(wanted)) ?? { name: wanted, says: [wanted] }
}
