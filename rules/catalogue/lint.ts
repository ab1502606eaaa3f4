import type { Issue } from '../engine/expression.ts'
import type { Parsed } from '../engine/parse.ts'
import { Vocabulary } from '../engine/vocabulary.ts'
import { WatchedVocabulary } from '../engine/watched-vocabulary.ts'
import type { CatalogueFault } from './catalogue-error.ts'
import type { FormField, Material, ReviewPoint } from './format.ts'
import type { ExpressionLint } from './lint-expressions.ts'
import { misfit, misfitPath } from './lint-fit.ts'
import type { Place, Placed, PlacedPoint, ScenarioParts } from './resolve.ts'

interface Linted {
  faults: CatalogueFault[]
  /** 依据待核 and the like: shown, not refused. */
  warnings: CatalogueFault[]
}

const FOREVER = '9999-12-31'
const FITS = '写给得出这一种值的路径或推导（type of the field）'
const SAME_KIND = '写同一种的事实（operand types differ）'

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
  private vocabulary: WatchedVocabulary
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
      this.sources(placed)
    }
    for (const placed of this.parts.materials) {
      this.check(placed, ['when'], placed.part.when)
      this.check(placed, ['exempt', 'when'], placed.part.exempt?.when)
      for (const [field, path] of Object.entries(placed.part.exempt?.record?.same ?? {})) {
        this.knownPath(placed, ['exempt', 'record', 'same', field], path)
        this.same(placed, field, path)
      }
      placed.part.match?.equals.forEach((path, i) => {
        this.knownPath(placed, ['match', 'equals', i], path)
        this.matched(placed, i, path)
      })
      const { missing } = placed.part
      if (missing !== undefined && !ids.has(missing)) {
        this.fault(placed, ['missing'], `没有要点 ${missing}`, '写清单里的缺件要点')
      }
    }
    for (const placed of this.parts.conditions) this.check(placed, ['check'], placed.part.check)
  }

  /** Each source of a field is known and gives what the field takes; told where that source is written. */
  private sources(placed: Placed<FormField>): void {
    const { part, sources } = placed
    part.prefill.forEach((source, index) => {
      const { file, path } = sources?.[index] ?? { file: placed.file, path: [...placed.path, 'prefill', index] }
      const at: Placed<FormField> = { part, file, path }
      const changed = this.changedAfter(placed, at)
      const misfits = (own: readonly PropertyKey[], told: string | null, offset = 0) => {
        if (told === null) return
        if (changed) this.fault(placed, [changed], told, FITS)
        else this.faults.push(file.fault([...path, ...own], told, FITS, offset))
      }
      if ('from' in source) {
        this.knownPath(at, ['from'], source.from)
        misfits(['from'], misfitPath(this.vocabulary, source.from, part))
      } else if ('derive' in source) {
        const { issues, gives } = this.expressions.of(source.derive, 'value', this.vocabulary)
        this.report(at, ['derive'], issues)
        for (const { said, offset, text } of gives) {
          const told = misfit(said, part)
          misfits(['derive'], told === null ? null : `${told}：${text}`, offset)
        }
      } else {
        for (const [option, when] of Object.entries(source.choose)) {
          this.check(at, ['choose', option], when)
          const known = part.values?.includes(option)
          misfits(['choose', option], known ? null : `${part.name}没有“${option}”这一项`)
        }
      }
    })
  }

  /** A field that gets other options than its source was written for no longer takes it: what was written last is told. */
  private changedAfter({ sources, file, path }: Placed<FormField>, source: Place): 'values' | 'type' | undefined {
    if (!sources || (source.file === file && source.path[0] === 'adjust')) return undefined
    return (['values', 'type'] as const).find((name) => file.written([...path, name]))
  }

  /** What a record is found by is of the kind that its source's field is. */
  private same(placed: Placed<Material>, field: string, path: string): void {
    const { source } = placed.part.exempt?.record ?? {}
    const type = source === undefined ? undefined : this.vocabulary.heads.get(source)?.fields.get(field)
    const told = type && misfitPath(this.vocabulary, path, { name: field, ...type }, true)
    if (told) this.fault(placed, ['exempt', 'record', 'same', field], told, SAME_KIND)
  }

  /** Whose paper it is, is told by facts of the kind that the paper's field is. */
  private matched({ part, ...placed }: Placed<Material>, index: number, path: string): void {
    const field = part.match?.field ?? ''
    const type = this.vocabulary.heads.get(part.slot)?.fields.get(field)
    const told = type && misfitPath(this.vocabulary, path, { name: field, ...type }, true)
    if (told) this.fault({ part, ...placed }, ['match', 'equals', index], told, SAME_KIND)
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
    for (const [name, { from, type, values, unit }] of this.parts.parameters) {
      if (from === undefined) continue
      const path = ['parameters', name, 'from']
      const file = [this.parts.file, this.parts.matterFile].find((one) => one.written(path)) ?? this.parts.file
      const known = this.vocabulary.resolve(['参数', name])?.kind === 'fact'
      const told = known
        ? type && misfitPath(this.vocabulary, from, { name: `参数 ${name} `, type, values, unit })
        : `参数 ${name} 指的 ${from} 不是已知路径`
      if (!told) continue
      const fix = known ? `声明的类型是 ${type}，写这一种的事实（parameter type）` : '核对路径（unknown fact path）'
      this.faults.push(file.fault(path, told, fix))
      if (type !== undefined) this.takenAsDeclared(name)
    }
  }

  /** A parameter given wrong is told once: the rules that read it are held against what its module declares. */
  private takenAsDeclared(name: string): void {
    const heads = [...this.vocabulary.heads.values()].map((head) => {
      const about = head.kind === 'parameter' ? head.fields.get(name) : undefined
      if (!about) return head
      const { alias: _, ...plain } = about
      return { ...head, fields: new Map(head.fields).set(name, plain) }
    })
    this.vocabulary = new WatchedVocabulary(new Vocabulary(heads))
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
    this.plain(placed, part.look)
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

  /** What a person is to look at is shown as it is written. */
  private plain(placed: Placed<ReviewPoint>, look: string | undefined): void {
    const [written] = (look ?? '').match(/\{[^{}]*\}/) ?? []
    if (written === undefined) return
    this.fault(
      placed,
      ['look'],
      `look 里的 ${written} 不会换成值`,
      '用文字写明看哪一项，值写在 message 里（not filled in）',
    )
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
