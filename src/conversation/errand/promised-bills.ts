import type { Asked } from '../../answers/asked.ts'
import { pickInvoice } from '../../answers/pick-invoice.ts'
import type { DueBill } from '../../collections/due-bills.ts'
import { meansAllBills } from '../../language/instalments.ts'
import { refersBack } from '../../language/refers-back.ts'
import type { Account } from '../../ledger/account.ts'
import type { Invoice } from '../../ledger/invoice.ts'
import type { Currency } from '../../values/currency.ts'
import { type Money, moneyOf, sum } from '../../values/money.ts'
import { type ErrandScene, textOf } from './errand-scene.ts'

/** `which`: one of these has to be chosen. `settled`: the bill that is named has nothing to pay. */
export type MeantBills =
  | { readonly kind: 'bills'; readonly bills: readonly DueBill[]; readonly asked: Asked }
  | { readonly kind: 'which'; readonly of: readonly DueBill[] }
  | { readonly kind: 'settled'; readonly invoice: Invoice }

/**
 * The due bills that are meant: those of the step before (`kept`), those that are named, the one shown last where it is spoken of, all of them where that is said, those that come
 * to the amount, the only one. Else it is to be asked. `due` is never empty.
 */
export function billsMeant(
  scene: ErrandScene,
  account: Account,
  asked: Asked,
  { due, kept }: { readonly due: readonly DueBill[]; readonly kept?: readonly string[] },
): MeantBills {
  const these = (bills: readonly DueBill[]): MeantBills => ({
    kind: 'bills',
    bills,
    asked: settledOn(asked, bills, due),
  })
  const text = textOf(scene.incoming)
  const still = due.filter(({ invoice }) => kept?.includes(invoice.id))
  if (still.length > 0) return these(still)
  if (asked.all) return { kind: 'bills', bills: due, asked }
  const listed = due.filter(({ invoice }) => isNamedIn(text, invoice))
  if (listed.length > 1) return these(listed)
  const named = namedBills(account, asked, due)
  if (named) return named.kind === 'bills' ? these(named.bills) : named
  if (due.length === 1) return these(due)
  const shown = due.filter(({ invoice }) => invoice.number === scene.state.last?.invoice)
  if (shown.length === 1 && refersBack(text)) return these(shown)
  const isOne = due.every(({ amount }) => amount.currency === due[0]?.amount.currency)
  if (isOne && meansAllBills(text)) return these(due)
  const same = due.filter(({ amount }) => isSaid(amount, asked))
  if (same.length === 1) return these(same)
  return isOne && isSaid(totalOf(due), asked) ? these(due) : { kind: 'which', of: due }
}

function namedBills(
  account: Account,
  { slots: { invoice, period } }: Asked,
  due: readonly DueBill[],
): MeantBills | { readonly kind: 'bills'; readonly bills: readonly DueBill[] } | undefined {
  if (!invoice && !period) return undefined
  const picked = pickInvoice(account, { invoice, period })
  // "In January" says when they pay, of no bill that there is.
  if (picked.kind === 'none') return invoice ? { kind: 'which', of: due } : undefined
  const ids = picked.kind === 'one' ? [picked.invoice.id] : picked.invoices.map(({ id }) => id)
  const bills = due.filter((bill) => ids.includes(bill.invoice.id))
  if (bills.length > 1) return { kind: 'which', of: bills }
  if (bills.length === 1) return { kind: 'bills', bills }
  return picked.kind === 'one' ? { kind: 'settled', invoice: picked.invoice } : { kind: 'which', of: due }
}

const plain = (text: string): string => text.toUpperCase().replace(/[\s.]/g, '')

/** "FT 2026/118 and FT 2026/119": a message has one slot for a bill. */
function isNamedIn(text: string, { number, ownNumber }: Invoice): boolean {
  const said = plain(text)
  return [number, ownNumber].some((each) => {
    const wanted = each && plain(each)
    const at = wanted ? said.indexOf(wanted) : -1
    return wanted !== undefined && at >= 0 && !/\d/.test(said.charAt(at + wanted.length))
  })
}

/** The same bills again at the next step, whatever is looked at in between. */
function settledOn(asked: Asked, bills: readonly DueBill[], due: readonly DueBill[]): Asked {
  const { period: _, invoice: __, ...slots } = asked.slots
  const [only] = bills
  if (only && bills.length === 1) return { ...asked, slots: { ...slots, invoice: only.invoice.number } }
  return { ...asked, slots, all: bills.length === due.length || undefined }
}

const totalOf = (bills: readonly DueBill[]): Money =>
  sum(
    bills.map(({ amount }) => amount),
    bills[0]!.amount.currency,
  )

const isSaid = (amount: Money, { slots }: Asked): boolean =>
  slots.amount !== undefined &&
  (slots.currency === undefined || slots.currency === amount.currency) &&
  readMoney(slots.amount, amount.currency)?.minor === amount.minor

/** What was said to be paid, in the bills' currency unless another was named; nothing where it is no amount there is. */
export function amountSaid({ slots }: Asked, bills: readonly DueBill[]): Money | undefined {
  const code = (slots.currency as Currency | undefined) ?? bills[0]?.amount.currency
  const amount = slots.amount && code ? readMoney(slots.amount, code) : undefined
  return amount && amount.minor > 0n ? amount : undefined
}

function readMoney(text: string, code: Currency): Money | undefined {
  try {
    return moneyOf(text, code)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
