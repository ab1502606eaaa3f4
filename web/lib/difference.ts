export interface Segment {
  text: string
  differs: boolean
}

/** Splits both texts into shared and differing runs, by the longest common subsequence of their characters. */
export function difference(left: string, right: string): [Segment[], Segment[]] {
  const a = [...left]
  const b = [...right]
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const out: [Segment[], Segment[]] = [[], []]
  const push = (side: Segment[], text: string, differs: boolean) => {
    const last = side[side.length - 1]
    if (last && last.differs === differs) last.text += text
    else side.push({ text, differs })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(out[0], a[i++] ?? '', false)
      push(out[1], b[j++] ?? '', false)
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) push(out[0], a[i++] ?? '', true)
    else push(out[1], b[j++] ?? '', true)
  }
  return out
}
