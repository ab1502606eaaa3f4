import { z } from 'zod'

/** 依据: never invented. `unsure` and 依据待核 are shown and ask a person to confirm. */
export const basisSchema = z.strictObject({
  law: z.string(),
  article: z.string(),
  certainty: z.enum(['verified_text', 'verified_secondary', 'unsure']),
  source: z.string().optional(),
})

export type Basis = z.infer<typeof basisSchema>
