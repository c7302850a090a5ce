import { answerFromJson } from '../../../src/conversation/answer-json.ts'
import type { Delivery } from '../../../src/delivery/line.ts'
import { say } from '../../../src/language/say.ts'
import { helpdeskChannel } from '../../../src/web/channel-place.ts'
import { buttonsOf } from './case-threads.ts'
import type { Records } from './records.ts'
import type { Taken } from './teams-side.ts'

/**
 * Holds the ledger of deliveries against what Teams took of Saldo's own accord. `unknown`: taken, and the service died before it had noted that.
 * `strange`: taken without that any delivery says so, which is a message too many. `missing`: noted as sent and never taken.
 */
export function postsTaken({ deliveries, lines }: Records, taken: readonly Taken[]) {
  const sends = taken.filter(({ how, replyTo }) => how === 'sent' && replyTo === undefined)
  const noted = new Map(
    deliveries.filter(({ how, state }) => how === 'send' && state === 'sent').map((each) => [each.activity, each]),
  )
  const arrived = new Set(sends.map(({ id }) => id))
  const missing = [...noted.values()].filter(({ activity }) => !arrived.has(activity ?? ''))
  const open = deliveries.filter(({ how, state }) => how === 'send' && state === 'unknown')
  const unknown: Taken[] = []
  const strange: Taken[] = []
  for (const each of sends) {
    if (noted.has(each.id)) continue
    const at = open.findIndex((post) => isAbout(post, each) && leadsTo(post, each))
    if (at < 0) strange.push(each)
    else {
      unknown.push(each)
      open.splice(at, 1)
    }
  }
  return { unknown, strange, missing, sends: sends.length }

  function leadsTo({ line }: Delivery, { conversation }: Taken): boolean {
    const to = lines.find(({ id }) => id === line)?.to
    return to?.kind === 'thread' ? conversation.startsWith(helpdeskChannel.id) : to?.conversation === conversation
  }
}

/** Whether what was taken is what the post says. */
function isAbout({ content }: Delivery, { text, card, all }: Taken): boolean {
  switch (content?.kind) {
    case 'words':
      return text === `${content.by}: ${content.text}`
    case 'case-card':
      return buttonsOf(card)[0]?.data.ticket === content.ticket
    case 'ticket-card':
      return all.includes(content.ticket)
    case 'answer': {
      const words = say(answerFromJson(content.answer), content.language)
      return all.includes(words.lead) || all.includes(JSON.stringify(words.lead).slice(1, -1))
    }
    default:
      return false
  }
}
