import type { DocumentType } from '../../../../facts/document-type.ts'
import { filled, type Layout } from '../content.ts'
import { A4, sheet } from '../primitives/sheet.ts'
import { line, paragraph, runs, sample } from '../primitives/text.ts'
import { drawTables } from './draw-tables.ts'
import { entries, house, tables, titleOf } from './entries.ts'
import { pictures, place, places } from './marks.ts'

/** Any type as an office letter on A4: one label and value a line, values underlined or not, places to sign at the end. */
export const letter =
  (type: DocumentType): Layout =>
  (content, random) => {
    const style = { ...house(random.fork('house')), colon: '：' as const }
    const size = random.pick([3.7, 4, 4.2])
    const face = random.pick(['Song', 'Hei', 'Wei'] as const)
    const lined = random.chance(0.5)
    const underlined = lined || content.written !== undefined
    const numbered = random.chance(0.3)
    const title = titleOf(type, content, random)
    return [
      sheet({ ...A4, paper: random.pick(['#fdfdfb', '#fbfaf6', '#f7f6f1']) }, (ctx) => {
        line(ctx, title, 105, 36, {
          face: 'SongBold',
          size: [...title].length > 16 ? 5.6 : 7.4,
          align: 'center',
          spacing: 1.2,
        })
        pictures(
          ctx,
          type,
          content,
          { photo: { x: 166, y: 44, width: 24, height: 32 }, qr: { x: 24, y: 14, side: 18 } },
          random,
        )
        let y = 56
        for (const [i, { label, text }] of entries(type, content, style).entries()) {
          const words = numbered ? `${i + 1}．${label}` : label
          const width = y < 82 && type.marks.some(({ kind }) => kind === 'photo') ? 132 : 162
          y = underlined
            ? runs(ctx, [{ text: words }, { text, fill: true }], 24, y, width, {
                size,
                face,
                leading: 1.75,
                fill: filled(content, { face, size }),
              })
            : paragraph(ctx, `${words}${text}`, 24, y, width, { size, face, leading: 1.75 })
          y += size * 0.15
        }
        y = drawTables(ctx, tables(type, content, style), { x: 24, y: y + 2, width: 162, size: 3.3 })
        y = Math.min(y + 14, 250)
        for (const one of places(type)) {
          place(ctx, one, content, { x: random.between(96, 112), y: Math.min(y, 282), size: 4 }, random)
          y += 22
        }
        sample(ctx, 105, 293)
      }),
    ]
  }
