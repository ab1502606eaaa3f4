import type { Rejection } from '../results.ts'

const WHY: Record<Rejection, { why: string; settle: string }> = {
  another: {
    why: '答的是别人（别家）的记录，没有采用',
    settle: '请稍后重新获取；仍是别人的，由窗口按证件号码在原系统里核对',
  },
  elsewhere: { why: '的应答是别的来源给的，没有采用', settle: '请稍后重新获取；仍不对的，由窗口在原系统里核对' },
  unusable: {
    why: '的应答不能用（没有内容，或截至日期不可能），没有采用',
    settle: '请稍后重新获取；仍不能用的，由窗口在原系统里核对',
  },
  uncovered: { why: '的数据不包括所问的日期', settle: '由窗口对照主管部门公告核对；数据补上后自动判断' },
}

/** Why what a source answered was not taken, and what would settle it, in Chinese. */
export const rejectionOf = (source: string, rejected: Rejection) => ({
  why: `${source}${WHY[rejected].why}`,
  settle: WHY[rejected].settle,
})
