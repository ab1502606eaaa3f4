import { genericField } from '../../../../facts/generic-fields.ts'
import type { CaseValue, RegistryRecord } from '../../../case-format.ts'
import { documentNames } from '../../document-names.ts'
import { addDays } from '../../world/dates.ts'
import type { Draft } from '../draft.ts'
import { typeOf } from '../fill-content.ts'
import type { Firm } from './firm.ts'

type Fields = Readonly<Record<string, CaseValue>>

/** What a licence says of its holder; a change since then shows as a difference from the firm. */
export interface Holder {
  name: string
  code: string
  legal: string
  /** 住所 */
  home: string
  /** 经营场所 */
  place: string
}

/** The holder as the firm is now. */
export function holderOf(firm: Firm, place = firm.address): Holder {
  return { name: firm.name, code: firm.code, legal: firm.legal.name, home: firm.address, place }
}

export interface LicenceOptions {
  /** Document type of the licence (FBL). */
  type: string
  number: string
  issued: string
  /** Null when it never ends. */
  until: string | null
  authority: string
  /** What else stands on it, by the type's own field names. */
  printed?: Fields
  /** What else its register says (主体业态 …). */
  recorded?: Fields
  /** How the applicant holds it; `mixed` (the usual): electronic, paper or both. `register`: only the register knows it. */
  held?: 'mixed' | 'paper' | 'electronic' | 'register' | 'copies'
  slot?: string
  /** Variant of the document, when the matter takes only one. */
  variant?: string
}

/** A licence in its register (许可证库), in the electronic library and on paper. */
export interface Held extends LicenceOptions {
  holder: Holder
  slot: string
}

/** What the licence says under the names that all licences share (持证人, 证号 …). */
type Shared = Partial<
  Record<
    '持证人' | '统一社会信用代码' | '证号' | '法定代表人' | '住所' | '经营场所' | '有效期至' | '发证机关' | '发证日期',
    string
  >
>

const IN_REGISTER: Readonly<Record<string, string>> = { 持证人: '经营者名称', 证号: '许可证编号' }

/** Shared names as the type prints them; what it does not print is left out. An end of validity fills its range. */
function printed(type: string, shared: Shared, issued: string): Record<string, CaseValue> {
  const documentType = typeOf(type)
  return Object.fromEntries(
    Object.entries(shared).flatMap(([name, value]): [string, CaseValue][] => {
      const field = genericField(documentType, name)?.field ?? name
      // Where the place of business is the registered seat, the seat is what is printed.
      if (field !== name && field in shared) return []
      const known = documentType.fields.find((one) => one.name === field)
      if (!known || value === undefined) return []
      return [[field, known.type === 'date-range' ? { from: issued, to: value } : value]]
    }),
  )
}

function recorded(shared: Shared): Record<string, CaseValue> {
  return Object.fromEntries(Object.entries(shared).map(([name, value]) => [IN_REGISTER[name] ?? name, value]))
}

/** Puts a licence into the case: register, electronic library, paper. Types without a name in 许可证库 have no record there. */
export function holdLicence(d: Draft, holder: Holder, o: LicenceOptions): Held {
  const held = { ...o, holder, slot: o.slot ?? '原许可证' }
  const shared: Shared = {
    持证人: holder.name,
    统一社会信用代码: holder.code,
    证号: o.number,
    法定代表人: holder.legal,
    住所: holder.home,
    经营场所: holder.place,
    ...(o.until ? { 有效期至: o.until } : {}),
    发证机关: o.authority,
    发证日期: o.issued,
  }
  const fields = { ...printed(o.type, shared, o.issued), ...o.printed }
  const name = d.scenario.parameters.get('证照名称')
  if (typeof name === 'string')
    d.record(
      '许可证库',
      { uscc: holder.code, number: o.number },
      { 证照名称: name, ...recorded(shared), ...o.recorded, 状态: '有效' },
    )
  const electronic = () =>
    d.record('电子证照', { uscc: holder.code }, { ...fields, 证照状态: '有效' }, documentNames()[o.type])
  const paper = (key = held.slot, variant = o.variant) =>
    d.paper(held.slot, o.type, fields, {
      key,
      marks: { 盖章: o.authority },
      ...(variant ? { variant } : {}),
    })
  const how = o.held ?? 'mixed'
  if (how === 'paper') paper()
  else if (how === 'electronic') electronic()
  else if (how === 'copies') for (const variant of ['正本', '副本']) paper(`${held.slot}-${variant}`, variant)
  else if (how === 'mixed') {
    const habit = d.random(`${held.slot}/held`).next()
    if (habit < 0.75) electronic()
    if (habit >= 0.55) paper()
  }
  return held
}

const isElectronic = (held: Held) => (record: RegistryRecord) =>
  record.about === documentNames()[held.type] && record.键.uscc === held.holder.code

/** Says something else about a licence, wherever it is held. */
export function restate(
  draft: Draft,
  held: Held,
  shared: Shared,
  more: { printed?: Fields; recorded?: Fields } = {},
): void {
  const fields = { ...printed(held.type, shared, held.issued), ...more.printed }
  for (const paper of draft.of(held.slot)) Object.assign(paper.content.fields, fields)
  for (const record of (draft.registry.电子证照 ?? []) as RegistryRecord[])
    if (isElectronic(held)(record)) Object.assign(record, fields)
  for (const record of (draft.registry.许可证库 ?? []) as RegistryRecord[])
    if (record.许可证编号 === held.number) Object.assign(record, recorded(shared), more.recorded)
}

/** The licence is no longer in force: only the paper is left, and the register says why. */
export function lapse(draft: Draft, held: Held, state: '过期' | '吊销' | '注销', until?: string): void {
  if (draft.of(held.slot).length === 0) {
    const [record] = (draft.registry.电子证照 as RegistryRecord[] | undefined)?.filter(isElectronic(held)) ?? []
    if (record) {
      const { 键: _, about: __, asOf: ___, 证照状态: ____, ...fields } = record
      draft.paper(held.slot, held.type, fields, {
        key: held.slot,
        marks: { 盖章: held.authority },
        ...(held.variant ? { variant: held.variant } : {}),
      })
    }
  }
  const library = draft.registry.电子证照 as RegistryRecord[] | undefined
  if (library) draft.registry.电子证照 = library.filter((record) => !isElectronic(held)(record))
  restate(draft, held, until ? { 有效期至: until } : {}, { recorded: { 状态: state } })
}

/** Ways in which the licence itself stands against the application: run out, revoked. */
export function offerLapsed(
  d: Draft,
  held: Held,
  fails: { expired: Readonly<Record<string, string>>; revoked: Readonly<Record<string, string>> },
): void {
  if (held.until !== null)
    d.mayFail({
      id: 'licence-expired',
      title: '原证有效期已过',
      slot: held.slot,
      touches: 'licence-life',
      refuse: true,
      fails: fails.expired,
      apply: (draft) => {
        const until = addDays(draft.at, -draft.random('licence-expired').int(3, 150))
        lapse(draft, held, '过期', until)
        if (draft.form.rn_end !== undefined) draft.form.rn_end = until
      },
    })
  if (typeof d.scenario.parameters.get('证照名称') === 'string')
    d.mayFail({
      id: 'licence-revoked',
      title: '原证已被吊销',
      slot: held.slot,
      touches: 'licence-life',
      refuse: true,
      fails: fails.revoked,
      apply: (draft) => lapse(draft, held, '吊销'),
    })
}
