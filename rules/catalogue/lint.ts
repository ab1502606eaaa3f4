import type { Issue } from '../engine/expression.ts'
import type { Parsed } from '../engine/parse.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import { WatchedVocabulary } from '../engine/watched-vocabulary.ts'
import type { CatalogueFault } from './catalogue-error.ts'
import type { FormField, ReviewPoint } from './format.ts'
import type { ExpressionLint } from './lint-expressions.ts'
import type { Placed, PlacedPoint, ScenarioParts } from './resolve.ts'

interface Linted {
  faults: CatalogueFault[]
  /** 依据待核 and the like: shown, not refused. */
  warnings: CatalogueFault[]
}

const FOREVER = '9999-12-31'

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** Holds every expression, path and basis of a scenario against its vocabulary. */
export function lintScenario(parts: ScenarioParts, vocabulary: Vocabulary, expressions: ExpressionLint): Linted {
  const linter = new ScenarioLinter(parts, vocabulary, expressions)
  linter.run()
  return linter
}

class ScenarioLinter implements Linted {
  readonly faults: CatalogueFault[] = []
  readonly warnings: CatalogueFault[] = []
  private readonly parts: ScenarioParts
  private readonly vocabulary: WatchedVocabulary
  private readonly expressions: ExpressionLint

  constructor(parts: ScenarioParts, vocabulary: Vocabulary, expressions: ExpressionLint) {
    this.parts = parts
    this.vocabulary = new WatchedVocabulary(vocabulary)
    this.expressions = expressions
  }

  run(): void {
    this.parameters()
    const ids = new Set<string>()
    for (const placed of this.parts.points) {
      if (ids.has(placed.part.id)) this.fault(placed, ['id'], `要点编号 ${placed.part.id} 重复`, '换一个编号')
      ids.add(placed.part.id)
      this.point(placed)
    }
    for (const placed of this.parts.fields) {
      this.check(placed, ['when'], placed.part.when)
      placed.part.prefill.forEach((source, index) => {
        const path = ['prefill', index]
        if ('from' in source) this.knownPath(placed, [...path, 'from'], source.from)
        else if ('derive' in source) this.derivation(placed, [...path, 'derive'], source.derive)
        else this.choice(placed, [...path, 'choose'], source.choose)
      })
    }
    for (const placed of this.parts.materials) {
      this.check(placed, ['when'], placed.part.when)
      this.check(placed, ['exempt', 'when'], placed.part.exempt?.when)
      for (const [field, path] of Object.entries(placed.part.exempt?.record?.same ?? {})) {
        this.knownPath(placed, ['exempt', 'record', 'same', field], path)
      }
      placed.part.match?.equals.forEach((path, i) => {
        this.knownPath(placed, ['match', 'equals', i], path)
      })
      const { missing } = placed.part
      if (missing !== undefined && !ids.has(missing)) {
        this.fault(placed, ['missing'], `没有要点 ${missing}`, '写清单里的缺件要点')
      }
    }
    for (const placed of this.parts.conditions) this.check(placed, ['check'], placed.part.check)
  }

  /** Every option is one of the field's, and when it is chosen is true or false. */
  private choice(placed: Placed<FormField>, path: readonly PropertyKey[], options: Record<string, string>): void {
    for (const [option, when] of Object.entries(options)) {
      this.check(placed, [...path, option], when)
      if (placed.part.values?.includes(option)) continue
      this.fault(
        placed,
        [...path, option],
        `${placed.part.name}没有“${option}”这一项`,
        '照 values 写（no such option）',
      )
    }
  }

  /** A parameter that stands for a fact must name one; one without a value is shown. */
  private parameters(): void {
    for (const [name, { value, from }] of this.parts.parameters) {
      const readers = this.parts.points.filter(({ part }) => part.reads.includes(`参数.${name}`))
      if (value !== undefined || from !== undefined || readers.length === 0) continue
      const points = readers.map(({ part }) => part.id).join('、')
      this.warnings.push(
        this.parts.file.fault(
          ['modules'],
          `参数 ${name} 依据待核：${points} 会转人工`,
          `在事项里写 parameters.${name}`,
        ),
      )
    }
    for (const [name, { from }] of this.parts.parameters) {
      if (from === undefined || this.vocabulary.resolve(['参数', name])?.kind === 'fact') continue
      const path = ['parameters', name, 'from']
      const file = [this.parts.file, this.parts.matterFile].find((one) => one.written(path)) ?? this.parts.file
      this.faults.push(file.fault(path, `参数 ${name} 指的 ${from} 不是已知路径`, '核对路径（unknown fact path）'))
    }
  }

  private point(placed: PlacedPoint): void {
    const { part } = placed
    const decided = part.check !== undefined || part.versions !== undefined
    if (part.automation === 'manual' && decided) {
      this.fault(placed, ['automation'], '人工要点不写 check', '删去 check，或改 automation')
    }
    if (part.automation !== 'manual' && !decided) {
      this.fault(placed, ['automation'], '自动要点缺 check', '写 check 或 versions，判不了的改为 manual')
    }
    if (part.check !== undefined && part.versions !== undefined) {
      this.fault(placed, ['check'], 'check 与 versions 只写一个', '把 check 移进 versions')
    }
    if (placed.basis.length === 0) this.warn(placed, ['basis'], `${part.id} 依据待核`, '补上法律条文')
    if (part.material !== undefined && this.vocabulary.heads.get(part.material)?.kind !== 'slot') {
      this.fault(placed, ['material'], `没有材料位 ${part.material}`, '写清单上的材料位')
    }
    const read = new Set<string>()
    const asked = new Set<string>()
    const add = (to: Set<string>, parsed: Parsed | null) => {
      for (const path of parsed?.paths ?? []) to.add(path)
    }
    add(asked, this.check(placed, ['when'], part.when))
    add(read, this.check(placed, ['check'], part.check))
    part.versions?.forEach((version, index) => {
      add(asked, this.check(placed, ['versions', index, 'when'], version.when))
      add(read, this.check(placed, ['versions', index, 'check'], version.check))
      this.placeholders(placed, ['versions', index, 'message'], version.message)
      this.placeholders(placed, ['versions', index, 'fix'], version.fix)
    })
    this.dated(placed)
    this.placeholders(placed, ['message'], part.message)
    this.placeholders(placed, ['fix'], part.fix)
    this.reads(placed, read, asked)
  }

