import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'

const packages = createRequire(import.meta.url)

/** Typefaces of the drawer, all from npm packages (OFL-1.1), so a page is the same on every machine. */
const FACES = {
  Hei: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  HeiBold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  Song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  SongMedium: '@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf',
  SongBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  SongBlack: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  Wei: '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
  Brush: '@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf',
  Hand: '@expo-google-fonts/zhi-mang-xing/400Regular/ZhiMangXing_400Regular.ttf',
} as const

export type Face = keyof typeof FACES

let ready = false

/** Registers the faces once; later calls cost nothing. */
export function loadFonts(): void {
  if (ready) return
  for (const [family, file] of Object.entries(FACES)) {
    if (!GlobalFonts.registerFromPath(packages.resolve(file), `Drawn${family}`))
      throw new Error(`font not loaded: ${file}`)
  }
  ready = true
}

/** CSS font shorthand for a face at `size` (in the context's unit). Handwriting falls back to Song for rare Han. */
export function font(face: Face, size: number): string {
  return `${size}px Drawn${face}, DrawnSong, DrawnHei`
}
