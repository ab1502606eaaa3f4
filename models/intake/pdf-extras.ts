import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FileExtras } from '../../facts/reading.ts'

/** What pdf.js tells of an annotation, untyped there. */
interface Annotation {
  subtype?: string
  contentsObj?: { str?: string }
  fieldName?: string
  fieldValue?: unknown
  hasAppearance?: boolean
  annotationFlags?: number
}

/** Flags by which an annotation is meant for nobody's eyes (what a form reckons with): invisible, hidden, no view. */
const NOT_SHOWN = 1 | 2 | 32
/** So much of a name and a value is told. */
const LONGEST = 40

type PageExtras = Required<Pick<FileExtras, 'annotations' | 'notes'>>

/** What is said in a page's annotations, and which filled-in form fields should show on it and do not. */
export async function pageExtras(page: PDFPageProxy): Promise<PageExtras> {
  const all: Annotation[] = await page.getAnnotations().catch(() => [])
  const annotations = all.flatMap(({ subtype = '', contentsObj }) => {
    const text = contentsObj?.str?.trim() ?? ''
    return text && subtype !== 'Widget' && subtype !== 'Popup' ? [{ page: page.pageNumber, kind: subtype, text }] : []
  })
  const lost = all.filter(
    ({ subtype, hasAppearance, annotationFlags = 0, fieldValue }) =>
      subtype === 'Widget' && filledIn(fieldValue) !== '' && !hasAppearance && (annotationFlags & NOT_SHOWN) === 0,
  )
  if (lost.length === 0) return { annotations, notes: [] }
  const values = lost.map(
    ({ fieldName, fieldValue }) => `${(fieldName ?? '').slice(0, LONGEST)}：${filledIn(fieldValue).slice(0, LONGEST)}`,
  )
  const what = `第 ${page.pageNumber} 页有 ${lost.length} 个填写的表单项在页面上显示不出来（${values.slice(0, 3).join('；')}），未采用。`
  return { annotations, notes: [`${what}请在填写表单的软件里打印成 PDF 后重新上传。`] }
}

/** What somebody filled in, in words; empty for buttons that are off. */
function filledIn(value: unknown): string {
  const text = [value].flat().filter((one) => typeof one === 'string')
  return text
    .filter((one) => one !== 'Off')
    .join('、')
    .trim()
}

/** What a file carries that no page shows: enclosed files, a form for other programs. */
export async function documentExtras(document: PDFDocumentProxy): Promise<FileExtras> {
  const enclosed: Record<string, { filename: string; content?: Uint8Array }> =
    (await document.getAttachments().catch(() => null)) ?? {}
  const attachments = Object.values(enclosed).map(({ filename, content }) => ({
    name: filename,
    type: /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? '',
    bytes: content?.length ?? 0,
  }))
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const { IsXFAPresent: xfa, IsCollectionPresent: portfolio } = info as Record<string, unknown>
  const notes = [
    ...(xfa ? ['文件里带有动态表单（XFA），没有显示在页面上的填写内容未读取。请打印成 PDF 后重新上传。'] : []),
    ...(portfolio ? [`这是 PDF 文件包，只读了封面，里面的 ${attachments.length} 个文件未读取。请逐个上传。`] : []),
  ]
  return { ...(attachments.length > 0 && { attachments }), notes }
}
