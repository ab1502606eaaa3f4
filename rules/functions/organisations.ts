import { isProperName } from '../text/organisation-name.ts'
import { quotes, quotesAddress, quotesName } from '../text/quotes.ts'
import { scopeItems } from '../text/scope-items.ts'
import { shareOfVotes } from '../text/share-of-votes.ts'
import { suitsSpecialHours } from '../text/special-hours.ts'
import type { DocumentedFunctions } from './documented.ts'

/** Rule functions on names, resolutions, scopes and posts of organisations. */
export const organisationFunctions: DocumentedFunctions = {
  写有: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: quotes,
    doc: '前一段文字里原样写有后面的词句（全半角、空格不计）；只差个别字的未知',
  },
  写有名称: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: quotesName,
    doc: '前一段文字里有一处写的就是后面的名称（可以带“名称：”“由…变更为…”）；多字、少字的为假，认不出的未知',
  },
  写有地址: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: quotesAddress,
    doc: '前一段文字里写有后面的地址（可以不写省市区）；认不出的未知',
  },
  表决比例: {
    params: ['text'],
    returns: 'number',
    run: shareOfVotes,
    doc: '决议写的同意比例（百分数）：80%、三分之二、一致同意；写了几个的取最小，没写的未知',
  },
  范围条目: {
    params: ['text'],
    returns: 'list',
    run: scopeItems,
    doc: '经营范围拆成一条一条，去掉“许可项目：”“一般项目：”和固定的说明',
  },
  名称结构合规: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: isProperName,
    doc: '名称由行政区划、字号、行业、组织形式组成，没有禁用字；第二个参数是个体工商户、公司或社会服务机构；带“中国、全国”等的未知',
  },
  适用特殊工时: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: suitsSpecialHours,
    doc: '岗位属于可以实行不定时、综合计算工时的范围；把全体岗位一起申请的为假，名录里没有的未知',
  },
}
