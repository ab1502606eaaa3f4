import { z } from 'zod'
import { VALUE_TYPES } from '../../facts/values/value.ts'
import { basisSchema as basis } from './basis.ts'
import { declaredParameterSchema, parameterSchema } from './parameter.ts'

/** A FEEL expression (OMG DMN), half-width operators, read through the three-valued layer. */
const feel = z.string().min(1)
const isoDate = z.iso.date('不是日历上有的日期，写成 2026-03-31')
const factPath = z.string().min(1)

/**
 * One ordered source of a form field: a fact path, a FEEL expression over facts (derive), or one of the field's options
 * (choose), each with when it is the one. `fallback`: taken only where no other source says anything, however much it is
 * trusted.
 */
const prefillSource = z.union([
  z.strictObject({ from: factPath }),
  z.strictObject({ derive: feel, note: z.string(), fallback: z.literal(true).optional() }),
  z.strictObject({ choose: z.record(z.string(), feel), note: z.string() }),
])

export const formFieldSchema = z.strictObject({
  /** The catalogue's key (fd_type); addressed as 申请表.fd_type. */
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: z.string(),
  type: z.enum(VALUE_TYPES),
  values: z.array(z.string()).optional(),
  unit: z.string().optional(),
  /** Least number the field may hold; 0 when missing. */
  min: z.number().optional(),
  required: z.enum(['required', 'conditional', 'optional']),
  /** When a conditional field is asked for. */
  when: feel.optional(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.enum(VALUE_TYPES) })).optional(),
  prefill: z.array(prefillSource).default([]),
  /** What the applicant is told when it must be typed. */
  hint: z.string().optional(),
})

/**
 * 数据核验免交: the record of a shared source that says what the paper would. `where`: a source's field is one of these
 * words; `same`: it says the same as a fact; `newest`: of several, the last by this date. One must be left.
 */
const recordSchema = z.strictObject({
  source: z.string(),
  where: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  same: z.record(z.string(), factPath).default({}),
  newest: z.string().optional(),
  /** Document field → the record's field (or the end of its range: 有效期限.to). Not for a source of whole documents. */
  fields: z.record(z.string(), z.string()).default({}),
})

/** A material slot (材料位). Its name is the role facts are addressed by: 法定代表人身份证.姓名. */
export const materialSchema = z.strictObject({
  slot: z.string(),
  /** Document type ids that may fill it, e.g. [BL]. */
  documents: z.array(z.string()).min(1),
  /** Facts come as a list 健康证明[…]. */
  many: z.boolean().default(false),
  required: z.enum(['required', 'conditional']),
  /** When a conditional material is required. */
  when: feel.optional(),
  /** 免提交: by what, and when it holds. */
  exempt: z
    .strictObject({
      by: z.enum(['电子证照免交', '数据核验免交', '告知承诺', '制式文书', '系统生成', '部分免交', '自备']),
      when: feel.optional(),
      record: recordSchema.optional(),
    })
    .optional(),
  /** Of a type that several slots take, by its id: the variants that belong here. Others need the applicant's choice. */
  variants: z.record(z.string(), z.array(z.string())).optional(),
  /** Whose document belongs here when two slots take the same type: the field equals one of these facts. */
  match: z.strictObject({ field: z.string(), equals: z.array(factPath).min(1) }).optional(),
  /** 缺件 point that says it is missing; else the first point whose check reads 材料位.已提供. */
  missing: z.string().optional(),
  note: z.string().optional(),
})

export const conditionSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  mode: z.enum(['auto', 'manual']),
  check: feel.optional(),
  /** The scenario that fits whoever does not meet the condition. */
  otherwise: z.string().optional(),
  basis: z.array(basis).optional(),
})

/** What may change when the law changes; the version in force on 受理日期 is used. */
const pointVersion = z.strictObject({
  version: z.string(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  when: feel.optional(),
  check: feel,
  message: z.string().optional(),
  fix: z.string().optional(),
  basis: z.array(basis).optional(),
})

export const reviewPointSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+-P\d{2}$/),
  statement: z.string(),
  automation: z.enum(['auto', 'auto_image', 'manual']),
  tier: z.enum(['rule', 'ocr_rule', 'text', 'image', 'drawing', 'ext', 'manual']),
  severity: z.enum(['block', 'correct', 'advise']),
  defect: z.string().regex(/^D\d{2}$/),
  typicalDefect: z.string().optional(),
  /** Every fact path the check may read; lint holds it against the expression. */
  reads: z.array(factPath).default([]),
  /** False → not-applicable. */
  when: feel.optional(),
  /** Told when it is false; else the facts that made it so. */
  whyNot: z.string().optional(),
  /** True → pass, false → fail, unknown → unsure. Absent exactly when automation is manual or versions are given. */
  check: feel.optional(),
  versions: z.array(pointVersion).optional(),
  /** Told on fail; {path} is replaced by the fact as printed. */
  message: z.string(),
  fix: z.string(),
  /** What a person should look at: for manual points, and for unsure. */
  look: z.string().optional(),
  /** The slot that the notice names. */
  material: z.string().optional(),
  /** Its failing items are papers not handed in or not whole: the notice names each by itself. */
  namesLacking: z.literal(true).optional(),
  /** Missing: inherited from the module or matter; empty list: 依据待核. */
  basis: z.array(basis).optional(),
})

