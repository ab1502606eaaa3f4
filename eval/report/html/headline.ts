import { FIGURES } from '../../figures/all-figures.ts'
import type { Measured, TargetVerdict } from '../../figures/measure.ts'
import { MODES, SPLITS } from '../print-report.ts'
import type { Report } from '../report.ts'
import { type Cell, interval, percent, plain, table } from './markup.ts'

const WORDS: Readonly<Record<TargetVerdict, [style: string, word: string]>> = {
  met: ['met', '✓ 达到'],
  'not shown': ['open', '？ 不足以说明'],
  missed: ['missed', '✗ 未达到'],
}

function goal(target: number | null, verdict: TargetVerdict | null, better: Measured['better']): Cell {
  if (target === null || verdict === null) return { html: '<span class="none">—</span>' }
  const [style, word] = WORDS[verdict]
  return { html: `${better === 'higher' ? '≥' : '≤'} ${percent(target)} <span class="${style}">${word}</span>` }
}

/** All figures with n, interval and what is shown of each target. */
export function headline({ figures, identity }: Report): string {
  const meaning = new Map(FIGURES.map((figure) => [figure.id, figure.meaning]))
  const rows = Object.entries(figures).map(([id, one]): Cell[] => [
    { html: `<strong>${plain(one.name)}</strong><br><span class="small dim">${plain(meaning.get(id) ?? '')}</span>` },
    { html: `<strong>${percent(one.value)}</strong>`, right: true },
    { html: `${one.numerator} / ${one.denominator}`, right: true },
    one.cases,
    { html: one.value === null ? '—' : interval(one.low, one.high), right: true },
    goal(one.target, one.verdict, one.better),
    goal(one.aim, one.aimVerdict, one.better),
  ])
  const heads = ['数字', '值', '分子 / 分母', '件数', '95% 区间', '政策要求', '自定目标']
  return `${table(`${identity.of}上的数字`, heads, rows)}
<p class="small dim">“达到”要整个区间都在目标的好的一侧；“不足以说明”是区间跨过目标，件数还不够。一件一个的数用 Wilson 区间，要点和字段的数按件重抽（bootstrap），同一件里的错不当作互不相干；不到 20 件或全部一样时，按件数用 Wilson。</p>`
}

/** What was measured with what. */
export function identityList({ identity, counts, latencyMs }: Report): string {
  const { commit, catalogue, models, dataset, name, mode, split, scenarios, sample, sources, blind, reader, readings } =
    identity
  const entries: [string, string][] = [
    ['数据集', `${name}（${identity.of}，${SPLITS[split]}），内容指纹 ${dataset}`],
    [
      '件数',
      `计分 ${counts.scored}，没有回答 ${counts.notAnswered}，被拒 ${counts.refused}，数据问题 ${counts.problems} 处`,
    ],
    ['方式', `${MODES[mode]}${blind ? '；全部判完才打开标注' : ''}`],
    ['共享数据', { up: '随案例给出', down: '全部连不上', own: '服务自己的' }[sources]],
    ['代码', `${commit}${commit.endsWith('+') ? '（有未提交的改动）' : ''}`],
    ['审查要点目录', catalogue],
    [
      '模型',
      Object.entries(models)
        .map(([file, hash]) => `${file} ${hash}`)
        .join('，'),
    ],
    [
      '读取器',
      `${reader ?? '—'}${readings ? `；这次读了 ${readings.read} 份文件，${readings.kept} 份用了以前的读取结果` : ''}`,
    ],
    [
      '范围',
      [
        scenarios ? `情形 ${scenarios.join('、')}` : '全部情形',
        sample ? `按情形均匀抽 ${sample.n} 件（种子 ${sample.seed}）` : '',
      ]
        .filter(Boolean)
        .join('；'),
    ],
    [
      '每件用时',
      `p50 ${(latencyMs.p50 / 1000).toFixed(1)} 秒，p95 ${(latencyMs.p95 / 1000).toFixed(1)} 秒（从开始办件到审查结论；并发和机器忙闲都在内${readings && readings.kept > 0 ? '；用了以前读取结果的，不含读图的时间' : ''}）`,
    ],
  ]
  return `<dl>${entries.map(([term, text]) => `<dt>${term}</dt><dd>${plain(text)}</dd>`).join('')}</dl>`
}
