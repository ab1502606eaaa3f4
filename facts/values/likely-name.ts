/** The usual surnames of one character, the most frequent first; what is left out is borne by few (都, 干), and more often a misread 郝 or 于. */
const COMMON = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼满闻厉伊郜阚权屠朴盖廉禹祖巴丰支卿狄宣晋芮浦戈伏薄雍裘杭况逯隆茹亢嵇居束檀昝幸',
)

const COMPOUND =
  /^(?:欧阳|上官|司马|诸葛|夏侯|令狐|皇甫|尉迟|公孙|慕容|司徒|长孙|宇文|端木|东方|独孤|南宫|轩辕|百里|呼延|闻人|东郭|西门|申屠|太史|钟离|淳于|澹台|公冶|濮阳|单于|拓跋|万俟|鲜于|闾丘|亓官|司空|赫连|完颜|纳兰|第五|梁丘|左丘|公羊|公西|乐正|漆雕|壤驷|谷梁|宰父|夹谷|段干|仲孙|颛孙|巫马|东里|贯丘|侯莫|阿史)/u

/** Characters of noise, death and illness that nobody gives a child, and that name characters are taken for (晔 as 哗, 堃 as 墓). */
const ILL = /[哗墓坟愧尸鬼魔奸贼盗祸灾死亡病疾痛癌瘤疮屎尿屁丑歹毒恶]/u

/** Whether a character stands in a name of Han that nobody gives a child: it was read for another one. */
export const hasIllCharacter = (name: string): boolean => /^\p{Script=Han}{2,4}$/u.test(name) && ILL.test(name)

/** Whether a name of two to four Han begins with a surname that many bear and has no character of ill meaning; other names (阿依古丽·买买提, John) are not judged. */
export function isLikelyName(name: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return true
  const [first = ''] = name
  return !ILL.test(name) && (COMPOUND.test(name) || COMMON.has(first))
}
