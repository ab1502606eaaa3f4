import { mod3736Check } from './iso7064.ts'
import { compact } from './text.ts'

/** 电子证照标识 of GB/T 36904; `valid` is false when the check character does not fit, `number` is as printed. */
export interface LicenceId {
  number: string
  valid: boolean
  note: string | null
  type: string | null
  issuer: string | null
  serial: string | null
  version: string | null
}

/** Reads `1.2.156.3005.2.{type}.{issuer}.{serial}.{version}.{check}`; part lengths vary in practice and only warn. */
export function readLicenceId(raw: string): LicenceId {
  const number = compact(raw).toUpperCase()
  const none = { number, valid: false, type: null, issuer: null, serial: null, version: null }
  const match = /^1\.2\.156\.3005\.2\.([0-9A-Z]+)\.([0-9A-Z]+)\.([0-9A-Z]+)\.([0-9A-Z]+)\.([0-9A-Z])$/u.exec(number)
  if (!match) return { ...none, note: '不是电子证照标识' }
  const [, type = '', issuer = '', serial = '', version = '', check = ''] = match
  const parts = { ...none, type, issuer, serial, version }
  if (mod3736Check(`${type}${issuer}${serial}${version}`) !== check) return { ...parts, note: '校验位不符' }
  const usual = type.length === 21 && issuer.length === 18 && version.length === 3
  return { ...parts, valid: true, note: usual ? null : '各段长度与标准不同' }
}
