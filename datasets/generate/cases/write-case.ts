import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { loadSharedSources } from '../../../facts/load.ts'
import { type CaseRegistry, caseSchema, registrySchema, type Truth, truthSchema } from '../../case-format.ts'
import { documentNames } from '../document-names.ts'
import { layoutsOf } from '../pages/layouts.ts'
import { printedPdf, type Sheet } from '../pages/primitives/sheet.ts'
import type { Camera } from '../physics/kept-photos.ts'
import type { Photo } from '../physics/photo.ts'
import { scannedPdf } from '../physics/scanned-pdf.ts'
import { type Jpeg, takePhoto } from '../physics/take.ts'
import { seeded } from '../random.ts'
import type { BuiltCase, Repair } from './build.ts'
import { photocopy } from './copy-remark.ts'
import type { Draft, Paper } from './draft.ts'
import { typeOf, UNSEEN_LAYOUT } from './fill-content.ts'
import { type TrueBox, trueBoxes } from './true-boxes.ts'

/** Raised whenever the same request would give other bytes. */
export const GENERATOR = 'datasets/generate 8'

interface Page {
  paper: Paper
  sheet: Sheet
  photo: Photo
  file: string
  page: number
}

/**
 * Writes one case in the format of DESIGN §7: case.yaml, registry.yaml, truth.yaml and its pages; what mends a defect
 * lies beside, named like the rest. Without a camera (null) no page is written, for runs with perfect reading.
 */
export async function writeCase(
  folder: string,
  built: BuiltCase,
  recipe: { seed: string; split: string },
  { camera = takePhoto }: { camera?: Camera | null } = {},
): Promise<void> {
  const { draft, defects } = built
  mkdirSync(folder, { recursive: true })
  const counter = { count: 0 }
  const pages = number(draft, draft.papers, counter)
  const repairs = defects.map(({ defect, repair }, i) => ({
    defect,
    repair,
    index: i,
    pages: repairPages(draft, repair, counter),
  }))
  const boxes = new Map<Page, Record<string, TrueBox[]>>()
  if (camera)
    for (const all of [pages, ...repairs.map((one) => one.pages)]) await writePages(folder, all, camera, boxes)
  const truth = truthSchema.parse({
    pages: truePages([pages, ...repairs.map((one) => one.pages)], boxes),
    documents: draft.papers.map((paper) => trueDocument(paper, pages)),
    form: draft.form,
    review: draft.review,
    defects: repairs.map(({ defect, repair, index, pages: mended }) => ({
      id: defect.id,
      title: defect.title,
      slot: defect.slot,
      points: Object.keys(defect.fails).filter((id) => draft.hasPoint(id)),
      repair: repair && describe(folder, repair, pages, mended, index),
    })),
    outcome: built.outcome,
    recipe: { generator: GENERATOR, ...recipe },
  })
  write(
    folder,
    'case.yaml',
    caseSchema.parse({
      scenario: draft.scenario.id,
      at: draft.at,
      applicant: draft.applicant,
      answers: draft.answers,
      materials: [
        ...new Map(
          pages.map(({ file, paper }) => [file, draft.habits.slotted ? { file, slot: paper.slot } : { file }]),
        ).values(),
      ],
    }),
  )
  write(folder, 'registry.yaml', registrySchema.parse(everySource(draft.registry)))
  write(folder, 'truth.yaml', truth)
}

/** Every source answers: one that holds nothing about the case says so. */
function everySource(registry: CaseRegistry): CaseRegistry {
  return { ...Object.fromEntries(loadSharedSources().map(({ name }) => [name, []])), ...registry }
}

function repairPages(draft: Draft, repair: Repair | null, counter: { count: number }): Page[] {
  if (!repair) return []
  return number(draft, [...repair.replace.flatMap((one) => one.with), ...repair.add], counter)
}

function describe(folder: string, repair: Repair, pages: readonly Page[], mended: readonly Page[], index: number) {
  const filesOf = (all: readonly Page[], keys: readonly string[]) => [
    ...new Set(all.filter(({ paper }) => keys.includes(paper.key)).map(({ file }) => file)),
  ]
  const registry = Object.keys(repair.registry).length > 0 ? `mended-${index + 1}.yaml` : undefined
  if (registry) write(folder, registry, registrySchema.parse(repair.registry))
  return {
    replace: repair.replace.map(({ papers, with: papersNow }) => ({
      files: filesOf(pages, papers),
      with: filesOf(
        mended,
        papersNow.map(({ key }) => key),
      ),
      slot: papersNow[0]?.slot ?? pages.find(({ paper }) => papers.includes(paper.key))?.paper.slot ?? '',
    })),
    add: repair.add.flatMap(({ key, slot }) => filesOf(mended, [key]).map((file) => ({ file, slot }))),
    answers: repair.answers,
    ...(registry ? { registry } : {}),
  }
}

