import type { Step } from './evaluate.ts'
import { judge } from './evaluate.ts'
import { decidingReads } from './explain.ts'
import type { Expression } from './expression.ts'
import type { RuleFunctions } from './functions.ts'
import { FEEL_BUILTINS } from './functions.ts'
import type { Knowledge, Read } from './knowledge.ts'
import { LeafEvaluator } from './leaf.ts'
import type { Parsed } from './parse.ts'
import { parseCheck, parseValue } from './parse.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Names that an expression may call. */
export function callable(functions: RuleFunctions): ReadonlySet<string> {
  return new Set([...Object.keys(FEEL_BUILTINS), ...Object.keys(functions)])
}

/** A boolean FEEL expression ready to be judged; its leaves compile on first use. */
export class Check {
  readonly source: string
  readonly parsed: Parsed
  private readonly leaves: LeafEvaluator

  constructor(source: string, vocabulary: Vocabulary, functions: RuleFunctions, declared: readonly string[] = []) {
    this.source = source
    this.parsed = parseCheck(source, vocabulary, callable(functions))
    this.leaves = new LeafEvaluator(vocabulary, functions, declared)
  }

  /** Three-valued result with its explanation. Pure. */
  judge(knowledge: Knowledge): Step {
    return judge(this.parsed.expression, this.leaves, knowledge)
  }
}

/** A FEEL expression that derives a value from facts. */
export class Derivation {
  readonly parsed: Parsed
  private readonly leaves: LeafEvaluator

  constructor(source: string, vocabulary: Vocabulary, functions: RuleFunctions, declared: readonly string[] = []) {
    this.parsed = parseValue(source, vocabulary, callable(functions))
    this.leaves = new LeafEvaluator(vocabulary, functions, declared)
  }

  /** The FEEL value, null when something it reads is not usable, with all that was read. */
  value(knowledge: Knowledge): { value: unknown; reads: Read[] } {
    return this.chosen(this.parsed.expression, knowledge)
  }

  private chosen(expression: Expression, knowledge: Knowledge): { value: unknown; reads: Read[] } {
    if (expression.kind === 'if') {
      const condition = judge(expression.condition, this.leaves, knowledge)
      const reads = decidingReads(condition)
      if (condition.result === null) return { value: null, reads }
      const { value, reads: more } = this.chosen(condition.result ? expression.yes : expression.no, knowledge)
      return { value, reads: [...reads, ...more] }
    }
    if (expression.kind !== 'leaf') return { value: null, reads: [] }
    const { value, known, reads } = this.leaves.run(expression, null, knowledge)
    return { value: known ? value : null, reads }
  }
}
