import { listen, post, readChannel, setHearsAll } from './api.js'
import { Composer } from './composer.js'
import { element } from './elements.js'
import { Seat } from './seat.js'
import { isSeen } from './seats.js'
import { Thread } from './thread.js'
import { showThreads } from './thread-list.js'
import { words } from './words.js'

const byId = (id) => document.getElementById(id)
const [log, status, list, hearsAll, count] = [
  'thread-log',
  'helpdesk-status',
  'threads',
  'hears-all',
  'unread-count',
].map(byId)

export const channel = '19:helpdesk@thread.tacv2'

/** The helpdesk's side: the partner's channel with its threads, and whoever sits there. `agents`, `language()` and `time(at)` in words. */
export class Helpdesk {
  #threads = new Map()
  #open
  #setting
  #seat
  #composer
  /** Somebody began a post of their own: no thread opens by itself. */
  #isWriting = false
  #awaitsOwn = false
  #history = 0
  /** The last post is in sight, and stays so when another comes or there is less room. */
  #isAtEnd = false

  constructor(setting) {
    this.#setting = setting
    const { agents, language } = setting
    this.#seat = new Seat({ agents, language, onChange: () => this.#sat() })
    this.#composer = new Composer(byId('reply'), {
      said: () => this.#said,
      onSend: (text, files) => this.#say(text, files),
      onFailed: () => this.#tellStatus('fileFailed'),
    })
    byId('new-post').addEventListener('click', () => {
      this.#show(undefined)
      this.#isWriting = true
      this.#composer.focus()
    })
    hearsAll.addEventListener('change', () => this.#setHearsAll())
    log.addEventListener('scroll', () => {
      this.#isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80
    })
    new ResizeObserver(() => this.#isAtEnd && this.#toEnd()).observe(log)
  }

  /** Says that the bot is in the channel now, as when the team installs it, and listens. */
  async start() {
    const { last, hearsAll: all } = await readChannel()
    hearsAll.checked = all
    this.#history = last
    this.#show(undefined)
    listen(channel, {}, (event, number) => this.#take(event, number))
    // Not waited for: the page is there meanwhile.
    this.#tell(channel, { kind: 'installed' })
  }

  /** The page's language is another one now; with `colors`, its colors. */
  redraw(colors) {
    this.#seat.show()
    this.#label()
    for (const thread of this.#threads.values()) thread.redraw(colors ? 'all' : 'words')
    this.#list()
    if (!this.#open) this.#showEmpty()
  }

  /** The helpdesk came into sight. */
  seen() {
    if (this.#open && isSeen('helpdesk')) this.#open.isUnread = false
    this.#list()
  }

  get #said() {
    return words[this.#setting.language()]
  }

  #tellStatus(word) {
    status.textContent = word ? this.#said[word] : ''
  }

  async #setHearsAll() {
    this.#tellStatus()
    try {
      await setHearsAll(hearsAll.checked)
    } catch {
      hearsAll.checked = !hearsAll.checked
      this.#tellStatus('failed')
    }
  }

  #sat() {
    this.#tellStatus()
    this.#open?.redraw('own')
  }

  #list() {
    const { language, time } = this.#setting
    const threads = [...this.#threads.values()]
    showThreads(list, threads, {
      open: this.#open,
      language: language(),
      time,
      onOpen: (thread) => {
        this.#show(thread)
        this.#composer.focus()
      },
    })
    const unread = threads.filter(({ isUnread }) => isUnread).length
    count.hidden = unread === 0
    count.textContent = String(unread)
    count.title = this.#said.unreadThreads(unread)
  }

  #toEnd() {
    log.scrollTo({ top: log.scrollHeight, behavior: 'instant' })
  }

  #label() {
    const said = this.#open ? this.#said.reply : this.#said.startPost
    byId('reply-label').textContent = said
    byId('reply-text').placeholder = said
  }

  #showEmpty() {
    const box = element('div', 'nothing')
    if (this.#threads.size === 0)
      box.append(element('h3', '', this.#said.noThreads), element('p', '', this.#said.noThreadsText))
    log.replaceChildren(box)
  }

  /** Opens a thread; without one, a post can be started. */
  #show(thread) {
    if (this.#open) this.#open.draft = this.#composer.draft
    this.#open = thread
    this.#isWriting = false
    this.#tellStatus()
    this.#label()
    this.#composer.draft = thread?.draft ?? { text: '', files: [] }
    if (thread) {
      thread.redraw('own')
      log.replaceChildren(thread.node)
      // A case alone is read from its top.
      log.scrollTo({ top: 0, behavior: 'instant' })
      this.#isAtEnd = thread.replies > 0 || log.scrollHeight <= log.clientHeight
      if (this.#isAtEnd) this.#toEnd()
    } else this.#showEmpty()
    this.seen()
  }

  #take(event, number) {
    const thread = this.#threads.get(event.thread) ?? this.#threadOf(event.thread)
    const isOpen = thread === this.#open
    thread.take(event, number)
    const own = event.activity?.from?.aadObjectId === this.#seat.agent.objectId
    const isNew = event.kind === 'sent' && number > this.#history
    if (isNew && !own && !(isOpen && isSeen('helpdesk'))) thread.isUnread = true
    if (thread.isEmpty) return this.#forget(thread)
    if (this.#isToOpen(own, number)) return this.#show(thread)
    if (isOpen && event.kind === 'sent' && (this.#isAtEnd || own)) this.#toEnd()
    this.#list()
  }

  #threadOf(id) {
    const { language, time } = this.#setting
    const thread = new Thread(id, {
      language,
      time,
      seat: () => this.#seat.agent,
      onAction: (of, action, activity) => this.#act(of, action, activity),
      onEdit: (of, activity, text) => this.#tell(of, { kind: 'edit', id: activity, text }),
      onDelete: (of, activity) => this.#tell(of, { kind: 'delete', id: activity }),
    })
    this.#threads.set(id, thread)
    return thread
  }

  /** The thread just started, and where none is open, the last of what there was before the page and the first that comes. */
  #isToOpen(own, number) {
    if (this.#awaitsOwn && own && number > this.#history) {
      this.#awaitsOwn = false
      return true
    }
    return !this.#open && !this.#isWriting && this.#composer.isEmpty && number >= this.#history
  }

  #forget(thread) {
    this.#threads.delete(thread.id)
    if (thread === this.#open) this.#show(undefined)
    else this.#list()
  }

  async #say(text, files) {
    const thread = this.#open
    this.#awaitsOwn = !thread
    const what = { kind: 'message', text, files: files.map(({ id }) => id) }
    const answer = await this.#tell(thread ?? channel, what)
    if (answer) return
    this.#awaitsOwn = false
    if (this.#open === thread && this.#composer.isEmpty) this.#composer.draft = { text, files }
  }

  async #act(thread, action, replyToId) {
    const back = action.kind === 'submit' ? action.data?.msteams : undefined
    if (back?.type === 'imBack' || back?.type === 'messageBack')
      return this.#tell(thread, { kind: 'message', text: `@Saldo ${back.value ?? back.text}` })
    const answer = await this.#tell(thread, { ...action, replyToId })
    if (answer?.type) thread.answer(replyToId, answer)
    // An invoke without an answer: Teams says that the app cannot be reached.
    else if (answer && action.kind === 'execute') this.#tellStatus('noAnswer')
    if (thread === this.#open && answer?.type) this.#toEnd()
  }

  /** Tells the server what whoever sits there did, in a thread or in the channel. Undefined when it failed. */
  async #tell(where, what) {
    const { tenant, objectId, name, language } = this.#seat.agent
    const conversation = where === channel ? channel : `${channel};messageid=${where.id}`
    this.#tellStatus()
    try {
      const answer = await post({ conversation, person: { tenant, objectId, name }, locale: language, what })
      if (answer.heard === 'no') this.#tellStatus('notHeard')
      if (answer.heard === 'failed') this.#tellStatus('botFailed')
      return answer
    } catch {
      this.#tellStatus('failed')
      return undefined
    }
  }
}
