import { foldText } from './text.ts'

const BULLET =
  /^\s*(?:第?[一二三四五六七八九十]+[章节条、.]|\(?\d{1,2}[).、．]|[(（][一二三四五六七八九十\d]+[)）]|[①-⑳]|[-•●■□◆*√])\s*/u

/** Splits a printed list (lines, 、；, numbering ①, 1., 一、) into its items; brackets keep their inner marks. */
export function readList(raw: string): string[] {
  const lines = raw.split(/[\r\n;；]+/u).map((line) => line.replace(BULLET, ''))
  const items = lines.flatMap((line) =>
    line.replace(/([①-⑳])/gu, '、').split(/[、，](?![^(（]*[)）])|,(?!\d)(?![^(（]*[)）])/u),
  )
  return items.map((item) => foldText(item.replace(BULLET, '')).replace(/[。.]$/u, '')).filter((item) => item !== '')
}
