import type { Invoice } from '../ledger/invoice.ts'
import type { Day } from '../values/day.ts'
import type { Fact } from '../values/fact.ts'
import { amountText, type Money } from '../values/money.ts'
import type { Act, Asked } from './asked.ts'
import type { Offer } from './asking.ts'
import { textFact } from './facts.ts'
import { ofInvoice } from './sources.ts'

/** The labels of buttons that go on with a promise, or change what somebody wants of reminders. */
export const kinds = [
  'next.confirm-promise',
  'next.withdraw-promise',
  'next.all-bills',
  'next.pay-by',
  'next.pay-amount',
  'next.confirm-preference',
  'next.resume-reminders',
  'next.put-off-until',
] as const
type Kind = (typeof kinds)[number]

const act = (kind: Kind, intent: Asked['intent'], does: Act): Offer => ({
  step: { kind, facts: {} },
  asked: { intent, slots: {}, act: does },
})

export const confirmPromise = act('next.confirm-promise', 'payment.promise', 'confirm')
export const confirmPreference = act('next.confirm-preference', 'reminder.preferences', 'confirm')
export const resumeReminders = act('next.resume-reminders', 'reminder.preferences', 'resume-reminders')

/** Takes back the open promise about a bill. */
export const withdrawOffer = (invoice: Invoice): Offer => ({
  step: { kind: 'next.withdraw-promise', facts: { invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) } },
  asked: { intent: 'payment.promise', slots: { invoice: invoice.number }, act: 'cancel' },
})

/** The same about every bill that is due. */
export const allBills = ({ slots: { invoice: _, period: __, ...slots }, ...asked }: Asked): Offer => ({
  step: { kind: 'next.all-bills', facts: {} },
  asked: { ...asked, slots, all: true },
})

/** The same by a day that can be promised. */
export const payBy = (asked: Asked, by: Day, fact: Fact): Offer => ({
  step: { kind: 'next.pay-by', facts: { by: fact } },
  asked: { ...asked, slots: { ...asked.slots, date: by }, act: 'go-on' },
})

export const payAmount = (asked: Asked, amount: Money, fact: Fact): Offer => ({
  step: { kind: 'next.pay-amount', facts: { amount: fact } },
  asked: {
    ...asked,
    slots: { ...asked.slots, amount: amountText(amount), currency: amount.currency },
    act: 'go-on',
  },
})

/** Reminders again after a day that the policy allows. */
export const putOffUntil = (until: Day, fact: Fact): Offer => ({
  step: { kind: 'next.put-off-until', facts: { until: fact } },
  asked: { intent: 'reminder.preferences', slots: { date: until }, act: 'later' },
})
