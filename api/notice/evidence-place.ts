import type { CaseView, Evidence } from '../client.ts'
import { pagePlace } from './page-place.ts'

const maxText = 60

/** Where a piece of evidence stands, in one Chinese line. */
export function evidencePlace(view: Pick<CaseView, 'materials'>, evidence: Evidence): string {
  if (evidence.kind === 'material') {
    const file = view.materials.find(({ id }) => id === evidence.material)
    const size = file?.pages.find(({ page }) => page === evidence.page)
    const where = evidence.box && size ? ` ${pagePlace(evidence.box, size)}` : ''
    const text = shorten(evidence.text)
    return `《${evidence.documentType}》（${file?.fileName ?? '材料'}）第 ${evidence.page} 页${where}${text ? `：“${text}”` : ''}`
  }
  if (evidence.kind === 'source') return `${evidence.source}（${evidence.agency}）截至 ${evidence.asOf} 的记录`
  if (evidence.kind === 'person') return '申请表填写的内容'
  return evidence.from.length > 0 ? `由${evidence.from.join('、')}得出：${evidence.how}` : evidence.how
}

/** Tables come as many lines: one line, cut where it stops being a hint. */
function shorten(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length > maxText ? `${characters.slice(0, maxText).join('')}……` : characters.join('')
}
