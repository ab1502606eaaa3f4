import { createRoute, z } from '@hono/zod-openapi'
import { editForm, viewForm } from '../cases/form.ts'
import { accepts, megabyte } from '../http/body.ts'
import { json, newRouter, problems, type Router } from '../http/router.ts'
import { formView } from '../http/schemas/case.ts'
import type { Service } from '../service.ts'
import { caseParams } from './cases.ts'

const view = createRoute({
  method: 'get',
  path: '/api/cases/{id}/form',
  tags: ['申请表'],
  summary: '预填好的申请表，每一项都有来源',
  request: { params: caseParams },
  responses: { 200: json('申请表', formView), ...problems(404) },
})

const fields = z.record(z.string(), z.unknown()).refine((f) => Object.keys(f).length > 0, '至少要有一项')

const edit = createRoute({
  method: 'patch',
  path: '/api/cases/{id}/form',
  tags: ['申请表'],
  summary: '本人填写或修改；null 表示撤回填写',
  middleware: accepts('application/json', megabyte),
  request: {
    params: caseParams,
    body: { required: true, content: { 'application/json': { schema: z.strictObject({ fields }) } } },
  },
  responses: { 200: json('申请表', formView), ...problems(400, 404, 409, 413, 415, 422) },
})

export function formRoutes(service: Service): Router {
  return newRouter()
    .openapi(view, async (c) => c.json(await viewForm(service, c.req.valid('param').id), 200))
    .openapi(edit, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await editForm(service, id, c.req.valid('json').fields, c.get('requestId')), 200)
    })
}
