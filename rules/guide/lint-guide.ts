import { isRealDate } from '../../facts/values/date.ts'
import type { ValueType } from '../../facts/values/value.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CatalogueFault } from '../catalogue/catalogue-error.ts'
import type { Located } from '../catalogue/located-yaml.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import { Check } from '../engine/check.ts'
import { feelType, TYPE_NAMES } from '../engine/inferred.ts'
import { lintExpression } from '../engine/lint.ts'
import type { GuideFile } from './format.ts'
import { MOST_QUESTIONS } from './guide.ts'

const TYPE_FIX = '真假写 true、false，数字和列表不加引号，日期写成 2026-03-31（type of the field）'

type Path = readonly PropertyKey[]

interface Setting {
  key: string
  value: unknown
  path: Path
}

/** Holds a guide against its matter: known ends, every scenario reached, no circle, at most four questions on a path. */
export function lintGuide(
  file: Located<GuideFile>,
  scenarios: readonly Scenario[],
  catalogue: Catalogue,
): CatalogueFault[] {
  return new GuideLinter(file, scenarios, catalogue).run()
}

class GuideLinter {
  private readonly file: Located<GuideFile>
  private readonly scenarios: readonly Scenario[]
  private readonly catalogue: Catalogue
  private readonly faults: CatalogueFault[] = []
  private readonly reached = new Set<string>()
  private readonly asked = new Set<string>()

  constructor(file: Located<GuideFile>, scenarios: readonly Scenario[], catalogue: Catalogue) {
    this.file = file
    this.scenarios = scenarios
    this.catalogue = catalogue
  }

  run(): CatalogueFault[] {
    const { questions } = this.file.value
    questions.forEach((question, index) => {
      if (questions.findIndex(({ id }) => id === question.id) !== index) {
        this.fault(['questions', index, 'id'], `问题编号 ${question.id} 重复`, '换一个编号')
      }
      question.answers.forEach(({ next, scenario, stop, when }, i) => {
        const here = ['questions', index, 'answers', i]
        const ends = [next, scenario, stop].filter((end) => end !== undefined)
        if (ends.length !== 1) this.fault(here, '每个回答写 next、scenario、stop 中的一个', '补上或删去')
        this.when([...here, 'when'], when)
      })
    })
    const [start] = questions
    if (start) this.follow(start.id, [], ['questions', 0], [])
    questions.forEach(({ id }, index) => {
      if (!this.asked.has(id)) this.fault(['questions', index], `问题 ${id} 从不会问到`, '接上或删去')
    })
    for (const { id, name } of this.scenarios) {
      if (!this.reached.has(id)) this.fault(['questions'], `走不到情形 ${id} ${name}`, '给它一个回答')
    }
    return this.faults
  }

  /** All paths from a question on, with what was settled before it. */
  private follow(id: string, before: readonly string[], path: Path, settled: readonly Setting[]): void {
    const { questions } = this.file.value
    const index = questions.findIndex((question) => question.id === id)
    const question = questions[index]
    if (!question) this.fault(path, `没有问题 ${id}`, '核对 questions 里的 id')
    else if (before.includes(id)) this.fault(path, `问题 ${id} 绕了回来`, '让每条路往前走')
    else if (before.length >= MOST_QUESTIONS) this.fault(path, `这条路超过 ${MOST_QUESTIONS} 问`, '合并问题')
    else {
      this.asked.add(id)
      question.answers.forEach(({ next, scenario, set }, i) => {
        const here = ['questions', index, 'answers', i]
        const own = Object.entries(set).map(([key, value]) => ({ key, value, path: [...here, 'set', key] }))
        const known = [...settled, ...own]
        if (next !== undefined) this.follow(next, [...before, id], [...here, 'next'], known)
        if (scenario !== undefined) this.end(scenario, [...here, 'scenario'], known)
      })
    }
  }

  private end(id: string, path: Path, settled: readonly Setting[]): void {
    this.reached.add(id)
    const scenario = this.catalogue.scenarios.get(id)
    if (!scenario) this.fault(path, `没有情形 ${id}`, '核对情形编号')
    else for (const setting of settled) this.setting(scenario, setting)
  }

  private setting(scenario: Scenario, { key, value, path }: Setting): void {
    const field = scenario.parts.fields.find(({ part }) => part.key === key)?.part
    if (!field) {
      this.fault(path, `情形 ${scenario.id} 没有表项 ${key}`, '只写所到情形都有的表项')
      return
    }
    if (!fitsField(value, field.type)) {
      this.fault(path, `${field.name}是${TYPE_NAMES[feelType(field.type)]}，写的是“${String(value)}”`, TYPE_FIX)
      return
    }
    const wrong = [value].flat().filter((one) => field.values && !field.values.includes(String(one)))
    if (wrong.length > 0) {
      this.fault(path, `${field.name}没有选项“${wrong.join('、')}”`, `可选：${field.values?.join('、')}`)
    }
  }

  private when(path: Path, source: string | undefined): void {
    const [first] = this.scenarios
    if (source === undefined || !first) return
    const { parsed } = new Check(source, first.vocabulary, first.functions)
    for (const issue of lintExpression(source, parsed, first.vocabulary, first.functions, 'boolean')) {
      this.faults.push(this.file.fault(path, issue.message, issue.fix, issue.offset))
    }
    for (const read of [...parsed.paths, ...parsed.sources]) {
      const kind = first.vocabulary.heads.get(read.split('.')[0] ?? '')?.kind
      if (kind === 'source' || kind === 'builtin') continue
      this.fault(path, `引导只看身份和共享数据，不看 ${read}`, '改用数据源或 申请人')
    }
  }

  private fault(path: Path, message: string, fix: string): void {
    this.faults.push(this.file.fault(path, message, fix))
  }
}

/** Is what an answer settles of the field's type, as the form holds it? */
function fitsField(value: unknown, type: ValueType): boolean {
  switch (feelType(type)) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return type === 'integer' ? Number.isInteger(value) : typeof value === 'number'
    case 'list':
      return type === 'list' && Array.isArray(value)
    case 'date':
      return typeof value === 'string' && isRealDate(value)
    default:
      return typeof value === 'string'
  }
}
