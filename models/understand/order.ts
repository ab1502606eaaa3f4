import { parseChineseNumber } from '../../facts/values/chinese-number.ts'
import type { PageReading } from '../page.ts'
import type { PageClass } from './classify.ts'
import { fold } from './frame.ts'

/** 第2页共5页, 2/5, -2-: printed alone on a line. */
const NUMBER = /^(?:第(\d{1,3})页[,，/]?(?:[(（]?共(\d{1,3})页[)）]?)?|(\d{1,3})\/(\d{1,3})|[-—](\d{1,3})[-—])$/u

/** The number a page carries in its first or last lines, with how many there are when printed. */
function numberOn(page: PageReading): { number: number; of: number | null } | null {
  const down = page.lines.toSorted((a, b) => a.box[1] - b.box[1])
  for (const line of [...down.slice(-2).reverse(), ...down.slice(0, 2)]) {
    const [, a, m, b, n, c] = NUMBER.exec(fold(line.text)) ?? []
    const number = Number(a ?? b ?? c)
    const of = m ?? n
    if (number > 0) return { number, of: of === undefined ? null : Number(of) }
  }
  return null
}

/**
 * Pages in the order their printed numbers say, where pages that follow each other are numbered as pages of one paper:
 * each number once, from 1, with the same total. Others stay where they are.
 */
export function inPrintedOrder(pages: readonly PageReading[]): PageReading[] {
  const ordered: PageReading[] = []
  let run: { page: PageReading; number: number; of: number | null }[] = []
  const close = () => {
    const numbers = run.map(({ number }) => number).sort((a, b) => a - b)
    const whole = numbers.every((number, index) => number === index + 1)
    ordered.push(...(whole ? run.toSorted((a, b) => a.number - b.number) : run).map(({ page }) => page))
    run = []
  }
  for (const page of pages) {
    const seen = numberOn(page)
    const fits = seen && run.every((other) => other.of === seen.of && other.number !== seen.number)
    if (!fits) close()
    if (seen) run.push({ page, ...seen })
    else ordered.push(page)
  }
  close()
  return ordered
}

/** 第十二条 …, 三、…: a clause that begins a line. */
const CLAUSE = /^(?:第([一二三四五六七八九十]{1,3})条|([一二三四五六七八九十]{1,3})、)/u

/** First and last number of a page's clauses, from above; null without any. */
function clausesOn({ lines }: PageReading): { first: number; last: number } | null {
  const numbers = lines
    .toSorted((a, b) => a.box[1] - b.box[1])
    .flatMap(({ text }) => {
      const [, article, point] = CLAUSE.exec(fold(text)) ?? []
      const number = parseChineseNumber(article ?? point ?? '')
      return number === null ? [] : [number]
    })
  const [first] = numbers
  return first === undefined ? null : { first, last: Math.max(...numbers) }
}

/** A page before the titled one whose clauses it goes on with, exactly, is put behind it: sheets of a contract lay the wrong way round. */
export function inClauseOrder<T extends { page: PageReading; seen: PageClass }>(pages: readonly T[]): T[] {
  const ordered = [...pages]
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const [page, next] = [ordered[at], ordered[at + 1]]
    if (!page || !next || page.seen.titled || !next.seen.titled || !next.seen.type?.multipage) continue
    if (page.seen.type !== null && page.seen.type !== next.seen.type) continue
    const [later, earlier] = [clausesOn(page.page), clausesOn(next.page)]
    if (later && earlier && earlier.first === 1 && later.first === earlier.last + 1) ordered.splice(at, 2, next, page)
  }
  return ordered
}
