import type { Agent, SingleAct } from './acts.ts'

/**
 * Who has a customer's conversation, as the issue tells it: nobody but the bot; somebody is waited for; one agent. `?` stands for a ticket or
 * an offer that is not known beforehand.
 */
export type Talk =
  | { readonly kind: 'free' }
  | { readonly kind: 'waiting'; readonly ticket: string; readonly offeredTo?: string }
  | { readonly kind: 'owned'; readonly ticket: string; readonly by: string }

export const free: Talk = { kind: 'free' }

export type Around = {
  readonly customer: string
  /** The ticket in whose thread an agent acts, or that a customer withdraws. */
  readonly ticket?: string
  readonly isOpen: boolean
  /** Nobody has written in this talk for twelve hours. */
  readonly isQuiet: boolean
}

const hasRole = (agent: Agent): boolean => agent !== 'sara'
const isOf = (talk: Talk, ticket: string | undefined): boolean =>
  talk.kind !== 'free' && (talk.ticket === ticket || talk.ticket === '?')

/** All that a talk may be after somebody did something. */
export function after(talk: Talk, act: SingleAct, around: Around): readonly Talk[] {
  if ('a' in act) return act.c === around.customer ? afterAgent(talk, act, around) : [talk]
  if ('c' in act) return act.c === around.customer ? afterCustomer(talk, act, around) : [talk]
  return act.k === 'pass' || act.k === 'strike' ? afterTime(talk, around) : [talk]
}

function afterCustomer(
  talk: Talk,
  act: Extract<SingleAct, { c: unknown }>,
  { isOpen, ticket }: Around,
): readonly Talk[] {
  switch (act.k) {
    case 'ask':
      if (talk.kind !== 'free' || act.consent === 'no' || !isOpen) return [talk]
      return [{ kind: 'waiting', ticket: '?', offeredTo: '?' }]
    case 'stop':
      return [free]
    case 'end-label':
      return talk.kind === 'owned' ? [free] : [talk]
    case 'withdraw':
      // Who withdraws what they wait about waits no longer.
      return talk.kind === 'waiting' && talk.ticket === ticket ? [free] : [talk]
    default:
      return [talk]
  }
}

function afterAgent(talk: Talk, act: Extract<SingleAct, { a: unknown }>, { ticket }: Around): readonly Talk[] {
  if (!hasRole(act.a) || !isOf(talk, ticket)) return [talk]
  const certain = talk.kind !== 'free' && talk.ticket !== '?'
  const maybe = (next: Talk): readonly Talk[] => (certain ? [next] : [next, talk])
  const isMine = talk.kind === 'owned' && talk.by === act.a
  switch (act.k) {
    case 'claim': {
      if (talk.kind !== 'waiting') return [talk]
      const mine: Talk = { kind: 'owned', ticket: ticket ?? '?', by: act.a }
      if (talk.offeredTo === '?') return [mine, talk]
      return talk.offeredTo === undefined || talk.offeredTo === act.a ? maybe(mine) : [talk]
    }
    case 'end':
    case 'close':
      return isMine ? maybe(free) : [talk]
    case 'return':
      return talk.kind === 'waiting' || isMine ? maybe(free) : [talk]
    case 'queue':
      return isMine ? maybe({ kind: 'waiting', ticket: talk.ticket }) : [talk]
    case 'transfer':
      if (!isMine || act.to === act.a || !hasRole(act.to)) return [talk]
      return maybe({ kind: 'waiting', ticket: talk.ticket, offeredTo: act.to })
    default:
      return [talk]
  }
}

function afterTime(talk: Talk, { isOpen, isQuiet }: Around): readonly Talk[] {
  switch (talk.kind) {
    case 'free':
      return [talk]
    case 'waiting':
      if (talk.offeredTo !== undefined) return [talk, { kind: 'waiting', ticket: talk.ticket }]
      return isOpen ? [talk] : [talk, free]
    case 'owned':
      return isQuiet ? [talk, free] : [talk]
  }
}

export function fits(expected: Talk, seen: Talk): boolean {
  if (expected.kind !== seen.kind) return false
  if (expected.kind === 'free' || seen.kind === 'free') return true
  if (expected.ticket !== '?' && expected.ticket !== seen.ticket) return false
  if (expected.kind === 'owned') return seen.kind === 'owned' && expected.by === seen.by
  return seen.kind === 'waiting' && (expected.offeredTo === '?' || expected.offeredTo === seen.offeredTo)
}
