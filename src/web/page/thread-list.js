import { button, element } from './elements.js'
import { words } from './words.js'

function row(thread, { open, language, time, onOpen }) {
  const said = words[language]
  const made = button('thread', undefined, () => onOpen(thread))
  if (thread === open) made.setAttribute('aria-current', 'true')
  const title = element('span', 'thread-title', thread.title)
  const about = element('span', 'thread-about', thread.replies === 0 ? said.noReplies : thread.latest)
  const when = element('span', 'thread-time', time(thread.at))
  made.append(title, when, about)
  if (thread.isUnread) {
    made.classList.add('unread')
    const dot = element('span', 'dot')
    dot.role = 'img'
    dot.ariaLabel = said.unread
    made.append(dot)
  }
  return made
}

/** Shows the threads of the channel, the one that something happened in last at the top. */
export function showThreads(list, threads, setting) {
  const focused = [...list.querySelectorAll('.thread')].indexOf(document.activeElement)
  const held = focused < 0 ? undefined : list.shown[focused]
  const shown = [...threads].sort((a, b) => b.latestNumber - a.latestNumber)
  const items = element('ul', 'persons')
  for (const thread of shown) {
    const item = element('li')
    item.append(row(thread, setting))
    items.append(item)
  }
  list.replaceChildren(...(shown.length > 0 ? [items] : []))
  list.shown = shown
  // Whoever goes through the list by keyboard stays where they were.
  if (held) list.querySelectorAll('.thread')[shown.indexOf(held)]?.focus()
}
