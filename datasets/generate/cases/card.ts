import { GENERATOR } from './write-case.ts'

/** The dataset card of drawn cases. */
export function card(): string {
  return `# 合成案例（样例）

- 版本：${GENERATOR}
- 来源：由 \`datasets/generate\` 按种子绘制；人员、企业、机关、房屋均为虚构，页边印有“样例”。
- 许可：Apache-2.0；字体为 OFL-1.1（npm 包 @expo-google-fonts/*）。
- 标注：真值来自生成器画页面所用的同一份数据，不经识别，也不经规则引擎。
- 局限：版式、纸张、光线都是画出来的，不能代表真实照片；在它上面得到的数字只说明合成案例。
- 每个种子一对：\`cases/<id>\` 含若干真实存在的缺陷，\`cases/<id>-twin\` 是没有缺陷的同一申请；改正缺陷所用的材料也在案例里，\`truth.yaml\` 写明哪几份。
- 格式：DESIGN §7；\`truth.yaml\` 只给评分用，服务不得读取。
`
}
