import { type Head, type PathType, type Resolved, Vocabulary } from './vocabulary.ts'

/** What was asked of a vocabulary, and what it answered. */
export interface Asked {
  paths: Map<string, Resolved | null>
  heads: Map<string, Head | undefined>
}

/** A vocabulary that keeps what it is asked, so that an answer may be used again where another vocabulary says the same. */
export class WatchedVocabulary extends Vocabulary {
  override readonly heads: ReadonlyMap<string, Head>
  private asked: Asked | null = null

  constructor(inner: Vocabulary) {
    super([])
    const asked = () => this.asked
    this.heads = new WatchedHeads(inner.heads, asked)
  }

  /** What `work` asks for. */
  watch<T>(work: () => T): { value: T; asked: Asked } {
    const asked: Asked = { paths: new Map(), heads: new Map() }
    this.asked = asked
    try {
      return { value: work(), asked }
    } finally {
      this.asked = null
    }
  }

  override resolve(parts: readonly string[]): Resolved | null {
    const { asked } = this
    // The heads that a path goes through are part of its answer.
    this.asked = null
    const found = super.resolve(parts)
    this.asked = asked
    asked?.paths.set(parts.join('.'), found)
    return found
  }

  /** Would this vocabulary have answered the same? */
  agrees({ paths, heads }: Asked): boolean {
    for (const [name, head] of heads) if (!sameHead(head, this.heads.get(name))) return false
    for (const [path, found] of paths) if (!sameMeaning(found, this.resolve(path.split('.')))) return false
    return true
  }
}

class WatchedHeads extends Map<string, Head> {
  private readonly asked: () => Asked | null

  constructor(heads: ReadonlyMap<string, Head>, asked: () => Asked | null) {
    super()
    this.asked = asked
    for (const [name, head] of heads) this.set(name, head)
  }

  override get(name: string): Head | undefined {
    const head = super.get(name)
    this.asked()?.heads.set(name, head)
    return head
  }
}

function sameMeaning(a: Resolved | null, b: Resolved | null): boolean {
  if (a === null || b === null) return a === b
  if (a.kind === 'fact' && b.kind === 'fact')
    return a.path === b.path && same(a.rest, b.rest) && sameType(a.type, b.type)
  if (a.kind === 'list' && b.kind === 'list') {
    return a.list === b.list && a.field === b.field && same(a.rest, b.rest) && sameType(a.type, b.type)
  }
  return a.kind === b.kind && 'name' in a && 'name' in b && a.name === b.name
}

function sameHead(a: Head | undefined, b: Head | undefined): boolean {
  if (!a || !b || a === b) return a === b
  if (a.kind !== b.kind || a.list !== b.list || a.fields.size !== b.fields.size) return false
  return [...a.fields].every(([name, type]) => sameType(type, b.fields.get(name) ?? null))
}

function sameType(a: PathType | null, b: PathType | null): boolean {
  if (a === b) return true
  if (!a || !b) return false
  return (
    a.type === b.type &&
    a.label === b.label &&
    a.unit === b.unit &&
    a.alias === b.alias &&
    (a.values === b.values || same(a.values ?? [], b.values ?? [])) &&
    same([...(a.columns ?? [])].flat(), [...(b.columns ?? [])].flat())
  )
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, i) => one === b[i])
