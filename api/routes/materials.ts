import { createRoute, z } from '@hono/zod-openapi'
import { addMaterials } from '../cases/add-materials.ts'
import { placeMaterial, removeMaterial } from '../cases/change-material.ts'
import { pageImage } from '../cases/page-image.ts'
import { viewMaterial } from '../cases/view-case.ts'
import { accepts, megabyte } from '../http/body.ts'
import { json, newRouter, problems, type Router } from '../http/router.ts'
import { material, uploadOutcome } from '../http/schemas/case.ts'
import { readUpload, uploadBody } from '../http/upload.ts'
import type { Service } from '../service.ts'
import { caseParams } from './cases.ts'

const materialParams = caseParams.extend({ material: z.string().openapi({ description: '材料编号' }) })

const add = (limitBytes: number) =>
  createRoute({
    method: 'post',
    path: '/api/cases/{id}/materials',
    tags: ['材料'],
    summary: '上传材料（可多份；slot 可选），逐份说明结果，随后在后台读取',
    middleware: accepts('multipart/form-data', limitBytes),
    request: { params: caseParams, body: uploadBody('slot') },
    responses: {
      201: json('每个文件的结果', z.object({ files: z.array(uploadOutcome) })),
      ...problems(400, 404, 413, 415, 422),
    },
  })

const place = createRoute({
  method: 'patch',
  path: '/api/cases/{id}/materials/{material}',
  tags: ['材料'],
  summary: '指定这份材料放在哪个材料位；null 表示按文种自动归位',
  middleware: accepts('application/json', megabyte),
  request: {
    params: materialParams,
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ slot: z.string().nullable() }) } },
    },
  },
  responses: { 200: json('材料', material), ...problems(400, 404, 413, 415, 422) },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/cases/{id}/materials/{material}',
  tags: ['材料'],
  summary: '撤下一份材料',
  request: { params: materialParams },
  responses: { 204: { description: '已撤下' }, ...problems(404) },
})

const page = createRoute({
  method: 'get',
  path: '/api/cases/{id}/materials/{material}/pages/{page}',
  tags: ['材料'],
  summary: '材料某一页的图像（正立，WebP，最宽 1600 像素；width 可另定宽度，用作缩略图）',
  request: {
    params: materialParams.extend({ page: z.coerce.number().int().min(1) }),
    query: z.object({ width: z.coerce.number().int().min(100).max(2000).optional() }),
  },
  responses: {
    200: {
      description: '页面图像',
      content: { 'image/webp': { schema: { type: 'string' as const, format: 'binary' } } },
    },
    ...problems(404, 422, 503),
  },
})

export function materialRoutes(service: Service): Router {
  return newRouter()
    .openapi(add(service.config.requestLimitBytes), async (c) => {
      const { files, texts } = await readUpload(c)
      const slot = texts.get('slot') || null
      const { id } = c.req.valid('param')
      return c.json({ files: await addMaterials(service, id, files, slot, c.get('requestId')) }, 201)
    })
    .openapi(place, async (c) => {
      const { id, material: one } = c.req.valid('param')
      await placeMaterial(service, id, one, c.req.valid('json').slot, c.get('requestId'))
      return c.json(await viewMaterial(service, id, one), 200)
    })
    .openapi(remove, async (c) => {
      const { id, material: one } = c.req.valid('param')
      await removeMaterial(service, id, one, c.get('requestId'))
      return c.body(null, 204)
    })
    .openapi(page, async (c) => {
      const { id, material: one, page: number } = c.req.valid('param')
      const image = await pageImage(service, id, one, number, c.req.valid('query').width)
      return c.body(new Uint8Array(image), 200, {
        'content-type': 'image/webp',
        'cache-control': 'private, max-age=3600',
      })
    })
}
