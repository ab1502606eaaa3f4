import { comparable } from '../../facts/values/text.ts'

/** Words that any shop's sign or any firm's name may hold: alike in two names, they say nothing. */
const COMMON =
  /(?:股份有限公司|有限责任公司|有限公司|公司|集团|分店|总店|旗舰店|专卖店|上海市|上海|普陀区|普陀|中国|餐饮|餐厅|饭店|酒楼|小吃|食品|超市|便利店|百货|商店|商贸|贸易|管理|服务|科技|文化|发展|美容|美发|健身|药房|药店|咖啡|经营部|工作室|中心)/gu

const han = /\p{Script=Han}/u

/** Length of the longest run of characters that both hold. */
function sharedRun(a: string, b: string): number {
  let longest = 0
  for (let from = 0; from < a.length; from++) {
    while (b.includes(a.slice(from, from + longest + 1)) && from + longest < a.length) longest++
  }
  return longest
}

const own = (name: string) => comparable(name).replace(/[·,.、()[\]"'-]/gu, '')

/**
 * Whether a shop sign shows a registered name or mark: the whole, or a part of its own (字号). Two alike characters may
 * be chance (null); nothing alike but common words is no.
 */
export function showsName(sign: string, name: string): boolean | null {
  const [shown, registered] = [own(sign), own(name)]
  if (shown === '' || registered === '') return null
  const [trade, wanted] = [shown.replace(COMMON, ' ').trim(), registered.replace(COMMON, ' ').trim()]
  if (shown === registered) return true
  if (trade.length >= 2 && (registered.includes(shown) || wanted.includes(trade))) return true
  if (wanted.length >= 2 && shown.includes(wanted)) return true
  if (!han.test(shown) || !han.test(registered)) return null
  return sharedRun(trade.replace(/ /gu, ''), wanted.replace(/ /gu, '')) >= 2 ? null : false
}
