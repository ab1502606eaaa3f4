import type { Graph, Node } from './graph.ts'

/** The only user of a value, when it is of this kind and the value is no output of the graph. */
export function onlyUser(graph: Graph, value: string | undefined, op: string): Node | undefined {
  if (value === undefined || graph.outputs.has(value)) return undefined
  const users = graph.nodes.filter(({ inputs }) => inputs.includes(value))
  return users.length === 1 && users[0]?.op === op ? users[0] : undefined
}
