import { describe, expect, test } from 'vitest'
import type { Asked } from '../../src/answers/asked.ts'
import { answerTerms } from '../../src/answers/kinds.ts'
import * as offers from '../../src/answers/offers.ts'
import { readBillFilter } from '../../src/language/bill-filter.ts'
import { say } from '../../src/language/say.ts'
import { intents, socialActs } from '../../src/language/vocabulary.ts'
import { day } from '../../src/values/day.ts'
import { languages } from '../../src/values/language.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { bills } from '../conversation/support/small-desk.ts'

const desk = deskForTests()
const bill = bills[2]!

const all = Object.values(offers)
  .filter((offer) => typeof offer === 'object' && 'step' in offer)
  .concat([offers.showInvoice(bill), offers.whenDue(bill), offers.isPaid(bill)])
  .filter(({ asked }) => asked.intent !== 'deny')

const understood = (label: string, language: (typeof languages)[number]) =>
  desk.understander.understand(label, { today: day('2026-11-22'), language })

/** What stays of a question once the label is all there is of it. */
const essence = ({ intent, slots, filter }: Asked) => ({ intent, invoice: slots.invoice, filter })

describe.each(languages)('a button’s label, said as a message in %s', (language) => {
  test('asks what the button asks, also where nobody remembers that it was shown', () => {
    const heard = all.map(({ step, asked }) => {
      const label = say({ kind: 'help', facts: {}, next: [step] }, language).next[0]!.label
      const { intent, slots, zone } = understood(label, language)
      const filter = intent === 'invoice.list' ? readBillFilter(label) : undefined
      return { label, wanted: essence(asked), got: { intent, invoice: slots.invoice, filter }, zone }
    })
    expect(heard.filter(({ wanted, got }) => JSON.stringify(wanted) !== JSON.stringify(got))).toEqual([])
  })

  test('a name in "did you mean" is understood as what it names, nearly always', () => {
    const named = intents.filter((intent) => intent !== 'out_of_scope' && !socialActs.some((act) => act === intent))
    const right = named.filter((intent) => {
      const step = offers.topic({ intent, slots: {} }).step
      const label = say({ kind: 'help', facts: {}, next: [step] }, language).next[0]!.label
      const { intent: best, alternatives } = understood(label, language)
      return [best, ...alternatives.map((other) => other.intent)].includes(intent)
    })
    expect(answerTerms).toContain('intent.balance')
    expect(right.length / named.length, named.filter((intent) => !right.includes(intent)).join(' ')).toBeGreaterThan(
      0.85,
    )
  })
})
