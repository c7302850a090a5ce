import type { Foresight } from '../collections/foresight.ts'
import type { Suspension } from '../collections/suspension.ts'
import type { UnpaidBill } from '../collections/suspension-scope.ts'
import type { Customer } from '../ledger/customer.ts'
import type { Answer } from '../values/answer.ts'
import type { Facts } from '../values/fact.ts'
import type { Answered } from './asking.ts'
import { termFact } from './facts.ts'
import { aPerson, howToPay, openInvoices } from './offers.ts'
import { reply } from './reply.ts'
import { dueRows, keptFacts, ofProposal, proposedRows, scopedFacts, suspensionFacts } from './suspension-facts.ts'

/** What the customer's billing contacts are told of their own accord. */
export const kinds = [
  'suspension.notice',
  'suspension.on-hold',
  'suspension.lifted',
  'suspension.now',
  'suspension.restoring',
  'suspension.restored',
  'note.suspension-product',
  'note.suspension-alone',
  'note.suspension-backup',
  'note.suspension-export',
  'note.suspension-export-now',
  'note.suspension-only',
  'note.suspension-avoid',
  'note.suspension-way-back',
] as const
export const terms = ['lifted.paid', 'lifted.other']

/** `due`: what is due of its bills now. */
export type Told = {
  readonly suspension: Suspension
  readonly customer: Customer
  readonly seen: Foresight
  readonly due: readonly UnpaidBill[]
}

type Notes = NonNullable<Answer['notes']>

/** What is, or would be, off; with until when at least its data is there: the earlier day where Microsoft's pages disagree. */
const products = ({ suspension, seen }: Told): Notes =>
  seen.subscriptions
    .filter(({ scoped }) => !scoped.spared)
    .map((one) => ({ kind: 'note.suspension-product', facts: keptFacts(suspension, one) }))

/** Of one at least nobody can tell until when its data is kept: then the administrators had better not wait. */
const hasUnknown = ({ seen }: Told): boolean =>
  seen.subscriptions.some(({ scoped, dataUntil }) => !scoped.spared && !dataUntil)

const alone = ({ suspension }: Told): Notes =>
  suspension.subscriptions
    .filter(({ spared }) => !spared)
    .map((one) => ({ kind: 'note.suspension-alone', facts: scopedFacts(suspension, one) }))

/** Where all that is left is contested by now, what it was for. */
const bills = ({ suspension, due }: Told): readonly Facts[] =>
  due.length > 0 ? dueRows(due) : proposedRows(suspension)

const plain = (kind: (typeof kinds)[number]): Notes[number] => ({ kind, facts: {} })

/** The day, the bills, what goes and what stays, and how to avoid it. */
export const suspensionNotice = (told: Told): Answered =>
  reply('suspension.notice', suspensionFacts(told.suspension, told.customer), {
    rows: bills(told),
    notes: [
      ...products(told),
      plain('note.suspension-only'),
      plain(hasUnknown(told) ? 'note.suspension-export' : 'note.suspension-backup'),
      plain('note.suspension-avoid'),
    ],
    offers: [howToPay, openInvoices, aPerson],
  })

/** The day has come, and it was not carried out. */
export const suspensionOnHold = ({ suspension, customer }: Told): Answered =>
  reply('suspension.on-hold', suspensionFacts(suspension, customer), { offers: [openInvoices, howToPay, aPerson] })

/** It was announced and does not happen. */
export const suspensionLifted = ({ suspension, customer }: Told): Answered =>
  reply(
    'suspension.lifted',
    {
      ...suspensionFacts(suspension, customer),
      because: termFact(
        suspension.reason === 'paid' ? 'lifted.paid' : 'lifted.other',
        ofProposal(suspension, 'reason'),
      ),
    },
    { offers: [openInvoices, aPerson] },
  )

export const suspensionNow = (told: Told): Answered =>
  reply('suspension.now', suspensionFacts(told.suspension, told.customer), {
    rows: bills(told),
    notes: [
      ...products(told),
      plain('note.suspension-way-back'),
      plain(hasUnknown(told) ? 'note.suspension-export-now' : 'note.suspension-backup'),
    ],
    offers: [howToPay, openInvoices, aPerson],
  })

export const suspensionRestoring = (told: Told): Answered =>
  reply('suspension.restoring', suspensionFacts(told.suspension, told.customer), {
    notes: alone(told),
    offers: [openInvoices, aPerson],
  })

export const suspensionRestored = (told: Told): Answered =>
  reply('suspension.restored', suspensionFacts(told.suspension, told.customer), {
    notes: alone(told),
    offers: [openInvoices, aPerson],
  })
