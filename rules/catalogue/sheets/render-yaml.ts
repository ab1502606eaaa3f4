import { stringify } from 'yaml'

const WIDTH = 110

/** A value on one line, safe inside `{ … }` and `[ … ]` and outside. */
export function renderInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderInline).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, one]) => `${renderInline(key)}: ${renderInline(one)}`)
    return `{ ${pairs.join(', ')} }`
  }
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1)
}

/** A value as the catalogue writes it; `indent`: column of its key in block layout, null inside `{ … }`. */
export function renderValue(value: unknown, indent: number | null): string {
  if (typeof value !== 'string' || indent === null) return renderInline(value)
  const margin = ' '.repeat(indent + 2)
  const isPlain = value === value.trim() && !value.includes('\t')
  if (isPlain && value.includes('\n')) return `|-\n${value.replace(/^(?=.)/gm, margin)}`
  const lines = fold(value)
  return isPlain && lines.length > 1 ? `>-\n${margin}${lines.join(`\n${margin}`)}` : renderInline(value)
}

/** Lines of at most `WIDTH` characters where the text has single spaces to break at. */
function fold(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/(?<! ) (?! )/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
