import type { DocumentType } from '../../../../facts/document-type.ts'
import { filled, type Layout } from '../content.ts'
import { A4, sheet } from '../primitives/sheet.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, sample, widthOf } from '../primitives/text.ts'
import { drawTables } from './draw-tables.ts'
import { type Entry, entries, house, tables, titleOf } from './entries.ts'
import { pictures, place, places } from './marks.ts'

/** Any type as a ruled form on A4: label cell, value cell, two pairs to a row where they are short. */
export const grid =
  (type: DocumentType): Layout =>
  (content, random) => {
    const style = { ...house(random.fork('house')), colon: '' as const }
    const size = random.pick([3.3, 3.5, 3.7])
    const face = random.pick(['Song', 'Hei'] as const)
    const title = titleOf(type, content, random)
    const label = random.pick([26, 30, 34])
    const all = entries(type, content, style)
    const value = filled(content, { face, size })
    return [
      sheet({ ...A4, paper: '#fdfdfb' }, (ctx) => {
        line(ctx, title, 105, 30, {
          face: 'SongBold',
          size: [...title].length > 16 ? 5.6 : 7,
          align: 'center',
          spacing: 1,
        })
        pictures(
          ctx,
          type,
          content,
          { photo: { x: 168, y: 10, width: 22, height: 30 }, qr: { x: 22, y: 12, side: 20 } },
          random,
        )
        const narrow = (180 - 2 * label) / 2
        const fits = ({ label: name, text, long }: Entry) =>
          !long && widthOf(ctx, text, value) < narrow - 4 && widthOf(ctx, name, { face: 'Hei', size }) < label - 3
        const rows: Cell[][] = []
        let open: Cell[] | null = null
        for (const entry of all) {
          const pair: Cell[] = [
            { text: entry.label, face: 'Hei' },
            { ...value, text: entry.text },
          ]
          if (fits(entry)) {
            if (open) {
              rows.push([...open, ...pair])
              open = null
            } else open = pair
            continue
          }
          if (open) rows.push([...open, { text: '' }, { text: '' }])
          open = null
          const wide: Cell = {
            ...value,
            text: entry.text,
            span: 3,
            align: [...entry.text].length > 30 ? 'left' : 'center',
          }
          rows.push([{ text: entry.label, face: 'Hei' }, wide])
        }
        if (open) rows.push([...open, { text: '' }, { text: '' }])
        const columns = [label, narrow, label, narrow]
        let y = table(ctx, rows, { x: 15, y: 42, columns, rowHeight: random.between(8.5, 11), style: { size } })
        y = drawTables(ctx, tables(type, content, style), { x: 15, y: y + 3, width: 180, size: 3.2 })
        let x = 24
        y = Math.min(y + 18, 262)
        for (const one of places(type)) {
          if (x > 130) {
            x = 24
            y += 26
          }
          x += place(ctx, one, content, { x, y: Math.min(y, 284), size: 3.7 }, random) + 14
        }
        sample(ctx, 105, 293)
      }),
    ]
  }
