import type { Expression, Scope, Syntax } from './expression.ts'
import type { RuleFunctions } from './functions.ts'
import { TypeInference } from './infer.ts'
import type { Inferred } from './inferred.ts'
import type { Parsed } from './parse.ts'
import { children } from './reads.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One value that a derivation may give. */
export interface DerivedType {
  said: Inferred
  /** Where it is written, in characters of the derivation. */
  offset: number
  /** As it is written, on one line. */
  text: string
}

/** What a derivation may give: one for every end of its choices. An end that is written "" gives nothing. */
export function derivedTypes(
  source: string,
  parsed: Parsed,
  vocabulary: Vocabulary,
  functions: RuleFunctions,
): DerivedType[] {
  const inference = new TypeInference(source, vocabulary, functions)
  const ends = (node: Syntax, scope: Scope): DerivedType[] => {
    const parts = children(node).filter(({ name }) => !name.endsWith('Comment'))
    if (node.name === 'ParenthesizedExpression' && parts[1]) return ends(parts[1], scope)
    if (node.name === 'IfExpression' && parts[3] && parts[5])
      return [parts[3], parts[5]].flatMap((end) => ends(end, scope))
    const text = source.slice(node.from, node.to).replace(/\s+/g, ' ')
    return text === '""' ? [] : [{ said: inference.infer(node, scope), offset: node.from, text }]
  }
  const visit = (expression: Expression): DerivedType[] => {
    if (expression.kind === 'if') return [expression.yes, expression.no].flatMap(visit)
    return expression.kind === 'leaf' ? ends(expression.syntax, expression.scope) : []
  }
  return visit(parsed.expression)
}
