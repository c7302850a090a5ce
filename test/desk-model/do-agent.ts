import { deliveries, lineOf } from '../../src/delivery/line.ts'
import { everybody } from '../conversation/support/small-desk.ts'
import type { AgentAct } from './acts.ts'
import { counts } from './counts.ts'
import { nothing, type Seen, type Word } from './word.ts'
import { Violation, type World } from './world.ts'

/** Does what somebody of the staff does in the thread of a customer's case; nothing where there is none. */
export async function doAgent(world: World, act: AgentAct): Promise<Seen> {
  const all = await world.ticketsOf(act.c)
  const there = all.filter(({ id }) => world.threadsOf(id).length > 0)
  const ticket = there.at(-1 - (act.old % Math.max(1, there.length)))?.id
  if (!ticket) return nothing
  const own = await world.threadOf(ticket)
  const thread = own ?? world.threadsOf(ticket).at(-1)!
  return doInThread(world, act, { ticket, thread, isKnown: own !== undefined })
}

type Place = { readonly ticket: string; readonly thread: string; readonly isKnown: boolean }

async function doInThread(world: World, act: AgentAct, { ticket, thread, isKnown }: Place): Promise<Seen> {
  const { stage } = world
  const { a, c } = act
  const seen = (words: Word[] = []): Seen => ({ act, ticket, words })
  const click = (verb: string, data: object = {}) =>
    stage.seat(a, thread, { kind: 'action', verb, data: { ticket, ...data } }, world.activity())
  const word = (more: Partial<Word> = {}) => world.newWord({ side: 'agent', who: a, customer: c, ticket, ...more })
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
      // Told nothing, or only that it is done: it is theirs.
      if (said === undefined || said.startsWith('Done')) world.holders.set(ticket, a)
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
      if (!post) return nothing
      counts.resends++
      const once = world.activity()
      await Promise.all([click('case.resend', { post, once }), click('case.resend', { post, once })])
      return seen()
    }
    default:
      break
  }
  // Nobody writes under a card that Saldo does not know of before they have used one of its buttons.
  if (!isKnown) return nothing
  counts.agentMessages++
  switch (act.k) {
    case 'write': {
      const activity = world.activity()
      const meant = word({ activity, room: thread })
      await write(`wobble ${meant.token}`, activity)
      meant.isTold = await isToldIn(world, ticket, `${thread}|${activity}`)
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

/** Whether the thread says, or is about to, that words did not go to the customer. */
async function isToldIn({ stage }: World, ticket: string, event: string): Promise<boolean> {
  const ids = ['not-taken', 'no-role'].map((kind) => `${ticket}|${event}|case.${kind}`)
  const line = await lineOf(stage.documents, `case|${ticket}`)
  const settled = await Promise.all(ids.map((id) => stage.documents.get(deliveries, id)))
  return settled.some(Boolean) || (line?.posts ?? []).some(({ id }) => ids.includes(id))
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
  const { stage } = world
  const mine = world.words.filter(
    ({ who, room, isRemoved, group }) => who === act.a && room === thread && !isRemoved && group !== world.group,
  )
  const word = mine.at(-1 - (act.at % Math.max(1, mine.length)))
  if (!word?.activity) return nothing
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
  return nothing
}
