import { listen, post } from './api.js'
import { botMessage, cardType, typingDots } from './bot-message.js'
import { element } from './elements.js'
import { emptyChat } from './empty-chat.js'
import { words } from './words.js'

/** One person's chat with the bot. `language` tells the client's language, `log` and `status` are where it shows, `onUnsent` gets back a text that was not sent. */
export class Chat {
  #setting
  #conversation
  #talk = element('div', 'talk')
  #shown = new Map()
  #seen = { last: 0 }
  #source
  #typing

  constructor(setting) {
    this.#setting = setting
    this.#conversation = `page-${setting.person.objectId}-${Date.now().toString(36)}`
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

  async say(text) {
    const chips = [...this.#talk.querySelectorAll('.chips')]
    for (const each of chips) each.hidden = true
    const bubble = element('div', 'bubble mine', text)
    this.#add(bubble)
    const arrived = await this.#tell({ kind: 'message', text })
    for (const each of chips) {
      if (arrived) each.remove()
      else each.hidden = false
    }
    if (arrived) return
    bubble.remove()
    this.#setting.onUnsent(text)
  }

  note(text) {
    this.#add(element('p', 'note', text))
  }

  redraw() {
    for (const [id, { row, activity }] of [...this.#shown]) row.replaceWith(this.#draw(id, activity))
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
    const row = botMessage(activity, { onAction: (action) => this.#act(action, id), onSay: (text) => this.say(text) })
    this.#shown.set(id, { row, activity })
    return row
  }

  #take({ kind, id, activity }) {
    if (kind === 'deleted') return this.#shown.get(id)?.row.remove()
    if (activity.type === 'typing') return this.#showTyping()
    this.#typing?.remove()
    this.#typing = undefined
    const before = this.#shown.get(id)?.row
    const row = this.#draw(id, activity)
    if (kind === 'updated' && before) before.replaceWith(row)
    else this.#add(row)
  }

  #showTyping() {
    if (this.#typing) return
    const dots = typingDots(words[this.#setting.language()].typing)
    this.#add(dots)
    this.#typing = dots
  }
}
