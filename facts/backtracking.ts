/** A character, class, escape or group of a regular expression, with how often it may stand. */
interface Atom {
  text: string
  /** The character itself; null for a class, an escape that is one, an anchor. */
  literal: string | null
  /** Of a group, its alternatives. */
  group: Atom[][] | null
  /** Text of the quantifier behind it (`*`, `{2,}?`); empty when it stands once. */
  quantifier: string
}

const CLASS = /^\[(?:[^\]\\]|\\.)*\]/u
const ESCAPE = /^\\(?:[pPu]\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|.)/u
const QUANTIFIER = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/u
const MOST_WORDS = 1000
const OPEN = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/u

/**
 * Why a (valid) regular expression may take exponential time on some text; null when it cannot. What repeats without
 * bound may hold no other quantifier, and of several words none may be put together from others: then every text is
 * read in one way only. Refuses more than it must.
 */
export function catastrophic(source: string): string | null {
  return fault(new Reader(source).alternatives())
}

class Reader {
  private readonly source: string
  private place = 0

  constructor(source: string) {
    this.source = source
  }

  /** Up to the end or the closing bracket. */
  alternatives(): Atom[][] {
    const found: Atom[][] = [[]]
    while (this.place < this.source.length && this.source[this.place] !== ')') {
      if (this.source[this.place] === '|') {
        this.place += 1
        found.push([])
      } else found.at(-1)?.push(this.atom())
    }
    return found
  }

  private atom(): Atom {
    const start = this.place
    const group = this.take(OPEN) === '' ? null : this.alternatives()
    if (group) this.place += 1
    const single = group ? '' : this.take(CLASS) || this.take(ESCAPE) || this.take(/^./su)
    const text = this.source.slice(start, this.place)
    const escaped = /^\\[^a-zA-Z0-9]$/u.test(single)
    const literal = escaped ? single.slice(1) : /^(?:\[|\\|[.^$])/u.test(single) || group ? null : single
    return { text, literal, group, quantifier: this.take(QUANTIFIER) }
  }

  private take(pattern: RegExp): string {
    const [found = ''] = pattern.exec(this.source.slice(this.place)) ?? []
    this.place += found.length
    return found
  }
}

const unbounded = ({ quantifier }: Atom) => /^(?:[*+]|\{\d+,\})/u.test(quantifier)

function fault(alternatives: readonly (readonly Atom[])[]): string | null {
  for (const atom of alternatives.flat()) {
    const found = atom.group && ((unbounded(atom) && repeated(atom)) || fault(atom.group))
    if (found) return found
  }
  return null
}

/** What is wrong with a group that repeats without bound. */
function repeated(atom: Atom): string | null {
  const said = `${atom.text}${atom.quantifier}`
  const words = wordsOf({ ...atom, quantifier: '' })
  if (words) return decodable(words) ? null : `${said} 里有的词能由别的词拼成`
  return fixed(atom) ? null : `${said} 里面还有重复，或几种写法分不清`
}

/** All texts that it matches; null when there is a class or a quantifier in it. */
function wordsOf({ literal, group, quantifier }: Atom): string[] | null {
  if (quantifier !== '') return null
  if (!group) return literal === null ? null : [literal]
  const found: string[] = []
  for (const alternative of group) {
    let words = ['']
    for (const atom of alternative) {
      const next = wordsOf(atom)
      if (!next || words.length * next.length > MOST_WORDS) return null
      words = words.flatMap((word) => next.map((end) => word + end))
    }
    found.push(...words)
  }
  return found
}

/** One way of writing, of one length. */
function fixed({ group }: Atom): boolean {
  const exact = ({ quantifier }: Atom) => quantifier === '' || /^\{\d+\}$/u.test(quantifier)
  return group?.length === 1 && group.flat().every((atom) => exact(atom) && (atom.group === null || fixed(atom)))
}

/** Can every text be cut into these words in one way only? Sardinas and Patterson, 1953. */
function decodable(words: readonly string[]): boolean {
  if (new Set(words).size < words.length || words.includes('')) return false
  const rests = (longer: readonly string[], shorter: readonly string[]) =>
    longer.flatMap((word) =>
      shorter.flatMap((head) => (word !== head && word.startsWith(head) ? [word.slice(head.length)] : [])),
    )
  const seen = new Set<string>()
  for (let open = rests(words, words); open.length > 0; ) {
    if (open.some((rest) => words.includes(rest))) return false
    const fresh = open.filter((rest) => !seen.has(rest))
    for (const rest of fresh) seen.add(rest)
    open = [...rests(words, fresh), ...rests(fresh, words)]
  }
  return true
}
