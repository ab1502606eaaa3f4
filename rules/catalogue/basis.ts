import { z } from 'zod'

const isoDate = z.iso.date('不是日历上有的日期，写成 2026-03-31')
/** 《…（沪市监规范〔2024〕2号，2024-05-10起施行）》 */
const STARTS = /(\d{4}-\d{2}-\d{2})(?:起|施行)/u

/** 依据: never invented. `unsure` and 依据待核 are shown and ask a person to confirm. */
export const basisSchema = z
  .strictObject({
    law: z.string(),
    article: z.string(),
    certainty: z.enum(['verified_text', 'verified_secondary', 'unsure']),
    source: z.string().optional(),
    /** First and last day on which the law is in force, where its source prints them. */
    from: isoDate.optional(),
    to: isoDate.optional(),
  })
  .superRefine(({ law, from, to }, context) => {
    const printed = STARTS.exec(law)?.[1]
    const fault = (path: 'law' | 'to', message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (printed !== undefined && from !== printed) fault('law', `法规名里写着 ${printed} 起施行，请写 from: ${printed}`)
    if (from !== undefined && to !== undefined && from > to) fault('to', '失效的日期早于施行的日期，请改正')
  })

export type Basis = z.infer<typeof basisSchema>

const isInForce = ({ from, to }: Basis, at: string) =>
  (from === undefined || from <= at) && (to === undefined || at <= to)

/**
 * What of a basis was in force on the day. Unconfirmed (依据待核): nothing of that is verified, or a law was not in force
 * yet or no longer; what held in its place nobody has looked up. The check itself is not dated by this: versions are.
 */
export function basisOn(basis: Basis[], at: string): { basis: Basis[]; basisUnconfirmed: boolean } {
  const held = basis.every((one) => isInForce(one, at)) ? basis : basis.filter((one) => isInForce(one, at))
  return {
    basis: held,
    basisUnconfirmed: held.length < basis.length || held.every(({ certainty }) => certainty === 'unsure'),
  }
}
