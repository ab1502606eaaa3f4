import { foldText } from '../../facts/values/text.ts'
import { BUILDING_SITE_CONTENTS } from './contents-building-site.ts'
import { ORGANISATION_CONTENTS } from './contents-organisation.ts'
import { ROAD_CONTENTS } from './contents-road.ts'
import { negated } from './negation.ts'
import { conceptNamed, readStatement } from './read-statement.ts'
import type { Statement } from './statement.ts'

/** What a prohibition forbids, and the short words that say it whole. Its 禁止, 不得 are the point, not a negation of it. */
const PROHIBITIONS: Readonly<Record<string, { forbids: readonly string[]; whole: readonly string[] }>> = {
  禁止鸣笛: {
    forbids: ['鸣笛', '鸣号', '鸣喇叭', '按喇叭', '鸣按喇叭'],
    whole: ['禁鸣', '不鸣笛', '不鸣号', '不按喇叭'],
  },
}

function forbidden(
  raw: string,
  name: string,
  { forbids, whole }: { forbids: readonly string[]; whole: readonly string[] },
): Statement {
  const text = foldText(raw)
  if (text === '') return { answer: null, found: '', why: '没有读到文字' }
  const said = whole.find((word) => text.includes(word))
  if (said !== undefined) return { answer: true, found: said, why: `写有“${said}”` }
  const mask = negated(text)
  const named = forbids.filter((word) => text.includes(word))
  const [first] = named
  if (first === undefined) return { answer: false, found: '', why: `没有写${name}` }
  const found = named.find((word) => mask[text.indexOf(word)] === true)
  if (found !== undefined) return { answer: true, found, why: `写明不得${found}` }
  return { answer: null, found: first, why: `写有“${first}”，没有写明禁止` }
}

/** Whether a text, or the items of a list, state a thing (低噪声设备, 投诉电话 …; any other is looked for literally). */
export function states(items: readonly string[], thing: string): Statement {
  const text = items.join(';')
  const prohibition = PROHIBITIONS[thing]
  if (prohibition) return forbidden(text, thing, prohibition)
  return readStatement(
    text,
    conceptNamed([...BUILDING_SITE_CONTENTS, ...ROAD_CONTENTS, ...ORGANISATION_CONTENTS], thing),
  )
}
