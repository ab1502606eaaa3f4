import type { Graph, Node } from './graph.ts'
import { onlyUser } from './users.ts'

/** x + x · s as x · (1 + s): the gate s is a number per channel, x a whole picture that is gone through once less. */
export function joinResidualGates(graph: Graph): void {
  const joined = new Map<Node, Node[]>()
  const dropped = new Set<Node>()
  for (const multiply of graph.nodes) {
    const add = multiply.op === 'Mul' ? onlyUser(graph, multiply.outputs[0], 'Add') : undefined
    const other = add?.inputs.find((input) => input !== multiply.outputs[0])
    const gate = multiply.inputs.find((input) => input !== other)
    if (!add || other === undefined || gate === undefined || !multiply.inputs.includes(other)) continue
    if (graph.constants.has(gate)) continue
    const one = `${gate}.one`
    const more = `${gate}.more`
    graph.constants.set(one, { dims: [1], data: Float32Array.of(1) })
    dropped.add(multiply)
    joined.set(add, [
      { op: 'Add', inputs: [gate, one], outputs: [more], attributes: [] },
      { op: 'Mul', inputs: [other, more], outputs: add.outputs, attributes: [] },
    ])
  }
  const nodes = graph.nodes.flatMap((node) => joined.get(node) ?? (dropped.has(node) ? [] : [node]))
  graph.nodes.splice(0, graph.nodes.length, ...nodes)
}
