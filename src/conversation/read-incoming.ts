import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import { languageNow, type Scene } from './hearing.ts'
import { namedCustomer } from './named-customer.ts'
import { readAction } from './read-action.ts'
import { readMessage } from './read-message.ts'
import type { Incoming } from './turn.ts'
import type { Heard } from './wanted.ts'

/** What the person wants with this turn. */
export async function readIncoming(reading: Reading, scene: Scene, what: Incoming['what']): Promise<Heard> {
  switch (what.kind) {
    case 'installed':
      return { wanted: { kind: scene.state.welcomed ? 'nothing' : 'welcome' }, language: languageNow(scene) }
    case 'action':
      return readAction(scene, what.verb, what.data)
    case 'message':
      return scene.principal.kind === 'partner' ? readStaff(reading, scene, what.text) : readMessage(scene, what.text)
  }
}

// A company's name, not a sentence.
const longestName = 6

/** Staff name customers in passing; nothing but a name answers "which customer?", or asks the last question again of another. */
async function readStaff(reading: Reading, scene: Scene, text: string): Promise<Heard> {
  const heard = readMessage(scene, text)
  const { wanted } = heard
  if (wanted.kind === 'answer' && wanted.asked.slots.customer && heard.question?.zone === 'answer') return heard
  const customer = await namedCustomer(ledgerOf(reading), text)
  if (!customer) return heard
  const { wantsCustomer, last } = scene.state
  const before = wantsCustomer ?? last?.asked
  if (before && text.trim().split(/\s+/).length <= longestName && !sure(heard))
    return { wanted: withCustomer(before, customer), language: languageNow(scene) }
  return wanted.kind === 'answer' ? { ...heard, wanted: withCustomer(wanted.asked, customer) } : heard
}

const sure = ({ wanted, question }: Heard): boolean => wanted.kind === 'answer' && question?.zone === 'answer'

const withCustomer = <A extends { readonly slots: object }>(asked: A, customer: string) => ({
  kind: 'answer' as const,
  asked: { ...asked, slots: { ...asked.slots, customer } },
})
