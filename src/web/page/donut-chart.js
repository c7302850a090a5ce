import { element } from './elements.js'
import { picture, svg } from './svg.js'

const size = 150
const ring = { cx: size / 2, cy: size / 2, r: 56, pathLength: 100, fill: 'none' }

function arcs(data) {
  const whole = data.reduce((sum, { value }) => sum + value, 0) || 1
  let start = 0
  return data.map(({ legend, value, color }) => {
    const share = (value / whole) * 100
    // A hair between two parts, unless one of them is no more than that.
    const long = Math.max(share - 0.6, Math.min(share, 0.6))
    const arc = { ...ring, 'stroke-dasharray': `${long} ${100 - long}`, 'stroke-dashoffset': 25 - start }
    start += share
    return svg('circle', { ...arc, class: `chart-arc ${color ?? ''}` }, svg('title', {}, legend))
  })
}

/** Chart.Donut with its legend, the largest part first as it came. */
export function donutChart({ title, data }) {
  const made = element('div', 'chart-donut')
  const legends = element('ul', 'chart-legend')
  for (const { legend, color } of data) {
    const item = element('li', '')
    item.append(element('i', `chart-swatch ${color ?? ''}`), element('span', '', legend))
    legends.append(item)
  }
  const description = data.map(({ legend }) => legend).join('; ')
  made.append(picture(size, size, title ?? '', description, ...arcs(data)), legends)
  return made
}
