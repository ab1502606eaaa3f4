import { createRoute, z } from '@hono/zod-openapi'
import { requireScenario } from '../cases/require-case.ts'
import { json, newRouter, problems, type Router } from '../http/router.ts'
import { scenarioDetail, scenarioSummary } from '../http/schemas/case.ts'
import type { Service } from '../service.ts'

const list = createRoute({
  method: 'get',
  path: '/api/scenarios',
  tags: ['情形'],
  summary: '能办哪些情形',
  responses: { 200: json('全部情形', z.array(scenarioSummary)) },
})

const detail = createRoute({
  method: 'get',
  path: '/api/scenarios/{id}',
  tags: ['情形'],
  summary: '一个情形要哪些材料、填哪些项、有哪些条件',
  request: { params: z.object({ id: z.string().openapi({ example: 'S001' }) }) },
  responses: { 200: json('情形', scenarioDetail), ...problems(404) },
})

export function scenarioRoutes({ judgement }: Service): Router {
  return newRouter()
    .openapi(list, (c) => c.json(judgement.scenarios(), 200))
    .openapi(detail, (c) => c.json(requireScenario(judgement, c.req.valid('param').id), 200))
}
