import { z } from '@hono/zod-openapi'
import type { Evidence, Problem } from '../../client.ts'

/** Response schemas are typed by `api/client.ts`: the compiler refuses one that drifts from it. */
export const problemSchema: z.ZodType<Problem> = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: '稳定的错误编号' }),
    detail: z.string().openapi({ description: '发生了什么' }),
    fix: z.string().openapi({ description: '怎么处理' }),
    instance: z.string().exactOptional(),
  })
  .openapi('Problem')

const factStates = ['ok', 'absent', 'unreadable', 'unavailable', 'stale', 'denied'] as const
export const factState = z.enum(factStates)
export const verdict = z.enum(['pass', 'fail', 'unsure', 'not-applicable'])
export const severity = z.enum(['block', 'correct', 'advise'])

/** DESIGN §10: dates ISO, money in fen, ranges {from, to}, tables as rows. */
export const anyValue = z.any().openapi({ description: '值：文字、数字、是否、日期、期间、金额、列表或表格' })

export const box = z
  .tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])
  .readonly()
  .nullable()
  .openapi({ type: 'array', items: { type: 'number' }, description: '四角坐标，像素，左上起顺时针' })

export const evidence: z.ZodType<Evidence> = z
  .union([
    z.object({
      kind: z.literal('material'),
      material: z.string(),
      documentType: z.string(),
      page: z.int(),
      box,
      text: z.string(),
      pictured: z.literal(true).exactOptional(),
    }),
    z.object({
      kind: z.literal('source'),
      source: z.string(),
      agency: z.string(),
      record: z.string(),
      asOf: z.string(),
      requestId: z.string(),
    }),
    z.object({ kind: z.literal('person'), who: z.enum(['applicant', 'staff']), field: z.string() }),
    z.object({ kind: z.literal('derived'), from: z.array(z.string()), how: z.string() }),
  ])
  .openapi('Evidence')
