import type { DocumentMark, DocumentType } from '../../../../facts/document-type.ts'
import type { Random } from '../../random.ts'
import { type Content, mark } from '../content.ts'
import { matrixCode, portrait } from '../primitives/figure.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import type { Context } from '../primitives/sheet.ts'
import { line } from '../primitives/text.ts'

/** Marks of a type that stand in the text block: places to sign and to stamp. */
export function places(type: DocumentType): DocumentMark[] {
  return type.marks.filter(({ kind }) => kind === 'seal' || kind === 'signature')
}

/**
 * Draws one place to sign or stamp: its printed words, and the mark itself when the document has it. `x`, `y` in mm are
 * where the words begin. Returns the width it takes.
 */
export function place(
  ctx: Context,
  one: DocumentMark,
  content: Content,
  at: { x: number; y: number; size: number },
  random: Random,
): number {
  const words = one.near[0] ?? one.name
  const printed = /[（(]/.test(words) ? words : one.kind === 'seal' ? `${words}（盖章）` : `${words}`
  const width = line(ctx, `${printed}：`, at.x, at.y, { face: 'Song', size: at.size })
  const shown = mark(content, one.name)
  if (!shown) return width + 34
  if (one.kind === 'signature') signature(ctx, shown, at.x + width + 2, at.y + 0.6, random, at.size * 2)
  else
    roundSeal(
      ctx,
      { ring: shown, diameter: 38 },
      at.x + width + random.between(0, 16),
      at.y + random.between(-4, 3),
      random,
    )
  return width + 34
}

/** Photo and QR code, where the type has them, in boxes of the given side. */
export function pictures(
  ctx: Context,
  type: DocumentType,
  content: Content,
  box: { photo: { x: number; y: number; width: number; height: number }; qr: { x: number; y: number; side: number } },
  random: Random,
): void {
  for (const { kind, name } of type.marks) {
    if (!mark(content, name)) continue
    const sex = content.fields.性别 === '女' ? '女' : '男'
    if (kind === 'photo') portrait(ctx, box.photo, sex, random)
    if (kind === 'qr') matrixCode(ctx, box.qr.x, box.qr.y, box.qr.side, random)
  }
}
