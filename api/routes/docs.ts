import { html, raw } from 'hono/html'
import { PROBLEMS } from '../errors/codes.ts'
import type { Router } from '../http/router.ts'

const info = {
  openapi: '3.1.0',
  info: {
    title: 'FirstPass 一次过',
    version: '0.1.0',
    description: '政务申请材料智能预填与预审。错误一律为 application/problem+json（RFC 9457），code 稳定。',
  },
}

interface Operation {
  tags?: string[]
  summary?: string
  requestBody?: { content?: Record<string, unknown> }
  responses?: Record<string, { description?: string }>
}

interface Entry extends Operation {
  method: string
  path: string
}

/** /openapi.json and a page to read it by, drawn here without outside files. */
export function addDocs(app: Router): void {
  app.get('/openapi.json', (c) => c.json(app.getOpenAPI31Document(info)))
  app.get('/docs', (c) => c.html(docsPage(entriesOf(app.getOpenAPI31Document(info)))))
}

function entriesOf(document: { paths?: object }): Entry[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      ...operation,
    })),
  )
}

function docsPage(entries: readonly Entry[]) {
  const tags = [...new Set(entries.map(({ tags: [tag] = [] }) => tag ?? ''))]
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口说明 · API — FirstPass 一次过</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>接口说明 <small lang="en">API</small></h1>
<p>${info.info.description} 完整定义 <span lang="en">Full definition</span>：<a href="/openapi.json">/openapi.json</a></p>
${tags.map((tag) => html`<section><h2>${tag}</h2>${entries.filter((entry) => entry.tags?.[0] === tag).map(card)}</section>`)}
<section>
<h2>错误编号 <small lang="en">Problem codes</small></h2>
<div class="wide" tabindex="0" role="region" aria-label="错误编号"><table>
<thead><tr><th scope="col">code</th><th scope="col">状态</th><th scope="col">发生了什么</th><th scope="col">怎么处理</th></tr></thead>
<tbody>${Object.entries(PROBLEMS).map(
    ([code, [status, title, fix]]) =>
      html`<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td><td>${fix}</td></tr>`,
  )}</tbody>
</table></div>
</section>
</main>
</body>
</html>`
}

function card(entry: Entry) {
  const takes = Object.keys(entry.requestBody?.content ?? {})
  return html`<article>
<h3><code>${entry.method} ${entry.path}</code></h3>
<p>${entry.summary ?? ''}${takes.length > 0 ? html`　<small>接收 ${takes.join(', ')}</small>` : ''}</p>
<ul>${Object.entries(entry.responses ?? {}).map(([status, { description }]) => html`<li><code>${status}</code> ${description ?? ''}</li>`)}</ul>
</article>`
}

const style = `
body { margin: 0; color: #111; background: #f4f6f9; font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
article, table { background: #fff; border: 1px solid #c8d0da; }
article { margin: .75rem 0; padding: .5rem 1rem; }
h3 { margin: .25rem 0; font-size: 1rem; overflow-wrap: anywhere; }
ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .25rem 0; padding: 0; list-style: none; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem .6rem; border: 1px solid #c8d0da; text-align: left; vertical-align: top; }
`
