import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { caseSchema, registrySchema, type Truth, truthSchema } from '../../case-format.ts'
import { documentNames } from '../document-names.ts'
import { LAYOUTS } from '../pages/layouts.ts'
import type { Sheet } from '../pages/primitives/sheet.ts'
import type { Photo } from '../physics/photo.ts'
import { scannedPdf } from '../physics/scanned-pdf.ts'
import { type Jpeg, takePhoto } from '../physics/take.ts'
import { seeded } from '../random.ts'
import type { Assembled } from './assemble.ts'
import type { Paper } from './plan.ts'

interface Page {
  paper: Paper
  sheet: Sheet
  photo: Photo
  file: string
  page: number
}

type Repairs = (files: ReadonlyMap<string, string[]>) => Truth['defects']

/** Draws every paper of a case and writes the folder of DESIGN §7; returns the files of each paper by its key. */
export async function writeCase(
  folder: string,
  made: Assembled,
  recipe: { generator: string; seed: number },
  repairs: Repairs = () => [],
): Promise<ReadonlyMap<string, string[]>> {
  mkdirSync(folder, { recursive: true })
  const pages = number(made.papers)
  const taken = new Map<string, Jpeg[]>()
  for (const { sheet, file, photo } of pages)
    taken.set(file, [...(taken.get(file) ?? []), await takePhoto(sheet, photo)])
  for (const [file, jpegs] of taken)
    writeFileSync(
      join(folder, file),
      file.endsWith('.pdf') ? scannedPdf(jpegs) : Buffer.concat(jpegs.map((j) => j.bytes)),
    )
  const files = filesByPaper(pages)
  const defects = repairs(files)
  const seen = caseSchema.parse({
    ...made.case,
    materials: [
      ...new Map(pages.map(({ file, paper }) => [file, made.slotted ? { file, slot: paper.slot } : { file }])).values(),
    ],
  })
  const truth = truthSchema.parse({
    recipe,
    pages: pages.map(truePage),
    form: made.form,
    review: made.review,
    defects,
    outcome: made.defects.length === 0 ? 'accept' : made.defects.some((defect) => defect.refuse) ? 'refuse' : 'correct',
  })
  write(folder, 'case.yaml', seen)
  write(folder, 'registry.yaml', registrySchema.parse(made.registry))
  write(folder, 'truth.yaml', truth)
  return files
}

/** The files of each paper by its key, each once: all pages of a PDF are one file. */
export function filesByPaper(pages: readonly { file: string; paper: { key: string } }[]): Map<string, string[]> {
  const files = new Map<string, string[]>()
  for (const { file, paper } of pages) files.set(paper.key, [...new Set([...(files.get(paper.key) ?? []), file])])
  return files
}

/** Pages named 01.jpg, 02.jpg, 03.pdf …: the order of the papers, and nothing else. */
function number(papers: readonly Paper[]): Page[] {
  let count = 0
  const name = (extension: string) => {
    count += 1
    return `${String(count).padStart(2, '0')}.${extension}`
  }
  return papers.flatMap((paper) => {
    const whole = paper.pdf ? name('pdf') : null
    return draw(paper).map(({ sheet, index }, i) => ({
      paper,
      sheet,
      photo: { ...paper.photo, seed: `${paper.photo.seed}/${index}` },
      file: whole ?? name('jpg'),
      page: whole ? i + 1 : 1,
    }))
  })
}

function draw(paper: Paper): { sheet: Sheet; index: number }[] {
  const layout = LAYOUTS[paper.type]?.[paper.layout]
  if (!layout) throw new Error(`no layout ${paper.type}/${paper.layout}`)
  return layout(paper.content, seeded(`${paper.photo.seed}/ink`))
    .map((sheet, index) => ({ sheet, index }))
    .filter(({ index }) => paper.sheets?.includes(index) ?? true)
}

function truePage({ paper, sheet, photo, file, page }: Page): Truth['pages'][number] {
  const shown = (name: string) => sheet.shows?.includes(name) ?? true
  const { fields, marks } = paper.content
  return {
    file,
    page,
    slot: paper.slot,
    documentType: documentNames()[paper.type] ?? paper.type,
    layout: paper.layout,
    fields: Object.fromEntries(
      Object.entries(fields).filter(([name]) => shown(name)),
    ) as Truth['pages'][number]['fields'],
    marks: Object.fromEntries(
      Object.entries(marks)
        .filter(([name]) => shown(name))
        .map(([name, text]) => [name, text === false ? { present: false } : { present: true, text }]),
    ),
    photo,
  }
}

function write(folder: string, name: string, content: unknown): void {
  writeFileSync(join(folder, name), stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }))
}
