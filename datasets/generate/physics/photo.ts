/** What the camera and the light did to a page, as recorded in truth.yaml; every strength is 0 (none) – 1 (strong). */
export interface Photo {
  seed: string
  /** Long side of the picture in pixels. */
  size: number
  desk: 'wood' | 'laminate' | 'stone' | 'cloth'
  /** Turn of the page in degrees, clockwise. */
  rotation: number
  perspective: number
  shadow: number
  glare: number
  blur: number
  noise: number
  fold: number
  curl: number
  lowLight: number
  /** How far the sheet stands up from the desk, as a bound page does or a roll. */
  bow?: number
  /** How sharply the sheet was folded before it was laid down again. */
  crease?: number
  /** A photograph of a screen: its grid and moiré. */
  screen?: number
  /** Share of the sheet's side that lies outside the picture. */
  crop?: number
  /** The sheet is a black-and-white copy: its seals are black. */
  copy?: number
  /** JPEG quality 1–100. */
  jpeg: number
}

/** A copier or scanner app: flat and evenly lit, nothing but noise and compression. */
export function scan(seed: string, size = 1560): Photo {
  return {
    seed,
    size,
    desk: 'laminate',
    rotation: 0,
    perspective: 0,
    shadow: 0,
    glare: 0,
    blur: 0.1,
    noise: 0.12,
    fold: 0,
    curl: 0,
    lowLight: 0,
    jpeg: 68,
  }
}
