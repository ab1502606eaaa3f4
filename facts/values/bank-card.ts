/** Does the last digit of a bank card number follow from the others (Luhn, ISO/IEC 7812-1)? False unless 16–19 digits. */
export function isValidBankCard(number: string): boolean {
  const digits = number.normalize('NFKC').replace(/[\s-]/gu, '')
  if (!/^\d{16,19}$/u.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
