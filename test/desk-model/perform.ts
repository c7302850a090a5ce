import { lineOf } from '../../src/delivery/line.ts'
import { everybody } from '../conversation/support/small-desk.ts'
import { type Act, type AgentAct, type Customer, type CustomerAct, customers, type SingleAct } from './acts.ts'
import { counts } from './counts.ts'
import { after, fits, type Talk } from './talk.ts'
import type { Must, Word } from './word.ts'
import { Violation, type World } from './world.ts'

/** What was seen of one act. */
type Seen = {
  readonly act: SingleAct
  readonly ticket?: string
  /** Words of it whose fate depends on who had the conversation. */
  readonly words: Word[]
  /** Whether the bot replied to the customer; nothing where that says nothing. */
  readonly replied?: boolean
}

export type Performing = { readonly world: World; readonly jitter: (seed: number | undefined) => void }

/** Does what an act says and compares what the desk made of it with what it may. */
export async function perform({ world, jitter }: Performing, act: Act): Promise<void> {
  const acts = act.k === 'together' ? act.acts : [act]
  world.group++
  counts.commands += acts.length
  if (act.k === 'together') counts.together++
  const before = new Map(world.talks)
  const posts = await newsOf(world)
  jitter(act.k === 'together' ? act.seed : undefined)
  const seen = await Promise.all(acts.map((each) => doOne(world, each)))
  jitter(undefined)
  const now = await world.observe()
  for (const customer of customers)
    settle(world, customer, { before: before.get(customer)!, now: now.get(customer)!, seen })
  await noNews(world, posts, { before, now, acts })
  for (const [customer, talk] of now) world.talks.set(customer, talk)
}

type Moment = { readonly before: Talk; readonly now: Talk; readonly seen: readonly Seen[] }

/** Every order in which the acts could have been done that ends in what is there now says what may have become of their words. */
function settle(world: World, customer: Customer, { before, now, seen }: Moment): void {
  const around = (ticket?: string) => ({ customer, ticket, isOpen: world.isOpen, isQuiet: isQuiet(world, before) })
  const found = seen.map(() => new Set<Talk>())
  let isPossible = false
  for (const order of orders(seen)) {
    let paths: { talk: Talk; at: Map<Seen, Talk> }[] = [{ talk: before, at: new Map() }]
    for (const each of order)
      paths = paths.flatMap(({ talk, at }) =>
        after(talk, each.act, around(each.ticket)).map((next) => ({ talk: next, at: new Map(at).set(each, talk) })),
      )
    for (const { talk, at } of paths) {
      if (!fits(talk, now)) continue
      isPossible = true
      for (const [place, each] of seen.entries()) found[place]!.add(at.get(each)!)
    }
  }
  if (!isPossible)
    throw new Violation(
      `${customer}: ${JSON.stringify(before)} became ${JSON.stringify(now)} by ${JSON.stringify(seen.map(({ act }) => act))}`,
    )
  for (const [place, each] of seen.entries())
    if ('c' in each.act && each.act.c === customer) judge(world, each, [...found[place]!], now)
}

const isQuiet = (world: World, talk: Talk): boolean => {
  if (talk.kind === 'free') return true
  const last = world.lastWords.get(talk.ticket)
  return !last || Date.parse(world.stage.clock.now()) - Date.parse(last) >= 12 * 60 * 60_000
}

function* orders<T>(all: readonly T[]): Generator<readonly T[]> {
  if (all.length <= 1) yield all
  else
    for (const [at, first] of all.entries())
      for (const rest of orders(all.filter((_, place) => place !== at))) yield [first, ...rest]
}

