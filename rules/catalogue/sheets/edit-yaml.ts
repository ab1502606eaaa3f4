import { type Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import { renderInline, renderValue } from './render-yaml.ts'

export type YamlPath = readonly (string | number)[]

/** One value to write; `undefined` takes the key (or the item of a list) away, `insert` puts an item before that index. */
export interface YamlEdit {
  path: YamlPath
  value: unknown
  insert?: true
}

/** The text cannot be changed there without touching something else: it is shared by an anchor, or oddly written. */
export class YamlEditError extends Error {}

/**
 * Writes values into YAML text by replacing exactly their source: comments, order and layout of the rest stay. What comes
 * out is parsed again and must say what the edits say and nothing else; otherwise throws YamlEditError.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  // A copy without shared parts: what an anchor gives to two places is written in one of them.
  const document = parseDocument(text)
  const wanted: unknown = JSON.parse(JSON.stringify(document.toJS()))
  const steps = edits.flatMap((edit) => (isSeq(document.getIn(edit.path, true)) ? itemwise(wanted, edit) : [edit]))
  let edited = text
  for (const step of steps) {
    edited = apply(edited, step)
    setValue(wanted, step)
  }
  const written = parseDocument(edited)
  if (written.errors.length > 0 || canonical(written.toJS()) !== canonical(wanted)) {
    throw new YamlEditError('这一处和别处共用（&、*），或写法特殊')
  }
  return edited
}

/** A list of words is changed item by item, so that the comments between its items stay. */
function itemwise(tree: unknown, { path, value, ...rest }: YamlEdit): YamlEdit[] {
  const before = path.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree)
  if (!Array.isArray(before) || !Array.isArray(value) || before.length === 0 || value.length === 0) {
    return [{ path, value, ...rest }]
  }
  const same = (a: number, b: number) => canonical(before[a]) === canonical(value[b])
  let start = 0
  while (start < Math.min(before.length, value.length) && same(start, start)) start++
  let [endBefore, endValue] = [before.length, value.length]
  while (endBefore > start && endValue > start && same(endBefore - 1, endValue - 1)) {
    endBefore--
    endValue--
  }
  const steps: YamlEdit[] = []
  for (let i = start; i < Math.max(endBefore, endValue); i++) {
    if (i < endBefore && i < endValue) steps.push({ path: [...path, i], value: value[i] })
    else if (i < endValue) steps.push({ path: [...path, i], value: value[i], insert: true })
    else steps.push({ path: [...path, Math.max(endValue, start)], value: undefined })
  }
  return steps
}

function setValue(tree: unknown, { path, value, insert }: YamlEdit): void {
  const parent = path.slice(0, -1).reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], tree)
  const key = path.at(-1) ?? ''
  if (Array.isArray(parent) && typeof key === 'number') {
    parent.splice(key, insert || key >= parent.length ? 0 : 1, ...(value === undefined ? [] : [value]))
  } else if (value === undefined) delete (parent as Record<string, unknown>)[key]
  else (parent as Record<string, unknown>)[key] = value
}

/** JSON with the keys of maps in one order: what the text says, not in which order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

function apply(text: string, edit: YamlEdit): string {
  const document = parseDocument(text)
  const parentPath = edit.path.slice(0, -1)
  const key = edit.path.at(-1) ?? ''
  const parent = document.getIn(parentPath, true)
  if (!isCollection(parent)) throw new YamlEditError('这一处引用别处（*）')
  const flow = parentPath.some((_, i) => isFlow(document, parentPath.slice(0, i))) || parent.flow === true
  const index = isSeq(parent)
    ? Number(key)
    : parent.items.findIndex((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
  const entries = parent.items.map((item) => entryOf(text, item))
  const entry = edit.insert ? undefined : entries[index]
  if (edit.value === undefined) return entry ? remove(text, entries, index, flow, isSeq(parent)) : text
  const column = columnOf(text, entries[0]?.from ?? 0)
  if (!entry) {
    const at = edit.insert ? index : entries.length
    const name = isMap(parent) ? `${renderInline(key)}: ` : ''
    return insert(
      text,
      entries,
      at,
      flow,
      (indent) => name + renderValue(edit.value, flow ? null : indent),
      isSeq(parent),
    )
  }
  const node = entry.value
  if (node && 'anchor' in node && node.anchor !== undefined) throw new YamlEditError('这一处被别处引用（&）')
  return replace(text, entry, renderValue(edit.value, flow ? null : column))
}

const isFlow = (document: Document, path: YamlPath): boolean => {
  const node = document.getIn(path, true)
  return isCollection(node) && node.flow === true
}

/** Where a pair or an item stands in the text: `from` its key or value, `to` its end without what follows. */
interface Entry {
  from: number
  to: number
  value: Node | null
  /** Where the value begins; for a key without one, the end of the key. */
  valueFrom: number
}

