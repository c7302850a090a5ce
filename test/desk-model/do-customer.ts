import type { Customer, CustomerAct } from './acts.ts'
import { counts } from './counts.ts'
import { nothing, type Seen } from './word.ts'
import { Violation, type World } from './world.ts'

/** Writes and the bot's answer: whether there was one. */
async function say(world: World, who: Customer, text: string, activity: string): Promise<boolean> {
  counts.customerMessages++
  world.stage.teams.roomOf(`chat-${who}`).push({ id: activity, by: who, text, kind: 'message' })
  return (await world.stage.take(who, { kind: 'message', text }, activity)).length > 0
}

const press = (world: World, c: Customer, act: string) =>
  world.stage.take(c, { kind: 'action', verb: 'ask', data: { intent: 'human', slots: {}, act } }, world.activity())

/** Does what a customer's person does in their chat. */
export async function doCustomer(world: World, act: CustomerAct): Promise<Seen> {
  const { c } = act
  const { stage } = world
  switch (act.k) {
    case 'free':
    case 'question': {
      const activity = world.activity()
      const token = world.token()
      const text = act.k === 'free' ? `wobble quartz ${token}` : `how much was the october bill? ${token}`
      const word = world.newWord({
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
      if (world.talks.get(c)?.kind !== 'owned') return nothing
      await say(world, c, 'End this conversation', world.activity())
      return { act, words: [] }
    case 'file': {
      const word = world.newWord({ side: 'customer', who: c, customer: c })
      const said = await stage.take(c, { kind: 'file', file: word.token, name: `${word.token}.pdf` }, world.activity())
      return { act, words: [word], replied: said.length > 0 }
    }
    case 'open-ticket':
      return openTicket(world, act)
    case 'withdraw': {
      const last = (await world.ticketsOf(c)).at(-1)
      if (!last) return nothing
      const first = await say(world, c, `withdraw ticket ${last.id}`, world.activity())
      await say(world, c, 'Yes, withdraw it', world.activity())
      return { act, ticket: last.id, words: [], replied: first }
    }
    case 'not-solved': {
      const last = (await world.ticketsOf(c)).at(-1)
      if (!last) return nothing
      const data = { intent: 'ticket.update', slots: { ticket: last.id }, act: 'not-solved' }
      const said = await stage.take(c, { kind: 'action', verb: 'ask', data }, world.activity())
      return { act, words: [], replied: said.length > 0 }
    }
    default:
      return doAgain(world, act)
  }
}

async function openTicket(world: World, act: CustomerAct): Promise<Seen> {
  const word = world.newWord({ side: 'customer', who: act.c, customer: act.c })
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
  if (!word?.activity) return nothing
  const { stage } = world
  const shown = stage.teams.roomOf(`chat-${c}`).find(({ id }) => id === word.activity)
  if (act.k === 'repeat') {
    const isRecent = Date.parse(stage.clock.now()) - Date.parse(word.day ?? '') < 60 * 60_000
    if (!isRecent || word.changes.length > 0) return nothing
    counts.repeated++
    const before = stage.teams.roomOf(`chat-${c}`).length
    await stage.take(c, { kind: 'message', text: word.text ?? '' }, word.activity)
    if (stage.teams.roomOf(`chat-${c}`).length !== before) throw new Violation(`a repeated delivery was answered again`)
    return nothing
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
  return nothing
}
