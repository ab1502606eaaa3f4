import type { DocumentType } from '../../facts/document-type.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import { Check, Derivation } from '../engine/check.ts'
import type { RuleFunctions } from '../engine/functions.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import type { Basis, Condition, FormField, Material, ReviewPoint } from './format.ts'
import type { ScenarioParts } from './resolve.ts'

export interface FieldRule {
  field: FormField
  when: Check | null
  /**
   * `from` names a whole fact. Part of one (`path`: a column, the end of a range) is evaluated like an expression.
   * `fallback`: gives way to whatever else says anything.
   */
  sources: ({ from: string } | { derive: Derivation; note: string; path: string | null; fallback: boolean })[]
}

export interface MaterialRule {
  material: Material
  /** Names of the document types that may fill the slot. */
  documentTypes: string[]
  when: Check | null
  exemptWhen: Check | null
}

export interface PointVersion {
  version: string
  from: string | null
  to: string | null
  when: Check | null
  check: Check | null
  message: string
  fix: string
  basis: Basis[]
}

export interface PointRule {
  point: ReviewPoint
  versions: PointVersion[]
}

export interface ConditionRule {
  condition: Condition
  check: Check | null
  basis: Basis[]
}

interface ScenarioRules {
  fields: FieldRule[]
  materials: MaterialRule[]
  points: PointRule[]
  conditions: ConditionRule[]
}

/** One scenario ready to be judged. Expressions are parsed here; FEEL compiles each leaf on first use. */
export class Scenario {
  readonly id: string
  readonly parts: ScenarioParts
  readonly documentTypes: ReadonlyMap<string, DocumentType>
  readonly sources: readonly SharedSource[]
  readonly functions: RuleFunctions
  private readonly speak: () => Vocabulary
  private spoken: Vocabulary | null = null
  private rules: ScenarioRules | null = null

  constructor(
    parts: ScenarioParts,
    speak: () => Vocabulary,
    documentTypes: ReadonlyMap<string, DocumentType>,
    sources: readonly SharedSource[],
    functions: RuleFunctions,
  ) {
    this.id = parts.file.value.id
    this.parts = parts
    this.speak = speak
    this.documentTypes = documentTypes
    this.sources = sources
    this.functions = functions
  }

  /** Every path its rules may read, put together on first use. */
  get vocabulary(): Vocabulary {
    this.spoken ??= this.speak()
    return this.spoken
  }

  get name(): string {
    return this.parts.file.value.name
  }

  get fields(): readonly FieldRule[] {
    return this.compiled().fields
  }

  get materials(): readonly MaterialRule[] {
    return this.compiled().materials
  }

  get points(): readonly PointRule[] {
    return this.compiled().points
  }

  get conditions(): readonly ConditionRule[] {
    return this.compiled().conditions
  }

  /** The point that says a material is missing: named by the slot, else the first that asks 材料位.已提供. */
  missingPoint(material: Material | null): string | null {
    return material?.missing ?? this.pointReading('材料位.已提供')
  }

  /** The point that says a form field is not filled. */
  blankPoint(): string | null {
    return this.pointReading('表项.已填写')
  }

  private pointReading(path: string): string | null {
    const found = this.points.find(({ versions }) => versions.some(({ check }) => check?.parsed.paths.has(path)))
    return found?.point.id ?? null
  }

  private compiled() {
    this.rules ??= {
      fields: this.parts.fields.map(({ part }) => this.field(part)),
      materials: this.parts.materials.map(({ part }) => this.material(part)),
      points: this.parts.points.map(({ part, basis }) => this.point(part, basis)),
      conditions: this.parts.conditions.map(({ part, basis }) => ({
        condition: part,
        check: this.check(part.check),
        basis,
      })),
    }
    return this.rules
  }

  private check(source: string | undefined, reads: readonly string[] = []): Check | null {
    return source === undefined ? null : new Check(source, this.vocabulary, this.functions, reads)
  }

  private field(field: FormField): FieldRule {
    const sources = field.prefill.flatMap((source): FieldRule['sources'] => {
      if ('choose' in source) {
        return Object.entries(source.choose).map(([option, when]) => ({
          derive: this.derivation(`[${JSON.stringify(option)}][(${when}) = true][1]`),
          ...{ note: source.note, path: null, fallback: false },
        }))
      }
      if ('derive' in source) {
        const { note, fallback = false } = source
        return [{ derive: this.derivation(source.derive), note, path: null, fallback }]
      }
      const { from } = source
      if (this.isFact(from)) return [{ from: this.vocabulary.meant(from) }]
      return [{ derive: this.derivation(from), note: `取自${from}`, path: from, fallback: false }]
    })
    return { field, when: this.check(field.when), sources }
  }

  private isFact(path: string): boolean {
    const found = this.vocabulary.resolve(path.split('.'))
    return found?.kind === 'fact' && found.rest.length === 0
  }

  private derivation(source: string): Derivation {
    return new Derivation(source, this.vocabulary, this.functions)
  }

  private material(material: Material): MaterialRule {
    const documentTypes = material.documents.map((id) => this.documentTypes.get(id)?.name ?? id)
    return { material, documentTypes, when: this.check(material.when), exemptWhen: this.check(material.exempt?.when) }
  }

  private point(point: ReviewPoint, basis: Basis[]): PointRule {
    const { reads } = point
    const shared = { message: point.message, fix: point.fix, basis }
    const versions = (point.versions ?? [{ version: '1', check: point.check }]).map((version) => ({
      version: version.version,
      from: ('from' in version ? version.from : null) ?? null,
      to: ('to' in version ? version.to : null) ?? null,
      when: this.check(('when' in version ? version.when : undefined) ?? point.when, reads),
      check: this.check(version.check, reads),
      message: ('message' in version ? version.message : undefined) ?? shared.message,
      fix: ('fix' in version ? version.fix : undefined) ?? shared.fix,
      basis: ('basis' in version ? version.basis : undefined) ?? shared.basis,
    }))
    return { point, versions }
  }
}
