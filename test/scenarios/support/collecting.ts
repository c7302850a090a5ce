import { z } from 'zod'
import { paymentsCame } from '../../../src/collections/payment-data.ts'
import { policies, policyKey, policySchema } from '../../../src/collections/policy.ts'
import { paymentSchema, payments } from '../../../src/ledger/payment.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { dayIn, type Instant } from '../../../src/values/day.ts'
import { adega } from '../../conversation/support/small-desk.ts'
import { aPayment, partner } from '../../ledger/examples.ts'

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }))

type Written = z.input<typeof policySchema>

/** The small desk's policy: weekdays from nine to six, and a step every few days. */
const written: Written = {
  partner,
  name: 'Winter 2026',
  effective: '2026-01-01',
  hours: weekdays,
  holidays: { PT: ['2026-12-01', '2026-12-08', '2026-12-25', '2027-01-01'] },
  stages: [
    { id: 'courtesy', when: 'before', days: 3, action: 'remind' },
    { id: 'due', when: 'after', days: 0, action: 'remind' },
    { id: 'overdue', when: 'after', days: 5, action: 'remind' },
    { id: 'last-reminder', when: 'after', days: 12, action: 'warn' },
    { id: 'suspension', when: 'after', days: 20, action: 'propose-suspension' },
  ],
  promises: { days: 10, atMost: 2, broken: 'last-reminder' },
  suspension: { noticeDays: 5, approvals: 1 },
}

export const withPolicy = (documents: Documents, over: Partial<Written> = {}): Promise<void> =>
  documents.change(async (unit) => {
    const policy = { ...written, ...over }
    unit.put(policies, policyKey(policy), z.encode(policySchema, z.decode(policySchema, policy)), 0)
  })

/** Money of Adega's comes in, for these bills. */
export const pay = (documents: Documents, id: string, now: Instant, amounts: Record<string, string>): Promise<void> =>
  documents.change(async (unit) => {
    const sum = Object.values(amounts).reduce((total, amount) => total + Number(amount.replace('.', '')), 0)
    const total = `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`
    const payment = { ...aPayment(id, total, amounts), receivedOn: dayIn(adega.timeZone, now) }
    unit.put(payments, payment.id, z.encode(paymentSchema, payment), 0)
    await paymentsCame(unit, [adega.id], now)
  })
