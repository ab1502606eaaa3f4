import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

const sheet = (until: string) =>
  typeset([
    [300, 120, '中华人民共和国机动车行驶证', 40],
    [180, 250, '号牌号码：沪D40359'],
    [180, 310, '车辆类型：轻型厢式货车'],
    [180, 370, '所有人：上海味小馆餐饮有限公司'],
    [180, 430, '使用性质：货运'],
    [180, 490, '品牌型号：示例牌SL3250'],
    [180, 550, '车辆识别代号：LZZ90CLB329552408'],
    [180, 610, '发动机号码：39973888934'],
    [180, 670, '注册日期：2024年8月22日'],
    [180, 730, '总质量（kg）：4495kg'],
    [180, 790, `检验有效期至：${until}`],
  ])

test('both pages of a vehicle licence on one sheet are seen by what they print, the last day of its inspection whole', async () => {
  // A folded sheet's last line falls or climbs beside the others.
  for (const fall of [-8, 0, 8]) {
    const page = sheet('2026年11月9日')
    const lines = page.lines.map((line): Line => {
      if (!line.text.startsWith('检验')) return line
      const [x0, y0, x1, y1, x2, y2, x3, y3] = line.box
      return { ...line, box: [x0, y0, x1, y1 + fall, x2, y2 + fall, x3, y3] }
    })
    const [document] = await documentsOf({ ...page, lines })
    expect(document?.sides).toEqual(['正页', '副页'])
    expect(document?.fields.检验有效期至?.value).toBe('2026-11-09')
  }
})

test('an inspection stamped by month is good to its last day', async () => {
  const [document] = await documentsOf(sheet('2026年11月沪A'))
  expect(document?.fields.检验有效期至?.value).toBe('2026-11-30')
})
