import { z } from 'zod'
import { VALUE_TYPES } from './values/value.ts'

/** facts/sources/*.yaml: a table of shared government data (共享数据) that can be asked by key. */
export const sharedSourceSchema = z.strictObject({
  /** Code used by the catalogue: POP, LEG, ELC, HIS, EXT_… */
  id: z.string().regex(/^[A-Z][A-Z_]+$/),
  /** Chinese name; the first part of fact paths (法人库.登记状态). */
  name: z.string(),
  agency: z.string(),
  /**
   * What it is asked by. `document`: electronic licences are asked by holder and document type; `name`, `address`:
   * every name of an organisation, every address on the form; `calendar`: the day of application.
   */
  key: z.array(z.enum(['cnid', 'uscc', 'document', 'number', 'name', 'address', 'calendar'])).min(1),
  /**
   * Records carry, beside `fields`, the fields of the document type they are about (电子证照.营业执照.名称), or the
   * fields of the application form (历史申报.fd_contact).
   */
  like: z.enum(['document', 'form']).optional(),
  /** Several records may answer (许可证 of one holder). */
  many: z.boolean().default(false),
  /** 1 (hearsay) – 5 (the authority for this value). */
  trust: z.number().int().min(1).max(5),
  /** A record older than this is stale; no limit when missing. */
  maxAgeDays: z.number().int().positive().optional(),
  fields: z.array(
    z.strictObject({ name: z.string(), type: z.enum(VALUE_TYPES), values: z.array(z.string()).optional() }),
  ),
})

export type SharedSource = z.infer<typeof sharedSourceSchema>