function judge(world: World, seen: Seen, talks: readonly Talk[], now: Talk): void {
  const { act } = seen
  if ('a' in act) {
    for (const word of seen.words) if (word.must === 'any') word.must = agentMust(world, act, seen, word, talks)
    return
  }
  if (seen.replied === undefined) return
  const mine = talks.filter(({ kind }) => (kind === 'owned') === !seen.replied)
  if (mine.length === 0)
    throw new Violation(
      `the bot ${seen.replied ? 'spoke' : 'was silent'} to ${JSON.stringify(act)}: ${JSON.stringify(talks)}`,
    )
  const ticketsOf = new Set(mine.flatMap((talk) => (talk.kind === 'free' ? [] : [talk.ticket])))
  for (const word of seen.words) {
    if (word.must !== 'any' || act.k === 'file') {
      if (act.k === 'file' && mine.every(({ kind }) => kind !== 'free')) word.must = 'reach'
      continue
    }
    const passed = mine.map(({ kind }) => kind !== 'free')
    word.must = passed.every(Boolean) ? 'reach' : passed.some(Boolean) ? 'any' : 'stay'
    const [only] = ticketsOf
    if (ticketsOf.size === 1 && only !== '?') word.ticket = only
    else if (now.kind !== 'free' && word.must === 'reach') word.ticket = undefined
    if (word.must !== 'stay') for (const ticket of ticketsOf) world.lastWords.set(ticket, world.stage.clock.now())
  }
}

/** What has to become of words that an agent meant for the customer. */
function agentMust(world: World, act: AgentAct, { ticket }: Seen, word: Word, talks: readonly Talk[]): Must {
  if (act.a === 'sara') return 'stay'
  const isMine = (talk: Talk) => talk.kind === 'owned' && talk.by === act.a && talk.ticket === ticket
  const isOthers = (talk: Talk) => talk.kind !== 'free' && !isMine(talk) && talk.ticket === ticket
  if (talks.every(isMine)) {
    if (ticket) world.lastWords.set(ticket, world.stage.clock.now())
    return 'reach'
  }
  if (talks.every(isOthers)) {
    if (talks.every(({ kind }) => kind === 'waiting') && !word.isTold && act.k !== 'close')
      throw new Violation(`nobody told ${act.a} that "${word.token}" went nowhere`)
    return 'stay'
  }
  if (ticket && talks.some(isMine)) world.lastWords.set(ticket, world.stage.clock.now())
  return world.holders.get(ticket ?? '') === act.a || talks.some(isMine) ? 'told' : 'any'
}

type Posts = Map<Customer, Set<string>>

async function newsOf(world: World): Promise<Posts> {
  const found: Posts = new Map()
  for (const customer of customers) {
    const line = await lineOf(world.stage.documents, `talk|msteams|chat-${customer}`)
    found.set(customer, new Set(line?.posts.filter(({ content }) => content?.kind === 'answer').map(({ id }) => id)))
  }
  return found
}

/** While a person has the conversation nothing comes from the bot but what a person of the helpdesk did. */
async function noNews(
  world: World,
  posts: Posts,
  { before, now, acts }: { before: Map<Customer, Talk>; now: Map<Customer, Talk>; acts: readonly SingleAct[] },
): Promise<void> {
  if (acts.some((act) => 'a' in act)) return
  const after = await newsOf(world)
  for (const customer of customers) {
    if (before.get(customer)?.kind !== 'owned' || now.get(customer)?.kind !== 'owned') continue
    for (const id of after.get(customer)!)
      if (!posts.get(customer)!.has(id))
        throw new Violation(`the bot speaks while a person has the conversation: ${id}`)
  }
}

async function doOne(world: World, act: SingleAct): Promise<Seen> {
  if ('a' in act) return doAgent(world, act)
  if ('c' in act) return doCustomer(world, act)
  const { stage } = world
  switch (act.k) {
    case 'pass':
      await stage.passTime(act.minutes)
      await stage.strike()
      break
    case 'strike':
      await stage.strike()
      break
    case 'carry':
      await stage.carry()
      break
    case 'carry-two':
      await stage.carryByTwo()
      break
    case 'restart':
    case 'reopen':
      counts[act.k === 'restart' ? 'restarts' : 'reopenings']++
      await stage.restart()
      break
    case 'crash':
      if (await stage.carryAndDie(act.dies)) {
        counts.crashes++
        world.hadMishap = true
        if (act.restart) await stage.restart()
      }
      break
    case 'mishap':
      world.hadMishap = true
      stage.mishaps.push(act.what)
      break
    case 'later-mishap':
      world.hadMishap = true
      stage.teams.laterMishaps.push(act.what)
      break
  }
  return { act, words: [] }
}

