import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ZodType } from 'zod'
import { z } from 'zod'
import { loadDocumentTypes, loadSharedSources } from '../../facts/load.ts'
import type { RuleFunctions } from '../engine/functions.ts'
import { feelFunctions } from '../functions/index.ts'
import { policySchema } from '../policy.ts'
import type { Catalogue } from './catalogue.ts'
import type { CatalogueFault } from './catalogue-error.ts'
import { CatalogueError } from './catalogue-error.ts'
import type { Module } from './format.ts'
import { categorySchema, matterSchema, moduleSchema, scenarioSchema } from './format.ts'
import { lintScenario } from './lint.ts'
import { lintDates } from './lint-dates.ts'
import { ExpressionLint } from './lint-expressions.ts'
import { lintFiles, lintIdleParameters } from './lint-files.ts'
import { lintOverrides, unknownWords } from './lint-overrides.ts'
import { lintParts } from './lint-parts.ts'
import { lintTables } from './lint-tables.ts'
import { type Checked, checkedKey, readChecked, writeChecked } from './load-checked.ts'
import type { Located } from './located-yaml.ts'
import { alreadyParsed, parseLocated } from './located-yaml.ts'
import { resolveScenario, type ScenarioParts } from './resolve.ts'
import { Scenario } from './scenario.ts'
import { SharedVocabulary } from './vocabulary.ts'

const OWN = fileURLToPath(new URL('.', import.meta.url))

interface LoadOptions {
  folder?: string
  /** Folder of the document types and sources that the catalogue names. */
  facts?: string
  policyFile?: string
  functions?: RuleFunctions
  /** Check everything again, even what passed the check before. */
  fresh?: boolean
}

/**
 * Reads and checks the catalogue: categories.yaml, modules/*.yaml, matters/<matter>/{matter,S*}.yaml, and the policy.
 * Throws CatalogueError with every fault (file, line, column, how to mend it): a broken catalogue never starts. What
 * passed the check before, to the letter, is not checked again.
 */
export function loadCatalogue(options: LoadOptions = {}): Catalogue {
  // Only the product's own: a catalogue with other facts or rule functions passes another check.
  const { folder, facts: factsFolder, policyFile, functions } = options
  const own = [folder, factsFolder, policyFile, functions].every((other) => other === undefined)
  const key = own ? checkedKey() : null
  const known = key === null || options.fresh ? null : readChecked(key)
  const files = new Files(folder ?? OWN, known)
  const { catalogue, check, facts } = assemble(files, options, known)
  if (known) return { ...catalogue, warnings: known.warnings }
  const warnings = check()
  if (key !== null) writeChecked(key, { files: files.parsed, ...facts, warnings })
  return { ...catalogue, warnings }
}

interface Assembled {
  catalogue: Catalogue
  /** Throws CatalogueError with every fault; returns the warnings. */
  check: () => CatalogueFault[]
  facts: Pick<Checked, 'documentTypes' | 'sources'>
}

