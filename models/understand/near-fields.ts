import type { Box } from '../../facts/fact.ts'
import type { Line } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { type Extracted, extractFields } from './extract.ts'
import { around, median } from './frame.ts'
import { groupPages } from './group.ts'
import { documentTypes } from './known-types.ts'

/** So near (in heights of the page's print) to a label or a value print may belong to it. */
const NEAR = 1

const heightOf = ({ box }: Line) => Math.hypot(box[6] - box[0], box[7] - box[1])

/** A label without its value, or a field that every layout prints and nobody found: any print may be it. */
const isOpen = ({ read }: Extracted): boolean => read.value === null && read.state === 'unreadable'

/** Where the labels and values of a page stand; null where its type or one of its fields was not found. */
function placesOf(page: PageReading): Box[] | null {
  const places: Box[] = []
  for (const { type, pages } of groupPages([page], documentTypes()).groups) {
    if (!type) return null
    const { fields, sheets } = extractFields(type, pages)
    if (fields.some(isOpen)) return null
    places.push(
      ...sheets.flatMap(({ hits }) => hits.map(({ label }) => label.line.box)),
      ...fields.flatMap(({ read, pieces }) => [...(read.box ? [read.box] : []), ...pieces.map(({ line }) => line.box)]),
    )
  }
  return places
}

/**
 * Tells of a box of a page whether print in it may matter to a field, by what a first look at the lines shows: it lies about a
 * label or a value (a table's whole place), or not all that the page should print was found.
 */
export function nearFields(
  { page, width, height }: Pick<PageReading, 'page' | 'width' | 'height'>,
  lines: Line[],
): (box: Box) => boolean {
  const places = placesOf({ page, width, height, lines, marks: [], quality: { score: 1, issues: [], advice: [] } })
  if (places === null) return () => true
  const near = NEAR * median(lines.map(heightOf))
  const upright = (box: Box): Box => around([box, box]) ?? box
  const spans = places.map(upright)
  return (box) => {
    const [x0, y0, , , x1, y1] = upright(box)
    return spans.some((at) => x0 < at[4] + near && x1 > at[0] - near && y0 < at[5] + near && y1 > at[1] - near)
  }
}
