import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { SEAL_SHAPES } from '../../../facts/reading.ts'
import type { Value } from '../../../facts/values/value.ts'

const truthSchema = z.object({
  documentType: z.string(),
  layout: z.string().default(''),
  level: z.string().default(''),
  /** What makes the document hard to read, how strongly, and on which fields it lies (all when it names none). */
  slice: z.object({ name: z.string(), strength: z.number(), fields: z.array(z.string()).optional() }).optional(),
  fields: z.record(z.string(), z.custom<Value>()),
  marks: z
    .record(
      z.string(),
      z.object({
        present: z.boolean(),
        text: z.string().optional(),
        shape: z.enum(SEAL_SHAPES).optional(),
        colour: z.enum(['red', 'black']).optional(),
      }),
    )
    .default({}),
  ticks: z.array(z.object({ words: z.string(), ticked: z.boolean() })).default([]),
  pages: z.array(z.object({ file: z.string() })),
})

/** One labelled document of a reading set: its pictures and what is true of it. */
export interface LabelledDocument extends z.infer<typeof truthSchema> {
  id: string
  /** Paths of its pictures, in order. */
  files: string[]
}

/** Reads `DIR/documents/<id>/truth.yaml`; throws naming the first document that is not in the format. */
export function loadDocuments(folder: string): LabelledDocument[] {
  const all = join(folder, 'documents')
  if (!existsSync(all)) throw new Error(`${folder} 里没有 documents 文件夹：先用 npm run draw -- --pages 画一批`)
  return readdirSync(all)
    .sort()
    .map((id) => {
      const path = join(all, id, 'truth.yaml')
      if (!existsSync(path)) throw new Error(`${path} 不存在`)
      const read = truthSchema.safeParse(parse(readFileSync(path, 'utf8')))
      if (!read.success) throw new Error(`${path}：${z.prettifyError(read.error)}`)
      const files = read.data.pages.map(({ file }) => join(all, id, file))
      const missing = files.find((file) => !existsSync(file))
      if (missing) throw new Error(`${missing} 不存在`)
      return { ...read.data, id: `${basename(folder)}/${id}`, files }
    })
}
