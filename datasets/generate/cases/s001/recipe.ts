import type { Recipe } from '../plan.ts'
import { DEFECTS } from './defects.ts'
import { answers, trueForm } from './form.ts'
import { papers } from './papers.ts'
import { registry } from './registry.ts'
import { cleanReview } from './review.ts'

/** S001 新办-餐饮服务 */
export const S001: Recipe = {
  scenario: 'S001',
  defects: DEFECTS,
  papers,
  form: trueForm,
  answers,
  registry,
  review: cleanReview,
  applicant: (w) => ({
    kind: 'organisation',
    name: w.firm.name,
    uscc: w.firm.code,
    phone: w.legal.phone,
    ...(w.agent ? { agent: { name: w.agent.name, idNumber: w.agent.number, phone: w.agent.phone } } : {}),
  }),
}
