import { may } from '../../access/may.ts'
import { findLines, namesLine } from '../../answers/find-lines.ts'
import { pickInvoice } from '../../answers/pick-invoice.ts'
import type { Account } from '../../ledger/account.ts'
import type { Invoice } from '../../ledger/invoice.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Reading } from '../../store/documents.ts'
import { dayIn } from '../../values/day.ts'
import type { Errand } from './errand.ts'
import type { ErrandScene } from './errand-scene.ts'

/** The bill, and the lines of it, that an errand is about. */
export type AboutBill = { readonly account: Account; readonly invoice?: Invoice; readonly lines: readonly number[] }

/** Who wants more seats of a product does not talk about the line that billed it last. */
const isOfLines = (topic: Errand['topic']): boolean => topic === 'dispute' || /^(?:charge|invoice)\./.test(topic)

/** Whether the words of an errand name something of a bill. */
const names = ({ invoice, period, line, amount, product }: Errand['asked']['slots']): boolean =>
  Boolean(invoice ?? period ?? line ?? amount ?? product)

/**
 * What is meant of the bills that the person may see: what they named, else the bill that was talked about. Nothing for who may see no
 * figures: their ticket says what they wrote and no more.
 */
export async function aboutBill(
  reading: Reading,
  scene: ErrandScene,
  errand: Pick<Errand, 'asked' | 'topic'>,
): Promise<AboutBill | undefined> {
  const { principal, state, now, offering, language } = scene
  if (!may(principal, 'own-figures')) return undefined
  const account = await ledgerOf(reading).account(principal.customer.id)
  if (!account) return undefined
  const shown = state.last?.invoice
  const said = errand.asked.slots
  if (!names(said) && !shown) return { account, lines: [] }
  const slots = said.invoice || said.period || !shown ? said : { ...said, invoice: shown }
  const asking = { intent: errand.topic, slots, principal, now, language, offering, account }
  if (namesLine(slots) && (slots.line !== undefined || isOfLines(errand.topic))) {
    const found = findLines({ ...asking, today: dayIn(principal.customer.timeZone, now) })
    const first = found.kind === 'found' ? found.found[0] : undefined
    if (found.kind === 'found' && first) {
      const same = found.found.filter(({ invoice }) => invoice.id === first.invoice.id)
      return { account, invoice: first.invoice, lines: same.map(({ line }) => line.number) }
    }
  }
  const { line: _, amount: __, product: ___, ...bill } = slots
  const picked = bill.invoice || bill.period || bill.date ? pickInvoice(account, bill) : undefined
  return { account, invoice: picked?.kind === 'one' ? picked.invoice : undefined, lines: [] }
}
