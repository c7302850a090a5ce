import { z } from 'zod'
import { balance } from '../ledger/account.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { dayIn } from '../values/day.ts'
import { looks } from './endpoint.ts'
import { knownCustomer } from './known.ts'
import { component, customerWire, dayWire, moneyOut, moneyWire } from './wire.ts'

const billStates = ['partly-paid', 'open', 'overdue'] as const

const wire = component(
  'Balance',
  'What a customer owes on a day of its own time zone, an entry a currency. Nothing is converted.',
  z.strictObject({
    customer: customerWire,
    day: dayWire,
    balances: z.array(
      z.strictObject({
        open: moneyWire.describe('Left to pay, overdue or not.'),
        overdue: moneyWire.describe('The part of it whose due date has passed.'),
        credit: moneyWire.describe('Payments and credit notes that no bill has used up.'),
        bills: z.array(
          z.strictObject({
            number: z.string(),
            state: z.enum(billStates),
            open: moneyWire,
            total: moneyWire,
            issuedOn: dayWire,
            dueOn: dayWire,
          }),
        ),
      }),
    ),
  }),
)

export const readBalance = looks(
  {
    path: '/customers/{customer}/balance',
    name: 'readBalance',
    does: 'What a customer owes, and on which bills',
    ability: 'customer-figures',
    params: z.strictObject({ customer: customerWire }),
    answers: { 200: { says: 'As it stands today.', schema: wire } },
  },
  async ({ params, now }, reading) => {
    const customer = await knownCustomer(reading, params.customer, 'path/customer')
    const today = dayIn(customer.timeZone, now)
    const account = await ledgerOf(reading).account(customer.id)
    const balances = (account ? balance(account, today) : []).map(({ open, overdue, unallocated, byInvoice }) => ({
      open: moneyOut(open),
      overdue: moneyOut(overdue),
      credit: moneyOut(unallocated),
      bills: byInvoice.flatMap(({ invoice: { number, total, issuedOn, dueOn }, state }) => {
        const kind = billStates.find((known) => known === state.kind)
        return kind
          ? [{ number, state: kind, open: moneyOut(state.open), total: moneyOut(total), issuedOn, dueOn }]
          : []
      }),
    }))
    return { status: 200, body: { customer: customer.id, day: today, balances } }
  },
)
