import type { Random } from '../../random.ts'
import type { Face } from './fonts.ts'
import type { Run } from './text.ts'

/** Words of a form as they are printed. */
export const print = (words: string): Run => ({ text: words })

/** A blank of a form with what was written in it; left open when nothing was. */
export const blank = (value: string): Run => ({ text: value || '　　　　　　', fill: true })

/** The face in which one office fills in its forms; the last stands for the 楷体 that is free nowhere. */
export const fillingFace = (random: Random): Face => random.pick(['Hei', 'SongMedium', 'Wei'] as const)