/** Takes and writes the pictures; `boxes` learns where on each the values stand. */
async function writePages(
  folder: string,
  pages: readonly Page[],
  camera: Camera,
  boxes: Map<Page, Record<string, TrueBox[]>>,
): Promise<void> {
  const taken = new Map<string, Jpeg[]>()
  for (const page of pages) {
    if (page.paper.digital) {
      if (page.page === 1) writeFileSync(join(folder, page.file), printed(page.paper))
      continue
    }
    const jpeg = await camera(page.sheet, page.photo)
    taken.set(page.file, [...(taken.get(page.file) ?? []), jpeg])
    boxes.set(page, trueBoxes(page.paper.content.fields, page.sheet, jpeg))
  }
  for (const [file, jpegs] of taken)
    writeFileSync(
      join(folder, file),
      file.endsWith('.pdf') ? scannedPdf(jpegs) : Buffer.concat(jpegs.map((j) => j.bytes)),
    )
}

/** Pages named 01.jpg, 02.jpg, 03.pdf …: the order of the papers, and nothing else. */
function number({ applicant }: Draft, papers: readonly Paper[], counter: { count: number }): Page[] {
  const name = (extension: string) => {
    counter.count += 1
    return `${String(counter.count).padStart(2, '0')}.${extension}`
  }
  return papers.flatMap((paper) => {
    const whole = paper.pdf || paper.digital ? name('pdf') : null
    return draw(paper, applicant).map(({ sheet, index }, i) => ({
      paper,
      sheet,
      photo: { ...paper.photo, seed: `${paper.photo.seed}/${index}` },
      file: whole ?? name('jpg'),
      page: whole ? i + 1 : 1,
    }))
  })
}

function draw(paper: Paper, applicant: Draft['applicant']): { sheet: Sheet; index: number }[] {
  const kept = sheetsOf(paper).filter((_, index) => paper.sheets?.includes(index) ?? true)
  const by = paper.unremarked ? null : applicant
  const seen =
    paper.photo.copy === undefined
      ? kept
      : photocopy(kept, by, { seed: paper.photo.seed, whole: paper.sheets === undefined })
  return seen.map((sheet, index) => ({ sheet, index }))
}

function sheetsOf(paper: Paper): Sheet[] {
  const layout = layoutsOf(typeOf(paper.type))[paper.layout]
  if (!layout) throw new Error(`no layout ${paper.type}/${paper.layout}`)
  return layout(paper.content, seeded(`${paper.photo.seed}/ink`))
}

/** A paper as its program prints it. */
const printed = (paper: Paper) => printedPdf(() => sheetsOf(paper))

const typeName = (id: string) => documentNames()[id] ?? id

/** Pages as they are; sheets of one paper carry one number, also in the files that repairs bring. */
function truePages(groups: readonly Page[][], boxes: Map<Page, Record<string, TrueBox[]>>): Truth['pages'] {
  const numbers = new Map<string, number>()
  return groups.flatMap((pages, group) =>
    pages.map((page) => {
      const key = `${group}/${page.paper.key}`
      const document = numbers.get(key) ?? numbers.size + 1
      numbers.set(key, document)
      const places = boxes.get(page)
      return { ...truePage(page), ...(places ? { boxes: places } : {}), document }
    }),
  )
}

function truePage({ paper, sheet, photo, file, page }: Page): Truth['pages'][number] {
  const shown = (name: string) => sheet.shows?.includes(name) ?? true
  const { fields, marks } = paper.content
  const { sides } = typeOf(paper.type)
  return {
    file,
    page,
    slot: paper.slot,
    documentType: typeName(paper.type),
    layout: paper.layout,
    fields: Object.fromEntries(
      Object.entries(fields).filter(([name]) => shown(name)),
    ) as Truth['pages'][number]['fields'],
    marks: Object.fromEntries(
      Object.entries(marks)
        .filter(([name]) => shown(name))
        .map(([name, text]) => [name, text === false ? { present: false } : { present: true, text }]),
    ),
    ...(paper.digital ? { digital: true } : { photo }),
    ...(paper.photo.copy === undefined ? {} : { copyRemark: !paper.unremarked }),
    ...(sheet.shows === undefined && sides.length > 0 ? { sides: sides.map(({ name }) => name) } : {}),
    ...(paper.content.variant ? { variant: paper.content.variant } : {}),
    ...(paper.spoilt ? { unreadable: true as const, issues: [paper.spoilt] } : {}),
    ...(paper.layout === UNSEEN_LAYOUT ? { unseenLayout: true } : {}),
  }
}

function trueDocument(paper: Paper, pages: readonly Page[]): NonNullable<Truth['documents']>[number] {
  const own = pages.filter((page) => page.paper === paper)
  return {
    slot: paper.slot,
    documentType: typeName(paper.type),
    pages: own.map(({ file, page }) => ({ file, page })),
    readable: paper.spoilt === undefined,
    complete: paper.sheets === undefined,
    copy: paper.photo.copy !== undefined,
    remark: paper.photo.copy !== undefined && !paper.unremarked,
    electronic: false,
    signed: false,
  }
}

function write(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }))
}