/** Writes and the bot's answer: whether there was one. */
async function say(world: World, who: Customer, text: string, activity: string): Promise<boolean> {
  counts.customerMessages++
  world.stage.teams.roomOf(`chat-${who}`).push({ id: activity, by: who, text, kind: 'message' })
  return (await world.stage.take(who, { kind: 'message', text }, activity)).length > 0
}

function newWord(world: World, word: Pick<Word, 'side' | 'who' | 'customer'> & Partial<Word>): Word {
  const made: Word = {
    token: world.token(),
    must: 'any',
    group: world.group,
    changes: [],
    isRemoved: false,
    isTold: false,
    ...word,
  }
  world.words.push(made)
  return made
}

const press = (world: World, c: Customer, act: string) =>
  world.stage.take(c, { kind: 'action', verb: 'ask', data: { intent: 'human', slots: {}, act } }, world.activity())

async function doCustomer(world: World, act: CustomerAct): Promise<Seen> {
  const { c } = act
  const { stage } = world
  switch (act.k) {
    case 'free':
    case 'question': {
      const activity = world.activity()
      const token = world.token()
      const text = act.k === 'free' ? `wobble quartz ${token}` : `how much was the october bill? ${token}`
      const word = newWord(world, {
        side: 'customer',
        who: c,
        customer: c,
        token,
        activity,
        text,
        day: stage.clock.now(),
        room: `chat-${c}`,
      })
      if (act.dies) {
        counts.diedBeforeReply++
        await stage.takeAndDie(c, { kind: 'message', text }, activity)
      }
      return { act, words: [word], replied: await say(world, c, text, activity) }
    }
    case 'ask': {
      const first = await say(world, c, 'I want to talk to a person', world.activity())
      const does = { with: 'with-words', without: 'without-words', no: 'cancel' }[act.consent]
      const second = (await press(world, c, does)).length > 0
      if (act.consent === 'with')
        for (const word of world.words)
          if (word.customer === c && word.side === 'customer' && word.must === 'stay') word.must = 'any'
      return { act, words: [], ...(first === second && { replied: first }) }
    }
    case 'stop':
      await press(world, c, 'stop')
      return { act, words: [] }
    case 'end-label':
      if (world.talks.get(c)?.kind !== 'owned') return { act: { k: 'carry' }, words: [] }
      await say(world, c, 'End this conversation', world.activity())
      return { act, words: [] }
    case 'file': {
      const word = newWord(world, { side: 'customer', who: c, customer: c })
      const said = await stage.take(c, { kind: 'file', file: word.token, name: `${word.token}.pdf` }, world.activity())
      return { act, words: [word], replied: said.length > 0 }
    }
    case 'open-ticket':
      return openTicket(world, act)
    case 'withdraw': {
      const last = (await world.ticketsOf(c)).at(-1)
      if (!last) return { act: { k: 'carry' }, words: [] }
      const first = await say(world, c, `withdraw ticket ${last.id}`, world.activity())
      await say(world, c, 'Yes, withdraw it', world.activity())
      return { act, words: [], replied: first }
    }
    case 'not-solved': {
      const last = (await world.ticketsOf(c)).at(-1)
      if (!last) return { act: { k: 'carry' }, words: [] }
      const data = { intent: 'ticket.update', slots: { ticket: last.id }, act: 'not-solved' }
      const said = await stage.take(c, { kind: 'action', verb: 'ask', data }, world.activity())
      return { act, words: [], replied: said.length > 0 }
    }
    default:
      return doAgain(world, act)
  }
}

async function openTicket(world: World, act: CustomerAct): Promise<Seen> {
  const word = newWord(world, { side: 'customer', who: act.c, customer: act.c })
  const said = await say(world, act.c, `Outlook does not open since this morning ${word.token}`, world.activity())
  // Who has somebody to talk to says it to them; else it is asked about.
  if (said) {
    for (const text of ['Skip this question', 'The whole company']) await say(world, act.c, text, world.activity())
    const opened = await say(world, act.c, 'Yes, open the ticket', world.activity())
    if (opened) return { act, words: [] }
  }
  return { act, words: said ? [] : [word], ...(!said && { replied: false }) }
}

