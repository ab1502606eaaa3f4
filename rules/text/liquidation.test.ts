import { describe, expect, test } from 'vitest'
import { debtsSettled, sealsHandedIn } from './liquidation.ts'

describe('debts and claims of a liquidation', () => {
  test.each([
    '债权债务已清理完毕，无遗留',
    '债权债务已全部清理完毕',
    '没有债权债务',
    '所有债务均已清偿，债权已收回',
    '无未清偿的债务',
    '公告期内未收到债权申报，无债务',
    '债务已结清，剩余财产尚未移交',
  ])('%s: settled', (said) => {
    expect(debtsSettled(said)).toBe(true)
  })
  test.each([
    '尚有应付房租8万元未清偿',
    '债权债务已清理完毕，尚欠员工工资3万元',
    '债权已收回，债务没有还清',
    '部分债务未清偿',
    '无力偿还银行贷款',
  ])('%s: open', (said) => {
    expect(debtsSettled(said)).toBe(false)
  })
  test.each(['', '债务将在注销前付清', '债权债务情况见附件', '正在清理'])('“%s”: a person looks', (said) => {
    expect(debtsSettled(said)).toBeNull()
  })
})

describe('seals and vouchers of a liquidation', () => {
  test.each(['公章、财务章和财务凭证已缴销', '印章及财务凭证已交回登记管理机关', '均已缴销'])(
    '%s: handed in',
    (said) => {
      expect(sealsHandedIn(said)).toBe(true)
    },
  )
  test.each(['公章遗失，财务凭证尚未缴销', '公章已缴销，财务凭证没有交', '公章、财务凭证仍在本单位保管'])(
    '%s: kept',
    (said) => {
      expect(sealsHandedIn(said)).toBe(false)
    },
  )
  test.each(['', '公章、财务凭证待缴销', '公章、财务章已缴销', '公章遗失已登报，财务凭证已缴销'])(
    '“%s”: a person looks',
    (said) => {
      expect(sealsHandedIn(said)).toBeNull()
    },
  )
})
