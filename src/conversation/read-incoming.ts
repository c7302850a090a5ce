import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import { languageNow, type Scene } from './hearing.ts'
import { readAction } from './read-action.ts'
import { readMessage } from './read-message.ts'
import type { Incoming } from './turn.ts'
import type { Heard } from './wanted.ts'

// A company's name, not a sentence.
const longestName = 6

/** What the person wants with this turn. */
export async function readIncoming(reading: Reading, scene: Scene, what: Incoming['what']): Promise<Heard> {
  switch (what.kind) {
    case 'installed':
      return { wanted: { kind: scene.state.welcomed ? 'nothing' : 'welcome' }, language: languageNow(scene) }
    case 'action':
      return readAction(scene, what.verb, what.data)
    case 'message':
      return (await readCustomerName(reading, scene, what.text)) ?? readMessage(scene, what.text)
  }
}

/** "Which customer is this about?" was asked of partner staff: a message that is just a name answers it. */
async function readCustomerName(reading: Reading, scene: Scene, text: string): Promise<Heard | undefined> {
  const { wantsCustomer } = scene.state
  if (!wantsCustomer || scene.principal.kind !== 'partner' || text.trim().split(/\s+/).length > longestName) return
  if (!(await ledgerOf(reading).findCustomers(text)).length) return
  const asked = { ...wantsCustomer, slots: { ...wantsCustomer.slots, customer: text.trim() } }
  return { wanted: { kind: 'answer', asked }, language: languageNow(scene) }
}
