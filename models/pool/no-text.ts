import type { FileExtras } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'

const WORDLESS =
  '整份文件没有看到文字。请打开文件看看是不是空白页、是不是传错了；打开看是正常的，请另存为普通 PDF 或拍照后重新上传。'

/** What a file carries beside its pages, with what to do when not one of its pages said anything or showed a portrait. */
export function withWordless(extras: FileExtras | undefined, pages: readonly PageReading[]): FileExtras {
  const wordless = pages.length > 0 && pages.every(({ lines, portrait }) => lines.length === 0 && !portrait)
  return wordless ? { ...extras, notes: [...(extras?.notes ?? []), WORDLESS] } : { ...extras }
}
