import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { leftover } from '../ledger/account.ts'
import { type importRecordSchema, imports } from '../ledger/import-record.ts'
import { type Payment, paymentSchema, payments } from '../ledger/payment.ts'
import { recordOf } from '../ledger/record.ts'
import { type IncomingPayment, type PaymentFault, takePayments } from '../ledger/take-payments.ts'
import type { Json, Unit } from '../store/documents.ts'
import { day, type Instant } from '../values/day.ts'
import type { CustomerId, ImportId } from '../values/ids.ts'
import { amountText, type Money, moneyFromJson } from '../values/money.ts'
import { numbersOf } from './known.ts'
import type { PostedPayment } from './post-payments.ts'
import { type Finding, Problem } from './problem.ts'
import { customerOf, moneyOut } from './wire.ts'

export const noteKinds = ['looks-repeated', 'no-bill', 'unmatched', 'credit-left'] as const

type Took = {
  readonly customers: ReadonlySet<CustomerId>
  /** As they leave, in the order given. */
  readonly payments: readonly Json[]
  readonly notes: readonly Json[]
}

/** Takes payments as the import of a file does, each under its caller's own id. Throws Problem, and then none of them is taken. */
export async function takePosted(
  unit: Unit,
  posted: readonly PostedPayment[],
  { now, digest }: { readonly now: Instant; readonly digest: string },
): Promise<Took> {
  const given = posted.map((payment, at): Given => {
    const { id } = payment
    return { at, id, come: comeOf(payment, at), from: importOf(id) }
  })
  refuseTwice(posted)
  const [already, notes] = [new Set<string>(), [] as Json[]]
  for (const { at, id, come, from } of given.toSorted(oldestFirst)) {
    const known = await storedOf(unit, from)
    if (known) {
      refuseOther(known, come, at)
      already.add(id)
      continue
    }
    const done = await takePayments(unit, { import: from, payments: [come] })
    if (done.kind === 'refused') throw refusal(done.faults, at)
    notes.push(...done.notes.map(({ kind, amount }) => ({ id, kind, amount: moneyOut(amount) })))
    unit.put(imports, from, recordFor(from, digest, now), 0)
  }
  const lines: Json[] = []
  for (const { id, from } of given) lines.push(await lineOf(unit, id, from, already.has(id) ? 'already' : 'taken'))
  return { customers: new Set(given.map(({ come }) => come.customer)), payments: lines, notes }
}

type Given = { readonly at: number; readonly come: IncomingPayment; readonly from: ImportId; readonly id: string }
/** As a file's are taken: what came in first pays first. */
const oldestFirst = (a: Given, b: Given): number =>
  a.come.receivedOn === b.come.receivedOn ? a.at - b.at : a.come.receivedOn < b.come.receivedOn ? -1 : 1

/** Each comes in by itself, under a name made from the caller's id: whenever it is posted again, it is found. */
const importOf = (id: string): ImportId =>
  `posted-${createHash('sha256').update(id).digest('hex').slice(0, 32)}` as ImportId

function comeOf({ customer, receivedOn, amount, reference, method }: PostedPayment, at: number): IncomingPayment {
  return {
    customer: customerOf(customer),
    receivedOn: day(receivedOn),
    amount: amountOf(amount, at),
    reference,
    method,
    line: 1,
  }
}

function amountOf(json: PostedPayment['amount'], at: number): Money {
  try {
    return moneyFromJson(json)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw invalid([{ at: `body/payments/${at}/amount`, says: error.message }])
  }
}

function refuseTwice(given: readonly PostedPayment[]): void {
  const ids = given.map(({ id }) => id)
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at)
  if (twice >= 0) throw invalid([{ at: `body/payments/${twice}/id`, says: 'is there twice' }])
}

async function storedOf(unit: Unit, from: ImportId): Promise<Payment | undefined> {
  const stored = await unit.get(payments, `${from}.1`)
  return stored && recordOf(paymentSchema, stored.data)
}

/** The same id for another payment: one of the two would be lost without a word. */
function refuseOther(known: Payment, come: IncomingPayment, at: number): void {
  const same = (payment: Omit<IncomingPayment, 'line'>) =>
    [
      payment.customer,
      payment.receivedOn,
      amountText(payment.amount),
      payment.amount.currency,
      payment.reference,
      payment.method,
    ].join('\n')
  if (same(known) === same(come)) return
  throw new Problem('conflict', 'Another payment with this id is here already.', {
    errors: [{ at: `body/payments/${at}/id`, says: 'is the id of another payment' }],
  })
}

function refusal(faults: readonly PaymentFault[], at: number): Problem {
  const errors = faults.map(({ field, problem }) => ({ at: `body/payments/${at}/${field}`, says: problem }))
  return new Problem('refused', 'The payments were not taken, none of them.', { errors })
}

const invalid = (errors: readonly Finding[]): Problem =>
  new Problem('not-valid', `The body cannot be taken: ${errors[0]?.at} ${errors[0]?.says}.`, { errors })

const recordFor = (id: ImportId, digest: string, at: Instant): z.input<typeof importRecordSchema> => ({
  id,
  file: 'POST /payments',
  format: 'payments',
  digest: `${digest}.${id}`,
  at,
  status: 'complete',
  records: 1,
})

async function lineOf(unit: Unit, id: string, from: ImportId, outcome: 'taken' | 'already'): Promise<Json> {
  const payment = await storedOf(unit, from)
  if (!payment) throw new Error('a payment that was taken is not here')
  const number = await numbersOf(unit, payment.customer)
  const pays = payment.allocations.map(({ invoice, amount }) => ({ bill: number(invoice), amount: moneyOut(amount) }))
  return { id, outcome, pays, left: moneyOut(leftover(payment)) }
}
