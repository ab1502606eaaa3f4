import { isRealDate } from '../../facts/values/date.ts'
import { PERPETUAL } from './convert.ts'
import type { Syntax } from './expression.ts'
import { children } from './reads.ts'

const DURATION = /^-?P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/

/** What a date or duration literal of FEEL is: date("2026-03-31"), date(2026, 3, 31), @"2026-03-31", duration("P90D"). */
export function literalKind(node: Syntax, source: string): 'date' | 'duration' {
  return /^(@"-?P|duration|years)/.test(source.slice(node.from, node.to)) ? 'duration' : 'date'
}

/** Why a date or duration literal names no day or length of time (FEEL says null, and the point stays unknown); null if it may. */
export function impossibleLiteral(node: Syntax, source: string): string | null {
  const text = source.slice(node.from, node.to)
  if (/^(date and time|time)\b/.test(text)) return `${text}：规则只比日子，不比钟点`
  const parts = literals(node)
  const [first] = parts
  if (!first) return null
  const written = parts.map(({ from, to }) => source.slice(from, to))
  if (first.name === 'NumericLiteral') {
    const [year = '', month = '', day = ''] = written
    const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return parts.length !== 3 || isRealDate(iso) ? null : `日历上没有 ${text} 这一天`
  }
  const value = written[0]?.slice(1, -1) ?? ''
  if (literalKind(node, source) === 'duration') return DURATION.test(value) ? null : `${text} 不是一段时间`
  return isRealDate(value) || value === PERPETUAL ? null : `日历上没有 ${text} 这一天`
}

/** The texts and numbers written in it; none when it is worked out from something else. */
function literals(node: Syntax): Syntax[] {
  return children(node).flatMap((child) => {
    if (child.name === 'StringLiteral' || child.name === 'NumericLiteral') return [child]
    return child.name === 'PositionalParameters' || child.name === 'AtLiteral' ? literals(child) : []
  })
}
