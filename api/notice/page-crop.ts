import { html } from 'hono/html'
import type { CaseView, Evidence } from '../client.ts'
import { pagePlace, rectOf } from './page-place.ts'

type Html = ReturnType<typeof html>

/** Of the page around a box: at least this share of its width is shown, and this many heights of the box above and below. */
const LEAST_WIDTH = 0.4
const ROWS = 2

/** The piece of the page around the first box of the evidence, with the box framed; nothing where no box is known. */
export function pageCrop(view: CaseView, evidence: readonly Evidence[]): Html | '' {
  for (const one of evidence) {
    if (one.kind !== 'material' || one.box === null) continue
    const page = view.materials
      .find(({ id }) => id === one.material)
      ?.pages.find(({ page: number }) => number === one.page)
    if (!page) continue
    const rect = rectOf(one.box)
    const width = Math.min(page.width, Math.max(rect.width * 1.2, LEAST_WIDTH * page.width))
    const height = Math.min(page.height, rect.height * (1 + 2 * ROWS))
    const x = within(rect.x + rect.width / 2 - width / 2, page.width - width)
    const y = within(rect.y + rect.height / 2 - height / 2, page.height - height)
    const corners = [0, 2, 4, 6].map((at) => one.box?.slice(at, at + 2).join(',')).join(' ')
    // Relative to /api/cases/{id}/notice, so that it holds behind any prefix.
    const picture = `materials/${one.material}/pages/${one.page}`
    return html`<svg class="crop" role="img" aria-label="第 ${one.page} 页${pagePlace(one.box, page)}" viewBox="${[x, y, width, height].map(Math.round).join(' ')}"><image href="${picture}" width="${page.width}" height="${page.height}" preserveAspectRatio="none"></image><polygon points="${corners}"></polygon></svg>`
  }
  return ''
}

const within = (start: number, most: number): number => Math.max(0, Math.min(start, most))
