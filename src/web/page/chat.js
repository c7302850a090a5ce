import { listen, post } from './api.js'
import { renderCard } from './cards.js'
import { words } from './words.js'

const cardType = 'application/vnd.microsoft.card.adaptive'

function element(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

function fromBot(className = '') {
  const row = element('div', `theirs ${className}`.trim())
  const icon = element('img')
  icon.src = '/page/saldo.svg'
  icon.alt = ''
  icon.width = 30
  icon.height = 30
  const parts = element('div', 'parts')
  row.append(icon, parts)
  return { row, parts }
}

const exampleSet = (person) =>
  person.company ? (person.roles.includes('billing-contact') ? 'figures' : 'support') : 'staff'

/** One person's chat with the bot. `show` puts it on the page; `leave` stops listening until it is shown again. */
export function chatOf({ person, company, language, log, status }) {
  const conversation = `page-${person.objectId}-${Date.now().toString(36)}`
  const talk = element('div', 'talk')
  const shown = new Map()
  const seen = { last: 0 }
  let source
  let typing

  const said = () => words[language()]
  const toEnd = () => log.scrollTo({ top: log.scrollHeight })

  function add(node) {
    talk.querySelector('.empty')?.remove()
    if (typing && node !== typing) talk.insertBefore(node, typing)
    else talk.append(node)
    toEnd()
  }

  async function tell(what) {
    status.textContent = ''
    try {
      const answer = await post({
        conversation,
        person: { tenant: person.tenant, objectId: person.objectId, name: person.name },
        locale: language(),
        what,
      })
      if (what.kind === 'execute') announce(answer)
    } catch {
      status.textContent = said().failed
    }
  }

  /** An invoke is answered with a card that replaces the clicked one, or with a sentence. */
  function announce({ type, value }) {
    if (type === cardType) add(botMessage('invoked', { attachments: [{ contentType: cardType, content: value }] }))
    else if (type === 'application/vnd.microsoft.error') status.textContent = value?.message ?? said().failed
  }

  function say(text) {
    talk.querySelectorAll('.chips').forEach((chips) => {
      chips.remove()
    })
    add(element('div', 'bubble mine', text))
    return tell({ kind: 'message', text })
  }

  /** What a card's button does, as a Teams client does it. */
  function act(action, replyToId) {
    const back = action.kind === 'submit' ? action.data?.msteams : undefined
    if (back?.type === 'imBack' || back?.type === 'messageBack') return say(back.value ?? back.text)
    return tell({ ...action, replyToId })
  }

  function chips(actions) {
    const row = element('div', 'chips')
    for (const { title, value } of actions) {
      const chip = element('button', 'chip', title)
      chip.type = 'button'
      chip.addEventListener('click', () => say(value))
      row.append(chip)
    }
    return row
  }

  function botMessage(id, activity) {
    const { row, parts } = fromBot()
    if (activity.text) parts.append(element('div', 'bubble', activity.text))
    for (const { contentType, content } of activity.attachments ?? [])
      if (contentType === cardType) parts.append(renderCard(content, (action) => act(action, id)))
    if (activity.suggestedActions?.actions?.length) parts.append(chips(activity.suggestedActions.actions))
    shown.set(id, { row, activity })
    return row
  }

  function stopTyping() {
    typing?.remove()
    typing = undefined
  }

  function showTyping() {
    if (typing) return
    const { row, parts } = fromBot('typing')
    const bubble = element('div', 'bubble')
    bubble.setAttribute('aria-label', said().typing)
    bubble.append(element('i'), element('i'), element('i'))
    parts.append(bubble)
    typing = row
    add(row)
  }

  function onEvent({ kind, id, activity }) {
    if (kind === 'deleted') return shown.get(id)?.row.remove()
    if (activity.type === 'typing') return showTyping()
    stopTyping()
    const before = shown.get(id)?.row
    const row = botMessage(id, activity)
    if (kind === 'updated' && before) before.replaceWith(row)
    else add(row)
  }

  function empty() {
    const set = exampleSet(person)
    const box = element('div', 'empty')
    const icon = element('img')
    icon.src = '/page/saldo.svg'
    icon.alt = ''
    icon.width = 56
    icon.height = 56
    const examples = element('div', 'examples')
    for (const example of said().examples[set]) {
      const text = example.replace('{company}', company)
      const button = element('button', '', text)
      button.type = 'button'
      button.addEventListener('click', () => say(text))
      examples.append(button)
    }
    const install = element('button', 'install', said().install)
    install.type = 'button'
    install.addEventListener('click', () => tell({ kind: 'installed' }))
    box.append(
      icon,
      element('h2', '', said().emptyTitle(person.name.split(' ')[0])),
      element('p', '', said().emptyText[set]),
      examples,
      install,
    )
    talk.replaceChildren(box)
  }

  return {
    say,
    note: (text) => add(element('p', 'note', text)),
    show() {
      if (talk.childElementCount === 0 || talk.querySelector('.empty')) empty()
      log.replaceChildren(talk)
      source ??= listen(conversation, seen, onEvent)
      toEnd()
    },
    leave() {
      source?.close()
      source = undefined
    },
    redraw() {
      for (const [id, { row, activity }] of [...shown]) row.replaceWith(botMessage(id, activity))
    },
  }
}
