import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

test('a value set behind its label goes on at the label’s margin', async () => {
  const [document] = await documentsOf(
    typeset([
      [394, 190, '授权委托书', 44],
      [138, 322, '委托人：上海普陀区面朝幼儿园'],
      [136, 383, '受托人姓名：谢霞艳'],
      [137, 446, '受托人证件号码：33010219811018720X'],
      [137, 571, '委托事项：', 27],
      [285, 573, '办理食品经营许可申请事宜', 25],
      [137, 633, '委托权限：', 27],
      [285, 635, '代为提交食品经营许可申请、补正材料、接受询问、领取证照和', 25],
      [134, 678, '文书', 27],
      [138, 740, '委托期限：自2026年03月02日至2026年08月29日'],
      [188, 815, '受托人在上述权限和期限内办理有关事宜所签署的文件，委托人均予以', 25],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    委托权限: '代为提交食品经营许可申请、补正材料、接受询问、领取证照和文书',
    委托期限: { from: '2026-03-02', to: '2026-08-29' },
  })
})

test('a line that leaves a sentence open goes on below, though other print reaches further right', async () => {
  const resolution = async (first: string) => {
    const [document] = await documentsOf(
      typeset([
        [300, 150, '上海江右企业管理咨询有限公司股东会决议', 40],
        [184, 330, '会议日期：2026年3月5日'],
        [184, 455, `决议事项：${first}`, 25],
        [184, 492, '浦路32弄25号204室，并相应修改公司章程', 25],
        [184, 560, '签署人：蔡俊峰、袁凡超'],
        [1020, 1000, '样例'],
      ]),
    )
    return valuesOf(document).决议事项
  }
  const open = '同意公司住所由金沙江路347号1层变更为上海市普陀区桃'
  expect(await resolution(open)).toBe(`${open}浦路32弄25号204室,并相应修改公司章程`)
  const closed = '同意公司住所由金沙江路347号1层变更为桃浦路32弄。'
  expect(await resolution(closed)).toBe(closed)
})

test('what happened is told to its end', async () => {
  const [document] = await documentsOf(
    typeset([
      [539, 160, '遗失声明', 44],
      [162, 256, '声明主体：', 30],
      [320, 256, '石琳', 30],
      [162, 330, '遗失经过：', 30],
      [320, 330, '不慎将孩子李磊的出生医学证明（编号P313785828）连同钱包被盗，', 30],
      [320, 372, '特此声明。', 30],
      [162, 430, '声明日期：2026年9月4日', 30],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    遗失经过: '不慎将孩子李磊的出生医学证明(编号P313785828)连同钱包被盗,特此声明。',
    声明日期: '2026-09-04',
  })
})
