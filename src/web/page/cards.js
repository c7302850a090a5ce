import { registerCharts } from './card-charts.js'
import { wholeNumbers } from './elements.js'

/* global AdaptiveCards: adaptivecards.min.js puts it there */

const family = '"Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, sans-serif'

const tone = (strong, subtle) => ({ default: strong, subtle })

const palette = (dark) =>
  dark
    ? {
        default: tone('#eef2f1', '#a9b5b2'),
        dark: tone('#eef2f1', '#a9b5b2'),
        light: tone('#ffffff', '#d0d6d4'),
        accent: tone('#7fd6c9', '#7fd6c9'),
        good: tone('#86d993', '#86d993'),
        warning: tone('#f2c661', '#f2c661'),
        attention: tone('#ff9c93', '#ff9c93'),
      }
    : {
        default: tone('#1b2523', '#56625f'),
        dark: tone('#1b2523', '#56625f'),
        light: tone('#ffffff', '#56625f'),
        accent: tone('#0a574f', '#0a574f'),
        good: tone('#0d6b22', '#0d6b22'),
        warning: tone('#835500', '#835500'),
        attention: tone('#b3261e', '#b3261e'),
      }

/** What Teams puts behind "..." stands beside the others here: the library's menu opens outside the page's own layout. */
const withoutMenu = (payload) =>
  JSON.parse(JSON.stringify(payload, (key, value) => (key === 'mode' && value === 'secondary' ? undefined : value)))

function hostConfig(dark) {
  const foregroundColors = palette(dark)
  const style = { backgroundColor: 'transparent', foregroundColors }
  return new AdaptiveCards.HostConfig({
    fontFamily: family,
    supportsInteractivity: true,
    spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 26, padding: 16 },
    separator: { lineThickness: 1, lineColor: dark ? '#37403d' : '#dfe2e1' },
    fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 25 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 18, default: 21, medium: 23, large: 27, extraLarge: 32 },
    containerStyles: { default: style, emphasis: style, accent: style, good: style, attention: style, warning: style },
    actions: {
      maxActions: 12,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      allowTitleToWrap: true,
    },
    factSet: {
      title: { weight: 'default', isSubtle: true, wrap: true, maxWidth: 190 },
      value: { wrap: true },
      spacing: 18,
    },
    table: { cellSpacing: 8 },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', spacing: 'small' },
    },
  })
}

/** The bot's cards need no Markdown: texts are shown as they are, and nothing in them becomes a link. */
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const plain = document.createElement('span')
  plain.append(...wholeNumbers(text))
  // Within a whole: the renderer stretches the first element it finds.
  result.outputHtml = plain.outerHTML
  result.didProcess = true
}

registerCharts()

const darkness = matchMedia('(prefers-color-scheme: dark)')

/** Renders an Adaptive Card. `onAction` gets what a button carries: Execute with its verb, or Submit. */
export function renderCard(payload, onAction) {
  const card = new AdaptiveCards.AdaptiveCard()
  card.hostConfig = hostConfig(darkness.matches)
  card.onExecuteAction = (action) => {
    const type = action.getJsonTypeName()
    // A link opens beside the chat, as in Teams.
    if (type === 'Action.OpenUrl') return void open(action.url, '_blank', 'noopener')
    // What was typed into the card is among the data by now.
    const data = action.data ?? {}
    if (type === 'Action.Execute') return void onAction({ kind: 'execute', verb: action.verb ?? '', data })
    if (type === 'Action.Submit') onAction({ kind: 'submit', data })
  }
  card.parse(withoutMenu(payload))
  const frame = document.createElement('div')
  frame.className = 'card'
  frame.lang = payload.lang ?? ''
  frame.append(card.render() ?? payload.fallbackText ?? '')
  for (const title of frame.querySelectorAll('.ac-pushButton > div'))
    title.replaceChildren(...wholeNumbers(title.textContent))
  return frame
}

/** Cards carry their colors, so they are drawn again when the system turns dark or light. */
export const onDarkness = (listener) => darkness.addEventListener('change', listener)