function assemble(files: Files, options: LoadOptions, known: Checked | null): Assembled {
  const { folder } = files
  const functions = options.functions ?? feelFunctions
  const policy = files.read(options.policyFile ?? join(OWN, '..', 'policy.yaml'), policySchema)
  const categories = files.read(join(folder, 'categories.yaml'), z.array(categorySchema))
  const modules = files.list('modules', /\.yaml$/).map((file) => files.read(file, moduleSchema))
  const matters = files.folders('matters').map((matter) => ({
    matter: files.read(join(folder, 'matters', matter, 'matter.yaml'), matterSchema),
    scenarios: files.list(join('matters', matter), /^S\d+\.yaml$/).map((file) => files.read(file, scenarioSchema)),
  }))
  files.stopOnFaults()

  const byId = new Map<string, Located<Module>>(modules.flatMap((m) => (m ? [[m.value.id, m]] : [])))
  const written = matters.flatMap(({ matter, scenarios }) =>
    matter ? scenarios.flatMap((scenario) => (scenario ? [{ matter, scenario }] : [])) : [],
  )
  const resolved = written.map(({ matter, scenario }) => resolveScenario(scenario, matter, byId))
  const factsIn = (name: string) => (options.facts === undefined ? undefined : join(options.facts, name))
  const { documentTypes: types, sources } = known ?? {
    documentTypes: loadDocumentTypes(factsIn('documents')),
    sources: loadSharedSources(factsIn('sources')),
  }
  const documentTypes = new Map(types.map((type) => [type.id, type]))
  const shared = [...byId.values(), ...matters.flatMap(({ matter }) => matter ?? [])].map(({ value }) => value)
  let everywhere: SharedVocabulary | null = null
  const vocabulary = (parts: ScenarioParts) => {
    everywhere ??= new SharedVocabulary(
      [...shared.flatMap(({ fields }) => fields), ...resolved.flatMap(({ fields }) => fields.map(({ part }) => part))],
      [
        ...shared.flatMap(({ materials }) => materials),
        ...resolved.flatMap(({ materials }) => materials.map(({ part }) => part)),
      ],
      documentTypes,
      sources,
    )
    return everywhere.of(parts)
  }
  const build = (parts: ScenarioParts) =>
    new Scenario(parts, () => vocabulary(parts), documentTypes, sources, functions)
  const scenarios = resolved.map(build)
  const alone = new Map<string, Scenario>()
  const ofModules = (ids: readonly string[]): Scenario => {
    const before = alone.get(ids.join()) ?? build(moduleParts(ids, byId))
    alone.set(ids.join(), before)
    return before
  }

  const check = (): CatalogueFault[] => {
    const ids = new Set(scenarios.map(({ id }) => id))
    const given = matters.flatMap(({ matter }) => matter ?? [])
    const faults: CatalogueFault[] = [
      ...lintFiles({
        categories,
        modules: modules.flatMap((module) => module ?? []),
        matters: given,
        scenarios: written.map(({ scenario }) => scenario),
      }),
      ...[...byId.values()].flatMap((module) => [
        ...lintDates(module),
        ...lintTables(module),
        ...Object.entries(module.value.parameters).flatMap(([name, one]) =>
          unknownWords(module, name, one, one.values ?? []),
        ),
      ]),
      ...resolved.flatMap((parts) => lintParts(parts, documentTypes, sources)),
    ]
    const warnings: CatalogueFault[] = []
    const expressions = new ExpressionLint(functions)
    const declared = new Set([...byId.values()].flatMap(({ value }) => Object.keys(value.parameters)))
    for (const matter of given) {
      const above = [...byId.values()]
      faults.push(...lintOverrides(matter, above), ...lintDates(matter, above), ...lintTables(matter, above))
      faults.push(
        ...lintIdleParameters(
          matter,
          resolved.filter(({ matterFile }) => matterFile === matter),
          declared,
        ),
      )
    }
    written.forEach(({ matter, scenario }, index) => {
      faults.push(...lintIdleParameters(scenario, resolved.slice(index, index + 1), declared))
      const above = [matter, ...byId.values()]
      faults.push(...lintOverrides(scenario, above), ...lintDates(scenario, above), ...lintTables(scenario, above))
      scenario.value.modules.forEach((id, index) => {
        if (!byId.has(id)) faults.push(scenario.fault(['modules', index], `没有模块 ${id}`, '核对 modules 文件夹'))
      })
    })
    for (const scenario of [...scenarios, ...unusedModules(byId, scenarios).map((id) => ofModules([id]))]) {
      const linted = lintScenario(scenario.parts, scenario.vocabulary, expressions)
      faults.push(...linted.faults, ...unknownTypes(scenario.parts, documentTypes), ...unknownOtherwise(scenario, ids))
      warnings.push(...linted.warnings)
    }
    if (faults.length > 0) throw new CatalogueError(once(faults))
    return once(warnings)
  }

  const catalogue: Catalogue = {
    version: files.version([types, sources]),
    categories: categories?.value ?? [],
    matters: matters.flatMap(({ matter }) => matter?.value ?? []),
    scenarios: new Map(scenarios.map((scenario) => [scenario.id, scenario])),
    ofModules,
    documentTypes: types,
    sources,
    policy: policySchema.parse(policy?.value),
    warnings: [],
  }
  return { catalogue, check, facts: { documentTypes: types, sources } }
}

