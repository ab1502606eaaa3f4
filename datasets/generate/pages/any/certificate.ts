import type { DocumentType } from '../../../../facts/document-type.ts'
import type { Layout } from '../content.ts'
import { mark } from '../content.ts'
import { emblem, guilloche } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample, widthOf } from '../primitives/text.ts'
import { drawTables } from './draw-tables.ts'
import { entries, house, tables, titleOf } from './entries.ts'
import { pictures, place, places } from './marks.ts'

/** Any type as a framed landscape certificate: labels in one or two columns, the office's seal over its name and date. */
export const certificate =
  (type: DocumentType): Layout =>
  (content, random) => {
    const style = house(random.fork('house'))
    const all = entries(type, content, style)
    const two = all.filter(({ long }) => !long).length > 5
    const face = random.pick(['Hei', 'Song', 'Wei'] as const)
    const colour = random.pick(['#7a5a1e', '#8b1f24', '#1f4d7a', '#2f6f4b'])
    const title = titleOf(type, content, random)
    const size = all.length > 14 ? 3.6 : 4.4
    return [
      sheet({ width: 297, height: 210, density: 7, paper: random.pick(['#fcfbf4', '#fbf7f2', '#f6faf8']) }, (ctx) => {
        if (random.chance(0.6)) {
          guilloche(ctx, { x: 12, y: 12, width: 273, height: 186 }, ['#eee6d4', '#e4ecdf'], {
            lines: 36,
            swing: 4,
            weight: 0.18,
          })
        }
        ctx.strokeStyle = colour
        ctx.lineWidth = 1.2
        ctx.strokeRect(8, 8, 281, 194)
        ctx.lineWidth = 0.3
        ctx.strokeRect(11.5, 11.5, 274, 187)
        const withEmblem = random.chance(0.4)
        if (withEmblem) emblem(ctx, 148.5, 25, 9)
        line(ctx, title, 148.5, withEmblem ? 49 : 36, {
          face: 'SongBlack',
          size: [...title].length > 14 ? 8.5 : 12,
          align: 'center',
          spacing: [...title].length > 10 ? 0.6 : 3,
          colour: random.chance(0.5) ? colour : '#1c1b1a',
        })
        let y = withEmblem ? 64 : 54
        const photo = { x: 240, y: y - 4, width: 28, height: 38 }
        pictures(ctx, type, content, { photo, qr: { x: 246, y: 160, side: 26 } }, random)
        const right = type.marks.some(({ kind, name }) => kind === 'photo' && mark(content, name)) ? 206 : 262
        const gap = Math.max(...all.map(({ label }) => widthOf(ctx, label, { face: 'HeiBold', size })), 20) + 3
        const step = size * 1.75
        let column = 0
        for (const { label, text, long } of all) {
          const half = two && !long && gap + widthOf(ctx, text, { face, size }) < (right - 22) / 2
          if (!half && column === 1) {
            column = 0
            y += step
          }
          const x = 22 + column * ((right - 22) / 2)
          line(ctx, label, x, y, { face: 'HeiBold', size })
          if (half) {
            line(ctx, text, x + gap, y, { face, size })
            column = 1 - column
            if (column === 0) y += step
          } else
            y = Math.max(paragraph(ctx, text, x + gap, y, right - x - gap, { face, size, leading: 1.35 }), y + step)
        }
        if (column === 1) y += step
        y = drawTables(ctx, tables(type, content, style), { x: 22, y, width: 250, size: 3.4 })
        const [office, ...others] = places(type)
        if (office?.kind === 'seal') {
          const ring = mark(content, office.name)
          if (ring)
            roundSeal(ctx, { ring, diameter: 40 }, 214 + random.between(-14, 14), 168 + random.between(-6, 4), random)
        }
        let x = 30
        for (const one of office?.kind === 'seal' ? others : places(type)) {
          x += place(ctx, one, content, { x, y: 190, size: 3.6 }, random)
        }
        sample(ctx, 148.5, 207.5, 3)
      }),
    ]
  }
