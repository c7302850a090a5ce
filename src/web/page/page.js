import { agentsOf } from './agents.js'
import { readPeople } from './api.js'
import { Calendar } from './calendar.js'
import { onDarkness } from './cards.js'
import { Chat } from './chat.js'
import { clockOf, momentIn } from './clock.js'
import { Composer } from './composer.js'
import { Helpdesk } from './helpdesk.js'
import { showPeople, showWho } from './people.js'
import { switchSeats } from './seats.js'
import { sayPage, words } from './words.js'

const byId = (id) => document.getElementById(id)
const [log, status, picker, search] = ['log', 'status', 'language', 'search'].map(byId)

const people = await readPeople()
const chats = new Map()
const state = { person: people.find(({ roles }) => roles.includes('billing-contact')) ?? people[0], language: 'en' }

const language = () => state.language
const chat = () => chats.get(state.person)
const tell = (word) => {
  status.textContent = words[state.language][word]
}

const composer = new Composer(byId('composer'), {
  said: () => words[state.language],
  onSend: (text, files) => chat().say(text, files),
  onFailed: () => tell('fileFailed'),
})

function openChat(fresh = false) {
  const { person } = state
  // The examples of partner staff name a customer of the sample.
  const company = person.company ?? people.find((other) => other.company)?.company ?? ''
  chats.set(person, chats.get(person) ?? new Chat({ person, company, language, log, status, onUnsent, fresh }))
  chat().show()
}

/** What did not arrive stands in the box again, unless something new does. */
function onUnsent(text, files) {
  if (composer.isEmpty) composer.draft = { text, files }
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
  const isOther = state.language !== chosen
  state.language = chosen
  picker.value = chosen
  sayPage(chosen)
  showWho(state.person, chosen)
  list()
  clock.show()
  calendar.show()
  openChat()
  if (isOther) {
    chat().redraw()
    helpdesk?.redraw()
  }
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
  composer.focus()
}

const clock = await clockOf({
  language,
  onMoved(day) {
    chat().note(words[state.language].clockMoved(day))
    calendar.show()
    // By then the service has done what came with the new day.
    setTimeout(() => calendar.show(), 3_000)
  },
  onFailed: () => tell('failed'),
})

const calendar = new Calendar({
  person: () => state.person,
  language,
  onPick: (day, opens) => clock.goTo(day, opens),
  onFailed: () => tell('failed'),
})

/** Nobody of the partner's can sit at a helpdesk: there is none. */
const agents = agentsOf(people)
const helpdesk = agents.length
  ? new Helpdesk({ agents, language, time: (at) => momentIn(at, state.language) })
  : undefined
document.documentElement.classList.toggle('alone', !helpdesk)

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
  openChat(true)
  composer.focus()
})
switchSeats(() => helpdesk?.seen())
onDarkness(() => {
  for (const each of chats.values()) each.redraw()
  helpdesk?.redraw(true)
})
// Before the chat: what the bot does in the channel from now on is seen.
await helpdesk?.start()
pick(state.person)
