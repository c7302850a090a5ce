import { readPeople } from './api.js'
import { onDarkness } from './cards.js'
import { Chat } from './chat.js'
import { clockOf } from './clock.js'
import { showPeople, showWho } from './people.js'
import { sayPage, words } from './words.js'

const byId = (id) => document.getElementById(id)
const [log, status, picker, search, message] = ['log', 'status', 'language', 'search', 'message'].map(byId)

const people = await readPeople()
const chats = new Map()
const state = { person: people.find(({ roles }) => roles.includes('billing-contact')) ?? people[0], language: 'en' }

const language = () => state.language
const chat = () => chats.get(state.person)

function openChat() {
  const { person } = state
  // The examples of partner staff name a customer of the sample.
  const company = person.company ?? people.find((other) => other.company)?.company ?? ''
  chats.set(person, chats.get(person) ?? new Chat({ person, company, language, log, status, onUnsent }))
  chat().show()
}

/** What did not arrive stands in the box again, unless something new does. */
function onUnsent(text) {
  if (message.value) return
  message.value = text
  grow()
}

const list = () =>
  showPeople(byId('people-list'), {
    people,
    language: state.language,
    search: search.value,
    chosen: state.person,
    onPick: pick,
  })

function setLanguage(chosen) {
  state.language = chosen
  picker.value = chosen
  sayPage(chosen)
  showWho(state.person, chosen)
  list()
  clock.show()
  openChat()
}

function openPeople(open) {
  byId('people').classList.toggle('open', open)
  byId('people-open').setAttribute('aria-expanded', String(open))
  if (open) search.focus()
}

function pick(person) {
  chat()?.leave()
  state.person = person
  status.textContent = ''
  openPeople(false)
  setLanguage(person.language)
  byId('people-list').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  message.focus()
}

function grow() {
  message.style.height = 'auto'
  message.style.height = `${message.scrollHeight}px`
}

function send(event) {
  event?.preventDefault()
  const text = message.value.trim()
  if (!text) return
  message.value = ''
  grow()
  chat().say(text)
}

const clock = await clockOf({
  language,
  onMoved: (day) => chat().note(words[state.language].clockMoved(day)),
  onFailed: () => {
    status.textContent = words[state.language].failed
  },
})

byId('composer').addEventListener('submit', send)
message.addEventListener('input', grow)
message.addEventListener('keydown', (event) => {
  // While an input method composes a word, Enter takes the word.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event)
})
picker.addEventListener('change', () => setLanguage(picker.value))
search.addEventListener('input', list)
byId('people-open').addEventListener('click', () => openPeople(true))
byId('people-close').addEventListener('click', () => openPeople(false))
byId('people').addEventListener('keydown', (event) => {
  if (event.key === 'Escape') openPeople(false)
})
byId('restart').addEventListener('click', () => {
  chat().leave()
  chats.delete(state.person)
  openChat()
  message.focus()
})
onDarkness(() => {
  for (const each of chats.values()) each.redraw()
})
pick(state.person)
