/** Text whose boxes stand behind their words (新办□变更☑), as if they stood before them; other text stays as it is. */
export function boxesFirst(text: string): string {
  if (!/[□☐☑☒■]\s*$/u.test(text) || /^\s*[□☐☑☒√✓✔■]/u.test(text)) return text
  return text.replace(/([^□☐☑☒√✓✔■]+)([□☐☑☒√✓✔■])/gu, '$2$1')
}
