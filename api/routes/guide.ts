import { createRoute, z } from '@hono/zod-openapi'
import { followGuide, preCheck } from '../guide/before-case.ts'
import { accepts, megabyte } from '../http/body.ts'
import { json, newRouter, problems, type Router } from '../http/router.ts'
import { beforeCase, eligibilityView, guideRequest, guideView, matterSummary } from '../http/schemas/guide.ts'
import type { Service } from '../service.ts'

const matters = createRoute({
  method: 'get',
  path: '/api/matters',
  tags: ['引导'],
  summary: '全部事项，每个事项有哪些情形',
  responses: { 200: json('全部事项', z.array(matterSummary)) },
})

const guide = createRoute({
  method: 'post',
  path: '/api/matters/{id}/guide',
  tags: ['引导'],
  summary: '几句话问清该办哪个情形；共享数据能答的不问',
  middleware: accepts('application/json', megabyte),
  request: {
    params: z.object({ id: z.string().openapi({ example: 'M01' }) }),
    body: { required: true, content: { 'application/json': { schema: guideRequest } } },
  },
  responses: { 200: json('问到哪一步', guideView), ...problems(400, 404, 413, 415, 422) },
})

const eligibility = createRoute({
  method: 'post',
  path: '/api/scenarios/{id}/eligibility',
  tags: ['引导'],
  summary: '申请条件预检：上传材料之前，哪些条件符合、不符合、还不知道，以及本人的材料清单',
  middleware: accepts('application/json', megabyte),
  request: {
    params: z.object({ id: z.string().openapi({ example: 'S001' }) }),
    body: { required: true, content: { 'application/json': { schema: beforeCase } } },
  },
  responses: { 200: json('申请条件', eligibilityView), ...problems(400, 404, 413, 415, 422) },
})

export function guideRoutes(service: Service): Router {
  return newRouter()
    .openapi(matters, (c) => c.json(service.judgement.matters(), 200))
    .openapi(guide, async (c) => c.json(await followGuide(service, c.req.valid('param').id, c.req.valid('json')), 200))
    .openapi(eligibility, async (c) =>
      c.json(await preCheck(service, c.req.valid('param').id, c.req.valid('json')), 200),
    )
}
