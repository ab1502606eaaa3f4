import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Canvas from '@napi-rs/canvas'

/** Families that draw Chinese, best first; FIRSTPASS_CJK_FONT may name a font file. */
const FAMILIES = [
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Noto Sans CJK JP',
  'Source Han Sans SC',
  'Noto Serif CJK SC',
  'Noto Serif CJK JP',
  'WenQuanYi Zen Hei',
  'WenQuanYi Micro Hei',
  'Microsoft YaHei',
  'PingFang SC',
]

/** Names under which files refer to Chinese fonts that they do not embed. */
const ALIASES = ['SimSun', 'SimHei', 'NSimSun', 'FangSong', 'FangSong_GB2312', 'KaiTi', 'KaiTi_GB2312', 'STSong']
const MORE_ALIASES = [
  'STSong-Light',
  'STHeiti',
  'STKaiti',
  'STFangsong',
  'Microsoft YaHei',
  '宋体',
  '黑体',
  '仿宋',
  '楷体',
]

/** The copy of the canvas library that pdf.js draws with; objects of two copies must not meet. */
export const canvasLibrary = () =>
  createRequire(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'))('@napi-rs/canvas') as typeof Canvas

let done = false
let chosen = 'sans-serif'

/** The family that Chinese text is drawn with on this machine. */
export function chineseFamily(): string {
  aliasChineseFonts()
  return chosen
}

/** Gives Chinese fonts that a PDF only names a face to be drawn with, where this machine has one. */
export function aliasChineseFonts(env: NodeJS.ProcessEnv = process.env): void {
  if (done) return
  done = true
  const { GlobalFonts } = canvasLibrary()
  const file = env.FIRSTPASS_CJK_FONT
  if (file && existsSync(file)) GlobalFonts.registerFromPath(file, 'FirstPass CJK')
  const known = new Set(GlobalFonts.families.map(({ family }) => family))
  const family = ['FirstPass CJK', ...FAMILIES].find((name) => known.has(name))
  if (!family) return
  chosen = family
  for (const alias of [...ALIASES, ...MORE_ALIASES, 'sans-serif', 'serif']) {
    if (!known.has(alias)) GlobalFonts.setAlias(family, alias)
  }
}
