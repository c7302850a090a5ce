import { describe, expect, test } from 'vitest'
import type { Dispute } from '../../src/ledger/dispute.ts'
import { day, instant } from '../../src/values/day.ts'
import { aBill, aPayment, euros } from '../ledger/examples.ts'
import { aDispute, decided, type Given, reached } from './decide/situations.ts'

const lines = aBill('a', ['60.00', '40.00'], { issuedOn: day('2026-10-31'), dueOn: day('2026-11-30') })
const ended = (kind: NonNullable<Dispute['outcome']>['kind'], at: string) => ({
  outcome: { kind, at: instant(at), note: '' },
})
const note = (amount: string) =>
  aBill('note', [amount], { kind: 'credit-note', corrects: lines.id, issuedOn: day('2026-12-03') })

describe('a dispute', () => {
  const disputing = (disputes: Dispute[], more: Given['account'] = {}): Given => ({
    account: { invoices: [lines], disputes, ...more },
  })
  const all = aDispute('100.00', { lines: [] })
  const paid = (amount: string) => ({ payments: [aPayment('p', amount, { a: amount })] })
  test.each([
    ['holds its lines only', disputing([aDispute('40.00')]), '2026-11-30', 'stage', '60.00', '40.00', '2026-11-30'],
    ['of all holds all', disputing([all]), '2026-11-30', 'disputed', '0.00', '100.00', '2026-11-30'],
    [
      'of what is left holds all',
      disputing([aDispute('40.00')], paid('60.00')),
      '2026-11-30',
      'disputed',
      '0.00',
      '40.00',
      '2026-11-30',
    ],
    [
      'of more than is left holds all',
      disputing([aDispute('40.00')], paid('70.00')),
      '2026-11-30',
      'disputed',
      '0.00',
      '30.00',
      '2026-11-30',
    ],
    [
      'but a cent leaves a cent',
      disputing([aDispute('40.00')], paid('59.99')),
      '2026-11-30',
      'stage',
      '0.01',
      '40.00',
      '2026-11-30',
    ],
    [
      'two of them add up',
      disputing([aDispute('40.00'), aDispute('60.00', { lines: [1] })]),
      '2026-11-30',
      'disputed',
      '0.00',
      '100.00',
      '2026-11-30',
    ],
    [
      'withdrawn holds nothing and moves nothing',
      disputing([aDispute('40.00', ended('withdrawn', '2026-12-02T10:00:00Z'))]),
      '2026-12-02',
      'stage',
      '100.00',
      undefined,
      '2026-11-30',
    ],
    [
      'of all, rejected: due a week later',
      disputing([{ ...all, ...ended('rejected', '2026-12-02T10:00:00Z') }]),
      '2026-12-08',
      'stage',
      '100.00',
      undefined,
      '2026-12-09',
    ],
    [
      'decided long before the due date moves nothing',
      disputing([{ ...all, ...ended('rejected', '2026-11-22T10:00:00Z') }]),
      '2026-11-30',
      'stage',
      '100.00',
      undefined,
      '2026-11-30',
    ],
    [
      'of lines, rejected: the rest keeps its schedule',
      disputing([aDispute('40.00', ended('rejected', '2026-12-02T10:00:00Z'))]),
      '2026-12-09',
      'stage',
      '60.00',
      undefined,
      '2026-11-30',
    ],
    [
      'of lines, rejected: once its day is over it joins the rest',
      disputing([aDispute('40.00', ended('rejected', '2026-12-02T10:00:00Z'))]),
      '2026-12-10',
      'stage',
      '100.00',
      undefined,
      '2026-11-30',
    ],
    [
      'of lines, rejected, the rest paid: due a week later',
      disputing([aDispute('40.00', ended('rejected', '2026-12-02T10:00:00Z'))], paid('60.00')),
      '2026-12-03',
      'stage',
      '40.00',
      undefined,
      '2026-12-09',
    ],
    [
      'of lines, partly right: what the credit note left is due a week later',
      disputing([aDispute('40.00', ended('partly', '2026-12-03T10:00:00Z'))], {
        ...paid('60.00'),
        invoices: [lines, note('-15.00')],
      }),
      '2026-12-04',
      'stage',
      '25.00',
      undefined,
      '2026-12-10',
    ],
    [
      'that was right holds its lines until the credit note comes',
      disputing([aDispute('40.00', ended('accepted', '2026-12-02T10:00:00Z'))]),
      '2026-12-07',
      'stage',
      '60.00',
      '40.00',
      '2026-11-30',
    ],
    [
      'that was right holds nothing once the credit note is there',
      disputing([aDispute('40.00', ended('accepted', '2026-12-02T10:00:00Z'))], { invoices: [lines, note('-40.00')] }),
      '2026-12-07',
      'stage',
      '60.00',
      undefined,
      '2026-11-30',
    ],
  ])('%s', (_, given, today, reason, amount, disputed, dueOn) => {
    const { bills } = decided(given, today)
    expect(bills).toMatchObject([{ reason, amount: euros(amount), dueOn: day(dueOn) }])
    expect(bills[0]?.disputed).toEqual(disputed === undefined ? undefined : euros(disputed))
  })

  test.each([
    ['Europe/Lisbon', '2026-12-09'],
    ['America/Sao_Paulo', '2026-12-08'],
    ['Pacific/Auckland', '2026-12-09'],
  ])('is decided on the day that it is in %s', (timeZone, dueOn) => {
    const disputes = [{ ...all, ...ended('rejected', '2026-12-02T01:00:00Z') }]
    const { bills } = decided({ ...disputing(disputes), customer: { timeZone } }, '2026-12-05')
    expect(bills).toMatchObject([{ dueOn: day(dueOn) }])
  })

  test('does no stage again that was done before', () => {
    const disputes = [{ ...all, ...ended('rejected', '2026-12-10T10:00:00Z') }]
    const given: Given = { ...disputing(disputes), standing: { reached: [reached('overdue', '2026-12-07')] } }
    expect(decided(given, '2026-12-17')).toMatchObject({ reason: 'done', next: { on: '2026-12-31', stage: 'warning' } })
  })

  test('is not ended by a credit note that came before it', () => {
    const late = { openedAt: instant('2026-12-04T10:00:00Z'), ...ended('accepted', '2026-12-06T10:00:00Z') }
    const { bills } = decided(disputing([aDispute('40.00', late)], { invoices: [lines, note('-15.00')] }), '2026-12-07')
    expect(bills).toMatchObject([{ amount: euros('45.00'), disputed: euros('40.00') }])
  })

  test('says what comes next once what it left joins the rest', () => {
    const disputes = [aDispute('40.00', ended('rejected', '2026-12-02T10:00:00Z'))]
    const given: Given = { ...disputing(disputes), policy: { minimum: [{ amount: '80.00', currency: 'EUR' }] } }
    expect(decided(given, '2026-12-08')).toMatchObject({
      reason: 'below-minimum',
      next: { on: '2026-12-10', stage: 'overdue' },
    })
  })
})
