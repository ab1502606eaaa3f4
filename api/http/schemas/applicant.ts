import { z } from '@hono/zod-openapi'
import type { Applicant } from '../../client.ts'

export const isoDate = z.iso.date('日期写成 2026-01-31')

export const applicant: z.ZodType<Applicant> = z
  .strictObject({
    kind: z.enum(['person', 'organisation']),
    name: z.string().min(1).max(200),
    idNumber: z.string().max(32).exactOptional(),
    uscc: z.string().max(32).exactOptional(),
    phone: z.string().max(32).exactOptional(),
    agent: z
      .strictObject({
        name: z.string().min(1).max(200),
        idNumber: z.string().max(32),
        phone: z.string().max(32).exactOptional(),
      })
      .exactOptional(),
  })
  .openapi('Applicant')
