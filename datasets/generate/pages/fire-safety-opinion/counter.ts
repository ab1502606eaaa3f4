import { type Layout, mark, printDate, text } from '../content.ts'
import { blank, print } from '../primitives/fills.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, paragraph, type Run, runs, sample } from '../primitives/text.ts'

const TITLES: Readonly<Record<string, string>> = {
  消防安全检查合格证: '公众聚集场所投入使用、营业前\n消防安全检查合格证',
  消防安全许可证: '公众聚集场所投入使用、\n营业消防安全许可证',
  告知承诺书: '公众聚集场所投入使用、\n营业消防安全告知承诺书',
}

/** What the fire service says of a place open to the public, as its printed form: number under the title, blanks in whole sentences, seal over the day. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fdfcf8' }, content, (ctx, content) => {
    line(ctx, '上海市普陀区示例消防救援支队', 105, 28, {
      face: 'SongBold',
      size: 6,
      align: 'center',
      colour: '#b01e24',
    })
    ctx.fillStyle = '#b01e24'
    ctx.fillRect(24, 33, 162, 0.7)
    const title = TITLES[content.variant ?? ''] ?? '公众聚集场所投入使用、营业前\n消防安全检查意见书'
    for (const [i, words] of title.split('\n').entries())
      line(ctx, words, 105, 48 + i * 10, { face: 'HeiBold', size: 6.6, align: 'center' })
    line(ctx, text(content, '文书编号'), 184, 69, { face: 'Song', size: 4, align: 'right' })
    const promised = content.variant === '告知承诺书'
    const body = { face: 'Song', size: 4.3, leading: 2, indent: 8.6, fill: { face: 'SongMedium' } } as const
    let y = 82
    const put = (parts: Run[]) => {
      y = runs(ctx, parts, 26, y, 158, body) + 1
    }
    put([print('场所名称：'), blank(text(content, '场所名称'))])
    put([print('场所所在地址：'), blank(text(content, '地址'))])
    const size = text(content, '使用面积')
    put([print('场所建筑面积：'), blank(size), print('平方米　所在楼层：'), blank(text(content, '层数位置'))])
    put([print('场所性质：'), blank(text(content, '使用性质'))])
    const law = promised
      ? '申请人已知晓公众聚集场所消防安全的有关要求，承诺本场所符合消防技术标准和管理规定，并对承诺的真实性负责。'
      : '根据《中华人民共和国消防法》第十五条的规定，我单位对该场所进行了消防安全检查，意见如下：'
    y = paragraph(ctx, law, 26, y + 2, 158, body)
    put([print('检查意见：'), blank(text(content, '检查结论'))])
    y = paragraph(ctx, '该场所变更名称、使用性质或者重新装修的，应当重新申请检查。', 26, y, 158, body) + 14
    if (promised) {
      line(ctx, '承诺人（签名）：', 34, y, body)
      const signer = mark(content, '承诺人签名')
      if (signer) signature(ctx, signer, 68, y + 1, random, 9)
    }
    line(ctx, '（消防救援机构印章）', 118, y, body)
    line(ctx, printDate(text(content, '日期'), 'numerals'), 122, y + 14, body)
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, diameter: 42 }, 142 + random.between(-8, 8), y + 6, random)
    line(ctx, '一式两份，一份交当事人，一份存档。', 26, 276, { face: 'Song', size: 3.3 })
    sample(ctx, 105, 291)
  }),
]
