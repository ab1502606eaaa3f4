/** Radicals that stand for a whole character, each before it (Unicode 15, EquivalentUnifiedIdeograph.txt; NFKC leaves them). */
const WHOLE =
  '⺊卜⺒巳⺓幺⺛旡⺜日⺝月⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺼月⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜'

const IDEOGRAPHS = new Map(
  Array.from({ length: [...WHOLE].length / 2 }, (_, i): [string, string] => {
    const [radical = '', whole = ''] = [...WHOLE].slice(2 * i, 2 * i + 2)
    return [radical, whole]
  }),
)

/** Text with radicals (⻨, ⾥) as the characters that they stand for (麦, 里): some programs write the one for the other into PDFs. */
export function ideographs(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/gu, (one) => IDEOGRAPHS.get(one) ?? one.normalize('NFKC'))
}
