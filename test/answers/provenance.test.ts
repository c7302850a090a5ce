import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { importRecordSchema, imports } from '../../src/ledger/import-record.ts'
import { invoiceSchema, invoices } from '../../src/ledger/invoice.ts'
import { instant } from '../../src/values/day.ts'
import type { ImportId, InvoiceId } from '../../src/values/ids.ts'
import { languages } from '../../src/values/language.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { adega, finch } from '../conversation/support/small-desk.ts'
import { aBill } from '../ledger/examples.ts'

const desk = deskForTests()
const file = 'reconciliation-2026-10.csv'
const at = instant('2026-11-08T09:30:00Z')

beforeAll(() =>
  desk.documents.change(async (unit) => {
    const record = { id: 'import-1' as ImportId, file, format: 'reconciliation', digest: 'd', at, status: 'complete' }
    unit.put(imports, 'import-1', z.encode(importRecordSchema, { ...record, status: 'complete', records: 9 }), 0)
    const long = aBill('f-1', Array(60).fill('1.00'), { customer: finch.id })
    unit.put(invoices, 'f-1' as InvoiceId, z.encode(invoiceSchema, long), 0)
  }),
)

type Who = 'clara' | 'helena' | 'james'
const press = async (who: Who, data: object, locale = 'en') =>
  (await desk.say(who, { kind: 'action', verb: 'ask', data }, { conversation: `${who} ${locale}`, locale })).replies[0]!
const lines = { lines: true }

describe('the lines behind a figure', () => {
  test('are offered by every answer with figures of bills, and by none without', async () => {
    for (const intent of ['invoice.show', 'invoice.list', 'balance', 'payment.due', 'billing.next', 'charge.tax'])
      expect((await press('clara', { intent })).words.next.at(-1)?.label, intent).toBe('Show the lines behind it')
    for (const intent of ['subscription.list', 'support.terms', 'human', 'greeting'])
      expect(
        (await press('clara', { intent })).words.next.map(({ label }) => label),
        intent,
      ).not.toContain('Show the lines behind it')
  })

  test('name bill, line, product, period, quantity, price, amount and when it came in', async () => {
    const { answer, words } = await press('clara', {
      intent: 'invoice.show',
      slots: { invoice: 'FT 2026/118' },
      ...lines,
    })
    expect(answer.kind).toBe('provenance')
    expect(words.rows.map(({ text }) => text)).toEqual([
      'FT 2026/118, line 1: Microsoft 365 Business Premium (the recurring charge for an active subscription, October 2026), 10 × €20.00 = €200.00; imported Sunday 8 November at 09:30',
      'FT 2026/118, line 2: Exchange Online (Plan 1) (the recurring charge for an active subscription, October 2026), 5 × €4.00 = €20.00; imported Sunday 8 November at 09:30',
      'FT 2026/118, line 3: Visio Plan 2 (a new purchase, October 2026), 10 × €21.48 = €214.80; imported Sunday 8 November at 09:30',
    ])
    expect(words.notes).toContain('€534.80 ← FT 2026/118: 1, 2, 3')
    expect(words.notes).toContain('€214.80 ← FT 2026/118: 3')
  })

  test('of a whole balance are those of every open bill', async () => {
    const { words } = await press('clara', { intent: 'balance', ...lines })
    expect(words.notes[0]).toBe('€766.90 ← FT 2026/119: 1; FT 2026/118: 1, 2, 3; FT 2026/110: 1, 2')
  })

  test('come with the file’s name for staff alone', async () => {
    const asked = { intent: 'invoice.show', slots: { invoice: 'FT 2026/110' }, ...lines }
    const own = await press('clara', asked)
    const staff = await press('helena', { ...asked, slots: { ...asked.slots, customer: adega.name } })
    expect(JSON.stringify([own.words, own.answer.facts, own.answer.rows], noBigint)).not.toContain(file)
    expect(staff.words.rows[0]?.text).toContain(`from ${file}`)
    expect(staff.words.rows.map(({ text }) => text.split(';')[0])).toEqual(
      own.words.rows.map(({ text }) => text.split(';')[0]),
    )
  })

  test('are fifty at most, and the others are counted', async () => {
    const { words } = await press('james', { intent: 'invoice.show', ...lines })
    expect(words.rows).toHaveLength(50)
    expect(words.lead).toContain('60 lines')
    expect(words.notes[0]).toBe('10 more lines are not shown.')
  })

  test('are the same in every language', async () => {
    const all = await Promise.all(languages.map((locale) => press('clara', { intent: 'balance', ...lines }, locale)))
    const figures = all.map(({ answer }) => JSON.stringify(answer, noBigint))
    expect(new Set(figures).size).toBe(1)
  })

  test('are asked for by the label, said back, and forgotten by the next question', async () => {
    const say = (text: string) => desk.ask('clara', text, { conversation: 'said', locale: 'en' })
    await say('Show invoice FT 2026/118')
    expect((await say('Show the lines behind it')).answer.kind).toBe('provenance')
    expect((await say('and September?')).answer.kind).toBe('invoice.show')
  })
})

const noBigint = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