  /** `reads` and the check must name the same paths; `when` may name more. */
  private reads(placed: PlacedPoint, read: ReadonlySet<string>, asked: ReadonlySet<string>): void {
    const declared = new Set<string>()
    for (const [index, path] of placed.part.reads.entries()) {
      const base = this.basePath(path)
      if (base === null) {
        this.knownPath(placed, ['reads', index], path)
        continue
      }
      declared.add(base)
      const list = path.split('.')[0] ?? ''
      const used = read.has(base) || asked.has(base) || read.has(list)
      if (used || placed.part.automation === 'manual') continue
      this.fault(placed, ['reads', index], `check 没有读 ${path}`, '从 reads 删去，或在 check 里用上（unused read）')
    }
    for (const path of read) {
      const whole = this.vocabulary.heads.get(path)?.list && [...declared].some((d) => d.startsWith(`${path}.`))
      if (declared.has(path) || whole) continue
      this.fault(placed, ['reads'], `check 读了 ${path}，reads 里没有`, `在 reads 里加上 ${path}`)
    }
  }

  /** The fact behind a declared path: a table's column and a range's end belong to their fact. */
  private basePath(path: string): string | null {
    const found = this.vocabulary.resolve(path.split('.'))
    if (found?.kind === 'fact') return found.path
    if (found?.kind === 'list') return found.field === null ? found.list : `${found.list}.${found.field}`
    return null
  }

  /** Versions follow each other day by day; where the last one ends, nobody knows what holds from then on. */
  private dated(placed: Placed<ReviewPoint>): void {
    const versions = placed.part.versions ?? []
    const bounds = versions.map(({ from, to }, index) => ({ index, from: from ?? '0000-01-01', to: to ?? FOREVER }))
    const at = (index: number) => ['versions', index]
    bounds.forEach((a, i) => {
      if (a.from > a.to) this.fault(placed, at(i), '版本的起日晚于止日', '改正起止日期')
      const j = bounds.findIndex((b, k) => k > i && a.from <= b.to && b.from <= a.to)
      if (j >= 0) this.fault(placed, at(j), '两个版本的日期重叠', '让前一版的 to 早于后一版的 from')
    })
    const ordered = bounds.toSorted((a, b) => (a.from < b.from ? -1 : 1))
    ordered.forEach(({ index, from }, i) => {
      const before = ordered[i - 1]
      if (!before || from <= before.to || from === dayAfter(before.to)) return
      const gap = `${dayAfter(before.to)} 到 ${from} 前没有施行中的版本`
      this.fault(placed, at(index), gap, '让后一版接着前一版，或补上中间的一版（gap between versions）')
    })
    const last = ordered.at(-1)
    if (!last || last.to === FOREVER || last.from > last.to) return
    this.warn(placed, at(last.index), `${placed.part.id} 的版本只到 ${last.to}，以后转人工`, '补上以后施行的版本')
  }

  private placeholders(placed: Placed<ReviewPoint>, path: readonly PropertyKey[], text: string | undefined): void {
    for (const [, name = ''] of (text ?? '').matchAll(/\{([^{}]+)\}/g)) {
      if (name === '失败项' || this.basePath(name) !== null) continue
      this.fault(placed, path, `提示语里的 {${name}} 不是已知路径`, '核对路径')
    }
  }

  private knownPath(placed: Placed<unknown>, path: readonly PropertyKey[], fact: string): void {
    if (this.basePath(fact) !== null) return
    this.fault(placed, path, `未知路径 ${fact}`, '核对材料位、字段、数据源或表单键的名字（unknown fact path）')
  }

  private check(placed: Placed<unknown>, path: readonly PropertyKey[], source: string | undefined): Parsed | null {
    if (source === undefined) return null
    const { parsed, issues } = this.expressions.of(source, 'boolean', this.vocabulary)
    this.report(placed, path, issues)
    return parsed
  }

  private derivation(placed: Placed<unknown>, path: readonly PropertyKey[], source: string): void {
    this.report(placed, path, this.expressions.of(source, 'value', this.vocabulary).issues)
  }

  private report(placed: Placed<unknown>, path: readonly PropertyKey[], issues: readonly Issue[]): void {
    for (const { message, fix, offset } of issues) {
      this.faults.push(placed.file.fault([...placed.path, ...path], message, fix, offset))
    }
  }

  private fault(placed: Placed<unknown>, path: readonly PropertyKey[], message: string, fix: string): void {
    this.faults.push(placed.file.fault([...placed.path, ...path], message, fix))
  }

  private warn(placed: Placed<unknown>, path: readonly PropertyKey[], message: string, fix: string): void {
    this.warnings.push(placed.file.fault([...placed.path, ...path], message, fix))
  }
}
