import { foldText } from '../../facts/values/text.ts'

// 无未清偿的债务, 未发现其他债务: a denial of something open is no open thing.
const NOTHING_OPEN = /(?:无|没有|不存在)(?:任何|其他|其它)?(?:尚未|未|待)[^,;。]*|未(?:发现|发生|收到|接到)[^,;。]*/gu
const NOT_DONE =
  /未|没有?(?:交|缴|销|清|付|还|处|结|收)|[尚仍还](?:有|欠|余|剩|在)|(?:无法|不能|无力)(?:清|偿|支|归|交|缴|追)|拖欠|拒/u
/** What is still to be done, or is lost, is for a person to look at. */
const TO_COME = /待|拟|将|准备|计划|打算|正在|以后|之后|遗失|丢失|灭失|找不到/u

const DEBTS = {
  done: /完毕|完成|结清|还清|清偿|付清|了结|清零|清理完|处理完|处置完|已(?:全部|经)?(?:清理|处理|处置)/u,
  none: /(?:无|没有|不存在)(?:任何|其他|其它)?(?:债权|债务|遗留|纠纷)/u,
}
const HANDED_IN = /缴销|缴回|交回|上交|收回|销毁|注销|移交|交还|封存/u
const SEALS = /公章|印章|章/u
const VOUCHERS = /凭证|账|帐|票据|财务资料/u
const BOTH = /均|都|全部|一并/u

/** Whether a liquidation report says that debts and claims are settled; null when its words do not tell. */
export function debtsSettled(said: string): boolean | null {
  // How what is left is shared out is no debt.
  const text = clauses(said).filter((one) => !/剩余财产|剩余资产/u.test(one) || /债/u.test(one))
  const open = text.join(';').replace(NOTHING_OPEN, '')
  if (NOT_DONE.test(open)) return false
  if (TO_COME.test(open)) return null
  const whole = text.join(';')
  return DEBTS.done.test(open) || DEBTS.none.test(whole) || open.length < whole.length ? true : null
}

/** Whether a liquidation report says that seals and financial vouchers were handed in; null when its words do not tell. */
export function sealsHandedIn(said: string): boolean | null {
  const text = clauses(said).join(';')
  if (NOT_DONE.test(text)) return false
  if (TO_COME.test(text) || !HANDED_IN.test(text)) return null
  return (SEALS.test(text) && VOUCHERS.test(text)) || BOTH.test(text) ? true : null
}

const clauses = (said: string) =>
  foldText(said)
    .split(/[,;。，；]/u)
    .filter((one) => one !== '')
