/** ISO date `days` later (or earlier); calendar arithmetic only, no clock and no zone. */
export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Same day `years` later; 29 February becomes 28 February. */
export function addYears(iso: string, years: number): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  const safe = month === '02' && day === '29' ? '28' : day
  return `${Number(year) + years}-${month}-${safe}`
}
