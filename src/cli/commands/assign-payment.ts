import { touch } from '../../collections/touch.ts'
import { type AssignedPayment, assignPayment } from '../../ledger/assign-payment.ts'
import { amountText, moneyJson } from '../../values/money.ts'
import { CommandRefused } from '../command-refused.ts'
import { findPayment, shortPaymentId } from '../find-payment.ts'
import type { ExitCode, Outside } from '../outside.ts'

type Refusal = Extract<AssignedPayment, { kind: 'refused' }>['reason']

/** `saldo payments assign`: lets a payment pay the bill that a person has named. Safe to repeat. */
export const assignPaymentCommand = (
  outside: Outside,
  payment: string,
  number: string,
  { json }: { readonly json: boolean },
): Promise<ExitCode> =>
  outside.withDesk(async ({ documents, clock }) => {
    const id = await findPayment(documents, payment)
    const outcome = await documents.change(async (unit) => {
      const assigned = await assignPayment(unit, id, number)
      if (assigned.kind === 'assigned') await touch(unit, assigned.invoice.customer, clock.now())
      return assigned
    })
    if (outcome.kind === 'refused') throw new CommandRefused(reasons[outcome.reason](payment, number))
    await outside.terminal.out(json ? `${JSON.stringify(jsonOf(outcome))}\n` : textOf(outcome))
    return 0
  })

const reasons: Readonly<Record<Refusal, (payment: string, number: string) => string>> = {
  'unknown-payment': (payment) => `there is no payment ${payment}: \`saldo payments\` lists them all`,
  'unknown-invoice': (payment, number) =>
    `the customer of payment ${payment} has no bill ${number}: \`saldo invoices --open\` lists the open ones`,
  'other-currency': (_, number) => `${number} is in another currency than the payment, and nothing is converted`,
  'nothing-open': (_, number) => `nothing is open on ${number}: it is paid, or it is a credit note`,
  'nothing-left': (payment) => `all of payment ${payment} pays other bills: \`saldo payments\` shows which`,
}

type Done = Exclude<AssignedPayment, { kind: 'refused' }>

const textOf = ({ kind, payment, invoice, amount }: Done): string => {
  const what = `${amountText(amount)} ${amount.currency} of payment ${shortPaymentId(payment)}`
  return kind === 'assigned'
    ? `${what} now pays ${invoice.number}\n`
    : `${what} pays ${invoice.number} already: nothing was changed\n`
}

const jsonOf = ({ kind, payment, invoice, amount }: Done) => ({
  kind,
  payment: payment.id,
  invoice: invoice.number,
  amount: moneyJson(amount),
})
