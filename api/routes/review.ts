import { createRoute } from '@hono/zod-openapi'
import { reviewCase } from '../cases/review.ts'
import { viewCase } from '../cases/view-case.ts'
import { json, newRouter, problems, type Router } from '../http/router.ts'
import { notice, reviewView } from '../http/schemas/review.ts'
import { noticePage } from '../notice/notice-page.ts'
import type { Service } from '../service.ts'
import { caseParams } from './cases.ts'

const review = createRoute({
  method: 'get',
  path: '/api/cases/{id}/review',
  tags: ['审查'],
  summary: '全部审查要点的结论、证据和一次性告知，按现有材料重新判断',
  request: { params: caseParams },
  responses: { 200: json('审查结果', reviewView), ...problems(404) },
})

const noticeJson = createRoute({
  method: 'get',
  path: '/api/cases/{id}/notice.json',
  tags: ['审查'],
  summary: '一次性补正告知的内容',
  request: { params: caseParams },
  responses: { 200: json('告知内容', notice), ...problems(404) },
})

const noticeHtml = createRoute({
  method: 'get',
  path: '/api/cases/{id}/notice',
  tags: ['审查'],
  summary: '一次性补正告知书（可打印）',
  request: { params: caseParams },
  responses: {
    200: { description: '告知书', content: { 'text/html': { schema: { type: 'string' as const } } } },
    ...problems(404),
  },
})

export function reviewRoutes(service: Service): Router {
  return newRouter()
    .openapi(review, async (c) => c.json(await reviewCase(service, c.req.valid('param').id), 200))
    .openapi(noticeJson, async (c) => c.json((await reviewCase(service, c.req.valid('param').id)).notice, 200))
    .openapi(noticeHtml, async (c) => {
      const { id } = c.req.valid('param')
      const [view, reviewed] = [await viewCase(service, id), await reviewCase(service, id)]
      return c.html(noticePage(view, reviewed, service.today()), 200)
    })
}
