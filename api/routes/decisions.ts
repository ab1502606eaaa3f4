import { createRoute, z } from '@hono/zod-openapi'
import { decide, liveDecisions } from '../cases/decide.ts'
import { requireCase } from '../cases/require-case.ts'
import type { DecisionView } from '../client.ts'
import { accepts, megabyte } from '../http/body.ts'
import { json, newRouter, problems, type Router } from '../http/router.ts'
import { decisionView, newDecision } from '../http/schemas/review.ts'
import type { Service } from '../service.ts'
import { caseParams } from './cases.ts'

const add = createRoute({
  method: 'post',
  path: '/api/cases/{id}/decisions',
  tags: ['审查'],
  summary: '工作人员对一条结论的处理：同意、改判（写理由）、列入补正、撤销',
  middleware: accepts('application/json', megabyte),
  request: { params: caseParams, body: { required: true, content: { 'application/json': { schema: newDecision } } } },
  responses: { 201: json('全部处理记录', z.array(decisionView)), ...problems(400, 404, 413, 415, 422) },
})

const list = createRoute({
  method: 'get',
  path: '/api/cases/{id}/decisions',
  tags: ['审查'],
  summary: '处理记录（只增不改）',
  request: { params: caseParams },
  responses: { 200: json('全部处理记录', z.array(decisionView)), ...problems(404) },
})

export function decisionRoutes(service: Service): Router {
  return newRouter()
    .openapi(add, async (c) => {
      const { id } = c.req.valid('param')
      await decide(service, id, c.req.valid('json'), c.get('requestId'))
      return c.json(await view(service, id), 201)
    })
    .openapi(list, async (c) => c.json(await view(service, c.req.valid('param').id), 200))
}

async function view(service: Service, id: string): Promise<DecisionView[]> {
  await requireCase(service, id)
  const rows = await service.store.decisions(id)
  const live = new Set(liveDecisions(rows).values())
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString(), live: live.has(row) }))
}
