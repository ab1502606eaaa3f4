import { z } from 'zod'
import { catastrophic } from './backtracking.ts'
import { MARK_KINDS } from './reading.ts'
import { VALUE_TYPES } from './values/value.ts'

const feelName = z
  .string()
  .regex(/^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9_]*$/u, '字段名只用汉字、字母、数字和下划线')

/** A regular expression over text folded to NFKC without spaces; checked when the catalogue is loaded. */
const pattern = z.string().superRefine((source, { addIssue }) => {
  try {
    new RegExp(source, 'u')
  } catch {
    addIssue('不是合法的正则表达式')
    return
  }
  const slow = catastrophic(source)
  if (slow !== null) addIssue(`正则表达式可能无穷回溯（catastrophic regex）：${slow}`)
})

/** Declarative hints of the extractor, for what labels and value types do not settle. */
const hints = z.strictObject({
  /** What values of the field look like, and what none looks like. */
  like: pattern.optional(),
  unlike: pattern.optional(),
  /** Print that does not look like a value is no value at all. */
  strict: z.boolean().optional(),
  /** Another field whose value stands in when this one is not printed. */
  otherwise: z.string().optional(),
  /** Labels under which the value stands without a label of its own. */
  under: z.array(z.string()).optional(),
  /** The value is the first entry below a heading of these `labels`, in the table right below a title. */
  column: z.strictObject({ under: z.array(z.string()).min(1), labels: z.array(z.string()).min(1) }).optional(),
  /** Sentences that tell the value (group 1), best first. */
  patterns: z.array(pattern).optional(),
  /** For enumerations: other print that stands for a value (基本户: 基本存款账户). */
  means: z.record(z.string(), pattern).optional(),
  /** Set phrases that stand in values: print that is nearly one of them is read as it. */
  phrases: z.array(z.string().min(4)).optional(),
  /** Of a value in parts: what stands before a colon; behind other parts stand semicolons. */
  head: pattern.optional(),
  /** For lists: what of each line is an item (group 1). */
  each: z.array(pattern).optional(),
  /** For lists: how every item begins; beside its label it goes on to the next one, whatever stands between. */
  begins: pattern.optional(),
  /** The value ends with the last match of `end`, or before the first match of `stop`. */
  end: pattern.optional(),
  stop: pattern.optional(),
  /** Of several, the last on the document counts; `closing`: also a date standing alone near the end. */
  last: z.boolean().optional(),
  closing: z.boolean().optional(),
  /** Of a printed range, its end counts. */
  until: z.boolean().optional(),
  /** On papers that repeat a label: the `nth` such label in reading order is this field's. */
  nth: z.int().positive().optional(),
  /** On papers that repeat a block of labels, each begun by a label of `from`: the block that shows this print is this field's. */
  block: z.strictObject({ from: z.array(z.string()).min(1), shows: pattern }).optional(),
  /** Of two parties whose numbers bear the same labels: words that name the one whose this field is, and words that name the other. */
  whose: z.strictObject({ own: pattern, other: pattern }).optional(),
  /** For tables drawn as a picture: a name with a number beside or below it. */
  pairs: z
    .strictObject({
      name: pattern,
      value: pattern,
      /** Names of numbers that are no entries (总面积). */
      skip: pattern,
      /** Names that should all have a number: one without makes the table doubtful. */
      every: pattern.optional(),
    })
    .optional(),
})

/** A column of a printed table. */
const column = z.strictObject({
  name: feelName,
  labels: z.array(z.string()).min(1),
  type: z.enum(VALUE_TYPES),
  values: z.array(z.string()).optional(),
  hints: hints.optional(),
})

const field = z.strictObject({
  /** FEEL-legal canonical name (DESIGN §10), e.g. 法定代表人 also for 负责人/经营者/投资人. */
  name: feelName,
  /** Labels as printed on any known layout; the first is the usual one. */
  labels: z.array(z.string()).default([]),
  type: z.enum(VALUE_TYPES),
  values: z.array(z.string()).optional(),
  /** Unit as printed (㎡). */
  unit: z.string().optional(),
  /** Which side of a two-sided card carries it. */
  side: z.string().optional(),
  /** Variants of the type on which it is printed; all when missing. */
  variants: z.array(z.string()).optional(),
  /** Not printed on every layout: missing is absent, not unreadable. */
  optional: z.boolean().default(false),
  /** The rows of a table stand in no order (rooms on a plan): two of the same rows are the same table. */
  unordered: z.literal(true).optional(),
  /** May run over several lines. */
  multiline: z.boolean().default(false),
  /** Worth the second reader: it decides something. */
  deciding: z.boolean().default(false),
  columns: z.array(column).optional(),
  hints: hints.optional(),
})

