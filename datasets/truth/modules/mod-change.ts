import { daysBetween } from '../../../facts/values/date.ts'
import { comparable } from '../../../facts/values/text.ts'
import type { CaseValue } from '../../case-format.ts'
import { field, firm, get, isUnsettled, param, words } from '../ask.ts'
import { blank, dateOf, list, num, samePlace, text, workingDays } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { held, type Licence, lapsed, original } from '../licence.ts'
import type { TrueCase } from '../true-case.ts'

/** Name, head, seat and business scope as one source holds them. */
type Facts = Pick<Licence, 'holder' | 'head' | 'home' | 'place'> & { scope?: CaseValue }

const squeeze = (v: CaseValue) => comparable(text(v)).replace(/[\p{P}\p{S}]/gu, '')

/** The clauses of a free text (变更前内容) without what they are headed by (名称：). */
const clausesOf = (said: CaseValue) =>
  text(said)
    .split(/[；;。\n]/u)
    .map((one) => one.replace(/^[^：:]*[：:]/u, ''))

type Tells = (said: CaseValue, value: CaseValue) => boolean

/** It writes an address out, or one of its clauses is the same place. */
const tellsPlace: Tells = (said, value) =>
  squeeze(said).includes(squeeze(value)) || clausesOf(said).some((clause) => samePlace(clause, value))

/** One of its clauses is the name. Settled with the generator: a name with a word more is another name. */
const tellsName: Tells = (said, value) =>
  clausesOf(said)
    .map(squeeze)
    .some((clause) => {
      const [before, after] = [clause.split(squeeze(value))[0] ?? '', clause.split(squeeze(value)).at(-1) ?? '']
      const written = clause.includes(squeeze(value))
      return written && /^$|[由为是从原]$/u.test(before) && /^$|^(?:变更|变为|改)/u.test(after)
    })

/** The same entries. Settled with the generator: a business scope is among what the register holds. */
const tellsScope: Tells = (said, value) => {
  const entries = (v: CaseValue) =>
    clausesOf(text(v).replace(/（[^）]*）/gu, ''))
      .map(squeeze)
      .filter((one) => one !== '')
  const [told, kept] = [entries(said), entries(value)]
  return kept.every((one) => told.includes(one)) && told.every((one) => kept.includes(one))
}

/** The first changed item of which a text does not tell what the facts say; null when it tells all that is known. */
export function untold(c: TrueCase, said: CaseValue, facts: Facts): string | null {
  const items = list(c.form('chg_item'))
  const about: [string, CaseValue, Tells][] = [
    [text(param(c, '名称变更项')), facts.holder, tellsName],
    [text(param(c, '负责人变更项')), facts.head, tellsName],
    [text(param(c, '住所变更项')), blank(facts.home) ? facts.place : facts.home, tellsPlace],
  ]
  // Beside other changes nobody can say which of the clauses are the scope.
  if (items.length === 1) about.push([text(param(c, '范围变更项')), facts.scope ?? null, tellsScope])
  const off = about.find(([item, value, tells]) => items.includes(item) && !blank(value) && !tells(said, value))
  return off?.[0] ?? null
}

export const CHECKS: Checks = {
  'CHANGE-P01': (c) => {
    const record = firm(c)
    const filed = {
      holder: get(record, '名称'),
      head: get(record, '法定代表人'),
      home: get(record, '住所'),
      place: null,
      scope: get(record, '经营范围'),
    }
    const facts = param(c, '登记事项') === true ? (record ? filed : undefined) : (held(c) ?? original(c))
    if (blank(c.form('chg_old'))) return none('未填变更前内容')
    // Settled with the generator: that nothing differs is seen without the register.
    if (squeeze(c.form('chg_old')) === squeeze(c.form('chg_new'))) return fail('变更前后写得一样')
    if (!facts) return none('证照库没有原证信息')
    const off = untold(c, c.form('chg_old'), facts)
    return holds(off === null, `变更前的${off ?? ''}与在册信息不一致`)
  },
  'CHANGE-P02': (c) => {
    if (param(c, '登记事项') === true) return none('本次就是办理登记变更')
    const items = list(c.form('chg_item'))
    const registered = ['名称变更项', '负责人变更项', '住所变更项'].some((name) => items.includes(text(param(c, name))))
    if (!registered) return none('变更事项不在营业执照上')
    const record = firm(c)
    const now = (name: string) => {
      const licence = field(c, '营业执照', name)
      return blank(licence) ? get(record, name) : licence
    }
    const facts = { holder: now('名称'), head: now('法定代表人'), home: now('住所'), place: null }
    if (Object.values(facts).every(blank)) return none('缺营业执照')
    const off = untold(c, c.form('chg_new'), facts)
    return holds(off === null, `变更后的${off ?? ''}与营业执照不一致，应先办登记变更`)
  },
  'CHANGE-P03': (c) => {
    const [limit, day] = [num(param(c, '变更期限')), dateOf(c.form('chg_date'))]
    if (limit === null) return isUnsettled(c, '变更期限') ? person('变更期限依据待核') : none('没有规定变更期限')
    if (day === null) return none('未填变更日期')
    const unit = text(param(c, '变更期限单位')) || '工作日'
    const gone = unit === '工作日' ? workingDays(day, c.at) : daysBetween(day, c.at)
    return holds(gone <= limit, `变更后超过${limit}${unit}才申报`)
  },
  'CHANGE-P04': (c) => {
    const anew = words(c, '须新办的变更项')
    if (anew.length === 0) return none('没有须重新申请的变更项')
    const [item] = list(c.form('chg_item')).filter((one) => anew.includes(one))
    return item === undefined ? pass : fail(`${item}应重新申请`)
  },
  'CHANGE-P05': (c) => {
    if (param(c, '登记事项') === true) {
      const state = text(get(firm(c), '登记状态'))
      return holds(!/吊销|撤销|注销/u.test(state), `营业执照已被${state}`)
    }
    const one = held(c) ?? original(c)
    if (!one) return none('缺原许可证')
    const why = lapsed(one, c.at)
    return holds(why === null, why ?? '')
  },
}
