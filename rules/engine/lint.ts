import type { Expression, Issue, Source } from './expression.ts'
import type { RuleFunctions } from './functions.ts'
import { TypeInference } from './infer.ts'
import type { Parsed } from './parse.ts'
import type { Vocabulary } from './vocabulary.ts'

const FULL_WIDTH = /[＝＞＜！（）［］，．＋－＊／＂“”‘’：；]/gu

/** Blanks out string literals and comments, keeping every offset. */
function withoutText(source: string): string {
  return source.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (text) => ' '.repeat(text.length))
}

/** What FEEL would silently misread in an expression: full-width operators, null, wrong types, a non-boolean clause. */
export function lintExpression(
  source: string,
  parsed: Parsed,
  vocabulary: Vocabulary,
  functions: RuleFunctions,
  wanted: 'boolean' | 'value',
): Issue[] {
  const issues = [...parsed.issues]
  const bare = withoutText(source)
  for (const match of bare.matchAll(FULL_WIDTH)) {
    issues.push({ offset: match.index, message: `全角字符 ${match[0]}`, fix: '改用半角（full-width operator）' })
  }
  for (const match of bare.matchAll(/\bnull\b/g)) {
    issues.push({ offset: match.index, message: '规则里不写 null', fix: '用 已填写(…)、已提供("…") 或 有记录("…")' })
  }
  const inference = new TypeInference(source, vocabulary, functions)
  const visitSource = (from: Source): void => {
    if (from.kind === 'values') inference.infer(from.leaf.syntax, from.leaf.scope)
    if (from.kind === 'elements') for (const leaf of from.leaves) inference.infer(leaf.syntax, leaf.scope)
    if (from.kind !== 'filtered') return
    visitSource(from.source)
    visit(from.condition)
  }
  const visit = (expression: Expression): void => {
    switch (expression.kind) {
      case 'leaf':
        if (wanted === 'boolean') inference.wantBoolean(expression.syntax, expression.scope)
        else inference.infer(expression.syntax, expression.scope)
        return
      case 'and':
      case 'or':
        for (const part of expression.parts) visit(part)
        return
      case 'not':
        visit(expression.part)
        return
      case 'if':
        for (const part of [expression.condition, expression.yes, expression.no]) visit(part)
        return
      case 'every':
      case 'some':
        for (const binding of expression.bindings) visitSource(binding.source)
        visit(expression.body)
        return
      case 'presence':
        return
    }
  }
  visit(parsed.expression)
  issues.push(...inference.issues)
  const seen = new Set<string>()
  return issues.filter(({ offset, message }) => {
    const key = `${offset} ${message}`
    return seen.has(key) ? false : seen.add(key)
  })
}
