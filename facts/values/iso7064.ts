const DIGITS = '0123456789'
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Hybrid system MOD M+1,M of ISO 7064 over `alphabet` (M characters); null when a character is foreign. */
function hybridCheck(body: string, alphabet: string): string | null {
  const m = alphabet.length
  let product = m
  for (const c of body) {
    const value = alphabet.indexOf(c)
    if (value < 0) return null
    const sum = (product + value) % m || m
    product = (sum * 2) % (m + 1)
  }
  return alphabet[(m + 1 - product) % m] ?? null
}

/** ISO 7064 MOD 11-2 check character (0–9, X) of a digit string, as in GB 11643; null for a foreign character. */
export function mod112Check(body: string): string | null {
  let product = 0
  for (const c of body) {
    const value = DIGITS.indexOf(c)
    if (value < 0) return null
    product = ((product + value) * 2) % 11
  }
  return '0123456789X'[(12 - product) % 11] ?? null
}

/** ISO 7064 MOD 11,10 check digit of a digit string, as in GB/T 17710; null for a foreign character. */
export function mod1110Check(body: string): string | null {
  return hybridCheck(body, DIGITS)
}

/** ISO 7064 MOD 37,36 check character of a string over 0–9A–Z, as in GB/T 36904; null for a foreign character. */
export function mod3736Check(body: string): string | null {
  return hybridCheck(body, ALPHANUMERIC)
}
