import type { SaidBar, SaidChart } from '../language/said-chart.ts'

const width = 72
const nameAtMost = 34
const indent = '  '

type Columns = { readonly label: number; readonly amount: number; readonly below: number; readonly above: number }

/** A chart for a terminal: a caption, and a line a bar with its label, the bar and its amount; no line is wider than 72 columns. */
export function textChart(chart: SaidChart): string {
  const ends = chart.type === 'bridge' ? [chart.from, chart.to] : []
  const bars = barsOf(chart)
  const columns = columnsFor(bars, ends)
  const scale = scaleOf(bars, columns)
  const drawn = bars.map((bar) => line(bar, drawBar(Number(bar.value) * scale, columns), columns))
  const [from, to] = ends.map((end) => line(end, '', columns))
  return [chart.title, ...(from ? [from] : []), ...drawn, ...(to ? [to] : [])].map((each) => `${each}\n`).join('')
}

function barsOf(chart: SaidChart): readonly SaidBar[] {
  switch (chart.type) {
    case 'bridge':
      return chart.rows
    case 'history':
      return chart.points
    case 'parts':
      return chart.parts
  }
}

/** What labels and amounts leave is the bars': on both sides of one line, where some go below zero. */
function columnsFor(bars: readonly SaidBar[], ends: readonly SaidBar[]): Columns {
  const all = [...bars, ...ends]
  const label = Math.max(0, ...all.map((bar) => lengthOf(nameOf(bar))))
  const amount = Math.max(0, ...all.map((bar) => lengthOf(bar.amount)))
  const room = Math.max(2, width - indent.length - label - amount - 2)
  const [low, high] = spanOf(bars)
  if (low === 0 || high === 0) return { label, amount, below: low ? room : 0, above: low ? 0 : room }
  const below = Math.min(room - 1, Math.max(1, Math.round((room * -low) / (high - low))))
  return { label, amount, below, above: room - below }
}

const spanOf = (bars: readonly SaidBar[]): [low: number, high: number] => {
  const values = bars.map(({ value }) => Number(value))
  return [Math.min(0, ...values), Math.max(0, ...values)]
}

/** Columns of the screen for one unit of money. */
function scaleOf(bars: readonly SaidBar[], { below, above }: Columns): number {
  const [low, high] = spanOf(bars)
  return Math.min(low ? below / -low : Number.POSITIVE_INFINITY, high ? above / high : Number.POSITIVE_INFINITY)
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** To the eighth of a column on the right of the line; on its left Unicode has halves. Whatever is not zero can be seen. */
function drawBar(length: number, { below, above }: Columns): string {
  if (Number.isNaN(length) || length === 0) return ' '.repeat(below + above)
  if (length > 0) {
    const parts = Math.max(1, Math.round(length * 8))
    return ' '.repeat(below) + fill('█'.repeat(parts >> 3) + eighths[parts & 7], above)
  }
  const halves = Math.max(1, Math.round(-length * 2))
  const bar = (halves & 1 ? '▐' : '') + '█'.repeat(halves >> 1)
  return bar.padStart(below) + ' '.repeat(above)
}

function line(said: SaidBar, bar: string, columns: Columns): string {
  const drawn = fill(bar, columns.below + columns.above)
  const space = ' '.repeat(columns.amount - lengthOf(said.amount))
  return `${indent}${fill(nameOf(said), columns.label)} ${drawn} ${space}${said.amount}`
}

/** The label, cut short where it is long; what it alone does not say stays whole if it can. */
function nameOf({ label, detail }: SaidBar): string {
  if (!detail) return cut(label, nameAtMost)
  const more = ` · ${detail}`
  return cut(`${cut(label, Math.max(10, nameAtMost - lengthOf(more)))}${more}`, nameAtMost)
}

const lengthOf = (text: string): number => [...text].length
const fill = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - lengthOf(text)))
const cut = (text: string, columns: number): string =>
  lengthOf(text) > columns
    ? `${[...text]
        .slice(0, columns - 1)
        .join('')
        .trimEnd()}…`
    : text
