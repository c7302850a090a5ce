import { cardType } from './bot-message.js'
import { channelPost, isPersons } from './channel-post.js'
import { element } from './elements.js'
import { titleOf } from './post-title.js'
import { words } from './words.js'

/**
 * A thread of the channel: its posts as they came, and what the bot told one agent alone. `setting` has the `language()`, the `seat()`, the `time(at)`
 * in words, and what to do: `onAction(thread, action, id)`, `onEdit(thread, id, text)`, `onDelete(thread, id)`.
 */
export class Thread {
  #setting
  #posts = new Map()
  #asides = new Map()
  node = element('div', 'talk posts')
  draft = { text: '', files: [] }
  isUnread = false
  /** The time of the newest event, and its number. */
  at = ''
  latestNumber = 0

  constructor(id, setting) {
    this.id = id
    this.#setting = setting
  }

  get isEmpty() {
    return this.#posts.size === 0
  }

  get title() {
    const first = this.#posts.get(this.id)
    return first?.activity ? titleOf(first.activity) : words[this.#setting.language()].lostStart
  }

  get replies() {
    return this.#posts.size - (this.#posts.has(this.id) ? 1 : 0)
  }

  /** The newest reply in one line: who, and what. */
  get latest() {
    const { activity } = [...this.#posts.values()].findLast((post) => post.activity) ?? {}
    if (!activity || activity === this.#posts.get(this.id)?.activity) return ''
    return `${isPersons(activity) ? activity.from.name.split(' ')[0] : 'Saldo'}: ${titleOf(activity)}`
  }

  take({ kind, id, at, activity }, number) {
    this.latestNumber = number
    if (kind === 'deleted') return this.#remove(id)
    this.at = at
    const before = this.#posts.get(id)
    const edited = kind === 'updated' && isPersons(activity)
    const row = this.#draw(id, { activity, at: before?.at ?? at, edited })
    if (!before) return this.node.append(row)
    const isInUse = before.row.contains(document.activeElement)
    before.row.replaceWith(row)
    // Whoever pressed a button of it by keyboard is still there.
    if (isInUse) (row.querySelector('.card button') ?? row).focus()
  }

  /** What the bot answered to a button: for whoever pressed it. */
  answer(id, { type, value }) {
    const said = words[this.#setting.language()]
    if (type === cardType) return this.#showCard(id, value)
    const failed = type === 'application/vnd.microsoft.error'
    const { objectId, name } = this.#setting.seat()
    const row = element('p', failed ? 'aside failed' : 'aside')
    row.append(element('span', 'aside-whose', said.onlyYou(name)), failed ? value?.message : String(value))
    // The newest is enough: in Teams it is shown for a moment only.
    this.#asides.get(objectId)?.remove()
    this.#asides.set(objectId, row)
    this.node.append(row)
  }

  /** Draws anew `own`: what depends on who sits there; `words`: what is in the page's language, but no card that somebody is filling in; or `all`. */
  redraw(what) {
    const { objectId } = this.#setting.seat()
    for (const [whose, row] of this.#asides) row.hidden = whose !== objectId
    for (const [id, post] of [...this.#posts]) {
      const isFixed = !isPersons(post.activity ?? {}) && !post.shown
      if (!post.activity || (what === 'own' && isFixed)) continue
      if (what === 'words' && post.row.querySelector('.card :is(input, textarea, select)')) continue
      post.row.replaceWith(this.#draw(id, post))
    }
  }

  #showCard(id, card) {
    const post = this.#posts.get(id)
    if (!post) return
    const activity = { ...post.activity, attachments: [{ contentType: cardType, content: card }] }
    const row = this.#row(id, { ...post, activity })
    post.row.replaceWith(row)
    // Another person sees the card as it was.
    this.#posts.set(id, { ...post, row, shown: card })
  }

  #row(id, { activity, at, edited }) {
    const { language, seat, time, onAction, onEdit, onDelete } = this.#setting
    return channelPost(
      { activity, time: time(at), edited },
      {
        language: language(),
        own: activity.from?.aadObjectId === seat().objectId,
        onAction: (action) => onAction(this, action, id),
        onEdit: (text) => onEdit(this, id, text),
        onDelete: () => onDelete(this, id),
      },
    )
  }

  #draw(id, { activity, at, edited }) {
    const row = this.#row(id, { activity, at, edited })
    this.#posts.set(id, { row, activity, at, edited })
    return row
  }

  /** The bot's posts vanish; of a person's it is said that it is gone. */
  #remove(id) {
    const post = this.#posts.get(id)
    if (!post) return
    if (!post.activity || !isPersons(post.activity)) {
      post.row.remove()
      this.#posts.delete(id)
      return
    }
    const gone = element('p', 'note gone', words[this.#setting.language()].deleted)
    gone.dataset.word = 'deleted'
    post.row.replaceWith(gone)
    this.#posts.set(id, { row: gone, at: post.at })
  }
}
