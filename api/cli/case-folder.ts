import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { applicant, isoDate } from '../http/schemas/applicant.ts'

/** case.yaml of a labelled case (DESIGN §7): what the service may see. truth.yaml is never opened. */
const caseFile = z.object({
  scenario: z.string(),
  at: isoDate.exactOptional(),
  applicant: applicant.exactOptional(),
  answers: z.record(z.string(), z.unknown()).default({}),
  materials: z.array(z.object({ file: z.string(), slot: z.string().exactOptional() })),
})

export interface CaseFolder extends Partial<Omit<z.infer<typeof caseFile>, 'materials'>> {
  answers: Record<string, unknown>
  registry: unknown
  materials: { file: string; slot?: string }[]
}

const notMaterials = /^\.|\.(ya?ml|md|txt|json)$/i

/** A labelled case folder, or a plain folder whose files are the materials. Throws a Chinese sentence. */
export function openCaseFolder(folder: string, registryFile: string | undefined): CaseFolder {
  if (!existsSync(folder)) throw new Error(`找不到文件夹：${folder}`)
  const inside = (name: string) => join(folder, name)
  const beside = existsSync(inside('registry.yaml')) ? inside('registry.yaml') : undefined
  const registryPath = registryFile ?? beside
  const registry = registryPath === undefined ? undefined : readYaml(registryPath)
  if (!existsSync(inside('case.yaml'))) {
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !notMaterials.test(entry.name))
      .map((entry) => ({ file: entry.name }))
    if (files.length === 0) throw new Error(`${folder} 里没有材料文件`)
    return { answers: {}, registry, materials: files.sort((a, b) => a.file.localeCompare(b.file, 'zh-CN')) }
  }
  const parsed = caseFile.safeParse(readYaml(inside('case.yaml')))
  if (!parsed.success) throw new Error(`${inside('case.yaml')}：\n${z.prettifyError(parsed.error)}`)
  return { ...parsed.data, registry }
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} 读不了：${error instanceof Error ? error.message : String(error)}`)
  }
}
