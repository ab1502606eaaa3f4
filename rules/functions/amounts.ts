import nzh from 'nzh/cn'
import type { DocumentedFunctions } from './documented.ts'

/** Share of the larger by which two sizes differ, 0–1; null unless both are positive. */
function difference(a: number, b: number): number | null {
  return a > 0 && b > 0 ? Math.abs(a - b) / Math.max(a, b) : null
}

/** 大写 of an amount in 分; null beyond 99 999 亿. */
function inWords(fen: number): string | null {
  if (!Number.isSafeInteger(fen) || fen < 0) return null
  if (fen === 0) return '零元整'
  return nzh.toMoney((fen / 100).toFixed(2).replace(/\.00$/u, ''), { outSymbol: false })
}

const plainWords = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/\s|人民币|[:：整正]/gu, '')
    .replaceAll('圆', '元')
    .replaceAll('两', '贰')

/** Whether the amount in words is that of the number; 零 between digits is written or left out. */
function sameInWords(words: string, fen: number): boolean | null {
  const wanted = inWords(fen)
  if (wanted === null) return null
  return plainWords(words).replaceAll('零', '') === plainWords(wanted).replaceAll('零', '')
}

/** Rule functions on sizes and amounts. */
export const amountFunctions: DocumentedFunctions = {
  面积相差: {
    params: ['number', 'number'],
    returns: 'number',
    run: difference,
    doc: '两个面积相差的比例（以大者为分母，0.1 即一成）；有一个不是正数时未知',
  },
  大写金额一致: {
    params: ['text', 'number'],
    returns: 'boolean',
    run: sameInWords,
    doc: '大写金额和金额（分）一致；圆元、整字、空格写法不计',
  },
  大写金额: { params: ['number'], returns: 'text', run: inWords, doc: '金额（分）的大写：壹佰万元整' },
}
