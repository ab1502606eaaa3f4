/** One field of a protobuf message, its value undecoded: `bytes` for wire type 2 and 5, `varint` for 0. */
export interface Field {
  number: number
  wire: number
  varint: number
  bytes: Uint8Array
}

const NONE: Uint8Array = new Uint8Array()

/** Splits a message into its fields, without copying; throws on wire types that ONNX does not use. */
export function fieldsOf(message: Uint8Array): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      const byte = message[at++] as number
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const key = varint()
    const field: Field = { number: Math.floor(key / 8), wire: key % 8, varint: 0, bytes: NONE }
    if (field.wire === 0) field.varint = varint()
    else if (field.wire === 2 || field.wire === 5 || field.wire === 1) {
      const length = field.wire === 2 ? varint() : field.wire === 5 ? 4 : 8
      field.bytes = message.subarray(at, at + length)
      at += length
    } else throw new Error(`unexpected wire type ${field.wire}`)
    fields.push(field)
  }
  return fields
}

function encodeVarint(value: number): number[] {
  const out: number[] = []
  let rest = value
  while (rest >= 128) {
    out.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return [...out, rest]
}

export const varintField = (number: number, value: number): Uint8Array =>
  Uint8Array.from([...encodeVarint(number * 8), ...encodeVarint(value)])

export const bytesField = (number: number, bytes: Uint8Array): Uint8Array =>
  concat([Uint8Array.from([...encodeVarint(number * 8 + 2), ...encodeVarint(bytes.length)]), bytes])

export const textField = (number: number, text: string): Uint8Array =>
  bytesField(number, new TextEncoder().encode(text))

export const floatField = (number: number, value: number): Uint8Array =>
  concat([Uint8Array.from(encodeVarint(number * 8 + 5)), new Uint8Array(Float32Array.of(value).buffer)])

/** A field as it was read. */
export function sameField({ number, wire, varint, bytes }: Field): Uint8Array {
  if (wire === 0) return varintField(number, varint)
  if (wire === 2) return bytesField(number, bytes)
  return concat([Uint8Array.from(encodeVarint(number * 8 + wire)), bytes])
}

export function concat(parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Numbers of a repeated integer field, packed or not. */
export function integers(fields: Field[], number: number): number[] {
  return fields
    .filter((field) => field.number === number)
    .flatMap(({ wire, varint, bytes }) => (wire === 0 ? [varint] : unpack(bytes)))
}

function unpack(bytes: Uint8Array): number[] {
  const out: number[] = []
  let value = 0
  let shift = 1
  for (const byte of bytes) {
    value += (byte & 127) * shift
    shift *= 128
    if (byte < 128) {
      out.push(value)
      value = 0
      shift = 1
    }
  }
  return out
}
