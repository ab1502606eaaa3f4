import { z } from 'zod'

const answer = z.strictObject({
  /** What the applicant says, in plain words. */
  say: z.string().min(1),
  /** FEEL over identity and shared data: true when the registry itself gives this answer. */
  when: z.string().min(1).optional(),
  /** Where it leads: one of the three. */
  next: z.string().optional(),
  scenario: z
    .string()
    .regex(/^S\d{3}$/)
    .optional(),
  /** Nothing to apply for here, and where to go instead. */
  stop: z.string().optional(),
  /** Form fields that the answer settles. */
  set: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).default({}),
})

const question = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  ask: z.string().min(1),
  hint: z.string().optional(),
  answers: z.array(answer).min(2),
})

/** rules/catalogue/matters/<matter>/guide.yaml: 办事引导, at most four questions; the first is asked first. */
export const guideSchema = z.strictObject({
  matter: z.string().regex(/^M\d{2}$/),
  questions: z.array(question).min(1),
})

export type GuideFile = z.infer<typeof guideSchema>
export type GuideQuestion = GuideFile['questions'][number]
export type GuideAnswer = GuideQuestion['answers'][number]
