import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dueAfterDispute } from '../../src/conversation/desk/dispute-due.ts'
import type { Dispute } from '../../src/ledger/dispute.ts'
import { day, instant } from '../../src/values/day.ts'
import type { Language } from '../../src/values/language.ts'
import { aDispute } from '../collections/decide/situations.ts'
import { promisingDesk } from '../collections/support/promising.ts'
import { aBill, aPayment } from '../ledger/examples.ts'
import { openStage, type Stage } from '../scenarios/support/stage.ts'
import { aPolicy, givePolicy } from './promises/reminding-desk.ts'
import { plainSpaces } from './support/read-transcript.ts'

// A bill of two lines, 60.00 and 40.00, due on 30 November; decided in the morning of 2 December. The policy gives seven days.
const bill = aBill('a', ['60.00', '40.00'], { issuedOn: day('2026-10-31'), dueOn: day('2026-11-30') })
const decidedAt = instant('2026-12-02T10:00:00Z')
const ended = (kind: NonNullable<Dispute['outcome']>['kind'], at = decidedAt) => ({ outcome: { kind, at, note: '' } })
const all = { lines: [], ...ended('rejected') }
const rest = [aPayment('p', '60.00', { a: '60.00' })]
const credit = aBill('n', ['-40.00'], { kind: 'credit-note', corrects: bill.id, issuedOn: day('2026-12-02') })

const told = async (dispute: Dispute, given: Parameters<typeof promisingDesk>[0] = {}, at = decidedAt) => {
  const desk = await promisingDesk({ bills: [bill], disputes: [dispute], ...given })
  const text = await desk.does((unit) => dueAfterDispute(unit, dispute, 'en', at))
  return text && plainSpaces(text)
}
const due = (on: string) => `What remains to be paid of the contested amount of invoice A is due on ${on}.`
const early = instant('2026-11-10T10:00:00Z')

describe('of a decided dispute the customer is told when the rest is due', () => {
  test.each([
    ['rejected, of lines', aDispute('40.00', ended('rejected')), {}, decidedAt, due('9 December 2026')],
    ['rejected, of the whole bill', aDispute('100.00', all), {}, decidedAt, due('9 December 2026')],
    [
      'rejected, the rest being paid',
      aDispute('40.00', ended('rejected')),
      { payments: rest },
      decidedAt,
      due('9 December 2026'),
    ],
    [
      'rejected, long before the due date',
      aDispute('40.00', ended('rejected', early)),
      {},
      early,
      due('30 November 2026'),
    ],
    ['partly right, before the credit note', aDispute('40.00', ended('partly')), {}, decidedAt, due('9 December 2026')],
    [
      'partly right, and the credit note takes all of it',
      aDispute('40.00', ended('partly')),
      { bills: [bill, credit] },
      decidedAt,
      undefined,
    ],
    ['right', aDispute('40.00', ended('accepted')), {}, decidedAt, undefined],
    ['withdrawn', aDispute('40.00', ended('withdrawn')), {}, decidedAt, undefined],
    [
      'rejected, and the bill is paid',
      aDispute('40.00', ended('rejected')),
      { payments: [aPayment('p', '100.00', { a: '100.00' })] },
      decidedAt,
      undefined,
    ],
    [
      'rejected, without a policy',
      aDispute('40.00', ended('rejected')),
      { policy: 'none' as const },
      decidedAt,
      undefined,
    ],
  ])('%s', async (_, dispute, given, at, expected) => expect(await told(dispute, given, at)).toBe(expected))

  test.each<[Language, string]>([
    ['en', 'due on 9 December 2026'],
    ['pt-PT', 'vence em 9 de dezembro de 2026'],
    ['pt-BR', 'vence em 9 de dezembro de 2026'],
    ['es', 'vence el 9 de diciembre de 2026'],
  ])('in %s', async (language, words) => {
    const dispute = aDispute('40.00', ended('rejected'))
    const desk = await promisingDesk({ bills: [bill], disputes: [dispute] })
    const text = await desk.does((unit) => dueAfterDispute(unit, dispute, language, decidedAt))
    expect(plainSpaces(text ?? '')).toContain(words)
  })
})

describe('at the desk', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await givePolicy(stage.documents, aPolicy({ disputeDays: 20 }))
  })
  afterAll(() => stage.close())

  test('it comes with what staff wrote', async () => {
    await stage.say('clara', 'line 3 of FT 2026/118 is wrong, we contest it')
    await stage.say('clara', 'No, open a ticket')
    await stage.say('clara', 'We contest it because we never ordered Visio for anybody here')
    await stage.say('clara', 'yes')
    const [thread = ''] = stage.threads()
    await stage.press('bruno', thread, 'case.dispute', { outcome: 'rejected', text: 'It was ordered by Rui.' })
    const [news] = stage.chat('clara').filter(({ text }) => text.includes('It was ordered by Rui.'))
    expect(plainSpaces(news?.text ?? '')).toMatch(
      /contested amount of invoice FT 2026\/118 is due on \d+ December 2026\./,
    )
  })
})
