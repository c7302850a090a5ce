import { randomUUID } from 'node:crypto'
import { writeSample } from '../../../src/cli/sample/write-sample.ts'
import { conversationOf } from '../../../src/conversation/conversation.ts'
import type { Incoming, Reply } from '../../../src/conversation/turn.ts'
import { intents } from '../../../src/language/vocabulary.ts'
import type { ObjectId, TenantId } from '../../../src/values/ids.ts'
import { type Language, languages } from '../../../src/values/language.ts'
import { understanderForTests } from '../../conversation/support/open-desk.ts'
import { clock, type FilledLedger, fillLedger, today } from '../../oracle/filled-ledger.ts'
import { questions } from '../../oracle/questions.ts'

type Who = { readonly tenant: string; readonly objectId: string }
type What = Incoming['what']
type Asking = { readonly who: Who; readonly language: Language; readonly what: What }

const stranger: Who = {
  tenant: '0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f',
  objectId: '1f1f1f1f-1f1f-4f1f-8f1f-1f1f1f1f1f1f',
}
const says = (text: string): What => ({ kind: 'message', text })
const asks = (data: object): What => ({ kind: 'action', verb: 'ask', data })

/** What any question can name of a bill, found or not, and how much of the answer is wanted. */
const wanted = (number: string) => [
  {},
  { slots: { period: '2026-09' } },
  { slots: { period: '2026-07/2026-10' } },
  { slots: { period: '2019' } },
  { slots: { date: '2026-10-31' } },
  { slots: { invoice: number } },
  { slots: { invoice: number, line: 2 } },
  { slots: { invoice: number, line: 4711 } },
  { slots: { invoice: 'NOR-2026-9876' } },
  { slots: { product: 'Microsoft 365' } },
  { slots: { product: 'Azure' } },
  { slots: { product: 'Office 97' } },
  { slots: { amount: '100' } },
  { slots: { amount: '1234567.89', currency: 'EUR' } },
  { slots: { invoice: number }, all: true },
  { slots: { invoice: number }, lines: true },
  { lines: true },
  { filter: 'open' },
  { filter: 'overdue' },
  { slots: { invoice: number }, against: { year: true } },
  { slots: { invoice: number }, against: { period: '2026-07' } },
  { side: 'cost' },
  { side: 'margin' },
]

const unclear = ['invoice?', 'E o 365?', '12', 'la segunda', 'que tal 4,50 €?', 'write me a poem about 99 balloons']

function* messagesIn(language: Language, number: string): Iterable<What> {
  for (const { text } of Object.values(questions)) yield says(text[language].replace('{}', number))
  for (const text of unclear) yield says(text)
}

/** Every intent, every customer, every role, four languages; staff name the customer. */
export function* everyAsking({ oracle }: FilledLedger): Iterable<Asking> {
  const { people } = oracle.folder
  const staff = people.filter(({ partner }) => partner === '')
  for (const { customer, bills } of oracle.customers) {
    const number = bills.at(-1)?.bill.number ?? ''
    const theirs = people.filter(({ tenant, partner }) => tenant === customer.tenant && partner !== '')
    for (const who of [...theirs, ...staff, stranger]) {
      const name = staff.some(({ objectId }) => objectId === who.objectId) ? { customer: customer.name } : {}
      for (const language of languages) {
        for (const what of messagesIn(language, number)) yield { who, language, what }
        for (const intent of intents)
          for (const { slots, ...more } of wanted(number))
            yield { who, language, what: asks({ intent, slots: { ...slots, ...name }, ...more }) }
      }
    }
  }
}

/** The real conversation over the real sample; a reply's buttons can be said back. */
export async function openConversations(options: { customers: number; months: number; seed: number }) {
  const filled = await fillLedger((folder) => writeSample(folder, { today, ...options }))
  const understander = await understanderForTests()
  const conversation = conversationOf({ documents: filled.documents, understander, clock, newId: randomUUID })
  async function hear({ who, language, what }: Asking, place: string = randomUUID()): Promise<readonly Reply[]> {
    const { replies } = await conversation.take({
      delivery: { channel: 'unbound', conversation: place, activity: randomUUID() },
      person: { tenant: who.tenant as TenantId, objectId: who.objectId as ObjectId },
      what,
      locale: language,
      at: clock.now(),
    })
    return replies
  }
  /** The answer, and the answers to the first of its buttons and to a row of it. */
  async function talk(asking: Asking): Promise<readonly Reply[]> {
    const place = randomUUID()
    const first = await hear(asking, place)
    const label = first[0]?.words.next[0]?.label
    return label ? [...first, ...(await hear({ ...asking, what: says(label) }, place))] : first
  }
  return { filled, talk, close: () => filled.close() }
}
