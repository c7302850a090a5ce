import type { PagePerson } from '../../../src/web/page-person.ts'
import { dataOf, type Shown } from './case-threads.ts'
import type { Activity, Delivered, Deliverer } from './deliverer.ts'
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

/** What people do in one customer's talks, one after another each. `number` tells these words from those of other talks. */
export type Hands = ReturnType<typeof handsOf>

export function handsOf(office: Office, customer: PagePerson, number: number) {
  const { teams, written, counts, dice } = office
  const { serviceUrl } = teams
  let words = 0

  /** A word that is nowhere else. */
  const token = (): string => `w${number}x${++words}z`

  const noteDown = (own: string, side: Written['side'], by: PagePerson, conversation: string, all: Activity[]) => {
    written.push({ token: own, side, by: by.objectId, conversation, deliveries: all.map(({ id }) => id) })
    counts.relays++
  }

  return {
    async say(text: string): Promise<void> {
      await deliver(office, inChat(customer, serviceUrl, text))
    },

    async customerWrites(): Promise<void> {
      const own = token()
      const activity = inChat(customer, serviceUrl, `${own} and something about our licences`)
      noteDown(own, 'customer', customer, chatOf(customer), [activity])
      await deliver(office, activity)
    },

    async agentWrites(agent: PagePerson, thread: string): Promise<void> {
      const own = token()
      const text = `${own} please look at the second page`
      const activity = inChannel(agent, serviceUrl, { type: 'message', text }, thread)
      noteDown(own, 'staff', agent, thread, [activity])
      await deliver(office, activity)
    },

    /** Through the box of the card; who gets no answer clicks again, and some click twice. Nothing happens where there is no box. */
    async agentReplies(agent: PagePerson, { thread, card }: Shown): Promise<void> {
      const data = dataOf(card, 'case.reply')
      if (!data) return
      const own = token()
      const what = click('case.reply', { ...data, text: `${own} from the box of the card` })
      const once = () => inChannel(agent, serviceUrl, what, thread)
      const [first, second, third] = [once(), once(), once()] as const
      noteDown(own, 'staff', agent, thread, [first, second, third])
      const done = await Promise.all((dice.is(0.3) ? [first, second] : [first]).map((each) => deliver(office, each)))
      if (!done.some(({ acknowledged }) => acknowledged)) await deliver(office, third)
    },

    /** Clicks what the card shows, or what it showed a moment ago. Gives what only who clicked is told. */
    async press(agent: PagePerson, { thread, ticket, card }: Shown, verb: string, more: object = {}): Promise<string> {
      const data = { ...(dataOf(card, verb) ?? { ticket, once: token() }), ...more }
      const { said } = await deliver(office, inChannel(agent, serviceUrl, click(verb, data), thread))
      return String((said as { value?: unknown } | undefined)?.value ?? '')
    },
  }
}

/** Now and then a delivery comes twice at once. */
async function deliver({ deliverer, dice }: Office, activity: Activity): Promise<Delivered> {
  const twice = dice.is(0.1) ? deliverer.deliver(activity) : undefined
  const record = await deliverer.deliver(activity)
  await twice
  return record
}
