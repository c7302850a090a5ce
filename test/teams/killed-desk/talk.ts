import { setTimeout as wait } from 'node:timers/promises'
import { deskNews } from '../../../src/answers/case-news.ts'
import { say } from '../../../src/language/say.ts'
import { languages } from '../../../src/values/language.ts'
import type { PagePerson } from '../../../src/web/page-person.ts'
import { cardsOf, dataOf, type Shown } from './case-threads.ts'
import type { Activity, Deliverer } from './deliverer.ts'
import type { Dice } from './dice.ts'
import { chatOf, click, inChannel, inChat } from './person-activity.ts'
import type { TeamsSide } from './teams-side.ts'
import type { Counts, Written } from './written.ts'

export type Office = {
  readonly teams: TeamsSide
  readonly deliverer: Deliverer
  readonly agents: readonly [PagePerson, PagePerson]
  readonly written: Written[]
  readonly counts: Counts
  readonly dice: Dice
}

const noCase = languages.map((language) => say(deskNews('case.no-case').answer, language).lead)
const endings = ['agent', 'agent', 'customer', 'close'] as const

/** One customer who talks to the helpdesk again and again, and the two agents who answer. */
export function talkOf(office: Office, customer: PagePerson, number: number) {
  const { teams, deliverer, agents, written, counts, dice } = office
  const { serviceUrl } = teams
  const dead = new Set<string>()
  let words = 0

  /** A word that is nowhere else. */
  const token = (): string => `w${number}x${++words}z`

  /** Now and then a delivery comes twice at once. */
  const deliver = async (activity: Activity) => {
    const twice = dice.is(0.1) ? deliverer.deliver(activity) : undefined
    const record = await deliverer.deliver(activity)
    await twice
    return record
  }

  async function ask(text: string): Promise<void> {
    await deliver(inChat(customer, serviceUrl, text))
  }

  async function customerWrites(): Promise<void> {
    const own = token()
    const text = `${own} and something about our licences`
    const activity = inChat(customer, serviceUrl, text)
    const conversation = chatOf(customer)
    written.push({ token: own, text, side: 'customer', by: customer.objectId, conversation, deliveries: [activity.id] })
    counts.relays++
    await deliver(activity)
  }

  async function agentWrites(agent: PagePerson, thread: string): Promise<void> {
    const own = token()
    const text = `${own} please look at the second page`
    const activity = inChannel(agent, serviceUrl, { type: 'message', text }, thread)
    written.push({
      token: own,
      text,
      side: 'staff',
      by: agent.objectId,
      conversation: thread,
      deliveries: [activity.id],
    })
    counts.relays++
    await deliver(activity)
  }

  /** Through the box of the card; who gets no answer clicks again, and some click twice. */
  async function agentReplies(agent: PagePerson, shown: Shown): Promise<void> {
    const data = dataOf(shown, 'case.reply')
    if (!data) return agentWrites(agent, shown.thread)
    const own = token()
    const text = `${own} from the box of the card`
    const clicks = Array.from({ length: 3 }, () =>
      inChannel(agent, serviceUrl, click('case.reply', { ...data, text }), shown.thread),
    )
    const deliveries = clicks.map(({ id }) => id)
    written.push({ token: own, text, side: 'staff', by: agent.objectId, conversation: shown.thread, deliveries })
    counts.relays++
    const [first, second, third] = clicks as [Activity, Activity, Activity]
    const both = dice.is(0.3) ? [deliver(first), deliver(second)] : [deliver(first)]
    const done = await Promise.all(both)
    if (!done.some(({ acknowledged }) => acknowledged)) await deliver(third)
  }

  async function press(agent: PagePerson, shown: Shown, verb: string, more: object = {}): Promise<string> {
    const data = { ...(dataOf(shown, verb) ?? { ticket: shown.ticket, once: `late ${token()}` }), ...more }
    const { said } = await deliver(inChannel(agent, serviceUrl, click(verb, data), shown.thread))
    return String((said as { value?: unknown } | undefined)?.value ?? '')
  }

  const newest = (thread?: string): Shown | undefined =>
    cardsOf(teams, customer.company ?? '').findLast(
      (each) => !dead.has(each.thread) && (thread === undefined || each.thread === thread),
    )

  /** The card that can be claimed. Who waits for long asks whether anybody is there, which brings it on if it went astray. */
  async function waiting(): Promise<Shown | undefined> {
    for (let look = 1; look <= 60; look++) {
      const claimable = cardsOf(teams, customer.company ?? '').findLast(
        (each) => !dead.has(each.thread) && dataOf(each, 'case.claim'),
      )
      if (claimable) return claimable
      await wait(100)
      if (look % 15 === 0) await customerWrites()
    }
    return undefined
  }

  /** Both click at once: one has the case. Gives who; nothing where the thread turned out to be nobody's. */
  async function claim(shown: Shown): Promise<PagePerson | undefined> {
    counts.claims++
    const [one, two] = agents
    const said = await Promise.all(agents.map((agent) => press(agent, shown, 'case.claim')))
    if (said.some((text) => noCase.includes(text))) {
      dead.add(shown.thread)
      return undefined
    }
    return said[0]?.includes(two.name) ? two : one
  }

  async function converse(owner: PagePerson, thread: string): Promise<void> {
    const other = agents.find((agent) => agent !== owner) ?? owner
    const agentSide = async () => {
      for (let left = 1 + dice.below(3); left > 0; left--) {
        const shown = newest(thread)
        if (shown && dice.is(0.3)) await agentReplies(owner, shown)
        else await agentWrites(owner, thread)
        if (dice.is(0.15)) await agentWrites(other, thread)
      }
    }
    const customerSide = async () => {
      for (let left = 1 + dice.below(3); left > 0; left--) await customerWrites()
    }
    await Promise.all([agentSide(), customerSide()])
  }

  async function end(owner: PagePerson, thread: string): Promise<void> {
    counts.closings++
    const ending = endings[dice.below(endings.length)]
    const shown = () => newest(thread) ?? { thread, ticket: '', card: undefined }
    if (ending === 'agent') await press(owner, shown(), 'case.end')
    if (ending === 'customer') await ask('End this conversation')
    // A last word, while the case is wrapped up.
    if (dice.is(0.3)) await agentWrites(owner, thread)
    await press(owner, shown(), 'case.close', { outcome: dice.is(0.8) ? 'resolved' : 'closed' })
    if (dice.is(0.3)) await agentWrites(owner, thread)
  }

  return async function talk(): Promise<void> {
    await ask('I want to talk to a person')
    await ask('yes')
    if (dice.is(0.3)) await customerWrites()
    for (let tries = 0; tries < 3; tries++) {
      const shown = await waiting()
      const owner = shown && (await claim(shown))
      if (!owner) continue
      await converse(owner, shown.thread)
      return end(owner, shown.thread)
    }
  }
}
