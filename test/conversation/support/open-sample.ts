import { randomUUID } from 'node:crypto'
import { people } from '../../../src/access/person.ts'
import { writeSample } from '../../../src/cli/sample/write-sample.ts'
import { conversationOf } from '../../../src/conversation/conversation.ts'
import type { Reply } from '../../../src/conversation/turn.ts'
import type { ObjectId, TenantId } from '../../../src/values/ids.ts'
import { clock, fillLedger, today } from '../../oracle/filled-ledger.ts'
import { understanderForTests } from './open-desk.ts'
import type { Exchange, Transcript } from './read-transcript.ts'

export type Held = { readonly exchange: Exchange; readonly reply: Reply }
export type Sample = {
  /** Holds a conversation as the billing contact of the customer whose domain starts so: `as ballykeel en`. */
  hold(transcript: Transcript<string>): Promise<readonly Held[]>
  close(): Promise<void>
}

/** The real conversation over the sample partner, the same customers that `saldo ask` shows. */
export async function openSample(): Promise<Sample> {
  const [{ documents, close }, understander] = await Promise.all([
    fillLedger(async (folder) => void (await writeSample(folder, { today }))),
    understanderForTests(),
  ])
  const conversation = conversationOf({ documents, understander, clock, newId: randomUUID })
  const { items } = await documents.find(people, { index: 'role', equals: 'billing-contact' })
  const contactOf = (customer: string) => {
    const found = items.find(({ data }) => data.mail.includes(`@${customer}.`))
    if (!found) throw new Error(`no billing contact of ${customer}`)
    return { tenant: found.data.tenant as TenantId, objectId: found.data.objectId as ObjectId }
  }
  async function hold({ who, locale, exchanges }: Transcript<string>): Promise<Held[]> {
    const place = randomUUID()
    const held: Held[] = []
    for (const exchange of exchanges) {
      if (typeof exchange.said !== 'string') throw new Error('only messages are said here')
      const { replies } = await conversation.take({
        delivery: { channel: 'sample', conversation: place, activity: randomUUID() },
        person: contactOf(who),
        what: { kind: 'message', text: exchange.said },
        locale,
        at: clock.now(),
      })
      const [reply] = replies
      if (!reply) throw new Error(`no reply to "${exchange.said}"`)
      held.push({ exchange, reply })
    }
    return held
  }
  return { hold, close }
}
