/** In-place discrete Fourier transforms of square complex pictures whose side is a power of two (Cooley–Tukey, radix 2). */
export function fourier(side: number): (re: Float64Array, im: Float64Array) => void {
  const cos = Float64Array.from({ length: side / 2 }, (_, k) => Math.cos((-2 * Math.PI * k) / side))
  const sin = Float64Array.from({ length: side / 2 }, (_, k) => Math.sin((-2 * Math.PI * k) / side))
  const bits = Math.log2(side)
  const reversed = Uint16Array.from({ length: side }, (_, i) => {
    let r = 0
    for (let bit = 0; bit < bits; bit += 1) if (i & (1 << bit)) r |= 1 << (bits - 1 - bit)
    return r
  })
  const [re, im] = [new Float64Array(side), new Float64Array(side)]
  const line = (a: Float64Array, b: Float64Array, from: number, stride: number) => {
    for (let i = 0; i < side; i += 1) {
      const at = from + (reversed[i] as number) * stride
      re[i] = a[at] as number
      im[i] = b[at] as number
    }
    for (let size = 2; size <= side; size *= 2) {
      const half = size / 2
      for (let start = 0; start < side; start += size) {
        for (let k = 0; k < half; k += 1) {
          const [c, s] = [cos[(k * side) / size] as number, sin[(k * side) / size] as number]
          const [i, j] = [start + k, start + k + half]
          const r = (re[j] as number) * c - (im[j] as number) * s
          const q = (re[j] as number) * s + (im[j] as number) * c
          re[j] = (re[i] as number) - r
          im[j] = (im[i] as number) - q
          re[i] = (re[i] as number) + r
          im[i] = (im[i] as number) + q
        }
      }
    }
    for (let i = 0; i < side; i += 1) {
      a[from + i * stride] = re[i] as number
      b[from + i * stride] = im[i] as number
    }
  }
  return (a, b) => {
    for (let y = 0; y < side; y += 1) line(a, b, y * side, 1)
    for (let x = 0; x < side; x += 1) line(a, b, x, side)
  }
}
