import type { CaseValue } from '../case-format.ts'
import { sameText, text } from './compare.ts'

/** Why work ended, as one of a few reasons; null when the words fit none. */
export function reasonOf(v: CaseValue): 'employer' | 'own-will' | 'expired' | 'closed' | 'retired' | null {
  const said = text(v)
  if (/第三十八条|(?:用人)?单位.{0,6}(?:过错|违法|拖欠|欠薪|未及时|未足额|未依法|强迫)|被迫/u.test(said))
    return 'employer'
  if (/退休/u.test(said)) return 'retired'
  if (/非(?:因)?本人(?:意愿|原因)/u.test(said)) return 'employer'
  if (
    /辞职|辞去|离职申请|(?:本人|个人|自己|劳动者|职工|员工|主动|自愿|自行).{0,8}(?:原因|提出|解除|离开|离职|不续)/u.test(
      said,
    )
  )
    return 'own-will'
  if (/破产|关闭|解散|吊销|责令|撤销|停业|歇业|倒闭/u.test(said)) return 'closed'
  if (/期满|到期|终止/u.test(said)) return 'expired'
  if (/单位.{0,6}(?:提出|解除)|裁|辞退|开除|除名|解雇|解聘|被.{0,4}解除|协商|解除/u.test(said)) return 'employer'
  return null
}

/** Two papers tell the same reason, if not in the same words. */
export function sameReason(a: CaseValue, b: CaseValue): boolean {
  if (sameText(a, b)) return true
  const [x, y] = [text(a), text(b)]
  if (x === '' || y === '') return false
  return x.includes(y) || y.includes(x) || (reasonOf(a) !== null && reasonOf(a) === reasonOf(b))
}
