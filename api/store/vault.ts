import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

const suite = 'aes-256-gcm'
const header = Buffer.from('FP1')
const ivBytes = 12
const tagBytes = 16

/** Holds the key that wraps case keys; a 国密 module or a cloud key service can stand behind it. */
export interface KeyProvider {
  readonly id: string
  wrap(dataKey: Buffer): Buffer
  unwrap(wrapped: Buffer): Buffer
  /** Keyed hash of an identifier, so that it can be looked up without being stored. */
  blind(identifier: string): string
}

/** AES-256-GCM; `context` is authenticated, so content moved to another place does not open. */
export function seal(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(suite, key, iv)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([header, iv, cipher.getAuthTag(), body])
}

/** Throws when the content was changed, moved or sealed with another key. */
export function unseal(key: Buffer, sealed: Uint8Array, context: string): Buffer {
  const all = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (!all.subarray(0, header.length).equals(header)) throw new Error('not a sealed object')
  const body = header.length + ivBytes + tagBytes
  const decipher = createDecipheriv(suite, key, all.subarray(header.length, header.length + ivBytes))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(all.subarray(header.length + ivBytes, body))
  return Buffer.concat([decipher.update(all.subarray(body)), decipher.final()])
}

export const newDataKey = (): Buffer => randomBytes(32)

/** Key-encryption key in a file only its owner can read, created at first start. */
export function keyFile(path: string): KeyProvider {
  if (!existsSync(path)) writeKey(path)
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new Error(`${path} is not a 32-byte key`)
  const blindKey = createHmac('sha256', key).update('blind index').digest()
  return {
    id: 'file-1',
    wrap: (dataKey) => seal(key, dataKey, 'case key'),
    unwrap: (wrapped) => unseal(key, wrapped, 'case key'),
    blind: (identifier) => createHmac('sha256', blindKey).update(identifier).digest('hex'),
  }
}

function writeKey(path: string): void {
  const file = openSync(path, 'wx', 0o600)
  writeSync(file, randomBytes(32).toString('base64'))
  fsyncSync(file)
  closeSync(file)
}
