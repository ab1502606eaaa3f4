const BEFORE = [
  ...[
    '不含',
    '不包括',
    '不包含',
    '不得',
    '不从事',
    '不经营',
    '不涉及',
    '不提供',
    '不设',
    '不同意',
    '不可',
    '不能',
    '不准',
    '不是',
    '不属于',
    '不具备',
    '不具有',
    '不实行',
    '不适用',
  ],
  ...[
    '不代',
    '不予',
    '不用于',
    '不作',
    '无权',
    '无法',
    '否认',
    '尚未',
    '并未',
    '从未',
    '未设',
    '未授权',
    '未附',
    '未列',
    '未写',
    '未作',
    '未具备',
    '没有',
    '暂无',
    '禁止',
    '严禁',
    '谢绝',
    '排除',
    '非',
  ],
]
const STOPS = /[,，;；。)）\n]/u
const ITEM_START = /(^|[,，;；。、(（:：\n])$/u

// 不可中断的混凝土浇捣 goes on, 不得少于两名医师 asks for them: what follows is said, not denied.
const GOES_ON = /^不[可能得](?:中断|间断|中止|停歇|停顿|停工|停电|断电|或?缺|少于|低于|小于|抗力)/u

// 岗位变化亦未说明 denies what stands before it.
const SAID_AFTER = /[亦也均尚]?(?:未|没有)(?:说明|写明|注明|载明|列明|提及|提供|提交|建立|制定|配备|购置)/gu

// 除湿, 拆除, 外卖 and 外贸 are no exceptions.
const EXCEPT =
  /(?<![清拆排消解去扫免删])除(?![外湿尘臭味虫草])([^;；。,，]{1,40}?)(?:以外|之外|外)(?![卖贸墙包观商送资地国摆])/gu

/** For each UTF-16 unit of `text`: does it stand under a negation (不含…, 除…外, …除外, 无…)? */
export function negated(text: string): boolean[] {
  const mask = new Array<boolean>(text.length).fill(false)
  const cover = (from: number, to: number) => mask.fill(true, from, to)
  const stopAfter = (from: number) => {
    const at = text.slice(from).search(STOPS)
    return at < 0 ? text.length : from + at
  }
  for (const word of BEFORE) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (GOES_ON.test(text.slice(at))) continue
      // 非 reaches one word: 非居住（商业）.
      cover(at, word === '非' ? at + (text.slice(at).match(/^[^(（,，;；。、]{1,5}/u)?.[0].length ?? 1) : stopAfter(at))
    }
  }
  for (let at = text.indexOf('无'); at >= 0; at = text.indexOf('无', at + 1)) {
    // 无就餐区 and 就餐区（无） say that there is none; 无需, 无人, 无固定, 无障碍 do not.
    if (ITEM_START.test(text.slice(0, at)) && !/^无[需须人固油公证障]/u.test(text.slice(at)))
      cover(at, itemEnd(text, at))
    if (/^[)）]/u.test(text.slice(at + 1)) && /[(（]$/u.test(text.slice(0, at))) cover(itemStart(text, at - 1), at)
  }
  for (const match of text.matchAll(SAID_AFTER)) cover(itemStart(text, match.index), match.index)
  for (const match of text.matchAll(EXCEPT)) cover(match.index, match.index + match[0].length)
  for (const match of text.matchAll(/除外/gu)) cover(itemStart(text, match.index), match.index)
  return mask
}

function itemStart(text: string, end: number): number {
  let at = end
  while (at > 0 && !/[,，;；。(（:：\n]/u.test(text[at - 1] ?? '')) at--
  return at
}

function itemEnd(text: string, start: number): number {
  const at = text.slice(start).search(/[,，;；。、)）\n]/u)
  return at < 0 ? text.length : start + at
}
