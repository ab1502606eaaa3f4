import type { DocumentType } from '../../../../facts/document-type.ts'
import { type Layout, mark } from '../content.ts'
import { guilloche } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample } from '../primitives/text.ts'
import { drawTables } from './draw-tables.ts'
import { entries, house, tables, titleOf } from './entries.ts'
import { pictures, place, places } from './marks.ts'

/** Any type as a booklet page or large card, 148 × 210 mm (A5): labels above or before their values, photo beside them. */
export const booklet =
  (type: DocumentType): Layout =>
  (content, random) => {
    const style = { ...house(random.fork('house')), spread: true }
    const above = random.chance(0.3)
    const face = random.pick(['Song', 'Hei'] as const)
    const all = entries(type, content, style)
    const size = all.length > 12 ? 3.1 : 3.5
    const ink = random.pick(['#23583c', '#6a2b2b', '#2b3f6a', '#3a3a3a'])
    const title = titleOf(type, content, random)
    return [
      sheet({ width: 148, height: 210, density: 10, paper: random.pick(['#f4f8f3', '#faf5ee', '#f3f6fa']) }, (ctx) => {
        guilloche(ctx, { x: 4, y: 4, width: 140, height: 202 }, ['#e1ebe0', '#ece6d8'], {
          lines: 44,
          swing: 2.4,
          weight: 0.1,
        })
        line(ctx, title, 74, 20, {
          face: 'HeiBold',
          size: [...title].length > 14 ? 4.6 : 6,
          align: 'center',
          colour: ink,
        })
        const photo = { x: 112, y: 28, width: 26, height: 34 }
        pictures(ctx, type, content, { photo, qr: { x: 118, y: 180, side: 20 } }, random)
        const withPhoto = type.marks.some(({ kind, name }) => kind === 'photo' && mark(content, name))
        let y = 34
        for (const { label, text } of all) {
          const right = withPhoto && y < 66 ? 106 : 138
          if (above) {
            line(ctx, label, 10, y, { face: 'Hei', size: size * 0.86, colour: ink })
            y = paragraph(ctx, text, 14, y + size * 1.5, right - 14, { face, size, leading: 1.35 }) + size * 0.25
          } else {
            const gap = line(ctx, label, 10, y, { face: 'Hei', size, colour: ink }) + 2.4
            y = paragraph(ctx, text, 10 + gap, y, right - 10 - gap, { face, size, leading: 1.4 }) + size * 0.35
          }
        }
        y = drawTables(ctx, tables(type, content, style), { x: 8, y, width: 132, size: 2.7 })
        const [office, ...others] = places(type)
        if (office) {
          const ring = mark(content, office.name)
          if (office.kind === 'seal' && ring)
            roundSeal(ctx, { ring, diameter: 34 }, 100 + random.between(-8, 8), Math.min(y + 8, 186), random)
          else place(ctx, office, content, { x: 16, y: Math.min(y + 6, 190), size: 3.2 }, random)
        }
        others.forEach((one, i) => {
          place(ctx, one, content, { x: 16, y: Math.min(y + 14 + i * 9, 200), size: 3.2 }, random)
        })
        sample(ctx, 74, 207.5, 2.2)
      }),
    ]
  }
