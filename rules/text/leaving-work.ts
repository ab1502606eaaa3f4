import { foldText } from '../../facts/values/text.ts'

const OWN_WISH = ['本人辞职', '个人辞职', '主动辞职', '自动离职', '个人原因', '本人提出', '劳动者提出', '自愿辞职']
const NOT_OWN_WISH = [
  ...[
    '期满',
    '到期',
    '用人单位解除',
    '单位解除',
    '单位提出',
    '经济性裁员',
    '裁员',
    '辞退',
    '除名',
    '开除',
    '破产',
    '关闭',
  ],
  ...['撤销', '吊销', '解散', '用人单位过错', '单位过错', '拖欠', '未足额支付', '第三十八条', '第四十条', '第四十一条'],
]

/** Whether work ended against the worker's wish (失业保险条例 第十四条); null when the reason does not settle it. */
export function againstOwnWish(reason: string): boolean | null {
  const text = foldText(reason)
  const has = (words: readonly string[]) => words.some((word) => text.includes(word))
  if (has(NOT_OWN_WISH)) return has(OWN_WISH) && !text.includes('过错') && !text.includes('第三十八条') ? null : true
  if (has(OWN_WISH) || text === '辞职') return false
  return null
}
