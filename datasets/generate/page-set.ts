import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { DocumentType } from '../../facts/document-type.ts'
import { loadDocumentTypes } from '../../facts/load.ts'
import { type Forwarding, forward, throughChat } from './forwarded.ts'
import type { Layout } from './pages/content.ts'
import { layoutsOf, measuringLayouts } from './pages/layouts.ts'
import { atLevel, HARMS, type Harm, harmed, LEVELS, type Level } from './physics/levels.ts'
import type { Photo } from './physics/photo.ts'
import { takePhoto } from './physics/take.ts'
import { seeded } from './random.ts'
import { sampleContent } from './values/sample-content.ts'

export interface PageSetOptions {
  seed: number
  folder: string
  /** Document type ids; every type when empty. */
  types: readonly string[]
  /** Layout names, also those for measuring only; every layout of a type when empty. */
  layouts: readonly string[]
  levels: readonly string[]
  /** Documents of each type, layout and level. */
  count: number
}

/** A harm's strongest must spoil a page: in the dark that takes more than the light of levels knows. */
const DARKEST = 1.75

/** The photo of a level by its name (phone), or of one harm at a strength (blur:0.5). Throws on a name that is neither. */
export function photoAt(name: string, seed: string, card: boolean): Photo {
  const [word = '', strength] = name.split(':')
  const harm = HARMS.find((one): one is Harm => one === word)
  const share = Number(strength)
  if (harm && share >= 0 && share <= 1) return harmed(harm, harm === 'lowLight' ? DARKEST * share : share, seed, card)
  const level = LEVELS.find((one): one is Level => one === name)
  if (!level)
    throw new Error(`没有拍摄质量 ${name}：可用 ${LEVELS.join('、')}，或 ${HARMS.join('、')} 加强度，如 blur:0.5`)
  return atLevel(level, seed, card)
}

/**
 * Draws single documents for measuring the reader: `documents/<id>/{1.jpg, 2.jpg …, truth.yaml}`, one document of every
 * type, layout and level asked for. Throws on a type that does not exist. Returns how many documents were drawn.
 */
export async function drawPageSet(options: PageSetOptions): Promise<number> {
  const all = loadDocumentTypes()
  const unknown = options.types.filter((id) => !all.some((type) => type.id === id))
  if (unknown.length > 0) throw new Error(`没有文书类型 ${unknown.join('、')}`)
  const wanted = options.types.length > 0 ? all.filter(({ id }) => options.types.includes(id)) : all
  let drawn = 0
  for (const type of wanted) {
    const known = { ...layoutsOf(type), ...(options.layouts.length > 0 ? measuringLayouts(type) : {}) }
    for (const [layout, draw] of Object.entries(known)) {
      if (options.layouts.length > 0 && !options.layouts.includes(layout)) continue
      for (const level of options.levels.length > 0 ? options.levels : LEVELS) {
        for (let i = 0; i < options.count; i += 1) {
          drawn += 1
          const folder = join(options.folder, 'documents', String(drawn).padStart(5, '0'))
          await drawDocument(
            { type, layout, draw, level },
            `${options.seed}/${type.id}/${layout}/${level}/${i}`,
            folder,
          )
        }
      }
    }
  }
  return drawn
}

interface Drawing {
  type: DocumentType
  layout: string
  draw: Layout
  level: string
}

async function drawDocument({ type, layout, draw, level }: Drawing, seed: string, folder: string): Promise<void> {
  const content = sampleContent(type, seeded(`${seed}/content`))
  const sheets = draw(content, seeded(`${seed}/ink`))
  mkdirSync(folder, { recursive: true })
  const pages = []
  for (const [index, sheet] of sheets.entries()) {
    const asked = photoAt(level, `${seed}/photo/${index}`, sheet.card)
    const { photo, forwarded }: { photo: Photo; forwarded?: Forwarding } =
      level === 'chat' ? throughChat(asked, sheet.card) : { photo: asked }
    const taken = await takePhoto(sheet, photo)
    writeFileSync(join(folder, `${index + 1}.jpg`), forwarded ? await forward(taken, forwarded) : taken.bytes)
    pages.push({ file: `${index + 1}.jpg`, photo, ...(forwarded && { forwarded }) })
  }
  // A layout that says what its sheets show may leave something out: then it is no label either.
  const named = sheets.every((sheet) => sheet.shows) ? sheets.flatMap((sheet) => sheet.shows ?? []) : null
  const shown = ([name]: [string, unknown]) => named?.includes(name) ?? true
  const marks = Object.fromEntries(
    Object.entries(content.marks)
      .filter(shown)
      .map(([name, words]) => [name, words === false ? { present: false } : { present: true, text: words }]),
  )
  const ticks = sheets.flatMap((sheet) => sheet.ticks ?? [])
  const truth = {
    documentType: type.name,
    layout,
    level,
    fields: Object.fromEntries(Object.entries(content.fields).filter(shown)),
    marks,
    ...(ticks.length > 0 ? { ticks } : {}),
    pages,
  }
  writeFileSync(join(folder, 'truth.yaml'), stringify(truth, { lineWidth: 0, aliasDuplicateObjects: false }))
}
