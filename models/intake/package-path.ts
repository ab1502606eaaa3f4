/** `a/b/../c` → `a/c`; never above the root of the package. */
export function normalise(path: string): string {
  const parts: string[] = []
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The folder of an entry with its closing slash; empty at the root. */
export const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
