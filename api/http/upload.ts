import type { Context } from 'hono'
import { problem } from '../errors/service-error.ts'

export interface Upload {
  files: File[]
  /** Text parts by name; the last of a name holds. */
  texts: Map<string, string>
}

/** OpenAPI schema of a multipart body with files; parsed by `readUpload`, not by the validator. */
export const uploadBody = (...texts: string[]) => ({
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        required: ['files'],
        properties: {
          files: { type: 'array' as const, items: { type: 'string' as const, format: 'binary' } },
          ...Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }])),
        },
      },
    },
  },
})

/** The files and texts of a multipart body whose size was counted before. */
export async function readUpload(c: Context): Promise<Upload> {
  let form: FormData
  try {
    form = await c.req.raw.formData()
  } catch {
    throw problem('malformed-form')
  }
  const files: File[] = []
  const texts = new Map<string, string>()
  form.forEach((part, name) => {
    if (typeof part === 'string') texts.set(name, part)
    else files.push(part)
  })
  return { files, texts }
}