/** Changes, takes back or repeats an earlier message. */
async function doAgain(world: World, act: Extract<CustomerAct, { at: number }>): Promise<Seen> {
  const { c, at } = act
  const mine = world.words.filter(
    ({ who, activity, isRemoved, group }) => who === c && activity && !isRemoved && group !== world.group,
  )
  const word = mine.at(-1 - (at % Math.max(1, mine.length)))
  const none: Seen = { act: { k: 'carry' }, words: [] }
  if (!word?.activity) return none
  const { stage } = world
  const shown = stage.teams.roomOf(`chat-${c}`).find(({ id }) => id === word.activity)
  if (act.k === 'repeat') {
    const isRecent = Date.parse(stage.clock.now()) - Date.parse(word.day ?? '') < 60 * 60_000
    if (!isRecent || word.changes.length > 0) return none
    counts.repeated++
    const before = stage.teams.roomOf(`chat-${c}`).length
    await stage.take(c, { kind: 'message', text: word.text ?? '' }, word.activity)
    if (stage.teams.roomOf(`chat-${c}`).length !== before) throw new Violation(`a repeated delivery was answered again`)
    return none
  }
  counts.changes++
  if (act.k === 'edit') {
    const token = world.token()
    const text = `wobble quartz ${token}`
    word.changes.push(token)
    if (shown) shown.text = text
    await stage.take(c, { kind: 'edited', activity: word.activity, text }, world.activity())
  } else {
    word.isRemoved = true
    if (shown) shown.text = ''
    await stage.take(c, { kind: 'removed', activity: word.activity }, world.activity())
  }
  return none
}

async function doAgent(world: World, act: AgentAct): Promise<Seen> {
  const all = await world.ticketsOf(act.c)
  const there = all.filter(({ id }) => world.threadsOf(id).length > 0)
  const ticket = there.at(-1 - (act.old % Math.max(1, there.length)))?.id
  if (!ticket) return { act: { k: 'carry' }, words: [] }
  const own = await world.threadOf(ticket)
  const thread = own ?? world.threadsOf(ticket).at(-1)!
  return doInThread(world, act, { ticket, thread, isKnown: own !== undefined })
}

type Place = { readonly ticket: string; readonly thread: string; readonly isKnown: boolean }

