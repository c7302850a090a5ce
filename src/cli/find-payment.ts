import { every } from '../ledger/every.ts'
import { payments } from '../ledger/payment.ts'
import type { Reading } from '../store/documents.ts'
import type { PaymentId } from '../values/ids.ts'
import { CommandRefused } from './command-refused.ts'

const shown = 8

/** A payment's id as people see it: the beginning of its import's, and its line there. */
export function shortPaymentId({ import: from, line }: { readonly import: string; readonly line: number }): string {
  return `${from.slice(0, shown)}.${line}`
}

/** The payment that an id means, whole or as `saldo payments` shows it. Throws CommandRefused. */
export async function findPayment(reading: Reading, text: string): Promise<PaymentId> {
  const whole = await reading.get(payments, text)
  if (whole) return whole.data.id
  const found: PaymentId[] = []
  for await (const { data } of every(reading, payments, { index: 'customer' }))
    if (shortPaymentId(data) === text) found.push(data.id)
  if (found.length === 1 && found[0]) return found[0]
  if (found.length === 0) throw new CommandRefused(`there is no payment ${text}: \`saldo payments\` lists them all`)
  throw new CommandRefused(`${text} can be ${found.join(' or ')}: write one of these`)
}
