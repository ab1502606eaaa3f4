import type { Random } from '../random.ts'

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段',
]
const DOUBLE = ['欧阳', '司马', '上官', '诸葛', '夏侯', '皇甫', '尉迟', '公孙', '令狐', '东方']
const GIVEN_M = [...'伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林森晨凡阳建国志文海峰云亮成栋']
const GIVEN_F = [...'芳娜敏静丽艳娟霞秀兰玲桂英燕红梅萍晶洁琳璐雪慧妍婷倩颖莹莉佳怡欣悦蕾薇冰月凤琴玉春']
/** In use as given names, seldom in recognisers' training text. */
const RARE = [...'喆玥昇翀晔煜燊堃珺旻璟淼垚']
const MINORITY: readonly (readonly [name: string, people: string])[] = [
  ['阿依古丽·买买提', '维吾尔'],
  ['艾力·吐尔逊', '维吾尔'],
  ['古丽娜·阿不都', '维吾尔'],
  ['叶尔兰·哈斯木', '哈萨克'],
]

export interface NamedPerson {
  name: string
  sex: '男' | '女'
  people: string
}

/** A fictional person's name: mostly one surname and one or two characters, sometimes 复姓, rare Han or a name with ·. */
export function personName(random: Random): NamedPerson {
  if (random.chance(0.02)) {
    const [name, people] = random.pick(MINORITY)
    return { name, people, sex: /古丽|娜/.test(name) ? '女' : '男' }
  }
  const sex = random.chance(0.5) ? '男' : '女'
  const surname = random.chance(0.05) ? random.pick(DOUBLE) : random.pick(SURNAMES)
  const pool = sex === '男' ? GIVEN_M : GIVEN_F
  const length = surname.length === 2 || random.chance(0.25) ? 1 : 2
  const given = Array.from({ length }, () => (random.chance(0.05) ? random.pick(RARE) : random.pick(pool)))
  const people = random.chance(0.93) ? '汉' : random.pick(['回', '满', '苗', '土家', '朝鲜'])
  return { name: surname + given.join(''), sex, people }
}

const TRADE = [
  '禾悦',
  '云渡',
  '砚山',
  '麦里',
  '青橙',
  '拾光',
  '江右',
  '鹿野',
  '知味轩',
  '半亩',
  '老槐树',
  '溪上',
  '渝见',
  '椒小满',
  '粥记',
  '面朝',
]

/** The trade name of a firm (字号). */
export function tradeName(random: Random): string {
  return random.pick(TRADE) + (random.chance(0.35) ? random.pick(['坊', '记', '里', '家']) : '')
}
