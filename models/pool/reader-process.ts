/** Entry of a reader process: one task at a time, everything that decodes a file happens here. */
import sharp from 'sharp'
import { IntakeError } from '../intake/intake-error.ts'
import { openSource } from '../intake/open-source.ts'
import { turn } from '../ocr/picture.ts'
import type { PageReader } from '../ocr/read-lines.ts'
import { createTesseract } from '../ocr/tesseract.ts'
import { takeProfile } from '../stopwatch.ts'
import { tellDocumentTypes } from '../understand/index.ts'
import type { Progress, Raster, Reply, Request, Task } from './messages.ts'
import { readSource } from './read-source.ts'

const WEBP_QUALITY = 82

const tesseract = createTesseract()
let loading: Promise<PageReader> | null = null

/** PP-OCR, or Tesseract alone where the native runtime cannot be loaded. */
function pageReader(): Promise<PageReader> {
  loading ??= import('../ocr/read-lines.ts')
    .then(({ createPageReader }) => createPageReader())
    .catch((error: unknown) => {
      console.error(`PP-OCR 无法加载，改用 Tesseract：${error instanceof Error ? error.message : error}`)
      return { lines: tesseract.lines, closer: null }
    })
  return loading
}

async function perform(id: number, task: Task): Promise<Reply> {
  const source = await openSource(task.input)
  try {
    if (task.kind === 'raster') return { id, kind: 'raster', raster: await raster(source, task) }
    const reader = await pageReader()
    const heard = (progress: Progress) => send({ id, kind: 'progress', progress })
    const reading = await readSource(source, reader, tesseract, heard, task)
    return { id, kind: 'read', reading, profile: takeProfile() }
  } finally {
    await source.close()
  }
}

type OpenSource = Awaited<ReturnType<typeof openSource>>

async function raster(source: OpenSource, task: Extract<Task, { kind: 'raster' }>): Promise<Raster> {
  if (task.page < 1 || task.page > source.pages) throw new IntakeError('no-such-page')
  let turned = task.turned
  if (turned === undefined) turned = (await (await pageReader()).lines((await source.open(task.page)).page)).turned
  const picture = await turn(await source.look(task.page, turned % 180 === 0 ? 'width' : 'height', task.width), turned)
  const { data, info } = await sharp(picture.rgb, {
    raw: { width: picture.width, height: picture.height, channels: 3 },
  })
    .resize({ width: task.width, withoutEnlargement: true })
    .webp({ quality: WEBP_QUALITY })
    .toBuffer({ resolveWithObject: true })
  return { webp: data, width: info.width, height: info.height }
}

const send = (reply: Reply) => process.send?.(reply)

process.on('message', (request: Request) => {
  if (request.kind === 'types') return tellDocumentTypes(request.types)
  const { id, ...task } = request
  perform(id, task).then(send, (error: unknown) => {
    if (error instanceof IntakeError) send({ id, kind: 'refused', code: error.code, message: error.message })
    else send({ id, kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  })
})
send({ kind: 'ready' })
// The parent is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0))
