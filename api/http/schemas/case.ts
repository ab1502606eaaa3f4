import { z } from '@hono/zod-openapi'
import { VALUE_TYPES } from '../../../facts/values/value.ts'
import type {
  CaseView,
  FormValue,
  FormView,
  MaterialStatus,
  MaterialView,
  NewCase,
  Progress,
  ScenarioDetail,
  ScenarioSummary,
  UploadOutcome,
} from '../../client.ts'
import { applicant, isoDate } from './applicant.ts'
import { anyValue, evidence, factState, problemSchema } from './common.ts'
import { pageSize, readDocument } from './reading.ts'

const summary = {
  id: z.string(),
  name: z.string(),
  matter: z.string(),
  category: z.string(),
  dept: z.string(),
  points: z.int(),
  automatic: z.int(),
}

export const scenarioSummary: z.ZodType<ScenarioSummary> = z.object(summary).openapi('ScenarioSummary')

export const scenarioDetail: z.ZodType<ScenarioDetail> = z
  .object({
    ...summary,
    applicants: z.array(z.string()),
    materials: z.array(
      z.object({
        slot: z.string(),
        documentTypes: z.array(z.string()),
        many: z.boolean(),
        required: z.enum(['required', 'conditional']),
        note: z.string().nullable(),
        exempt: z.string().nullable(),
      }),
    ),
    fields: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        type: z.string(),
        values: z.array(z.string()),
        unit: z.string().nullable(),
        required: z.string(),
        hint: z.string().nullable(),
      }),
    ),
    conditions: z.array(z.object({ id: z.string(), text: z.string(), mode: z.enum(['auto', 'manual']) })),
  })
  .openapi('ScenarioDetail')

export const newCase: z.ZodType<NewCase & { registry?: unknown }> = z
  .strictObject({
    scenario: z.string().min(1),
    at: isoDate.exactOptional().openapi({ description: '受理日期，缺省为今天' }),
    applicant: applicant.exactOptional(),
    answers: z.record(z.string(), z.unknown()).exactOptional(),
    registry: z.unknown().exactOptional().openapi({ description: '仅限本机沙箱：各共享数据源的回答' }),
  })
  .openapi('NewCase')

export const material: z.ZodType<MaterialView> = z
  .object({
    id: z.string(),
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    slot: z.string().nullable(),
    state: z.enum(['queued', 'reading', 'read', 'failed']),
    pages: z.array(pageSize),
    pagesRead: z.int(),
    documents: z.array(readDocument),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    notes: z.array(z.string()),
  })
  .openapi('Material')

export const materialStatus: z.ZodType<MaterialStatus> = z.object({
  slot: z.string(),
  documentTypes: z.array(z.string()),
  many: z.boolean(),
  need: z.enum(['required', 'not-required', 'unknown', 'exempt']),
  why: z.string(),
  status: z.enum(['provided', 'missing', 'wrong-document', 'unreadable', 'exempt', 'not-required']),
  materials: z.array(z.string()),
  extra: z.literal(true).optional(),
})

export const progress: z.ZodType<Progress> = z
  .object({
    pages: z.int(),
    pagesRead: z.int(),
    files: z.int(),
    filesRead: z.int(),
    current: z.string().nullable(),
    done: z.boolean(),
  })
  .openapi('Progress')

export const caseView: z.ZodType<CaseView> = z
  .object({
    id: z.string(),
    scenario: z.string(),
    scenarioName: z.string(),
    at: z.string(),
    applicant: applicant.nullable(),
    state: z.enum(['draft', 'reading', 'ready', 'decided']),
    progress,
    materials: z.array(material),
    slots: z.array(materialStatus),
    sources: z.array(
      z.object({
        source: z.string(),
        agency: z.string(),
        state: z.enum([
          'ok',
          'absent',
          'denied',
          'unavailable',
          'stale',
          'not-asked',
          'not-connected',
          'rejected',
          'not-covered',
        ]),
        message: z.string(),
      }),
    ),
  })
  .openapi('Case')

export const uploadOutcome: z.ZodType<UploadOutcome> = z
  .object({
    fileName: z.string(),
    outcome: z.enum(['accepted', 'duplicate', 'refused']),
    material: material.exactOptional(),
    problem: problemSchema.exactOptional(),
  })
  .openapi('UploadOutcome')

const formValue: z.ZodType<FormValue> = z
  .object({
    key: z.string(),
    name: z.string(),
    type: z.string(),
    values: z.array(z.string()),
    columns: z.array(z.object({ name: z.string(), type: z.enum(VALUE_TYPES) })).exactOptional(),
    gaps: z.array(z.string()).exactOptional(),
    unit: z.string().nullable(),
    required: z.boolean(),
    asked: z.boolean(),
    value: anyValue,
    display: z.string(),
    source: z.string(),
    confidence: z.number(),
    state: factState,
    locked: z.boolean(),
    evidence: z.array(evidence),
    conflicts: z.array(
      z.object({
        source: z.string(),
        value: anyValue,
        display: z.string(),
        confidence: z.number(),
        state: factState,
        evidence: z.array(evidence),
      }),
    ),
    unavailable: z.array(z.string()),
    hint: z.string().nullable(),
  })
  .openapi('FormValue')

export const formView: z.ZodType<FormView> = z
  .object({ fields: z.array(formValue), prefilled: z.int(), asked: z.int() })
  .openapi('Form')
