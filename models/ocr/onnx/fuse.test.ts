import { expect, test } from 'vitest'
import { fuseActivations } from './fuse.ts'
import { readGraph } from './graph.ts'
import { bytesField, concat, floatField, textField, varintField } from './protobuf.ts'

/** A model of nodes `[op, inputs, output]` with single-number and weight constants. */
function model(constants: Record<string, { dims: number[]; value: number }>, nodes: [string, string[], string][]) {
  const node = (op: string, inputs: string[], output: string, attributes: Uint8Array[] = []) =>
    concat([
      ...inputs.map((name) => textField(1, name)),
      textField(2, output),
      textField(4, op),
      ...attributes.map((bytes) => bytesField(5, bytes)),
    ])
  const constant = (name: string, { dims, value }: { dims: number[]; value: number }) => {
    const data = new Float32Array(dims.reduce((a, b) => a * b, 1)).fill(value)
    const tensor = concat([
      ...dims.map((size) => varintField(1, size)),
      varintField(2, 1),
      bytesField(9, new Uint8Array(data.buffer)),
    ])
    return node('Constant', [], name, [concat([textField(1, 'value'), bytesField(5, tensor), varintField(20, 4)])])
  }
  const graph = concat([
    ...Object.entries(constants).map(([name, tensor]) => bytesField(1, constant(name, tensor))),
    ...nodes.map(([op, inputs, output]) => bytesField(1, node(op, inputs, output))),
    bytesField(12, textField(1, nodes.at(-1)?.[2] ?? '')),
  ])
  return concat([varintField(1, 8), bytesField(7, graph), floatField(99, 1)])
}

const CONSTANTS = {
  w: { dims: [2, 1, 1, 1], value: 3 },
  two: { dims: [1], value: 2 },
  five: { dims: [1], value: 5 },
}

test('a scale and a shift behind a convolution go into its weights', () => {
  const fused = readGraph(
    fuseActivations(
      model(CONSTANTS, [
        ['Conv', ['x', 'w'], 'a'],
        ['Mul', ['a', 'two'], 'b'],
        ['Add', ['b', 'five'], 'c'],
        ['Relu', ['c'], 'd'],
      ]),
    ),
  )
  expect(fused.nodes.map(({ op }) => op)).toEqual(['Conv', 'Relu'])
  const [, weights = '', bias = ''] = fused.nodes[0]?.inputs ?? []
  expect([...(fused.constants.get(weights)?.data ?? [])]).toEqual([6, 6])
  expect([...(fused.constants.get(bias)?.data ?? [])]).toEqual([5, 5])
})

test('a value that others need as well is left as it is', () => {
  const nodes: [string, string[], string][] = [
    ['Conv', ['x', 'w'], 'a'],
    ['Mul', ['a', 'two'], 'b'],
    ['Add', ['a', 'b'], 'c'],
  ]
  expect(readGraph(fuseActivations(model(CONSTANTS, nodes))).nodes.map(({ op }) => op)).toEqual(['Conv', 'Mul', 'Add'])
})
