import { z } from '@hono/zod-openapi'
import { MARK_KINDS, QUALITY_ISSUES, SEAL_SHAPES } from '../../../facts/reading.ts'
import type { Mark, Quality, ReadDocument, Reading } from '../../client.ts'
import { anyValue, box, factState } from './common.ts'

const mark: z.ZodType<Mark> = z
  .object({
    kind: z.enum(MARK_KINDS),
    name: z.string().exactOptional(),
    present: z.boolean(),
    page: z.int(),
    box,
    confidence: z.number(),
    text: z.string().exactOptional(),
    colour: z.enum(['red', 'black']).exactOptional(),
    shape: z.enum(SEAL_SHAPES).exactOptional(),
    ring: z.object({ text: z.string(), confidence: z.number() }).exactOptional(),
  })
  .openapi('Mark')

const quality: z.ZodType<Quality> = z
  .object({
    score: z.number(),
    issues: z.array(z.enum(QUALITY_ISSUES)),
    advice: z.array(z.string()),
  })
  .openapi('Quality')

const field = z.object({
  value: anyValue,
  raw: z.string(),
  label: z.string(),
  confidence: z.number(),
  state: factState,
  page: z.int(),
  box,
  note: z.string().exactOptional(),
})

export const readDocument: z.ZodType<ReadDocument> = z
  .object({
    documentType: z.string(),
    variant: z.string().exactOptional(),
    confidence: z.number(),
    pages: z.array(z.int()),
    sides: z.array(z.string()).exactOptional(),
    fields: z.record(z.string(), field),
    marks: z.array(mark),
    quality,
    copy: z.boolean().exactOptional(),
    copyRemark: z.boolean().exactOptional(),
    digital: z.boolean().exactOptional(),
  })
  .openapi('ReadDocument')

export const pageSize = z.object({
  page: z.int(),
  width: z.number(),
  height: z.number(),
  turned: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).exactOptional(),
})

const line = z.object({
  page: z.int(),
  box: box.unwrap().unwrap(),
  text: z.string(),
  confidence: z.number(),
  characters: z.array(z.number()).exactOptional(),
})

export const reading: z.ZodType<Reading> = z
  .object({
    file: z.string(),
    error: z.object({ code: z.string(), message: z.string() }).exactOptional(),
    documents: z.array(readDocument),
    lines: z.array(line),
    pages: z.array(pageSize),
  })
  .openapi('Reading')
