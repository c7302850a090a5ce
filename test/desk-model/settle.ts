import type { AgentAct, Customer } from './acts.ts'
import { after, fits, type Talk } from './talk.ts'
import type { Must, Seen, Word } from './word.ts'
import { Violation, type World } from './world.ts'

type Moment = { readonly before: Talk; readonly now: Talk; readonly seen: readonly Seen[] }

/** Every order in which the acts could have been done that ends in what is there now says what may have become of their words. */
export function settle(world: World, customer: Customer, { before, now, seen }: Moment): void {
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
