import type { Row } from '../../facts/values/value.ts'
import { or } from '../engine/truth.ts'
import { coversAct } from '../text/authority.ts'
import { coversActivity } from '../text/business-scope.ts'
import { states } from '../text/contents.ts'
import { isBorneByOthers, isInjury, tellsCause } from '../text/cost-bearers.ts'
import { suitsExamination } from '../text/examination.ts'
import { isDwelling, suitsBusiness } from '../text/house-use.ts'
import { debtsSettled, sealsHandedIn } from '../text/liquidation.ts'
import { listsSystem } from '../text/management-systems.ts'
import { testPassed, testsFor } from '../text/test-items.ts'
import { showsZone } from '../text/zones.ts'
import type { DocumentedFunctions } from './documented.ts'

/** A list of names, rows with a 名称 column, or one text. */
type Names = string | readonly (string | Row)[]

function names(list: Names): string[] {
  if (typeof list === 'string') return [list]
  return list.map((item) => (typeof item === 'string' ? item : String(item.名称 ?? Object.values(item)[0] ?? '')))
}

/** Rule functions on Chinese statements: yes, no, or unknown when the words do not settle it. */
export const statementFunctions: DocumentedFunctions = {
  范围包含: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: (scope: string, activity: string) => coversActivity(scope, activity).answer,
    doc: '经营范围含某业务（餐饮服务、食品销售、食品经营…），认同义写法和“不含、除…外”；只限部分时未知',
  },
  制度包含: {
    params: ['any', 'text'],
    returns: 'boolean',
    run: (list: Names, name: string) => listsSystem(names(list), name).answer,
    doc: '制度目录里有某项制度（食品安全自查、进货查验记录…），认同义写法；没读到目录时未知',
  },
  权限包含: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: (authority: string, act: string) => coversAct(authority, act).answer,
    doc: '委托事项或权限含某行为（办理、提交、补正、领取、签字…），认“全权”和“不得、除…外”',
  },
  功能区包含: {
    params: ['any', 'text'],
    returns: 'boolean',
    run: (list: Names, zone: string) => or(zone.split('/').map((one) => showsZone(names(list), one).answer)),
    doc: '平面图功能区里有某区（粗加工、切配、烹饪、备餐、专间…），认同义写法，“甲/乙”为有一个就行；只写“厨房”时加工各区未知',
  },
  载明: {
    params: ['any', 'text'],
    returns: 'boolean',
    run: (said: Names, thing: string) => states(names(said), thing).answer,
    doc: '一段文字或一份清单写到某件事（低噪声设备、投诉电话、行人通道、楼顶…），认同义写法和否定；没读到文字时未知',
  },
  含任一: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: (text: string, words: string) => words.split('/').some((word) => word !== '' && text.includes(word)),
    doc: '文字里有用“/”隔开的几个词之一（照字面）',
  },
  诊断为外伤: {
    params: ['text'],
    returns: 'boolean',
    run: (diagnosis: string) => isInjury(diagnosis).answer,
    doc: '诊断写的是外伤（骨折、挫伤、烫伤…）；待排、疑似的未知',
  },
  应由他方负担: {
    params: ['text'],
    returns: 'boolean',
    run: (account: string) => isBorneByOthers(account).answer,
    doc: '写的是工伤、交通事故、别人的责任、境外就医（社会保险法第三十条），认“不是、没有”；说不清的未知',
  },
  写明致伤原因: {
    params: ['text'],
    returns: 'boolean',
    run: tellsCause,
    doc: '写了怎么受的伤；只重复“外伤、受伤”为假，写着不详、不清的未知',
  },
  债权债务已了结: {
    params: ['text'],
    returns: 'boolean',
    run: (said: string) => debtsSettled(said),
    doc: '清算报告写的债权债务处置完毕（清理完毕、结清、没有债务）；写了未清偿、尚欠的为假，还要办的、没写明的未知',
  },
  印章凭证已缴销: {
    params: ['text'],
    returns: 'boolean',
    run: (said: string) => sealsHandedIn(said),
    doc: '清算报告写的公章、财务凭证都已缴销（交回、收回、销毁）；写了尚未、没有交的为假，遗失的、只写一样的未知',
  },
  用途适合经营: {
    params: ['text'],
    returns: 'boolean',
    run: (use: string) => suitsBusiness(use).answer,
    doc: '房屋用途适合经营：商业、店铺、办公为真，居住、工业为假，混合或没写明未知',
  },
  用途为居住: {
    params: ['text'],
    returns: 'boolean',
    run: (use: string) => isDwelling(use).answer,
    doc: '房屋用途只是居住（住宅、公寓…）；商业、办公、工业为假，商住混合或没写明未知',
  },
  检测项目包含: {
    params: ['any', 'text'],
    returns: 'boolean',
    run: (list: Names, kind: string) => testsFor(names(list), kind).answer,
    doc: '检测报告的检测项目里有某类项目（空气、微小气候、用品用具、水质、集中空调），认同义写法；没读到未知',
  },
  检测合格: {
    params: ['text'],
    returns: 'boolean',
    run: (conclusion: string) => testPassed(conclusion).answer,
    doc: '检测结论写的是合格（符合、达标）；写了不合格、超标为假，都没写未知',
  },
  体检类别适合: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: (category: string, trade: string) => suitsExamination(category, trade).answer,
    doc: '健康证明的体检类别适合某行业（食品、公共场所）；没写明未知',
  },
}
