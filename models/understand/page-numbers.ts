import type { Line } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { fold, median } from './frame.ts'

/** The number a page carries, with how many there are when printed; `bare` when nothing but figures stand at its edge. */
interface PageNumber {
  number: number
  of: number | null
  bare: boolean
}

/** 第2页共5页, 共5页第2页, 2/5, Page 2 of 5, -2-: printed alone on a line. */
const NUMBERS = [
  /^第(\d{1,3})[页张][,，/]?(?:[(（]?共(\d{1,3})[页张][)）]?)?$/u,
  /^共(?<of>\d{1,3})[页张][,，/]?第(?<number>\d{1,3})[页张]$/u,
  /^(?:页码|页次)?:?(\d{1,3})\/(\d{1,3})页?$/u,
  /^(?:Page|P\.?)?(\d{1,3})of(\d{1,3})$/iu,
  /^Page(\d{1,3})$/iu,
  /^[-—–~·•](\d{1,3})[-—–~·•]$/u,
]

function numberIn(text: string): PageNumber | null {
  for (const pattern of NUMBERS) {
    const match = pattern.exec(text)
    if (!match) continue
    const [, a, b] = match
    const { number = a, of = match.groups ? undefined : b } = match.groups ?? {}
    return { number: Number(number), of: of === undefined ? null : Number(of), bare: false }
  }
  return null
}

const height = ({ box }: Line) => Math.hypot(box[6] - box[0], box[7] - box[1])

/** Figures at the foot of a page, at least a line's height below everything else. */
function bareNumber(down: readonly Line[]): PageNumber | null {
  const [above, last] = down.slice(-2)
  if (!above || !last || !/^\d{1,2}$/u.test(fold(last.text))) return null
  return last.box[1] - above.box[7] > median(down.map(height))
    ? { number: Number(fold(last.text)), of: null, bare: true }
    : null
}

/** The number a page carries in its first or last lines. */
export function numberOn(page: PageReading): PageNumber | null {
  const down = page.lines.toSorted((a, b) => a.box[1] - b.box[1])
  for (const line of [...down.slice(-2).reverse(), ...down.slice(0, 2)]) {
    const seen = numberIn(fold(line.text))
    if (seen && seen.number > 0) return seen
  }
  return bareNumber(down)
}

/**
 * Pages in the order their printed numbers say, where pages that follow each other are numbered as pages of one paper:
 * each number once, from 1, with the same total. Others stay where they are.
 */
export function inPrintedOrder(pages: readonly PageReading[]): PageReading[] {
  const ordered: PageReading[] = []
  let run: ({ page: PageReading } & PageNumber)[] = []
  const close = () => {
    const numbers = run.map(({ number }) => number).sort((a, b) => a - b)
    const whole = numbers.every((number, index) => number === index + 1)
    ordered.push(...(whole ? run.toSorted((a, b) => a.number - b.number) : run).map(({ page }) => page))
    run = []
  }
  for (const page of pages) {
    const seen = numberOn(page)
    const fits =
      seen && run.every((other) => other.of === seen.of && other.bare === seen.bare && other.number !== seen.number)
    if (!fits) close()
    if (seen) run.push({ page, ...seen })
    else ordered.push(page)
  }
  close()
  return ordered
}
