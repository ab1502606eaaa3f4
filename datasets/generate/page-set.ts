import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { DocumentType } from '../../facts/document-type.ts'
import { loadDocumentTypes } from '../../facts/load.ts'
import { type Forwarding, forward, throughChat } from './forwarded.ts'
import type { Layout } from './pages/content.ts'
import { layoutsOf, measuringLayouts } from './pages/layouts.ts'
import type { Sheet } from './pages/primitives/sheet.ts'
import { atLevel, HARMS, type Harm, harmed, LEVELS, type Level } from './physics/levels.ts'
import type { Photo } from './physics/photo.ts'
import { takePhoto } from './physics/take.ts'
import { seeded } from './random.ts'
import { type AskedSlice, sliceNamed } from './slices.ts'
import { sampleContent } from './values/sample-content.ts'

export interface PageSetOptions {
  seed: number
  folder: string
  /** Document type ids; every type when empty. */
  types: readonly string[]
  /** Layout names, also those for measuring only; every layout of a type when empty. */
  layouts: readonly string[]
  levels: readonly string[]
  /** Hard slices (curved, sealed:0.5), each drawn at every level; none when empty. */
  slices?: readonly string[]
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
 * type, layout, level and slice asked for. Throws on a type that does not exist. Returns how many documents were drawn.
 */
export async function drawPageSet(options: PageSetOptions): Promise<number> {
  const all = loadDocumentTypes()
  const unknown = options.types.filter((id) => !all.some((type) => type.id === id))
  if (unknown.length > 0) throw new Error(`没有文书类型 ${unknown.join('、')}`)
  const wanted = options.types.length > 0 ? all.filter(({ id }) => options.types.includes(id)) : all
  const slices = options.slices?.length ? options.slices.map(sliceNamed) : [null]
  let drawn = 0
  for (const type of wanted) {
    const known = { ...layoutsOf(type), ...(options.layouts.length > 0 ? measuringLayouts(type) : {}) }
    for (const [layout, draw] of Object.entries(known)) {
      if (options.layouts.length > 0 && !options.layouts.includes(layout)) continue
      for (const level of options.levels.length > 0 ? options.levels : LEVELS) {
        for (let i = 0; i < options.count; i += 1) {
          const seed = `${options.seed}/${type.id}/${layout}/${level}/${i}`
          for (const asked of slices) {
            const slice = asked?.(seeded(`${seed}/slice`)) ?? null
            if (slice?.layouts && !slice.layouts.includes(layout)) continue
            drawn += 1
            const folder = join(options.folder, 'documents', String(drawn).padStart(5, '0'))
            await drawDocument({ type, layout, draw, level, slice }, seed, folder)
          }
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
  slice: AskedSlice | null
}

async function drawDocument(
  { type, layout, draw, level, slice }: Drawing,
  seed: string,
  folder: string,
): Promise<void> {
  const plain = sampleContent(type, seeded(`${seed}/content`))
  const hard = seeded(`${seed}/slice/${slice?.name}`)
  const content = slice?.fill?.(plain, slice.strength, hard) ?? plain
  const printed = draw(content, seeded(`${seed}/ink`)).map(
    (sheet): { sheet: Sheet; fields?: string[] } => slice?.print?.(sheet, content, slice.strength, hard) ?? { sheet },
  )
  const sheets = printed.map(({ sheet }) => sheet)
  mkdirSync(folder, { recursive: true })
  const pages = []
  for (const [index, sheet] of sheets.entries()) {
    const usual = photoAt(level, `${seed}/photo/${index}`, sheet.card)
    const asked = slice?.photo?.(usual, slice.strength) ?? usual
    const { photo, forwarded }: { photo: Photo; forwarded?: Forwarding } =
      slice?.forward?.(asked, sheet.card) ?? (level === 'chat' ? throughChat(asked, sheet.card) : { photo: asked })
    const taken = await takePhoto(sheet, photo)
    writeFileSync(join(folder, `${index + 1}.jpg`), forwarded ? await forward(taken, forwarded) : taken.bytes)
    pages.push({ file: `${index + 1}.jpg`, photo, ...(forwarded && { forwarded }) })
  }
  // A layout that says what its sheets show may leave something out: then it is no label either.
  const named = sheets.every((sheet) => sheet.shows) ? sheets.flatMap((sheet) => sheet.shows ?? []) : null
  const shown = ([name]: [string, unknown]) => named?.includes(name) ?? true
  const marks = {
    ...Object.fromEntries(
      Object.entries(content.marks)
        .filter(shown)
        .map(([name, words]) => [name, words === false ? { present: false } : { present: true, text: words }]),
    ),
    ...Object.assign({}, ...sheets.map((sheet) => sheet.marks ?? {})),
  }
  const ticks = sheets.flatMap((sheet) => sheet.ticks ?? [])
  const harmed = printed.flatMap(({ fields }) => fields ?? [])
  const truth = {
    documentType: type.name,
    layout,
    level,
    ...(slice && {
      slice: { name: slice.name, strength: slice.strength, ...(harmed.length > 0 && { fields: harmed }) },
    }),
    fields: Object.fromEntries(Object.entries(content.fields).filter(shown)),
    marks,
    ...(ticks.length > 0 ? { ticks } : {}),
    pages,
  }
  writeFileSync(join(folder, 'truth.yaml'), stringify(truth, { lineWidth: 0, aliasDuplicateObjects: false }))
}
