import { z } from '@hono/zod-openapi'
import type { BeforeCase, EligibilityView, GuideRequest, GuideView, MatterSummary } from '../../client.ts'
import { applicant, isoDate } from './applicant.ts'
import { materialStatus, scenarioSummary } from './case.ts'
import { basis, blocker, factUse } from './review.ts'

const before = {
  at: isoDate.exactOptional().openapi({ description: '受理日期，缺省为今天' }),
  applicant: applicant.exactOptional(),
  answers: z.record(z.string(), z.unknown()).exactOptional().openapi({ description: '已经知道的表项' }),
  registry: z.unknown().exactOptional().openapi({ description: '仅限本机沙箱：各共享数据源的回答' }),
}

export const beforeCase: z.ZodType<BeforeCase & { registry?: unknown }> = z.strictObject(before).openapi('BeforeCase')

export const guideRequest: z.ZodType<GuideRequest & { registry?: unknown }> = z
  .strictObject({
    ...before,
    given: z
      .record(z.string(), z.int().min(0))
      .exactOptional()
      .openapi({ description: '每个问题选了第几个回答，从 0 数起' }),
  })
  .openapi('GuideRequest')

export const matterSummary: z.ZodType<MatterSummary> = z
  .object({
    id: z.string(),
    name: z.string(),
    category: z.string(),
    dept: z.string(),
    scenarios: z.array(scenarioSummary),
  })
  .openapi('Matter')

export const guideView: z.ZodType<GuideView> = z
  .object({
    matter: z.string(),
    steps: z.array(
      z.object({
        question: z.string(),
        ask: z.string(),
        answers: z.array(z.string()),
        say: z.string(),
        by: z.enum(['registry', 'person']),
        facts: z.array(factUse),
      }),
    ),
    next: z
      .object({ id: z.string(), ask: z.string(), hint: z.string().nullable(), answers: z.array(z.string()) })
      .nullable(),
    scenario: scenarioSummary.nullable(),
    stop: z.string().nullable(),
    set: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  })
  .openapi('Guide')

const scenarioName = z.object({ id: z.string(), name: z.string() })

export const eligibilityView: z.ZodType<EligibilityView> = z
  .object({
    scenario: z.string(),
    at: z.string(),
    mismatches: z.array(
      z.object({
        kind: z.enum(['applicant', 'district', 'scenario']),
        message: z.string(),
        fix: z.string(),
        suggest: z.array(scenarioName),
      }),
    ),
    conditions: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        outcome: z.enum(['holds', 'fails', 'unknown', 'person']),
        facts: z.array(factUse),
        blockers: z.array(blocker),
        basis: z.array(basis),
        basisUnconfirmed: z.boolean(),
        otherwise: scenarioName.nullable(),
      }),
    ),
    materials: z.array(materialStatus),
  })
  .openapi('Eligibility')
