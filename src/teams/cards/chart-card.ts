import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Reply } from '../../conversation/turn.ts'
import type { SaidChart } from '../../language/said-chart.ts'
import { chartElement } from './chart-element.ts'
import { heading, text } from './elements.ts'

/** An answer with a chart and no card of its own: the picture first, then what the text says beside it. Nothing without a chart. */
export const chartBody = ({ words }: Reply): IAdaptiveCard['body'] | undefined =>
  words.chart && [
    heading(words.title),
    chartElement(withSentences(words, words.chart)),
    // A row that the table says whole is not said again.
    ...words.rows.filter(({ detail }) => !detail).map((row) => text(row.text, { size: 'Small' })),
    ...words.notes.map((note) => text(note, { size: 'Small', isSubtle: true })),
  ]

/** The table of a bridge says of each change what its row says, rather than the word that the picture has for it. */
function withSentences({ rows }: Reply['words'], chart: SaidChart): SaidChart {
  if (chart.type !== 'bridge') return chart
  const said = chart.rows.map((bar, at) => {
    const sentence = rows[at]?.detail
    return sentence ? { ...bar, label: sentence, detail: undefined } : bar
  })
  return { ...chart, rows: said }
}
