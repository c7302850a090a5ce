import { barChart } from './bar-chart.js'
import { donutChart } from './donut-chart.js'
import { element } from './elements.js'

/* global AdaptiveCards: adaptivecards.min.js puts it there */

/** What Teams draws and the renderer does not know. Each is drawn from its payload. */
class Drawn extends AdaptiveCards.CardElement {
  internalParse(source, context) {
    super.internalParse(source, context)
    this.source = source
  }

  getJsonTypeName() {
    return this.constructor.typeName
  }

  figure() {
    const made = element('figure', 'chart')
    const { title, showTitle } = this.source
    if (title && showTitle) made.append(element('figcaption', '', title))
    return made
  }

  /** The labels and amounts of the table that stands in where there are no charts. */
  figures() {
    const textOf = ({ items }) => items.map(({ text }) => text).join(' ')
    return (this.source.fallback?.rows ?? []).slice(1).map(({ cells }) => cells.map(textOf).join(': '))
  }
}

class VerticalBar extends Drawn {
  static typeName = 'Chart.VerticalBar'

  internalRender() {
    const made = this.figure()
    const room = element('div', 'chart-room')
    made.append(room)
    // Text keeps its size however wide the card is, so the picture is drawn for the width there is.
    const draw = (width) => {
      // Of the card's frame: the renderer drops a language with a region.
      const { lang } = room.closest('[lang]')
      room.replaceChildren(barChart(this.source, this.figures(), width, lang || undefined))
    }
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width > 0) draw(Math.floor(contentRect.width))
    }).observe(room)
    return made
  }
}

class Donut extends Drawn {
  static typeName = 'Chart.Donut'

  internalRender() {
    const made = this.figure()
    made.append(donutChart(this.source))
    return made
  }
}

/** The amount beside a bar says the same, so that a screen reader passes it by. */
class ProgressBar extends Drawn {
  static typeName = 'ProgressBar'

  internalRender() {
    const { value, max = 100, color = 'Accent' } = this.source
    const bar = element('div', `chart-progress ${color.toLowerCase()}`)
    bar.ariaHidden = 'true'
    const done = element('i')
    done.style.width = `${(value / max) * 100}%`
    bar.append(done)
    return bar
  }
}

/** Lets the renderer draw what Saldo's cards have beyond Adaptive Cards 1.5, as Teams does. */
export function registerCharts() {
  for (const drawn of [VerticalBar, Donut, ProgressBar])
    AdaptiveCards.GlobalRegistry.elements.register(drawn.typeName, drawn)
}