function unknownTypes({ materials }: ScenarioParts, known: ReadonlyMap<string, unknown>): CatalogueFault[] {
  return materials.flatMap(({ part, file, path }) =>
    part.documents
      .filter((id) => !known.has(id))
      .map((id) => file.fault([...path, 'documents'], `没有文书类型 ${id}`, '核对 facts/documents')),
  )
}

function unknownOtherwise({ parts }: Scenario, known: ReadonlySet<string>): CatalogueFault[] {
  return parts.conditions.flatMap(({ part: { otherwise }, file, path }) =>
    otherwise === undefined || known.has(otherwise)
      ? []
      : [file.fault([...path, 'otherwise'], `没有情形 ${otherwise}`, '核对情形编号（unknown scenario）')],
  )
}

/** Modules that no scenario names are checked too: nobody else would see their faults. */
function unusedModules(all: ReadonlyMap<string, unknown>, scenarios: readonly Scenario[]): string[] {
  const used = new Set(scenarios.flatMap(({ parts }) => parts.file.value.modules))
  return [...all.keys()].filter((id) => !used.has(id))
}

/** A scenario of nothing but modules, for their own tests. */
function moduleParts(ids: readonly string[], modules: ReadonlyMap<string, Located<Module>>): ScenarioParts {
  const name = ids.join('+')
  const head = `name: ${name}\napplicants: []\n`
  const matter = parseLocated('(modules)', `id: M00\ncategory: C00\ndept: ''\n${head}`, matterSchema)
  const text = `id: S000\nsituation: 其他\nbase: nobase\nmodules: [${ids.join(', ')}]\n${head}`
  return resolveScenario(parseLocated('(modules)', text, scenarioSchema), matter, modules)
}

/** A fault in a module shows in every scenario that uses it: told once. */
function once(faults: readonly CatalogueFault[]): CatalogueFault[] {
  return [...new Map(faults.map((f) => [`${f.file}:${f.line}:${f.column} ${f.message}`, f])).values()]
}

/** Reads catalogue files, keeping every fault and a hash of all that was read. */
class Files {
  readonly folder: string
  /** Parsed files by name. */
  readonly parsed: Record<string, unknown> = {}
  private readonly hash = createHash('sha256')
  private readonly faults: CatalogueFault[] = []
  private readonly known: Checked | null

  constructor(folder: string, known: Checked | null) {
    this.folder = folder
    this.known = known
  }

  list(inside: string, name: RegExp): string[] {
    const folder = join(this.folder, inside)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((file) => name.test(file))
      .sort()
      .map((file) => join(folder, file))
  }

  folders(inside: string): string[] {
    const folder = join(this.folder, inside)
    if (!existsSync(folder)) return []
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
  }

  read<T>(file: string, schema: ZodType<T>): Located<T> | null {
    const name = relative(join(this.folder, '..', '..'), file)
    if (!existsSync(file)) {
      this.faults.push({ file: name, line: 1, column: 1, message: '文件不存在', fix: '补上这个文件' })
      return null
    }
    const text = readFileSync(file, 'utf8')
    // The name inside the catalogue, so that the version does not depend on where it lies.
    this.hash.update(relative(this.folder, file)).update('\0').update(text).update('\0')
    const before = this.known?.files[name]
    if (before !== undefined) return alreadyParsed(name, text, before as T, schema)
    try {
      const located = parseLocated(name, text, schema)
      this.parsed[name] = located.value
      return located
    } catch (error) {
      if (!(error instanceof CatalogueError)) throw error
      this.faults.push(...error.faults)
      return null
    }
  }

  stopOnFaults(): void {
    if (this.faults.length > 0) throw new CatalogueError(this.faults)
  }

  /** Of all that was read here, and of `facts` that the rules speak of. */
  version(facts: unknown): string {
    return this.hash.update(JSON.stringify(facts)).digest('hex').slice(0, 12)
  }
}
