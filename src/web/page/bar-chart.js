import { picture, svg } from './svg.js'

const height = 190
const top = 10
const below = 40
const letter = 6.6

/** Round steps of an axis around zero, about four of them. */
function ticksFor(values) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const rough = (high - low || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= rough)
  const first = Math.floor(low / step)
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, at) => (first + at) * step)
}

/** A label in two lines, because bars stand close: the month, and under it the year. */
function axisLabel(text, x, y) {
  const cut = text.lastIndexOf(' ')
  const lines = cut > 0 ? [text.slice(0, cut), text.slice(cut + 1)] : [text]
  const spans = lines.map((line, at) => svg('tspan', { x, dy: at === 0 ? 0 : 15 }, line))
  return svg('text', { x, y, class: 'chart-label', 'text-anchor': 'middle' }, ...spans)
}

/** Chart.VerticalBar, `width` pixels wide. `figures` are its labels and amounts as the bot wrote them. */
export function barChart({ title, data, color }, figures, width, locale) {
  const values = data.map(({ y }) => y)
  const ticks = ticksFor(values)
  const number = new Intl.NumberFormat(locale, { notation: 'compact' })
  const left = 10 + letter * Math.max(...ticks.map((tick) => number.format(tick).length))
  const bottom = height - below
  const [low, high] = [ticks[0], ticks.at(-1)]
  const yOf = (value) => top + ((high - value) / (high - low)) * (bottom - top)
  const slot = (width - left) / data.length
  const thick = Math.min(44, slot * 0.66)
  const widest = Math.max(
    ...data.map(({ x }) =>
      Math.max(
        ...String(x)
          .split(' ')
          .map((word) => word.length),
      ),
    ),
  )
  const every = Math.ceil((widest * letter + 4) / slot)
  const lines = ticks.flatMap((tick) => [
    svg('line', { x1: left, x2: width, y1: yOf(tick), y2: yOf(tick), class: tick === 0 ? 'chart-zero' : 'chart-line' }),
    svg('text', { x: left - 6, y: yOf(tick) + 4, class: 'chart-label', 'text-anchor': 'end' }, number.format(tick)),
  ])
  const bars = data.flatMap(({ x, y }, at) => {
    const middle = left + slot * (at + 0.5)
    const [from, to] = [yOf(Math.max(0, y)), yOf(Math.min(0, y))]
    const bar = { x: middle - thick / 2, y: from, width: thick, height: Math.max(1, to - from), rx: 2 }
    // The newest bar keeps its label when others have to go.
    const labelled = (data.length - 1 - at) % every === 0
    return [
      svg('rect', { ...bar, class: `chart-fill ${color ?? ''}` }, svg('title', {}, figures[at] ?? '')),
      ...(labelled ? [axisLabel(String(x), Math.min(middle, width - (widest * letter) / 2), bottom + 18)] : []),
    ]
  })
  return picture(width, height, title ?? '', figures.join('; '), ...lines, ...bars)
}
