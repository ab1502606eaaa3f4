import { Check, Derivation } from '../engine/check.ts'
import { type DerivedType, derivedTypes } from '../engine/derived-types.ts'
import type { Issue } from '../engine/expression.ts'
import type { RuleFunctions } from '../engine/functions.ts'
import { lintExpression } from '../engine/lint.ts'
import type { Parsed } from '../engine/parse.ts'
import type { Asked, WatchedVocabulary } from '../engine/watched-vocabulary.ts'

interface LintedExpression {
  parsed: Parsed
  issues: readonly Issue[]
  /** What a derivation may give. */
  gives: readonly DerivedType[]
}

/**
 * Checks expressions, each text once for every meaning of its words: a module's point stands in many scenarios, and
 * mostly means the same in all of them.
 */
export class ExpressionLint {
  private readonly functions: RuleFunctions
  private readonly known = new Map<string, { asked: Asked; linted: LintedExpression }[]>()

  constructor(functions: RuleFunctions) {
    this.functions = functions
  }

  of(source: string, wanted: 'boolean' | 'value', vocabulary: WatchedVocabulary): LintedExpression {
    const key = `${wanted} ${source}`
    const before = this.known.get(key) ?? []
    const same = before.find(({ asked }) => vocabulary.agrees(asked))
    if (same) return same.linted
    const { value: linted, asked } = vocabulary.watch(() => this.lint(source, wanted, vocabulary))
    this.known.set(key, [...before, { asked, linted }])
    return linted
  }

  private lint(source: string, wanted: 'boolean' | 'value', vocabulary: WatchedVocabulary): LintedExpression {
    const { parsed } =
      wanted === 'boolean'
        ? new Check(source, vocabulary, this.functions)
        : new Derivation(source, vocabulary, this.functions)
    const issues = lintExpression(source, parsed, vocabulary, this.functions, wanted)
    return { parsed, issues, gives: wanted === 'value' ? derivedTypes(source, parsed, vocabulary, this.functions) : [] }
  }
}
