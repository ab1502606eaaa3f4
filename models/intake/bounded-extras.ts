import type { FileExtras } from '../../facts/reading.ts'

/** So many entries of a kind are told, and so many characters of a text: a file may carry any number of any length. */
const [MOST, LONGEST] = [200, 2000]

const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** What a file carries outside of its pages in a length that people read; a note in Chinese says what is left out. */
export function boundedExtras(extras: FileExtras): FileExtras {
  const { structured, attachments, annotations, notes = [] } = extras
  const cut = [
    ['登记的数据', structured],
    ['内附文件', attachments],
    ['批注', annotations],
    ['说明', notes],
  ] as const
  const said = cut.flatMap(([what, entries = []]) =>
    entries.length > MOST ? [`${what}有 ${entries.length} 条，只列出前 ${MOST} 条。`] : [],
  )
  const told = [...notes.slice(0, MOST).map(short), ...said]
  return {
    ...extras,
    ...(structured && {
      structured: structured.slice(0, MOST).map(({ name, value }) => ({ name: short(name), value: short(value) })),
    }),
    ...(attachments && { attachments: attachments.slice(0, MOST).map((one) => ({ ...one, name: short(one.name) })) }),
    ...(annotations && { annotations: annotations.slice(0, MOST).map((one) => ({ ...one, text: short(one.text) })) }),
    ...(told.length > 0 && { notes: told }),
  }
}
