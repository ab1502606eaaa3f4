import type { TruePage } from '../../datasets/case-format.ts'
import type { Box } from '../../facts/fact.ts'

/** Left, top, right, bottom in shares of the page's width and height. */
export type Place = readonly [number, number, number, number]

/** The corners of a box in pixels as an upright place on a page of that size. */
export function placeOf(box: Box, { width, height }: { width: number; height: number }): Place {
  const xs = [box[0], box[2], box[4], box[6]].map((x) => x / width)
  const ys = [box[1], box[3], box[5], box[7]].map((y) => y / height)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Where a field's value is labelled to stand on a page; none when the labels do not say. */
export const labelledPlaces = (page: Pick<TruePage, 'boxes'> | undefined, field: string): readonly Place[] =>
  page?.boxes?.[field] ?? []

/** Whether a box points at one of the places: half of the smaller of the two lies in the other. */
export function pointsAt(said: Place, places: readonly Place[]): boolean {
  return places.some((place) => {
    const wide = Math.min(said[2], place[2]) - Math.max(said[0], place[0])
    const high = Math.min(said[3], place[3]) - Math.max(said[1], place[1])
    return wide > 0 && high > 0 && wide * high >= Math.min(area(said), area(place)) / 2
  })
}

const area = ([left, top, right, bottom]: Place): number => (right - left) * (bottom - top)
