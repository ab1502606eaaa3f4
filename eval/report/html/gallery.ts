import type { ErrorShown } from '../errors.ts'
import type { Picture } from '../pictures.ts'
import { plain } from './markup.ts'

/** Errors of one kind at one place beyond these are alike. */
const ALIKE = 3
const MOST = 80

/** The errors worth showing: worst kinds first, few of each place. */
export function chosenErrors(errors: readonly ErrorShown[]): ErrorShown[] {
  const seen = new Map<string, number>()
  const chosen = errors.filter(({ kind, at }) => {
    const count = (seen.get(`${kind} ${at}`) ?? 0) + 1
    seen.set(`${kind} ${at}`, count)
    return count <= ALIKE
  })
  return chosen.slice(0, MOST)
}

/** Errors with what was read where, what was said and what decided. */
export function gallery(errors: readonly ErrorShown[], pictures: ReadonlyMap<ErrorShown, Picture>): string {
  const chosen = chosenErrors(errors)
  if (chosen.length === 0) return '<p class="none">没有与标注不同的地方。</p>'
  const told = `<p class="small dim">共 ${errors.length} 处，列出 ${chosen.length} 处：先误放，再误报、误填，最后存疑；同一处最多 ${ALIKE} 个；${pictures.size} 处有图。图上红框是读到的地方，绿色虚线框是标注说这个值所在的地方（标注带坐标时才有）。</p>`
  return told + chosen.map((error) => shownError(error, pictures.get(error))).join('\n')
}

function shownError(error: ErrorShown, picture: Picture | undefined): string {
  const { kind, at, what, message, facts, clauses } = error
  const list = (title: string, items: readonly string[]) =>
    items.length === 0
      ? ''
      : `<p class="small">${title}</p><ul class="small">${items.map((one) => `<li><code>${plain(one)}</code></li>`).join('')}</ul>`
  const read = facts.map(
    ({ path, display, state, confidence }) => `${path} = ${display || `〈${state}〉`}（把握 ${confidence.toFixed(2)}）`,
  )
  const image = picture
    ? `<img src="data:image/webp;base64,${picture.base64}" width="${picture.width}" height="${picture.height}" alt="${plain(`${error.case} 材料上读到的地方`)}">`
    : ''
  return `<section class="error"><h3>${kind}　${plain(at)}　<span class="dim small">${plain(error.case)} · ${plain(error.scenario)}</span></h3>
<p>${plain(what)}</p>
<dl><dt>标注</dt><dd>${plain(error.truth)}</dd><dt>系统</dt><dd>${plain(error.said)}${message ? `：${plain(message)}` : ''}</dd></dl>
${image}${list('读到的事实', read)}${list('起作用的判据', clauses)}</section>`
}
