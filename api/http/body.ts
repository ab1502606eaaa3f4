import type { MiddlewareHandler } from 'hono'
import { problem } from '../errors/service-error.ts'

export const megabyte = 1024 * 1024

/** Refuses other media types (415), counts the body's bytes itself (413) and hands on what it counted. */
export function accepts(mediaType: 'application/json' | 'multipart/form-data', limitBytes: number): MiddlewareHandler {
  return async (c, next) => {
    const declared = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    if (declared !== mediaType) {
      throw problem('wrong-media-type', { detail: `这里要 ${mediaType}，收到的是 ${declared || '没有类型的内容'}` })
    }
    const tooLarge = () => problem('too-large', { detail: `内容超过 ${Math.floor(limitBytes / megabyte)} MB 的上限` })
    if (Number(c.req.header('content-length') ?? 0) > limitBytes) throw tooLarge()
    const body = await readBody(c.req.raw.body, limitBytes)
    if (body === null) throw tooLarge()
    c.req.raw = new Request(c.req.url, { method: c.req.method, headers: c.req.raw.headers, body })
    await next()
  }
}

async function readBody(stream: ReadableStream<Uint8Array> | null, limitBytes: number): Promise<Uint8Array | null> {
  if (stream === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limitBytes) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  return Buffer.concat(parts, size)
}
