/** Folder direction (DESIGN §2): facts ← models, rules ← api ← eval; datasets beside; web speaks HTTP only. */
const only = (folder, allowed) => ({
  name: `${folder}-direction`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^(facts|models|rules|api|web|datasets|eval)/', pathNot: `^(${[folder, ...allowed].join('|')})/` },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('facts', []),
    only('models', ['facts']),
    only('rules', ['facts']),
    only('api', ['facts', 'models', 'rules']),
    only('datasets', ['facts', 'rules/catalogue']),
    only('eval', ['datasets', 'facts', 'api']),
    {
      name: 'web-speaks-http-only',
      severity: 'error',
      from: { path: '^web/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(facts|models|rules|api|datasets|eval)/', pathNot: '^(facts/values/|api/client\\.ts$)' },
    },
    {
      name: 'eval-uses-the-public-entry-of-api',
      severity: 'error',
      from: { path: '^eval/', pathNot: '\\.test\\.ts$' },
      to: { path: '^api/', pathNot: '^api/(index|client)\\.ts$' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Judgement does no I/O; only the loaders read files, at start; rules/bench measures.',
      severity: 'error',
      from: { path: '^rules/', pathNot: '(^rules/bench/|^rules/(catalogue|guide)/load|\\.test\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'values-are-browser-safe',
      severity: 'error',
      from: { path: '^facts/values/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|web/dist)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
}
