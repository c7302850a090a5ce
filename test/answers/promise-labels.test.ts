import { describe, expect, test } from 'vitest'
import { dayFact, moneyFact } from '../../src/answers/facts.ts'
import { payAmount, payBy, putOffUntil, resumeReminders, withdrawOffer } from '../../src/answers/promise-offers.ts'
import { say } from '../../src/language/say.ts'
import { day } from '../../src/values/day.ts'
import { type Language, languages } from '../../src/values/language.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { bills } from '../conversation/support/small-desk.ts'
import { euros } from '../ledger/examples.ts'

const desk = deskForTests()
const source = { type: 'clock' } as const
const asked = { intent: 'payment.promise' as const, slots: {} }
const by = day('2026-12-22')

const offers = [
  resumeReminders,
  putOffUntil(by, dayFact(by, source)),
  payBy(asked, by, dayFact(by, source)),
  payAmount(asked, euros('534.80'), moneyFact(euros('534.80'), source)),
  withdrawOffer(bills[2]!),
]

const understood = (label: string, language: Language) =>
  desk.understander.understand(label, { today: day('2026-11-22'), language })

describe.each(languages)('a button’s label, said as a message in %s', (language) => {
  test('asks what the button asks, also where nobody remembers that it was shown', () => {
    const heard = offers.map(({ step, asked: { intent, slots } }) => {
      const label = say({ kind: 'help', facts: {}, next: [step] }, language).next[0]!.label
      const got = understood(label, language)
      const wanted = { intent, date: slots.date, amount: slots.amount }
      return {
        label,
        zone: got.zone,
        wanted,
        got: { intent: got.intent, date: got.slots.date, amount: got.slots.amount },
      }
    })
    expect(heard.filter(({ wanted, got }) => JSON.stringify(wanted) !== JSON.stringify(got))).toEqual([])
  })
})
