import type { Content } from '../content.ts'
import { type Context, type Sheet, sheet } from './sheet.ts'

/** A sheet that shows what its drawing asks of the content: the fields and marks looked up while it is drawn. */
export function sheetOf(
  size: Parameters<typeof sheet>[0],
  content: Content,
  draw: (ctx: Context, content: Content) => void,
): Sheet {
  const shows: string[] = []
  const noting = <T extends object>(of: T): T =>
    new Proxy(of, {
      get: (target, name) => {
        if (typeof name === 'string' && name in target && !shows.includes(name)) shows.push(name)
        return Reflect.get(target, name)
      },
    })
  const asked = { ...content, fields: noting(content.fields), marks: noting(content.marks) }
  return sheet(size, (ctx) => draw(ctx, asked), shows)
}
