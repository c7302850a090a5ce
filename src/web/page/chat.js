import { listen, post } from './api.js'
import { botMessage, cardType, typingDots } from './bot-message.js'
import { element } from './elements.js'
import { emptyChat } from './empty-chat.js'
import { ownMessage } from './own-message.js'
import { words } from './words.js'

/** The person's chat of this tab: it is the same one after the page is loaded again, unless a new one is wanted. */
function conversationOf({ objectId }, fresh) {
  const key = `chat ${objectId}`
  const kept = fresh ? null : sessionStorage.getItem(key)
  const conversation = kept ?? `page-${objectId}-${Date.now().toString(36)}`
  sessionStorage.setItem(key, conversation)
  return conversation
}

/**
 * One person's chat with the bot. `language` tells the client's language, `log` and `status` are where it shows, `onUnsent` gets back a text
 * that was not sent, with its files.
 */
export class Chat {
  #setting
  #conversation
  #talk = element('div', 'talk')
  #shown = new Map()
  #seen = {}
  #source
  #typing

  constructor(setting) {
    this.#setting = setting
    this.#conversation = conversationOf(setting.person, setting.fresh)
  }

  show() {
    const { person, company, language, log } = this.#setting
    if (this.#talk.childElementCount === 0 || this.#talk.querySelector('.empty')) {
      const onInstall = () => this.#tell({ kind: 'installed' })
      this.#talk.replaceChildren(
        emptyChat({ person, company, language: language(), onSay: (text) => this.say(text), onInstall }),
      )
    }
    log.replaceChildren(this.#talk)
    this.#source ??= listen(this.#conversation, this.#seen, (event) => this.#take(event))
    this.#toEnd()
  }

  /** Stops listening until it is shown again: a browser keeps six connections to one host. */
  leave() {
    this.#source?.close()
    this.#source = undefined
  }

  async say(text, files = []) {
    const chips = [...this.#talk.querySelectorAll('.chips')]
    for (const each of chips) each.hidden = true
    const id = crypto.randomUUID()
    const attachments = files.map(({ name }) => ({ contentType: 'reference', name }))
    this.#add(this.#draw(id, { text, attachments, from: { aadObjectId: this.#setting.person.objectId } }))
    const arrived = await this.#tell({ kind: 'message', text, id, files: files.map((file) => file.id) })
    for (const each of chips) {
      if (arrived) each.remove()
      else each.hidden = false
    }
    if (arrived) return
    this.#shown.get(id)?.row.remove()
    this.#shown.delete(id)
    this.#setting.onUnsent(text, files)
  }

  note(text) {
    this.#add(element('p', 'note', text))
  }

  redraw() {
    for (const [id, { row, activity }] of [...this.#shown]) if (activity) row.replaceWith(this.#draw(id, activity))
  }

  #toEnd() {
    const { log } = this.#setting
    log.scrollTo({ top: log.scrollHeight })
  }

  #add(node) {
    this.#talk.querySelector('.empty')?.remove()
    this.#talk.insertBefore(node, this.#typing ?? null)
    this.#toEnd()
  }

  /** Whether it arrived. */
  async #tell(what) {
    const { person, language, status } = this.#setting
    const { tenant, objectId, name } = person
    status.textContent = ''
    try {
      const answer = await post({
        conversation: this.#conversation,
        person: { tenant, objectId, name },
        locale: language(),
        what,
      })
      if (what.kind === 'execute') this.#announce(answer)
      return true
    } catch {
      status.textContent = words[language()].failed
      return false
    }
  }

  /** An invoke is answered with a card, a sentence (the message itself comes as an event), or an error. */
  #announce({ type, value }) {
    if (type === cardType)
      this.#add(this.#draw('invoked', { attachments: [{ contentType: cardType, content: value }] }))
    if (type === 'application/vnd.microsoft.error') this.#setting.status.textContent = value.message
  }

  /** What a card's button does, as a Teams client does it. */
  #act(action, replyToId) {
    const back = action.kind === 'submit' ? action.data?.msteams : undefined
    if (back?.type === 'imBack' || back?.type === 'messageBack') return this.say(back.value ?? back.text)
    return this.#tell({ ...action, replyToId })
  }

  #draw(id, activity) {
    const row = activity.from?.aadObjectId
      ? ownMessage(activity, {
          said: words[this.#setting.language()],
          onEdit: (text) => this.#tell({ kind: 'edit', id, text }),
          onDelete: () => this.#tell({ kind: 'delete', id }),
        })
      : botMessage(activity, { onAction: (action) => this.#act(action, id), onSay: (text) => this.say(text) })
    this.#shown.set(id, { row, activity })
    return row
  }

  #take({ kind, id, activity }) {
    if (kind === 'deleted') return this.#remove(id)
    if (activity.type === 'typing') return this.#showTyping()
    const before = this.#shown.get(id)?.row
    if (activity.from?.aadObjectId) {
      // Said before the page was loaded again: what was suggested until then is past.
      if (!before) for (const each of this.#talk.querySelectorAll('.chips')) each.remove()
    } else {
      this.#typing?.remove()
      this.#typing = undefined
    }
    const row = this.#draw(id, { ...activity, edited: kind === 'updated' })
    if (before) before.replaceWith(row)
    else this.#add(row)
  }

  /** The bot's messages vanish; of the person's own it is said that they are gone. */
  #remove(id) {
    const { row, activity } = this.#shown.get(id) ?? {}
    if (!activity?.from?.aadObjectId) return row?.remove()
    const gone = element('p', 'note gone', words[this.#setting.language()].deleted)
    gone.dataset.word = 'deleted'
    row.replaceWith(gone)
    this.#shown.set(id, { row: gone })
  }

  #showTyping() {
    if (this.#typing) return
    const dots = typingDots(words[this.#setting.language()].typing)
    this.#add(dots)
    this.#typing = dots
  }
}
