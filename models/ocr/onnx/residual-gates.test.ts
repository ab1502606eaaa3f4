import { expect, test } from 'vitest'
import type { Graph, Node } from './graph.ts'
import { joinResidualGates } from './residual-gates.ts'

const node = (op: string, inputs: string[], output: string): Node => ({ op, inputs, outputs: [output], attributes: [] })

const graphOf = (nodes: Node[], output: string): Graph => ({
  nodes,
  constants: new Map(),
  outputs: new Set([output]),
  encode: () => new Uint8Array(),
})

const told = ({ nodes }: Graph) => nodes.map(({ op, inputs, outputs }) => `${op} ${inputs.join(' ')} > ${outputs}`)

test('a picture added to itself times its gate is multiplied once by one more than the gate', () => {
  const graph = graphOf(
    [node('HardSigmoid', ['z'], 's'), node('Mul', ['x', 's'], 'm'), node('Add', ['x', 'm'], 'y')],
    'y',
  )
  joinResidualGates(graph)
  expect(told(graph)).toEqual(['HardSigmoid z > s', 'Add s s.one > s.more', 'Mul x s.more > y'])
  expect([...(graph.constants.get('s.one')?.data ?? [])]).toEqual([1])
})

test.each([
  ['something else is added', [node('Mul', ['x', 's'], 'm'), node('Add', ['other', 'm'], 'y')]],
  [
    'the product is needed elsewhere',
    [node('Mul', ['x', 's'], 'm'), node('Add', ['x', 'm'], 'a'), node('Sub', ['a', 'm'], 'y')],
  ],
])('nothing changes where %s', (_, nodes) => {
  const graph = graphOf([...nodes], 'y')
  joinResidualGates(graph)
  expect(graph.nodes).toEqual(nodes)
})
