import { display } from '../../facts/values/display.ts'
import type { Basis } from '../catalogue/format.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import { addWorkingDays } from '../functions/working-days.ts'
import type { Applicant, Finding, FormValue, Lacking, Notice, NoticeItem } from '../results.ts'

const ORDER: Readonly<Record<Finding['severity'], number>> = { block: 0, correct: 1, advise: 2 }
const DAYS_TO_TELL = 5
const UNCONFIRMED = '依据待核，由工作人员确认'

/** 《法》第几条 of a finding; says so when a person has to confirm it. */
function citation(basis: readonly Basis[], isUnconfirmed: boolean): string {
  const cited = basis.map(
    ({ law, article, certainty }) => `《${law}》${article}${certainty === 'unsure' ? '（条文待核）' : ''}`,
  )
  if (cited.length === 0) return UNCONFIRMED
  return isUnconfirmed ? `${cited.join('；')}（依据待核）` : cited.join('；')
}

/**
 * The statutory clock of 行政许可法第三十二条, counted from 受理日期. The draft gives the five days, not how they are counted:
 * the last day by working days is 依据待核. Allowances, funds, filings and registrations are no licences: that article says
 * nothing of them, and nothing is deemed accepted.
 */
function clock(at: string, isLicence: boolean): string {
  const since = `收到申请材料之日：${display('date', at)}。`
  if (!isLicence) return `${since}补正告知的法定时限：${UNCONFIRMED}。`
  const last = addWorkingDays(at, DAYS_TO_TELL)
  const until = last ? `五日按工作日数的，最迟${display('date', last)}（怎么数依据待核）；` : ''
  return (
    `${since}补正告知的法定时限：申请材料不齐全或者不符合法定形式的，应当当场或者在五日内一次告知申请人需要补正的全部内容；` +
    `${until}逾期不告知的，自收到申请材料之日起即为受理。`
  )
}

/** What the applicant adds of a paper that lacks pages: the sides that its type has, or the page that every whole one shows. */
function pagesOf(slot: string, { materials, documentTypes }: Scenario): string {
  const names = materials.find(({ material }) => material.slot === slot)?.documentTypes ?? []
  const types = [...documentTypes.values()].filter(({ name }) => names.includes(name))
  const sided = types.find(({ sides }) => sides.length > 1)
  if (sided) return `${sided.sides.map(({ name }) => name).join('、')}都要拍`
  const phrases = types.find(({ complete }) => complete.length > 0)?.complete ?? []
  if (phrases.length > 0) return `要拍到有${phrases.map((phrase) => `“${phrase}”`).join('或')}的那一页`
  return '缺的一面或几页要补上'
}

/** One item of the notice about one paper; `finding` says the rest. */
interface Told {
  finding: Finding
  material: string | null
  problem: string
  fix: string
  evidence: Finding['evidence']
}

/** What a failed point tells; each missing paper is told for itself. */
function toldBy(finding: Finding, scenario: Scenario): Told[] {
  const { material, message, fix, evidence, lacking = [] } = finding
  if (lacking.length === 0) return [{ finding, material, problem: message, fix, evidence }]
  return lacking.map((one) => ({
    finding,
    material: one.slot,
    ...lack(one, scenario),
    evidence: one.file === null ? [] : evidence,
  }))
}

function lack({ slot, file }: Lacking, scenario: Scenario): { problem: string; fix: string } {
  if (file === null) return { problem: `没有交“${slot}”。`, fix: `请补交“${slot}”。` }
  return { problem: `“${slot}”（${file}）缺页，或者缺一面。`, fix: `请重新上传“${slot}”：${pagesOf(slot, scenario)}。` }
}

/** One notice with every defect at once: what blocks first, then by material in the order of the list. */
export function writeNotice(
  scenario: Scenario,
  at: string,
  applicant: Applicant | null,
  form: readonly FormValue[],
  findings: readonly Finding[],
): Notice {
  const slots = scenario.materials.map(({ material }) => material.slot)
  const place = ({ material }: Told) => {
    const index = material === null ? -1 : slots.indexOf(material)
    return index < 0 ? slots.length : index
  }
  const items = findings
    .filter(({ verdict }) => verdict === 'fail')
    .flatMap((finding) => toldBy(finding, scenario))
    .toSorted((a, b) => ORDER[a.finding.severity] - ORDER[b.finding.severity] || place(a) - place(b))
    .map(
      ({ finding, material, problem, fix, evidence }, index): NoticeItem => ({
        number: index + 1,
        point: finding.point,
        severity: finding.severity,
        material,
        problem,
        fix,
        basis: citation(finding.basis, finding.basisUnconfirmed),
        evidence,
      }),
    )
  const isLicence = scenario.parts.matter.procedure === '许可'
  const open = findings.filter(({ verdict }) => verdict === 'unsure')
  const looks = new Map(scenario.points.map(({ point }) => [point.id, point.look]))
  const named = form.find(({ key }) => key === 'subj_name')?.display
  return {
    scenario: scenario.id,
    title: '一次性补正告知书',
    applicant: named || applicant?.name || '',
    at,
    items,
    person: open.map(({ point, statement, fix }) => ({ point, statement, look: looks.get(point) ?? fix })),
    clock: clock(at, isLicence),
    basis: isLicence ? '《中华人民共和国行政许可法》第三十二条' : UNCONFIRMED,
  }
}