const mark = z.strictObject({
  name: feelName,
  kind: z.enum(MARK_KINDS),
  /** Printed words beside which the mark stands, e.g. 甲方（盖章）. */
  near: z.array(z.string()).default([]),
  side: z.string().optional(),
  expected: z.enum(['required', 'usual', 'optional']).default('usual'),
})

/** A field that holds a day, or one end of a field that holds a range (有效期限.to). */
const day = z.string().regex(/^[^.]+(?:\.(?:from|to))?$/u, '写日期字段的名字，起止日期写 字段.from 或 字段.to')

/**
 * How long a document counts (有效期): from and to days printed on it; `months` after `from` where no end is printed
 * (健康证: a year); `forever` when it never runs out; `none` for papers of which nobody asks (a list, a plan, a receipt).
 */
const validity = z
  .strictObject({
    from: day.optional(),
    to: day.optional(),
    months: z.int().positive().optional(),
    forever: z.literal(true).optional(),
    none: z.literal(true).optional(),
  })
  .refine(({ to, months, forever, none }) => [to ?? months, forever, none].filter(Boolean).length === 1, {
    error: '写 to、months、forever 或 none：什么时候到期（forever、none 不与别的同写）',
  })
  .refine(({ from, none }) => none === undefined || from === undefined, { error: 'none 不写 from' })
  .refine(({ from, months }) => months === undefined || from !== undefined, { error: 'months 从哪一天算起，写 from' })

/** facts/documents/*.yaml: a kind of document (文书/证照类型), told by what is printed on it. */
export const documentTypeSchema = z.strictObject({
  /** The catalogue's code (BL). */
  id: z.string().regex(/^[A-Z][A-Z0-9]+$/),
  /** Short Chinese name (营业执照); the first part of fact paths. */
  name: feelName,
  group: z.string(),
  issuer: z.string(),
  /** Headings printed on it, any layout. */
  titles: z.array(z.string()),
  variants: z
    .array(
      z.strictObject({
        name: z.string(),
        titles: z.array(z.string()).default([]),
        cues: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  /** May run over several pages; untitled pages after it belong to it. */
  multipage: z.boolean().default(false),
  /** Originals are printed in colour: a page without any is a copy. */
  coloured: z.boolean().optional(),
  /** Printed labels that hold no field; they end the value before them. */
  otherLabels: z.array(z.string()).default([]),
  /** Whole lines that are background or footer (regular expressions on text without spaces): never a value. */
  noise: z.array(pattern).default([]),
  /** Printed phrases that speak for the type, beside titles and labels. */
  cues: z.array(z.string()).default([]),
  /** Printed phrases that speak against it (near types). */
  against: z.array(z.string()).default([]),
  /** Lines (folded, without spaces) that no document of the type shows, whatever its heading: near types of the same name. */
  never: z.array(pattern).default([]),
  /** What a page without a heading of the type must show (its other print stands on many papers). */
  needs: pattern.optional(),
  /**
   * `shared`: one such side stands for several papers (首页 of a household's register); its `owner` is named there in field
   * `named`, and in `field` of a paper that says `is` in field `where`.
   */
  sides: z
    .array(
      z.strictObject({
        name: z.string(),
        cues: z.array(z.string()),
        shared: z.boolean().default(false),
        owner: z.strictObject({ named: z.string(), field: z.string(), where: z.string(), is: z.string() }).optional(),
      }),
    )
    .default([]),
  /** A complete document shows this phrase or side on some page (e.g. the signing page). */
  complete: z.array(z.string()).default([]),
  /** What kinds of licence have in common, by the name shared modules use: 持证人 → 经营者名称, 有效期至 → 有效期限.to. */
  generic: z.record(feelName, z.string()).default({}),
  validity,
  fields: z.array(field),
  /** None where nothing is stamped or signed. */
  marks: z.array(mark),
  note: z.string().optional(),
})

export type DocumentType = z.infer<typeof documentTypeSchema>
export type DocumentField = DocumentType['fields'][number]
export type DocumentMark = DocumentType['marks'][number]