const parameterName = z
  .string()
  .regex(/^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9_]*$/u, '参数名只用汉字、字母、数字和下划线')

/** Read in rules as 参数.<名>; a scenario's wins over its matter's, a matter's over a module's. */
const parameters = z.record(parameterName, parameterSchema).default({})

/**
 * What of a module's parts this matter words otherwise; only what differs is written. A point keeps its id, severity and
 * automation; where its check is replaced its versions are too, and the other way round.
 */
const adjust = z
  .strictObject({
    fields: z
      .record(
        z.string(),
        formFieldSchema
          .omit({ key: true, prefill: true })
          .partial()
          // `also`: sources asked after those that the field has.
          .extend({ prefill: z.array(prefillSource).optional(), also: z.array(prefillSource).optional() }),
      )
      .default({}),
    materials: z
      .record(
        z.string(),
        materialSchema.omit({ slot: true, many: true }).partial().extend({ many: z.boolean().optional() }),
      )
      .default({}),
    points: z
      .record(
        z.string(),
        reviewPointSchema
          .pick({ when: true, whyNot: true, check: true, versions: true, message: true, fix: true, look: true })
          .extend({ reads: z.array(factPath), statement: z.string(), basis: z.array(basis) })
          .partial(),
      )
      .default({}),
  })
  .default({ fields: {}, materials: {}, points: {} })

const parts = {
  fields: z.array(formFieldSchema).default([]),
  materials: z.array(materialSchema).default([]),
  conditions: z.array(conditionSchema).default([]),
  points: z.array(reviewPointSchema).default([]),
}

/** rules/catalogue/modules/*.yaml: points, fields and materials shared by many scenarios. */
export const moduleSchema = z.strictObject({
  id: z.string().regex(/^MOD-[A-Z]+$/),
  name: z.string(),
  desc: z.string(),
  basis: z.array(basis).default([]),
  /** What differs from matter to matter, with a value where most have the same. */
  parameters: z.record(parameterName, declaredParameterSchema).default({}),
  ...parts,
})

/** rules/catalogue/matters/<matter>/matter.yaml. */
export const matterSchema = z.strictObject({
  id: z.string().regex(/^M\d{2}$/),
  name: z.string(),
  category: z.string().regex(/^C\d{2}$/),
  dept: z.string(),
  /** 许可: 行政许可法 governs it, so its clock and deemed acceptance hold. Anything else is 其他. */
  procedure: z.enum(['许可', '其他']).default('其他'),
  applicants: z.array(z.string()),
  basis: z.array(basis).default([]),
  /** Of that basis, what a shared module's points rest on in this matter, by module id. */
  moduleBasis: z.record(z.string(), z.array(basis)).default({}),
  parameters,
  adjust,
  ...parts,
})

/** rules/catalogue/matters/<matter>/S001.yaml: reads like a table of contents. */
export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^S\d{3}$/),
  name: z.string(),
  situation: z.enum(['新办', '变更', '延续', '补证', '注销', '备案', '其他']),
  applicants: z.array(z.string()),
  modules: z.array(z.string()),
  /** full: inherits the matter's parts · condbase: matter's fields become conditional · nobase: nothing inherited. */
  base: z.enum(['full', 'condbase', 'nobase']),
  straightThrough: z.boolean().default(false),
  note: z.string().optional(),
  parameters,
  adjust,
  ...parts,
})

export const categorySchema = z.strictObject({ id: z.string(), name: z.string(), dept: z.string() })

export type { Basis } from './basis.ts'
export type FormField = z.infer<typeof formFieldSchema>
export type Material = z.infer<typeof materialSchema>
export type RecordInPlace = z.infer<typeof recordSchema>
export type Condition = z.infer<typeof conditionSchema>
export type ReviewPoint = z.infer<typeof reviewPointSchema>
export type Module = z.infer<typeof moduleSchema>
export type Matter = z.infer<typeof matterSchema>
export type ScenarioFile = z.infer<typeof scenarioSchema>
export type Category = z.infer<typeof categorySchema>
