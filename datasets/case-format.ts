import { z } from 'zod'
import { QUALITY_ISSUES } from '../facts/reading.ts'

/** Labelled case format, DESIGN §7. Dates are ISO; money is {fen, currency}; ranges are {from, to}. */
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const money = z.strictObject({ fen: z.int(), currency: z.string() })
const row = z.record(z.string(), z.union([scalar, money]))
export const valueSchema = z.union([
  money,
  z.strictObject({ from: z.string().nullable(), to: z.string().nullable() }),
  z.array(z.string()),
  z.array(row),
  scalar,
])

const materialFile = z.strictObject({ file: z.string(), slot: z.string().optional() })

/** cases/<id>/case.yaml: what the service may see. */
export const caseSchema = z.strictObject({
  scenario: z.string().regex(/^S\d{3}$/),
  /** 受理日期 */
  at: isoDate,
  applicant: z.strictObject({
    kind: z.enum(['person', 'organisation']),
    name: z.string(),
    idNumber: z.string().optional(),
    uscc: z.string().optional(),
    phone: z.string().optional(),
    agent: z.strictObject({ name: z.string(), idNumber: z.string(), phone: z.string().optional() }).optional(),
  }),
  /** Form fields only the applicant knows, by key. */
  answers: z.record(z.string(), valueSchema),
  materials: z.array(materialFile),
})

const record = z
  .object({
    键: z.strictObject({
      cnid: z.string().optional(),
      uscc: z.string().optional(),
      name: z.string().optional(),
      number: z.string().optional(),
      address: z.string().optional(),
      /** Answers for any day. */
      calendar: z.literal('any').optional(),
    }),
    about: z.string().optional(),
    /** 当日 in the embedded sample registry: as fresh as the question. */
    asOf: z.union([isoDate, z.literal('当日')]),
  })
  .catchall(valueSchema)

/** One source: its records, each with the source's fields beside 键, about and asOf. Also in datasets/registry/<source>.yaml. */
export const recordsSchema = z.array(record)

/** datasets/registry/<source>.yaml: a calendar also says which days its records cover. */
export const sourceFileSchema = z.union([
  recordsSchema,
  z.strictObject({ covers: z.strictObject({ from: isoDate, to: isoDate }), records: recordsSchema }),
])

/**
 * cases/<id>/registry.yaml: records by source ([]: asked, it has none), or the state in which the whole source is. A source
 * that is not named cannot be asked.
 */
export const registrySchema = z.record(z.string(), z.union([recordsSchema, z.enum(['unavailable', 'denied', 'stale'])]))

const photo = z.strictObject({
  seed: z.string(),
  size: z.int(),
  desk: z.enum(['wood', 'laminate', 'stone', 'cloth']),
  rotation: z.number(),
  perspective: z.number(),
  shadow: z.number(),
  glare: z.number(),
  blur: z.number(),
  noise: z.number(),
  fold: z.number(),
  curl: z.number(),
  lowLight: z.number(),
  screen: z.number().optional(),
  crop: z.number().optional(),
  copy: z.number().optional(),
  jpeg: z.int(),
})

/** One page or card side as it really is. */
const truePage = z.strictObject({
  file: z.string(),
  /** Page inside the file, from 1. */
  page: z.int().min(1),
  slot: z.string(),
  /** Short Chinese name of the document type. */
  documentType: z.string(),
  layout: z.string(),
  fields: z.record(z.string(), valueSchema),
  marks: z.record(z.string(), z.strictObject({ present: z.boolean(), text: z.string().optional() })),
  /** Where a field's value is printed, each place as left, top, right, bottom in shares of the picture's width and height. */
  boxes: z.record(z.string(), z.array(z.tuple([z.number(), z.number(), z.number(), z.number()]))).optional(),
  photo: photo.optional(),
  /** Pages of one file with one number are one document; without numbers pages of one type that can belong together do. */
  document: z.int().optional(),
  variant: z.string().optional(),
  /** Sides shown (人像面); without it those whose fields or marks are listed. */
  sides: z.array(z.string()).optional(),
  /** Fields that are printed and that nobody can read on this picture; true: all of them. */
  unreadable: z.union([z.literal(true), z.array(z.string())]).optional(),
  /** What is wrong with the picture itself. */
  issues: z.array(z.enum(QUALITY_ISSUES)).optional(),
  /** A black-and-white copy; `copyRemark`: 与原件一致 or the like stands on it. Without `copy`: as `photo.copy` says. */
  copy: z.boolean().optional(),
  copyRemark: z.boolean().optional(),
  /** Text of its own, no picture. Without it: a PDF or OFD page without `photo`. */
  digital: z.boolean().optional(),
  /** Name of the capture level (phone, scan …), for slices. */
  level: z.string().optional(),
  /** A layout kept out of every split but the scored one. */
  unseenLayout: z.boolean().optional(),
})

/** One document as it really is, all its sheets together; what only a person who holds it can know. */
const trueDocument = z.strictObject({
  slot: z.string(),
  /** Short Chinese name of the document type. */
  documentType: z.string(),
  /** Its pages in the files handed in. */
  pages: z.array(z.strictObject({ file: z.string(), page: z.int().min(1) })),
  /** A person can read every sheet. */
  readable: z.boolean(),
  /** Every sheet and side was handed in. */
  complete: z.boolean(),
  /** A photocopy; `remark`: 复印件与原件一致 stands on it. */
  copy: z.boolean(),
  remark: z.boolean(),
  /** An electronic licence file; `signed`: its signature holds. */
  electronic: z.boolean(),
  signed: z.boolean(),
})

/** What the applicant does when told of the defect; paths are relative to the case folder. */
const repair = z.strictObject({
  /** Files to be replaced; `with` lists the new ones. */
  replace: z.array(z.strictObject({ files: z.array(z.string()), with: z.array(z.string()), slot: z.string() })),
  add: z.array(z.strictObject({ file: z.string(), slot: z.string() })),
  answers: z.record(z.string(), valueSchema),
  /** What the shared sources answer once it is repaired (a new identity card is in the population register too). */
  registry: z.string().optional(),
})

/** cases/<id>/truth.yaml: never opened by the service. */
export const truthSchema = z.strictObject({
  /** Pages of every material, and of the files that repairs bring. */
  pages: z.array(truePage),
  documents: z.array(trueDocument).optional(),
  /** True value of every form field that applies, by key. */
  form: z.record(z.string(), valueSchema),
  /** Truth per review point; `person`: only a person on the spot can say. */
  review: z.record(
    z.string(),
    z.strictObject({ verdict: z.enum(['pass', 'fail', 'not-applicable', 'person']), because: z.string().optional() }),
  ),
  defects: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      slot: z.string(),
      points: z.array(z.string()).min(1),
      /** Null when no paper can mend it. */
      repair: repair.nullable(),
    }),
  ),
  outcome: z.enum(['accept', 'correct', 'refuse', 'person']),
  /** Recipe: generator version and seed. */
  recipe: z
    .strictObject({
      generator: z.string(),
      seed: z.union([z.int(), z.string()]),
      /** Calibration and scoring never share persons, firms or held-out layouts. */
      split: z.enum(['calibration', 'scored']).optional(),
    })
    .optional(),
})

export type LabelledCase = z.infer<typeof caseSchema>
export type CaseRegistry = z.infer<typeof registrySchema>
export type RegistryRecord = z.infer<typeof record>
export type Truth = z.infer<typeof truthSchema>
export type TruePage = z.infer<typeof truePage>
export type CaseValue = z.infer<typeof valueSchema>
