import { expect, test } from 'vitest'
import { flattenHead } from './detection-head.ts'
import { type Graph, intsAttribute, type Node, type Tensor } from './graph.ts'

const node = (op: string, inputs: string[], output: string, attributes: Uint8Array[] = []): Node => ({
  op,
  inputs,
  outputs: [output],
  attributes,
})

const tensor = (dims: number[], values: number[]): Tensor => ({ dims, data: Float32Array.from(values) })

/** A head of one channel in, one between, and a stride of the first step. */
function headOf(stride: number): Graph {
  const strides = (n: number) => [intsAttribute('strides', [n, n])]
  return {
    nodes: [
      node('ConvTranspose', ['x', 'wide'], 'a', strides(stride)),
      node('Add', ['a', 'three'], 'b'),
      node('BatchNormalization', ['b', 'gamma', 'beta', 'mean', 'variance'], 'c'),
      node('Relu', ['c'], 'd'),
      node('ConvTranspose', ['d', 'thin'], 'e', strides(2)),
      node('Add', ['e', 'seven'], 'f'),
      node('Sigmoid', ['f'], 'y'),
    ],
    constants: new Map([
      ['wide', tensor([1, 1, 2, 2], [1, 2, 3, 4])],
      ['thin', tensor([1, 1, 2, 2], [10, 20, 30, 40])],
      ['three', tensor([1, 1, 1, 1], [3])],
      ['gamma', tensor([1], [8])],
      ['beta', tensor([1], [5])],
      ['mean', tensor([1], [1])],
      ['variance', tensor([1], [4])],
      ['seven', tensor([1], [7])],
    ]),
    outputs: new Set(['y']),
    encode: () => new Uint8Array(),
  }
}

test('two doublings become two small convolutions with the normalisation in their weights, and one move into place', () => {
  const graph = headOf(2)
  flattenHead(graph)
  expect(graph.nodes.map(({ op }) => op)).toEqual(['Conv', 'Relu', 'Conv', 'Sigmoid', 'DepthToSpace'])
  expect(graph.nodes.at(-1)?.outputs).toEqual(['y'])
  const values = (conv: number, input: number) => [
    ...(graph.constants.get(graph.nodes[conv]?.inputs[input] ?? '')?.data ?? []),
  ]
  // 8 / √4 = 4 times; (3 − 1) · 4 + 5 = 13 more.
  const wide = values(0, 1).map((value) => Math.round(value * 1000) / 1000)
  expect(wide).toEqual([4, 8, 12, 16])
  expect(values(0, 2).map((value) => Math.round(value * 1000) / 1000)).toEqual([13, 13, 13, 13])
  // Rows are the 16 pixels, columns the 4 places: the upper left quarter of the pixels comes from the first place, and so on.
  const thin = values(2, 1)
  expect(thin.slice(0, 4)).toEqual([10, 0, 0, 0])
  expect(thin.slice(4 * 3, 4 * 4)).toEqual([0, 20, 0, 0])
  expect(thin.slice(4 * 8, 4 * 9)).toEqual([0, 0, 10, 0])
  expect(thin.slice(4 * 15, 4 * 16)).toEqual([0, 0, 0, 40])
  expect(values(2, 2)).toEqual(Array.from({ length: 16 }, () => 7))
})

test('a head of another shape is left as it is', () => {
  const graph = headOf(4)
  const before = [...graph.nodes]
  flattenHead(graph)
  expect(graph.nodes).toEqual(before)
})