function entryOf(text: string, item: unknown): Entry {
  const value = isPair(item) ? item.value : item
  const key = isPair(item) && isNode(item.key) ? item.key : null
  const node = isNode(value) ? value : null
  const valueFrom = node?.range?.[0] ?? text.indexOf(':', key?.range?.[1] ?? 0) + 1
  const to = node ? endOf(node) : valueFrom
  return { from: key?.range?.[0] ?? valueFrom, to: Math.max(to, valueFrom), value: node, valueFrom }
}

/** End of the last thing inside: a collection's own end may take in comments that belong to what follows. */
function endOf(node: Node): number {
  const last = isCollection(node) && node.flow !== true ? node.items.at(-1) : undefined
  const inner = isPair(last) ? (isNode(last.value) ? last.value : last.key) : last
  return isNode(inner) ? endOf(inner) : (node.range?.[1] ?? 0)
}

const columnOf = (text: string, at: number) => at - (text.lastIndexOf('\n', at - 1) + 1)

/** After the line break that ends the line of `at`; a block scalar's end is there already. */
function lineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return at
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

function replace(text: string, { value, valueFrom, to }: Entry, rendered: string): string {
  const isBlock = isCollection(value) && value.flow !== true
  const before = isBlock ? text.slice(0, valueFrom).trimEnd() : text.slice(0, valueFrom)
  const space = before.endsWith(':') || before.endsWith('-') ? ' ' : ''
  const newline = text.slice(valueFrom, to).endsWith('\n') ? '\n' : ''
  return before + space + rendered + newline + text.slice(to)
}

function remove(text: string, entries: readonly Entry[], index: number, flow: boolean, isItem: boolean): string {
  const [entry, next, before] = [entries[index], entries[index + 1], entries[index - 1]]
  if (!entry || entries.length === 1) throw new YamlEditError('这是最后一项')
  if (flow) {
    if (next) return text.slice(0, entry.from) + text.slice(next.from)
    return text.slice(0, before?.to ?? entry.from) + text.slice(entry.to)
  }
  const start = text.lastIndexOf('\n', entry.from - 1) + 1
  // The first key of an item stands behind its dash: the second takes its place.
  if (!isItem && next && text.slice(start, entry.from).trim() !== '') {
    return text.slice(0, entry.from) + text.slice(next.from)
  }
  return text.slice(0, start) + text.slice(lineEnd(text, entry.to))
}

function insert(
  text: string,
  entries: readonly Entry[],
  index: number,
  flow: boolean,
  render: (indent: number) => string,
  isItem: boolean,
): string {
  const [before, after] = [entries[index - 1], entries[index]]
  const first = entries[0]
  if (!first) throw new YamlEditError('这里还是空的')
  if (flow) {
    if (before) return `${text.slice(0, before.to)}, ${render(0)}${text.slice(before.to)}`
    return `${text.slice(0, first.from)}${render(0)}, ${text.slice(first.from)}`
  }
  const column = columnOf(text, isItem ? text.lastIndexOf('-', first.from - 1) : first.from)
  const line = `${' '.repeat(column)}${isItem ? '- ' : ''}${render(column)}\n`
  const at = before ? lineEnd(text, before.to) : text.lastIndexOf('\n', (after ?? first).from - 1) + 1
  const gap = at > 0 && text[at - 1] !== '\n' ? '\n' : ''
  return text.slice(0, at) + gap + line + text.slice(at)
}
