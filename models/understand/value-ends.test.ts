import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

test('the number of the next entry is no part of an address', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [469, 230, '上海市居住证', 42],
        [187, 333, '1.姓名：杜建勇'],
        [186, 372, '2.性别：男'],
        [187, 411, '3.民族：汉'],
        [189, 448, '4.出生日期：1980年8月26日'],
        [188, 487, '5.公民身份号码：31011219800826719X'],
        [188, 525, '6.居住地住址：上海市普陀区真北路2180号6幢403室'],
        [188, 563, '7.签发机关：上海市公安局普陀示例分局'],
        [186, 600, '8.签发日期：2022年4月12日'],
      ],
      { width: 760 },
    ),
  )
  expect(valuesOf(document)).toMatchObject({ 居住地住址: '上海市普陀区真北路2180号6幢403室' })
})

test('the last line of a list that reads like a label further down belongs to the list', async () => {
  const [document] = await documentsOf(
    typeset([
      [342, 217, '夜间施工噪声污染防治措施', 40],
      [286, 316, '选用低噪声泵车和电动振捣棒、沿居民楼一侧设置隔声屏、进出车辆禁止鸣笛、工地门口公示', 19],
      [173, 331, '措施清单', 20],
      [287, 341, '投诉电话', 19],
      [610, 373, '现场负责人', 20],
      [820, 373, '黄婷', 20],
      [168, 386, '低噪声设备', 20],
      [340, 386, '低噪声泵车、电动振捣棒', 19],
      [177, 434, '联系电话', 20],
      [385, 434, '17700006714', 20],
      [180, 482, '投诉电话', 20],
      [387, 482, '17700006714', 20],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    措施清单: ['选用低噪声泵车和电动振捣棒', '沿居民楼一侧设置隔声屏', '进出车辆禁止鸣笛', '工地门口公示投诉电话'],
    投诉电话: '17700006714',
  })
})

test('a sentence that tells of a change gives no address: it stands where the articles print it', async () => {
  const [document] = await documentsOf(
    typeset([
      [466, 247, '章程修正案', 40],
      [182, 361, '公司名称：上海粥记广告有限公司'],
      [184, 398, '公司住所：上海市普陀区宜川路218号1层108室'],
      [184, 438, '公司经营范围：广告制作；会议及展览服务'],
      [186, 548, '修正条款：同意公司住所由上海市普陀区梅川路1538号1层114室变更为上海市普陀区宜'],
      [190, 592, '川路218号1层108室，并相应修改公司章程'],
      [191, 632, '签署日期：2026年08月29日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    住所: '上海市普陀区宜川路218号1层108室',
    修正条款: '同意公司住所由上海市普陀区梅川路1538号1层114室变更为上海市普陀区宜川路218号1层108室,并相应修改公司章程',
  })
})

test('the scope of business ends before the next article, also in a list of articles', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [531, 198, '公司章程', 60],
        [108, 362, '公司名称：', 40],
        [166, 423, '上海拾光坊广告有限公司', 40],
        [112, 484, '公司住所：', 40],
        [158, 544, '上海市普陀区中山北路570弄51号110室', 40],
        [111, 604, '公司经营范围：', 40],
        [155, 664, '广告制作；会议及展览服务', 40],
        [111, 725, '公司注册资本：', 40],
        [160, 786, '¥2,000,000.00', 40],
        [107, 1208, '条款：', 40],
        [159, 1268, '第一条公司名称：上海拾光坊广告有限公司、第二条公司住所：上海市普陀区', 38],
        [159, 1321, '中山北路570弄51号110室、第三条公司经营范围：广告制作；会议及展览服务、', 38],
        [159, 1374, '第四条公司注册资本：200万元、第五条股东的姓名或者名称、出资方式、出资', 38],
      ],
      { width: 1654, height: 2339 },
    ),
  )
  expect(valuesOf(document)).toMatchObject({ 经营范围: '广告制作;会议及展览服务' })
})

test('a label in two lines is a label when its × is read as a letter', async () => {
  const [document] = await documentsOf(
    typeset([
      [514, 222, '招牌效果图', 46],
      [203, 307, '招牌内容', 24],
      [436, 307, '江右', 26],
      [203, 360, '设置位置', 24],
      [601, 360, '1层门楣正上方墙面', 24],
      [186, 403, '尺寸（长×高', 24],
      [208, 427, 'x厚)', 24],
      [616, 425, '7.5×1.2×0.3', 24],
      [177, 468, '招牌长度（m）', 24],
      [427, 475, '7.5m', 24],
      [608, 475, '距地高度（m）', 24],
      [857, 480, '3.1m', 24],
      [188, 570, '材质与光源', 24],
      [366, 570, '铝塑板面，内置发光字', 24],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({ 尺寸: '7.5×1.2×0.3', 招牌长度: 7.5 })
})

test('the articles of an agency are one of its rules', async () => {
  const [document] = await documentsOf(
    typeset([
      [508, 262, '管理制度', 56],
      [208, 400, '单位名称：上海面朝人才服务有限公司'],
      [765, 570, '目录', 40],
      [321, 654, '一、人力资源服务机构章程', 34],
      [319, 712, '二、服务流程和收费公示制度', 34],
      [314, 828, '三、投诉处理制度', 34],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    制度名称清单: ['人力资源服务机构章程', '服务流程和收费公示制度', '投诉处理制度'],
  })
})

test('the last character of the label 终止原因 begins no phrase that gives the cause', async () => {
  const [proof] = await documentsOf(
    typeset([
      [400, 100, '解除劳动合同证明', 44],
      [100, 200, '姓名：王小满'],
      [100, 260, '解除/终止日期：2026年5月1日'],
      [100, 320, '解除/终止原因'],
      [400, 320, '用人单位提出解除'],
      [100, 380, '单位名称：上海味小馆餐饮有限公司'],
    ]),
  )
  expect(proof?.documentType).toBe('劳动关系证明')
  expect(proof?.fields.终止原因?.value).not.toBe('用人单位提出')
})
