import { z } from '@hono/zod-openapi'
import type { DecisionView, Finding, NewDecision, Notice, ReviewView, TraceNode } from '../../client.ts'
import { anyValue, evidence, factState, severity, verdict } from './common.ts'

const trace: z.ZodType<TraceNode> = z
  .object({
    text: z.string(),
    result: z.boolean().nullable(),
    reads: z.array(z.string()),
    get children() {
      return z.array(trace)
    },
  })
  .openapi('Trace')

export const basis = z.object({
  law: z.string(),
  article: z.string(),
  certainty: z.enum(['verified_text', 'verified_secondary', 'unsure']),
  source: z.string().optional(),
  from: z.string().optional().openapi({ description: '施行之日，底稿印了的才有' }),
  to: z.string().optional().openapi({ description: '有效到哪一天，底稿印了的才有' }),
})

export const factUse = z.object({
  path: z.string(),
  label: z.string(),
  value: anyValue,
  display: z.string(),
  state: factState,
  confidence: z.number(),
  evidence: z.array(evidence),
  validity: z
    .object({ from: z.string().exactOptional(), to: z.string().exactOptional() })
    .exactOptional()
    .openapi({ description: '写着它的证照从哪天有效到哪天（含两端；长期：一直有效）；不知道的没有' }),
})

export const blocker = z.object({
  path: z.string(),
  state: z.union([factState, z.enum(['low-confidence', 'manual'])]),
  missing: z.string(),
  settle: z.string(),
})

const finding: z.ZodType<Finding> = z
  .object({
    point: z.string(),
    version: z.string(),
    statement: z.string(),
    verdict,
    severity,
    automation: z.enum(['auto', 'auto_image', 'manual']),
    confidence: z.number(),
    message: z.string(),
    fix: z.string(),
    basis: z.array(basis),
    basisUnconfirmed: z.boolean(),
    defect: z.string(),
    material: z.string().nullable(),
    lacking: z.array(z.object({ slot: z.string(), file: z.string().nullable() })).exactOptional(),
    facts: z.array(factUse),
    evidence: z.array(evidence),
    because: z.string().nullable(),
    blockers: z.array(blocker),
    trace: trace.nullable(),
  })
  .openapi('Finding')

export const notice: z.ZodType<Notice> = z
  .object({
    scenario: z.string(),
    title: z.string(),
    applicant: z.string(),
    at: z.string(),
    items: z.array(
      z.object({
        number: z.int(),
        point: z.string(),
        severity,
        material: z.string().nullable(),
        problem: z.string(),
        fix: z.string(),
        basis: z.string(),
        evidence: z.array(evidence),
      }),
    ),
    person: z.array(z.object({ point: z.string(), statement: z.string(), look: z.string() })),
    clock: z.string(),
    basis: z.string(),
  })
  .openapi('Notice')

export const reviewView: z.ZodType<ReviewView> = z
  .object({ at: z.string(), catalogue: z.string(), findings: z.array(finding), notice })
  .openapi('Review')

const decisionKind = z.enum(['agree', 'override', 'correct', 'undo'])

export const newDecision: z.ZodType<NewDecision> = z
  .strictObject({
    point: z.string().min(1).max(64),
    decision: decisionKind,
    reason: z
      .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
      .exactOptional()
      .openapi({ description: '改判理由：1 原件已核 2 OCR误识 3 规则不适用 4 容缺 5 其他' }),
    note: z.string().max(2000).exactOptional(),
  })
  .refine(({ decision, reason }) => decision !== 'override' || reason !== undefined, {
    path: ['reason'],
    message: '改判要选择理由（1–5）',
  })
  .refine(({ reason, note }) => reason !== 5 || Boolean(note?.trim()), {
    path: ['note'],
    message: '理由选“其他”时请写明',
  })
  .openapi('NewDecision')

export const decisionView: z.ZodType<DecisionView> = z
  .object({
    point: z.string(),
    decision: decisionKind,
    reason: z.int().nullable(),
    note: z.string(),
    verdict,
    version: z.string(),
    at: z.string(),
    live: z.boolean(),
  })
  .openapi('Decision')
