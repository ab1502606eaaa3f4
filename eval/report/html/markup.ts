/** Text made safe to stand in HTML, in or outside attributes. */
export const plain = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`)

/** A table cell: text is escaped, numbers stand right. */
export type Cell = string | number | { html: string; right?: boolean }

const cell = (one: Cell): string => {
  if (typeof one === 'number') return `<td class="n">${one}</td>`
  if (typeof one === 'string') return `<td>${plain(one)}</td>`
  return `<td${one.right ? ' class="n"' : ''}>${one.html}</td>`
}

/** A table with a caption for readers who cannot see it; wide ones scroll inside their own box. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return `<p class="none">${plain(caption)}：没有可数的。</p>`
  const head = heads.map((one) => `<th scope="col">${plain(one)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  return `<div class="wide" tabindex="0" role="region" aria-label="${plain(caption)}"><table><caption>${plain(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

export const percent = (share: number | null): string => (share === null ? '—' : `${(100 * share).toFixed(1)}%`)

export const interval = (low: number, high: number): string => `${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}`

/** A block that is opened on demand. */
export const folded = (title: string, inner: string, open = false): string =>
  `<details${open ? ' open' : ''}><summary>${plain(title)}</summary>${inner}</details>`
