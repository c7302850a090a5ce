import { deliveries, lineOf } from '../../src/delivery/line.ts'
import { recordOf } from '../../src/ledger/record.ts'
import { type Handoff, handoffSchema, handoffs, isWaiting } from '../../src/support/handoff.ts'
import { isOver, type Ticket, ticketSchema, tickets } from '../../src/support/ticket.ts'
import { openingAt } from '../../src/values/opening.ts'
import { everybody, offering } from '../conversation/support/small-desk.ts'
import type { Stage } from '../scenarios/support/stage.ts'
import { type Customer, customers } from './acts.ts'
import { free, type Talk } from './talk.ts'
import type { Word } from './word.ts'

export class Violation extends Error {
  override name = 'Violation'
}

const nameOf = new Map(Object.entries(everybody).map(([name, { objectId }]) => [objectId as string, name]))
const named = (objectId: string | undefined): string => nameOf.get(objectId as never) ?? '…'

/** The desk with what the test remembers of it. */
export class World {
  readonly stage: Stage
  readonly words: Word[] = []
  readonly talks = new Map<Customer, Talk>(customers.map((customer) => [customer, free]))
  /** When somebody last wrote in a ticket's talk. */
  readonly lastWords = new Map<string, string>()
  /** Who last took a ticket. */
  readonly holders = new Map<string, string>()
  /** How often a word was sent again because somebody said so. */
  readonly again = new Map<string, number>()
  hadMishap = false
  #made = 0
  group = 0

  constructor(stage: Stage) {
    this.stage = stage
  }

  token(): string {
    return `<w${++this.#made}>`
  }

  /** Remembers something that is written. */
  newWord(word: Pick<Word, 'side' | 'who' | 'customer'> & Partial<Word>): Word {
    const made: Word = {
      token: this.token(),
      must: 'any',
      group: this.group,
      changes: [],
      isRemoved: false,
      isTold: false,
      ...word,
    }
    this.words.push(made)
    return made
  }

  activity(): string {
    return `act-${++this.#made}`
  }

  get isOpen(): boolean {
    return openingAt(offering, this.stage.clock.now()).kind === 'open'
  }

  async tickets(): Promise<readonly Ticket[]> {
    const { items } = await this.stage.documents.find(tickets, { index: 'openedAt' })
    return items.map(({ data }) => recordOf(ticketSchema, data))
  }

  async ticketsOf(customer: Customer): Promise<readonly Ticket[]> {
    return (await this.tickets()).filter(({ person }) => named(person.objectId) === customer)
  }

  async handoffs(): Promise<readonly Handoff[]> {
    const { items } = await this.stage.documents.find(handoffs, { index: 'openedAt' })
    return items.map(({ data }) => recordOf(handoffSchema, data))
  }

  /** Where agents find a ticket: the threads that its card stands in. */
  threadsOf(ticket: string): readonly string[] {
    return this.stage.teams.threadsOf.get(ticket) ?? []
  }

  /** The thread that Saldo takes for the ticket's. */
  async threadOf(ticket: string): Promise<string | undefined> {
    return (await lineOf(this.stage.documents, `case|${ticket}`))?.to.conversation
  }

  async undelivered(ticket: string): Promise<readonly string[]> {
    const pages = await Promise.all(
      ['failed', 'unknown'].map((state) =>
        this.stage.documents.find(deliveries, { index: 'state', from: `${state}|`, to: `${state}|~` }),
      ),
    )
    return pages.flatMap(({ items }) => items.map(({ id }) => id)).filter((id) => id.startsWith(`${ticket}|`))
  }

  /** Who has each conversation by what stands in the store; what can never be is a violation. */
  async observe(): Promise<Map<Customer, Talk>> {
    const all = await this.handoffs()
    const over = new Set((await this.tickets()).filter(isOver).map(({ id }) => id))
    const owned = new Set<string>()
    for (const { state, owner, offeredTo, id, ticket } of all) {
      const isOwned = state === 'active' || state === 'wrap-up'
      if (isOwned !== (owner !== undefined)) throw new Violation(`${id} is ${state} with owner ${owner?.name}`)
      if ((state === 'offered') !== (offeredTo !== undefined))
        throw new Violation(`${id} is ${state}: ${offeredTo?.name}`)
      if (isWaiting({ state }) && over.has(ticket)) throw new Violation(`${id}: somebody is called about what is over`)
      if (isOwned && owned.has(ticket)) throw new Violation(`${ticket} has two owners`)
      if (isOwned) owned.add(ticket)
    }
    return new Map(
      customers.map((customer) => {
        const live = all.filter(
          ({ state, person }) =>
            named(person.objectId) === customer && (state === 'queued' || state === 'offered' || state === 'active'),
        )
        if (live.length > 1) throw new Violation(`${customer} has ${live.map(({ id }) => id)} at once`)
        return [customer, live[0] ? talkOf(live[0]) : free]
      }),
    )
  }
}

function talkOf({ state, ticket, owner, offeredTo }: Handoff): Talk {
  if (state === 'active') return { kind: 'owned', ticket, by: named(owner?.objectId) }
  return { kind: 'waiting', ticket, ...(offeredTo && { offeredTo: named(offeredTo.objectId) }) }
}
