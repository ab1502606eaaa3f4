const identityNumber = /(?<![0-9])([1-9]\d{2})\d{11}(\d{3}[\dXx])(?![0-9Xx])/g
const creditCode = /(?<![0-9A-Z])([0-9A-HJ-NP-RTUWXY]{4})[0-9A-HJ-NP-RTUWXY]{10}([0-9A-HJ-NP-RTUWXY]{4})(?![0-9A-Z])/g
const mobile = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g

/** Hides what stands between the ends of ID numbers, credit codes and mobile numbers in any text. */
export function mask(text: string): string {
  return text
    .replace(identityNumber, '$1***********$2')
    .replace(creditCode, '$1**********$2')
    .replace(mobile, '$1****$2')
}
