import type { Expression, Issue, Source } from './expression.ts'
import type { RuleFunctions } from './functions.ts'
import { TypeInference } from './infer.ts'
import { ANY, common, type Inferred } from './inferred.ts'
import type { Parsed } from './parse.ts'
import type { Vocabulary } from './vocabulary.ts'

const FULL_WIDTH = /[＝＞＜！（）［］，．＋－＊／＂“”‘’：；]/gu

/** list[count(list) = 1]: inside the filter the whole records are read, and one empty column leaves nothing. */
const COUNTS_ITSELF = /([\p{L}\p{N}_]+)\[[^\]]*count\(\1(?![\p{L}\p{N}_])/gu

/** Blanks out string literals and comments, keeping every offset. */
function withoutText(source: string): string {
  return source.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (text) => ' '.repeat(text.length))
}

/** A shared source whose records say whom they are about is asked person by person; other lists are asked of the holder. */
export function namesPeople(vocabulary: Vocabulary, list: string): boolean {
  const head = vocabulary.heads.get(list)
  return head?.kind === 'source' && [...head.fields].some(([name, { type }]) => type === 'cnid' || name === '证件号码')
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
  for (const match of bare.matchAll(COUNTS_ITSELF)) {
    const [, list = ''] = match
    issues.push({
      offset: match.index,
      message: `方括号里数 ${list} 自己，要每一栏都有才算得出`,
      fix: `写在外面：if count(${list}.字段) = 1 then ${list}[1].字段 else ""（count inside its own filter）`,
    })
  }
  const inference = new TypeInference(source, vocabulary, functions)
  const asked = new Set<string>()
  const searched = new Map<string, number>()
  /** What one item of the source is, where no scope says so. */
  const visitSource = (from: Source, expression: Expression): Inferred => {
    if (from.kind === 'list') searched.set(from.list, expression.offset)
    if (from.kind === 'values') return inference.infer(from.leaf.syntax, from.leaf.scope).items ?? ANY
    if (from.kind === 'elements') return common(from.leaves.map((leaf) => inference.infer(leaf.syntax, leaf.scope)))
    if (from.kind !== 'filtered') return ANY
    visitSource(from.source, expression)
    visit(from.condition)
    return ANY
  }
  const visit = (expression: Expression, kind: 'boolean' | 'value' = 'boolean'): void => {
    switch (expression.kind) {
      case 'leaf':
        if (kind === 'boolean') inference.wantBoolean(expression.syntax, expression.scope)
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
        visit(expression.condition)
        for (const part of [expression.yes, expression.no]) visit(part, kind)
        return
      case 'every':
      case 'some': {
        const undo = expression.bindings.map(({ variable, source: from }) =>
          inference.bind(variable, visitSource(from, expression)),
        )
        visit(expression.body)
        for (const one of undo.toReversed()) one()
        return
      }
      case 'presence':
        if (expression.question === '查过') asked.add(expression.about)
        if (expression.number) inference.infer(expression.number.syntax, expression.number.scope)
        return
    }
  }
  visit(parsed.expression, wanted)
  for (const leaf of parsed.leaves) {
    for (const read of leaf.reads) if (read.kind === 'list') searched.set(read.list, leaf.offset)
  }
  for (const [list, offset] of wanted === 'boolean' ? searched : []) {
    if (asked.has(list) || !namesPeople(vocabulary, list)) continue
    issues.push({
      offset,
      message: `${list} 只答问过的人：名单里没有，不等于没有这个人的记录`,
      fix: `对要比的每个号码加上 查过("${list}", 号码)（list searched for someone it may not have been asked about）`,
    })
  }
  issues.push(...inference.issues)
  const seen = new Set<string>()
  return issues.filter(({ offset, message }) => {
    const key = `${offset} ${message}`
    return seen.has(key) ? false : seen.add(key)
  })
}
