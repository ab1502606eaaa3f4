import { z } from 'zod'

const share = z.number().min(0).max(1)

/** rules/policy.yaml: thresholds of judgement. Initial values, not calibrated. */
export const policySchema = z.strictObject({
  /** Facts below this confidence are unknown to a check, by severity of its point. */
  use: z.strictObject({ block: share, correct: share, advise: share }),
  /** Readings below this confidence are offered, not filled in. */
  prefill: share,
  /** Photo quality below this is not clear. */
  clear: share,
  /** Document types told with less confidence never count as the wrong document. */
  documentType: share,
  trust: z.strictObject({ material: z.number(), identity: z.number() }),
  /** District that the counter serves. */
  district: z.string(),
})

export type Policy = z.infer<typeof policySchema>
