import type { Box, FactState, Finding, FormValue, MaterialView, TraceNode, Value } from '../../api/client.ts'

/** Where on a material something was read: path of the file, page from 1, box in pixels of the upright page. */
export interface Seen {
  path: string
  page: number
  box: Box | null
}

/** A finding as scoring and the report need it. */
export interface SaidPoint
  extends Pick<
    Finding,
    'point' | 'statement' | 'verdict' | 'severity' | 'automation' | 'confidence' | 'message' | 'fix' | 'because'
  > {
  facts: { path: string; display: string; state: FactState; confidence: number; seen: Seen | null }[]
  blockers: Finding['blockers']
  /** The innermost clauses that came to the verdict. */
  clauses: string[]
}

export interface SaidField extends Pick<FormValue, 'key' | 'name' | 'type' | 'asked' | 'source' | 'confidence'> {
  value: Value | null
  display: string
  /** By the applicant: filled, but not pre-filled. */
  typed: boolean
  seen: Seen | null
}

/** One document as it was read from a file. */
export interface SaidDocument {
  type: string
  confidence: number
  digital: boolean | null
  quality: number
  advice: string[]
  fields: Record<string, { value: Value | null; state: FactState; confidence: number; seen: Seen }>
}

export interface SaidMaterial {
  path: string
  error: string | null
  pages: MaterialView['pages']
  documents: SaidDocument[]
}

/** What the service said of one submission: nothing of the truth is in here. */
export interface Answer {
  form: SaidField[]
  findings: SaidPoint[]
  /** Points that the correction notice names. */
  noticed: string[]
  materials: SaidMaterial[]
  refused: { path: string; reason: string }[]
  /** Version of the catalogue that judged. */
  catalogue: string
  /** From opening the case to its review. */
  latencyMs: number
}

type Evidence = Finding['evidence'][number]

/** Clauses beyond this many explain nothing more. */
const MOST_CLAUSES = 6

/** Keeps of the service's answers what scoring needs. `paths`: files by the id the service gave them. */
export function answerOf(
  said: {
    form: readonly (FormValue & { typed: boolean })[]
    findings: readonly Finding[]
    notice: { items: readonly { point: string }[] }
    materials: readonly MaterialView[]
  },
  paths: ReadonlyMap<string, string>,
): Omit<Answer, 'refused' | 'latencyMs' | 'catalogue'> {
  const seenIn = (evidence: readonly Evidence[]): Seen | null => {
    const found = evidence.find((one) => one.kind === 'material')
    return found ? { path: paths.get(found.material) ?? '', page: found.page, box: found.box } : null
  }
  return {
    form: said.form.map(({ key, name, type, asked, source, confidence, value, display, evidence, typed }) => ({
      ...{ key, name, type, asked, source, confidence, value, display, typed },
      seen: seenIn(evidence),
    })),
    findings: said.findings.map((finding) => ({ ...pointOf(finding), facts: factsOf(finding, seenIn) })),
    noticed: [...new Set(said.notice.items.map(({ point }) => point))],
    materials: said.materials.map((material) => materialOf(material, paths.get(material.id) ?? '')),
  }
}

function pointOf(finding: Finding): Omit<SaidPoint, 'facts'> {
  const { point, statement, verdict, severity, automation, confidence, message, fix, because, blockers } = finding
  const wanted = verdict === 'fail' ? false : verdict === 'pass' ? true : null
  return {
    ...{ point, statement, verdict, severity, automation, confidence, message, fix, because, blockers },
    clauses: deciding(finding.trace, wanted).slice(0, MOST_CLAUSES),
  }
}

function factsOf(finding: Finding, seenIn: (evidence: readonly Evidence[]) => Seen | null): SaidPoint['facts'] {
  return finding.facts.map(({ path, value, display, state, confidence, evidence }) => ({
    ...{ path, state, confidence },
    display: value === null ? '' : display,
    seen: seenIn(evidence),
  }))
}

function materialOf({ error, pages, documents }: MaterialView, path: string): SaidMaterial {
  return {
    path,
    error: error?.message ?? null,
    pages,
    documents: documents.map(({ documentType, confidence, digital, quality, fields }) => ({
      type: documentType,
      confidence,
      digital: digital ?? null,
      quality: quality.score,
      advice: quality.advice,
      fields: Object.fromEntries(
        Object.entries(fields).map(([name, { value, state, confidence: sure, page, box }]) => [
          name,
          { value, state, confidence: sure, seen: { path, page, box } },
        ]),
      ),
    })),
  }
}

/** The innermost clauses of an explanation that came to a result. */
function deciding(node: TraceNode | null, result: boolean | null): string[] {
  if (!node || node.result !== result) return []
  const below = node.children.flatMap((child) => deciding(child, result))
  return below.length > 0 ? below : [`${node.text} → ${node.result === null ? '未知' : node.result ? '是' : '否'}`]
}
