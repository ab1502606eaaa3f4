import type { CaseRegistry, CaseValue, LabelledCase, RegistryRecord } from '../case-format.ts'

/** One document as it really is: all its sheets together, whatever a camera made of them. */
export interface TrueDocument {
  slot: string
  /** Short Chinese name of the document type (营业执照). */
  documentType: string
  /** Which form of the type it is (副页), where it has more than one. */
  variant?: string | undefined
  fields: Readonly<Record<string, CaseValue>>
  /** Seals, signatures and ticks that the type has a place for. */
  marks: Readonly<Record<string, { present: boolean; text?: string | undefined }>>
  /** A person can read every sheet. */
  readable: boolean
  /** Every sheet and side was handed in. */
  complete: boolean
  /** A photocopy; `remark`: it says 复印件与原件一致. */
  copy: boolean
  remark: boolean
  /** An electronic licence file; `signed`: its signature holds. */
  electronic: boolean
  signed: boolean
  /** Not handed in: the shared data hold it (免提交). */
  exempt: boolean
}

/** What a scenario asks for: slots with the names of the document types that may fill them, and its form fields. */
export interface Asked {
  slots: readonly {
    slot: string
    documentTypes: readonly string[]
    required: 'required' | 'conditional'
  }[]
  fields: readonly { key: string; name: string; required: string }[]
  situation: string
  district: string
  /** Limits and words that the matter sets (变更期限 …), by name. */
  parameters: ReadonlyMap<string, unknown>
}

/** Everything that is true of one application on the day it is handed in, papers as they are and sources as they stand. */
export class TrueCase {
  readonly scenario: string
  /** 受理日期 */
  readonly at: string
  readonly applicant: LabelledCase['applicant']
  readonly asked: Asked
  private readonly values: Readonly<Record<string, CaseValue>>
  private readonly papers: readonly TrueDocument[]
  private readonly registry: CaseRegistry

  constructor(
    from: Pick<LabelledCase, 'scenario' | 'at' | 'applicant'> & {
      /** The form as handed in. */
      form: Readonly<Record<string, CaseValue>>
      documents: readonly TrueDocument[]
      registry: CaseRegistry
    },
    asked: Asked,
  ) {
    this.scenario = from.scenario
    this.at = from.at
    this.applicant = from.applicant
    this.asked = asked
    this.values = from.form
    this.papers = from.documents
    this.registry = from.registry
  }

  /** A form field as handed in; null when it is blank. */
  form(key: string): CaseValue {
    return this.values[key] ?? null
  }

  /** Every paper handed in, in no order. */
  handedIn(): readonly TrueDocument[] {
    return this.papers
  }

  /** Papers that fill a slot: those handed in, else the electronic licence that spares the applicant from it. */
  all(slot: string): readonly TrueDocument[] {
    const given = this.papers.filter((paper) => paper.slot === slot)
    return given.length > 0 ? given : this.exempt(slot)
  }

  /** The first paper of a slot, or undefined when there is none. */
  one(slot: string): TrueDocument | undefined {
    return this.all(slot)[0]
  }

  /** A field of the first paper of a slot; null when the paper or the field is missing. */
  on(slot: string, field: string): CaseValue {
    return this.one(slot)?.fields[field] ?? null
  }

  /** Whether a mark (seal, signature, tick) is on the first paper of a slot. */
  marked(slot: string, mark: string): boolean {
    return this.one(slot)?.marks[mark]?.present ?? false
  }

  /** Records of a shared source that `of` accepts; a source that does not answer has none. */
  records(source: string, of: (record: RegistryRecord) => boolean = () => true): readonly RegistryRecord[] {
    const held = this.registry[source]
    return Array.isArray(held) ? held.filter(of) : []
  }

  /** Records of a source about one person (公民身份号码), firm (统一社会信用代码), name or address, by the key they are asked by. */
  about(source: string, key: string): readonly RegistryRecord[] {
    return this.records(source, ({ 键 }) => Object.values(键).includes(key))
  }

  private exempt(slot: string): readonly TrueDocument[] {
    const types = this.asked.slots.find((one) => one.slot === slot)?.documentTypes ?? []
    return this.records('电子证照', ({ about }) => about !== undefined && types.includes(about)).map((record) => {
      const { 键: _, about, asOf: __, ...fields } = record
      return {
        slot,
        documentType: about ?? slot,
        fields: fields as Record<string, CaseValue>,
        marks: {},
        readable: true,
        complete: true,
        copy: false,
        remark: false,
        electronic: true,
        signed: true,
        exempt: true,
      }
    })
  }
}
