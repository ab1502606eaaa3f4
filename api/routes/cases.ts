import { createRoute, z } from '@hono/zod-openapi'
import { askAgain } from '../cases/ask-sources.ts'
import { eraseCase } from '../cases/change-material.ts'
import { viewForm } from '../cases/form.ts'
import { openCase } from '../cases/open-case.ts'
import { viewCase } from '../cases/view-case.ts'
import { accepts, megabyte } from '../http/body.ts'
import { json, newRouter, problems, type Router } from '../http/router.ts'
import { caseView, formView, newCase } from '../http/schemas/case.ts'
import type { Service } from '../service.ts'

export const caseParams = z.object({ id: z.string().openapi({ description: '办件编号' }) })

const open = createRoute({
  method: 'post',
  path: '/api/cases',
  tags: ['办件'],
  summary: '开始一个办件',
  middleware: accepts('application/json', megabyte),
  request: { body: { required: true, content: { 'application/json': { schema: newCase } } } },
  responses: { 201: json('办件', caseView), ...problems(400, 404, 413, 415, 422) },
})

const view = createRoute({
  method: 'get',
  path: '/api/cases/{id}',
  tags: ['办件'],
  summary: '办件现状：材料、缺件、读取进度、共享数据',
  request: { params: caseParams },
  responses: { 200: json('办件', caseView), ...problems(404) },
})

const erase = createRoute({
  method: 'delete',
  path: '/api/cases/{id}',
  tags: ['办件'],
  summary: '删除办件和全部材料（不可恢复）',
  request: { params: caseParams },
  responses: { 204: { description: '已删除' }, ...problems(404) },
})

const prefill = createRoute({
  method: 'post',
  path: '/api/cases/{id}/prefill',
  tags: ['申请表'],
  summary: '重新向共享数据源获取，返回预填结果',
  request: { params: caseParams },
  responses: { 200: json('申请表', formView), ...problems(404) },
})

export function caseRoutes(service: Service): Router {
  return newRouter()
    .openapi(open, async (c) => {
      const { id } = await openCase(service, c.req.valid('json'), c.get('requestId'))
      return c.json(await viewCase(service, id), 201, { location: `/api/cases/${id}` })
    })
    .openapi(view, async (c) => c.json(await viewCase(service, c.req.valid('param').id), 200))
    .openapi(erase, async (c) => {
      await eraseCase(service, c.req.valid('param').id, c.get('requestId'))
      return c.body(null, 204)
    })
    .openapi(prefill, async (c) => {
      const { id } = c.req.valid('param')
      await askAgain(service, id, c.get('requestId'))
      return c.json(await viewForm(service, id), 200)
    })
}
