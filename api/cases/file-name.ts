const maxCharacters = 120

/** A name fit to show and store: no folders, control or direction characters; never empty. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .trim()
  return [...clean].slice(-maxCharacters).join('') || '未命名'
}
