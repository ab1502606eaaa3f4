import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Context } from 'hono'
import type { Router } from './router.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>界面还没有构建</title>
<body><h1>界面还没有构建</h1><p>请运行 <code>npm run build:web</code> 后刷新本页，或用 <code>npm start</code> 启动。
接口已经可用：<a href="/docs">/docs</a></p></body></html>`

/** Serves the built pages under `folder`. A path outside the listing is simply not there. */
export function addStatics(app: Router, folder: string): void {
  app.get('/', (c) => serve(c, folder, 'index.html') ?? c.html(notBuilt, 503))
  app.get('/*', (c, next) => serve(c, folder, c.req.path.slice(1)) ?? next())
}

function serve(c: Context, folder: string, wanted: string): Response | null {
  const file = list(folder).find((name) => name === wanted)
  if (file === undefined) return null
  const lasting = file.startsWith('assets/')
  return c.body(new Uint8Array(readFileSync(join(folder, file))), 200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}

function list(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}
