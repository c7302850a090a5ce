import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Reply } from '../../conversation/turn.ts'
import { chartElement } from './chart-element.ts'
import { heading, text } from './elements.ts'

/** An answer with a chart and no card of its own: the picture first, then what the text says beside it. Nothing without a chart. */
export const chartBody = ({ words }: Reply): IAdaptiveCard['body'] | undefined =>
  words.chart && [
    heading(words.title),
    chartElement(words.chart),
    ...words.rows.map((row) => text(row.text, { size: 'Small' })),
    ...words.notes.map((note) => text(note, { size: 'Small', isSubtle: true })),
  ]
