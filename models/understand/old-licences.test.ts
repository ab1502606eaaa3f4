import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

test('a canteen is told by the words of the older food licence', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 90, '食品经营许可证', 54],
      [120, 200, '经营者名称：上海市青浦区启智小学'],
      [120, 250, '经营场所：上海市青浦区盈港路77号'],
      [120, 300, '主体业态：单位食堂（学校食堂）'],
      [120, 350, '经营项目：热食类食品制售'],
      [700, 200, '许可证编号：JY33101180020417'],
      [700, 250, '发证机关：上海市青浦区市场监督管理局'],
      [120, 600, '有效期至 2026年 05月 05日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({ 主体业态: '集中用餐单位食堂' })
})

test('office and date below an old hygiene licence need no label, its number may hold a letter', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 90, '卫生许可证', 54],
      [700, 180, '沪卫公证字（2017）第0118B00455号'],
      [120, 230, '单位名称：上海云栖坊有限公司'],
      [120, 290, '经营地址：上海市青浦区盈港路77号'],
      [120, 350, '法定代表人（负责人）：顾望舒'],
      [120, 410, '许可项目：理发、美容'],
      [120, 470, '有效期限：自2017年9月4日至2021年9月3日'],
      [700, 640, '上海市青浦区卫生和计划生育委员会'],
      [760, 690, '二〇一七年九月四日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    编号: '沪卫公证字(2017)第0118B00455号',
    发证机关: '上海市青浦区卫生和计划生育委员会',
    发证日期: '2017-09-04',
    有效期限: { from: '2017-09-04', to: '2021-09-03' },
  })
})

const estate = (nature: string, use: string) =>
  documentsOf(
    typeset([
      [200, 100, '沪（2020）青字不动产权第020417号'],
      [120, 180, '权 利 人'],
      [360, 180, '顾望舒'],
      [120, 230, '共有情况'],
      [360, 230, '单独所有'],
      [120, 280, '坐　　落'],
      [360, 280, '青浦区盈港路77号502室'],
      [120, 330, '不动产单元号'],
      [360, 330, '310118 002003 GB00007 F00040502'],
      [120, 380, '权利性质'],
      [360, 380, nature],
      [120, 430, '用　　途'],
      [360, 430, use],
      [120, 480, '面　　积'],
      [360, 480, '宗地面积：8765.00㎡／建筑面积：76.54㎡'],
      [120, 560, '权利其他状况'],
      [360, 560, '房屋状况：幢号77号，部位502室，类型公寓'],
      [360, 600, '总层数：11层；竣工日期：2012年'],
    ]),
  )

test('labels said again within their own value are part of it', async () => {
  const [document] = await estate('土地权利性质：划拨／房屋权利性质：商品房', '土地用途：住宅／房屋用途：居住')
  const read = valuesOf(document)
  expect(read.权利性质).toMatch(/^土地权利性质.划拨.房屋权利性质.商品房$/u)
  expect(read.用途).toMatch(/^土地用途.住宅.房屋用途.居住$/u)
  expect(read.权利其他状况).toMatch(/^房屋状况.幢号77号,?，?部位502室/u)
  expect(read).toMatchObject({ 面积: 76.54, 坐落: '青浦区盈港路77号502室' })
})
