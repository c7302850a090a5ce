import type { TicketEvent } from '../../../src/support/ticket.ts'
import { isThread } from './case-threads.ts'
import type { Delivered } from './deliverer.ts'
import type { Records } from './records.ts'
import type { Taken } from './teams-side.ts'
import type { Written } from './written.ts'

/**
 * What became of a person's words. `sent`: once on the other side, and noted as such. `shown`: nobody knows, or they did not arrive, and the
 * agents can read that and what. `note`: for colleagues alone. `bot`: Saldo answered. `never`: Teams gave up, and nothing came of it.
 */
export type Fate = 'sent' | 'shown' | 'note' | 'bot' | 'never' | 'lost' | 'doubled' | 'leaked' | 'hidden'

export type Story = {
  readonly records: Records
  readonly taken: readonly Taken[]
  readonly delivered: ReadonlyMap<string, Delivered>
}

const ofPersons = ['said', 'replied', 'noted']

export function fateOf(words: Written, story: Story): Fate {
  const { token, side, deliveries } = words
  const { records, taken, delivered } = story
  const entries = records.tickets.flatMap((ticket) =>
    ticket.trail
      .filter(({ what, text }) => ofPersons.includes(what) && text?.includes(token))
      .map((entry) => ({ ticket, entry })),
  )
  const [found, more] = entries
  if (more) return 'doubled'
  const copies = taken.filter((each) => isCopy(each, words))
  if (!found) {
    if (copies.length > 0) return 'doubled'
    if (side === 'customer' && taken.some(({ replyTo }) => replyTo && deliveries.includes(replyTo))) return 'bot'
    return deliveries.some((id) => delivered.get(id)?.acknowledged) ? 'lost' : 'never'
  }
  if (found.entry.internal)
    return taken.some((each) => !isThread(each.conversation) && isCopy(each, words)) ? 'leaked' : 'note'
  return passedOn(words, found.ticket.id, found.entry, copies, story)
}

/** A new message with these words that is not marked as what may stand above already. */
const isCopy = ({ how, replyTo, text, all, conversation }: Taken, { token, side }: Written): boolean =>
  how === 'sent' &&
  replyTo === undefined &&
  isThread(conversation) === (side === 'customer') &&
  (side === 'staff' ? all : text).includes(token) &&
  !text.startsWith('⚠')

function passedOn(
  words: Written,
  ticket: string,
  { id }: TicketEvent,
  copies: readonly Taken[],
  { records, taken }: Story,
): Fate {
  const [copy, more] = copies
  if (more) return 'doubled'
  const post = records.deliveries.find(
    (each) => each.how === 'send' && [`${ticket}|${id}|words`, `${ticket}|${id}|news`].includes(each.id),
  )
  if (!post) return 'lost'
  const to = records.lines.find((line) => line.id === post.line)?.to.conversation
  if (copy && copy.conversation !== to) return 'leaked'
  if (post.state === 'sent') return copy ? 'sent' : 'lost'
  const isShown = taken.some((each) => isThread(each.conversation) && shows(each, words))
  return isShown ? 'shown' : 'hidden'
}

/** The agents read that these words did perhaps not arrive; of the customer's, they read the words themselves. */
const shows = ({ text, all }: Taken, { side, token }: Written): boolean =>
  side === 'customer' ? all.includes(token) : text.includes(token) || new RegExp(`"⚠ [^"]*${token}`).test(all)

/** What stands about somebody's words, to find out why. */
export const aftermathOf = ({ token, conversation, deliveries }: Written, story: Story): object => ({
  token,
  deliveries: deliveries.map((id) => story.delivered.get(id)),
  replies: story.taken.filter(({ replyTo }) => replyTo && deliveries.includes(replyTo)).map((each) => each.text),
  taken: story.taken.filter(({ all }) => all.includes(token)).map(({ id, how }) => `${how} ${id}`),
  posts: story.records.deliveries.filter((post) => JSON.stringify(post.content ?? '').includes(token)),
  thread: story.records.lines.flatMap(({ id, to }) => (to.conversation === conversation ? [id] : [])),
  tickets: story.records.tickets
    .filter(
      ({ id, talk }) =>
        story.records.lines.some(({ id: line, to }) => to.conversation === conversation && line === `case|${id}`) ||
        talk?.conversation === conversation,
    )
    .map(({ id, state, trail }) => ({
      id,
      state,
      trail: trail.slice(-20).map(({ what, to, text: said }) => `${what} ${to ?? ''} ${said?.slice(0, 60) ?? ''}`),
    })),
})