async function doInThread(world: World, act: AgentAct, { ticket, thread, isKnown }: Place): Promise<Seen> {
  const { stage } = world
  const { a, c } = act
  const seen = (words: Word[] = []): Seen => ({ act, ticket, words })
  const none: Seen = { act: { k: 'carry' }, words: [] }
  const click = (verb: string, data: object = {}) =>
    stage.seat(a, thread, { kind: 'action', verb, data: { ticket, ...data } }, world.activity())
  const word = (more: Partial<Word> = {}) => newWord(world, { side: 'agent', who: a, customer: c, ticket, ...more })
  const write = async (text: string, activity: string, mentioned = false) => {
    stage.teams.roomOf(thread).push({ id: activity, by: a, text, kind: 'message' })
    await stage.seat(a, thread, { kind: 'message', text, mentioned, attachments: 0 }, activity)
  }
  switch (act.k) {
    case 'claim': {
      counts.claims++
      const said = await click('case.claim')
      const now = (await world.observe()).get(c)
      const isMine = now?.kind === 'owned' && now.ticket === ticket && now.by === a
      counts[isMine ? 'claimsWon' : 'claimsTold']++
      if (now?.kind === 'owned' && now.ticket === ticket && !isMine && said === undefined)
        throw new Violation(`${a} claimed, has it not, and was told nothing`)
      if (said?.startsWith('Done')) world.holders.set(ticket, a)
      return seen()
    }
    case 'end':
    case 'return':
      await click(`case.${act.k}`)
      return seen()
    case 'queue':
      await click('case.transfer', { to: 'queue:technical' })
      world.holders.delete(ticket)
      return seen()
    case 'transfer':
      await click('case.transfer', { to: `${everybody[act.to].tenant}.${everybody[act.to].objectId}` })
      world.holders.delete(ticket)
      return seen()
    case 'note-box': {
      const note = word({ must: 'stay' })
      await click('case.note', { text: `wobble ${note.token}` })
      return seen()
    }
    case 'close': {
      const ending = word({ ...(act.outcome === 'open' && { must: 'stay' as const }) })
      const said = await click('case.close', { outcome: act.outcome, text: `wobble ${ending.token}` })
      ending.isTold = said !== undefined && !said.startsWith('Done')
      return seen([ending])
    }
    case 'box':
      return replyByBox(world, act, { ticket, click: (data) => click('case.reply', data), word })
    case 'resend': {
      const lost = await world.undelivered(ticket)
      const post = lost[act.at % Math.max(1, lost.length)]
      if (!post) return none
      counts.resends++
      const once = world.activity()
      await Promise.all([click('case.resend', { post, once }), click('case.resend', { post, once })])
      return seen()
    }
    default:
      break
  }
  // Nobody writes under a card that Saldo does not know of before they have used one of its buttons.
  if (!isKnown) return none
  counts.agentMessages++
  switch (act.k) {
    case 'write': {
      const activity = world.activity()
      const meant = word({ activity, room: thread })
      const mark = (await toldIn(world, ticket)).length
      await write(`wobble ${meant.token}`, activity)
      meant.isTold = (await toldIn(world, ticket)).length > mark
      return seen([meant])
    }
    case 'note': {
      const activity = world.activity()
      const note = word({ must: 'stay', activity, room: thread })
      await write(`note: wobble ${note.token}`, activity)
      return seen()
    }
    case 'mention': {
      const asked = word({ must: 'stay' })
      await write(`how much was the october bill? ${asked.token}`, world.activity(), true)
      return seen()
    }
    default:
      return changeOwn(world, act as Extract<AgentAct, { at: number }>, thread)
  }
}

/** What waits to be said in the thread about words that did not go to the customer. */
async function toldIn(world: World, ticket: string): Promise<readonly string[]> {
  const line = await lineOf(world.stage.documents, `case|${ticket}`)
  return (line?.posts ?? []).map(({ id }) => id).filter((id) => /case\.(?:not-taken|no-role|over)$/.test(id))
}

type Box = {
  readonly ticket: string
  readonly click: (data: object) => Promise<string | undefined>
  readonly word: (more?: Partial<Word>) => Word
}

const long = 'wobble quartz and very much more of it so that it is longer than sixty letters'

async function replyByBox(
  world: World,
  act: Extract<AgentAct, { k: 'box' }>,
  { ticket, click, word }: Box,
): Promise<Seen> {
  const once = world.activity()
  const send = async (times: number) => {
    const meant = word()
    counts.agentMessages++
    const said = await Promise.all(Array.from({ length: times }, () => click({ text: `${long} ${meant.token}`, once })))
    meant.isTold = said.some((each) => each !== undefined && !each.startsWith('Your message is on its way'))
    return meant
  }
  const words = [await send(act.times)]
  if (act.other) words.push(await send(1))
  return { act, ticket, words }
}

async function changeOwn(world: World, act: Extract<AgentAct, { at: number }>, thread: string): Promise<Seen> {
  const none: Seen = { act: { k: 'carry' }, words: [] }
  const { stage } = world
  const mine = world.words.filter(
    ({ who, room, isRemoved, group }) => who === act.a && room === thread && !isRemoved && group !== world.group,
  )
  const word = mine.at(-1 - (act.at % Math.max(1, mine.length)))
  if (!word?.activity) return none
  counts.changes++
  const shown = stage.teams.roomOf(thread).find(({ id }) => id === word.activity)
  if (act.k === 'edit-own') {
    const token = world.token()
    const text = `wobble ${token}`
    word.changes.push(token)
    if (shown) shown.text = text
    await stage.seat(act.a, thread, { kind: 'edited', activity: word.activity, text }, world.activity())
  } else {
    word.isRemoved = true
    if (shown) shown.text = ''
    await stage.seat(act.a, thread, { kind: 'removed', activity: word.activity }, world.activity())
  }
  return none
}
