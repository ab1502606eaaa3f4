import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

test('the last page of a book of rules, photographed by itself, is known by how such books close', async () => {
  const [document] = await documentsOf(
    typeset([
      [137, 170, '四、顾客用品用具清洗消毒制度'],
      [183, 215, '专人负责，每次使用后清洗消毒，记录保存两年。'],
      [137, 265, '五、卫生设施设备维护制度'],
      [183, 310, '每月检查一次，发现损坏及时修理。'],
      [182, 370, '本制度自发布之日起施行，由办公室负责解释。'],
      [700, 515, '上海春晓美发店'],
      [732, 565, '2026年3月24日'],
    ]),
  )
  expect(document?.documentType).toBe('管理制度')
  expect(valuesOf(document)).toMatchObject({ 单位名称: '上海春晓美发店', 实施日期: '2026-03-24' })
})

test('articles that close alike are no book of rules, nor is a page that only names one', async () => {
  const [articles] = await documentsOf(
    typeset([
      [137, 170, '第三十条 本章程由股东会负责解释。'],
      [137, 220, '第三十一条 本章程自股东签字之日起施行。'],
      [137, 270, '公司建立健全财务会计制度。'],
    ]),
  )
  expect(articles?.documentType).not.toBe('管理制度')
  const [promise] = await documentsOf(
    typeset([
      [137, 170, '本单位已建立各项制度，上述内容真实有效。'],
      [137, 220, '本件自签字之日起施行。'],
    ]),
  )
  expect(promise?.documentType).not.toBe('管理制度')
})

test('the copies of a lease handed in for its filing are neither the use of the house nor a number', async () => {
  const [document] = await documentsOf(
    typeset([
      [206, 638, '第十一条附则'],
      [246, 673, '本合同一式三份，甲、乙双方各执一份，一份用于办理租赁合同备案，自双方签字'],
      [208, 711, '盖章之日起生效。'],
      [207, 878, '出租人（甲方）签章：'],
      [618, 876, '承租人（乙方）签章：'],
      [205, 920, '上海春晓置业有限公司'],
      [615, 915, '上海桃源图书有限公司'],
      [207, 1083, '日期：2025年4月9日'],
      [618, 1083, '日期：2025年4月9日'],
    ]),
  )
  expect(document?.documentType).toBe('房屋租赁合同')
  const values = valuesOf(document)
  expect(values).toMatchObject({ 出租人: '上海春晓置业有限公司', 承租人: '上海桃源图书有限公司' })
  expect(values).not.toHaveProperty('房屋用途')
  expect(values).not.toHaveProperty('合同编号')
})
