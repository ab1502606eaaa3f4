import { parseExpression } from 'feelin'
import type { Syntax } from '../../engine/expression.ts'
import { children } from '../../engine/reads.ts'

/** A check with one small mistake in it. */
export interface Mutant {
  /** What was done, in Chinese: 去掉“…”，“>=”改“>”. */
  what: string
  code: string
}

/** The same but for the limit itself, and the opposite. */
const FLIPS: Readonly<Record<string, readonly string[]>> = {
  '=': ['!='],
  '!=': ['='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
}

/** Every check that one slip of the pen makes of `code`: a clause dropped, an operator flipped, a limit shifted by one. */
export function mutantsOf(code: string): Mutant[] {
  const found: Mutant[] = []
  const text = ({ from, to }: Syntax) => code.slice(from, to)
  const put = (node: Syntax, by: string, what: string) => {
    found.push({ what, code: `${code.slice(0, node.from)}${by}${code.slice(node.to)}` })
  }
  const visit = (node: Syntax): void => {
    const parts = children(node).filter(({ name }) => !name.endsWith('Comment'))
    mutate(node, parts, text, put)
    for (const part of parts) visit(part)
  }
  visit(parseExpression(code, {}, undefined).topNode)
  return [...new Map(found.map((mutant) => [mutant.code, mutant])).values()]
}

function mutate(
  node: Syntax,
  parts: readonly Syntax[],
  text: (node: Syntax) => string,
  put: (node: Syntax, by: string, what: string) => void,
): void {
  const [first, second, third] = parts
  switch (node.name) {
    case 'Conjunction':
    case 'Disjunction': {
      const word = node.name === 'Conjunction' ? 'and' : 'or'
      const clauses = parts.filter(({ name }) => name !== word)
      for (const dropped of clauses) {
        const rest = clauses.filter((clause) => clause !== dropped).map(text)
        put(node, `(${rest.join(` ${word} `)})`, `去掉“${text(dropped)}”`)
      }
      const other = word === 'and' ? 'or' : 'and'
      put(node, `(${clauses.map(text).join(` ${other} `)})`, `“${word}”改“${other}”`)
      return
    }
    case 'CompareOp':
      for (const flipped of FLIPS[text(node)] ?? []) put(node, flipped, `“${text(node)}”改“${flipped}”`)
      return
    case 'NumericLiteral':
      for (const by of [-1, 1])
        put(node, String(Number(text(node)) + by), `${text(node)} 改 ${Number(text(node)) + by}`)
      return
    case 'FunctionInvocation':
      if (first && third && text(first) === 'not') put(node, `(${text(third)})`, `去掉 not(${text(third)}) 的否定`)
      return
    case 'QuantifiedExpression':
      if (first) put(first, text(first) === 'every' ? 'some' : 'every', '“every”与“some”互换')
      return
    case 'IfExpression': {
      const [, , , yes, , no] = parts
      if (yes) put(node, `(${text(yes)})`, `“if”只留 then：${text(yes)}`)
      if (no) put(node, `(${text(no)})`, `“if”只留 else：${text(no)}`)
      return
    }
    case 'Comparison':
      if (second && text(second) === 'in') put(node, `not(${text(node)})`, `“${text(node)}”取反`)
      return
    default:
  }
}
