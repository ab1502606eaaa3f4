import { createRoute, z } from '@hono/zod-openapi'
import { readNow } from '../cases/read-now.ts'
import { accepts } from '../http/body.ts'
import { json, newRouter, problems, type Router } from '../http/router.ts'
import { reading } from '../http/schemas/reading.ts'
import { readUpload, uploadBody } from '../http/upload.ts'
import type { Service } from '../service.ts'

const read = (limitBytes: number) =>
  createRoute({
    method: 'post',
    path: '/api/readings',
    tags: ['识别'],
    summary: '只识别、不建办件：当场返回每个文件的文种、字段、签章和文字',
    middleware: accepts('multipart/form-data', limitBytes),
    request: { body: uploadBody() },
    responses: { 200: json('每个文件一项', z.array(reading)), ...problems(400, 413, 415, 422, 503) },
  })

export function readingRoutes(service: Service): Router {
  return newRouter().openapi(read(service.config.requestLimitBytes), async (c) => {
    const { files } = await readUpload(c)
    return c.json(await readNow(service, files), 200)
  })
}
