import { createCanvas } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import type { Sheet } from './sheet.ts'
import { paragraph } from './text.ts'

const TERMS = [
  '填写前请仔细阅读本须知，按照要求逐项填写，字迹清楚，不得涂改，涂改处应当加盖印章或者签字确认。',
  '所提交的材料应当真实、合法、有效，复印件应当与原件核对一致，并注明与原件相符字样。',
  '本件一式两份，一份由受理机关留存，一份交申请人保管，遗失的应当及时书面说明情况。',
  '办理过程中如有变更，应当在规定的期限内告知受理机关，逾期未告知的，由此产生的后果自行承担。',
  '受理机关可以依照规定进行核查，申请人应当予以配合，如实说明有关情况并提供所需的资料。',
  '本须知未尽之处，依照现行有效的规定办理；规定有新的要求的，以新的要求为准。',
]

/** The sheet reduced to `share` of its size, as when two pages are copied onto one, with fine print on the rest of the paper. */
export function fineprint(sheet: Sheet, share: number, random: Random): Sheet {
  const canvas = createCanvas(sheet.canvas.width, sheet.canvas.height)
  const ctx = canvas.getContext('2d')
  ctx.fillStyle = '#fbfbf8'
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  const [x, y] = [((1 - share) / 2) * canvas.width, 0.02 * canvas.height]
  ctx.imageSmoothingQuality = 'high'
  ctx.drawImage(sheet.canvas, x, y, share * canvas.width, share * canvas.height)
  const density = canvas.width / sheet.width
  ctx.scale(density, density)
  const size = random.between(1.9, 2.2)
  let at = (0.03 + share) * sheet.height + 4
  for (const [i, words] of random.sample(TERMS, TERMS.length).entries()) {
    if (at > 0.95 * sheet.height) break
    at = paragraph(ctx, `${i + 1}．${words}`, 0.08 * sheet.width, at, 0.84 * sheet.width, { size, leading: 1.4 })
  }
  return { ...sheet, canvas }
}
