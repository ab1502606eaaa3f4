import { zhCn } from './zh-cn.ts'

/** A further language is one more file of this shape. */
export type Dictionary = typeof zhCn

/** Every word a user reads, in the language of the page. */
export const t: Dictionary = zhCn
