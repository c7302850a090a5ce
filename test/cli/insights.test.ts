import { beforeAll, describe, expect, test } from 'vitest'
import { askedCounts } from '../../src/conversation/asked-counts.ts'
import { seatsDirection } from '../../src/conversation/seats-direction.ts'
import { sweepTurns } from '../../src/conversation/sweep-turns.ts'
import { instant } from '../../src/values/day.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { adega } from '../conversation/support/small-desk.ts'
import { change, openHelpdesk, ticketBy } from './open-helpdesk.ts'
import { lineOver } from './open-line.ts'
import { objectsIn } from './run-saldo.ts'

const desk = deskForTests()
const saldo = lineOver(
  () => desk.documents,
  () => desk.clock,
)
const insights = async (...args: string[]) => objectsIn((await saldo('insights', ...args, '--json')).out)
const counts = async () =>
  (await desk.documents.find(askedCounts, { index: 'month' })).items
    .map(({ data }) => data.count)
    .reduce((a, b) => a + b, 0)

const premium = 'Microsoft 365 Business Premium'
let asked = 0
/** Each in a conversation of its own, so that nothing is taken for an answer to what came before. */
const ask = (who: 'clara' | 'rui' | 'sofia' | 'sara', text: string) =>
  desk.ask(who, text, { conversation: `insight ${++asked}`, locale: 'en' })

beforeAll(async () => {
  await openHelpdesk(desk)
  await ask('clara', 'when does our Business Premium subscription renew?')
  await ask('clara', 'when does Exchange Online renew?')
  await ask('clara', 'we want to add 5 more seats of Business Premium')
  await ask('clara', 'please add 3 licences of Power BI Pro')
  await ask('clara', 'we want to remove 2 seats of Business Premium')
  await ask('rui', 'cancel our subscription to Exchange Online')
  await ask('sofia', 'when do we get the next invoice?')
})

describe('saldo insights', () => {
  test('counts renewals, interest and risk by customer and product, as the customer’s subscription calls it', async () => {
    expect(await insights('--customer', 'Adega')).toEqual([
      expect.objectContaining({
        customer: adega.id,
        name: adega.name,
        product: premium,
        renewals: 1,
        interest: 1,
        risk: 1,
        lastOn: '2026-11-23',
        topics: { 'subscription.renewal': 1, 'seats.more': 1, 'seats.fewer': 1 },
      }),
      expect.objectContaining({ product: 'Exchange Online (Plan 1)', renewals: 1, interest: 0, risk: 1 }),
      expect.objectContaining({ product: 'other', interest: 1, risk: 0, topics: { 'product.new': 1 } }),
    ])
  })

  test('holds no words and no person', async () => {
    const { out } = await saldo('insights', '--json')
    expect(out).not.toMatch(/Power BI|seats of|clara|rui|44444444|conversation/i)
    const stored = await desk.documents.find(askedCounts, { index: 'month' })
    expect(JSON.stringify(stored)).not.toMatch(/Power BI|seats of|clara|rui|44444444/i)
  })

  test('is a table for people, those first with signs of risk', async () => {
    const { out, err } = await saldo('insights')
    expect(err).toBe('')
    expect(out).toMatch(/^customer +product +renewals +interest +risk +last +of which\n/)
    expect(out).toMatch(/Serra Transportes, SA +none +0 +1 +0 +2026-11-23 +billing\.next 1\n$/)
  })

  test('counts a repeated delivery once, and nothing that staff ask or that is no such question', async () => {
    const before = await counts()
    const twice = { conversation: 'twice', activity: 'same' }
    await desk.say('clara', 'when does Exchange Online renew?', twice)
    await desk.say('clara', 'when does Exchange Online renew?', twice)
    expect(await counts()).toBe(before + 1)
    await ask('sara', 'when does Exchange Online of Adega renew?')
    await ask('clara', 'how much was October?')
    await ask('clara', 'which subscriptions do we have?')
    expect(await counts()).toBe(before + 1)
  })

  test('does not count the steps of what is in the making again', async () => {
    const before = await counts()
    const ticket = ['we want to add 2 more seats of Business Premium', 'yes'] as const
    await ticketBy(desk, 'clara', 'steps', ...ticket)
    expect(await counts()).toBe(before + 1)
  })

  test('takes bad ratings and tickets that were opened again for risk', async () => {
    const order = 'open a ticket: the purchase order number is missing on our invoices again'
    const ticket = await ticketBy(desk, 'sofia', 'rated', order, 'yes')
    await change(desk, 'helena', ticket, { kind: 'resolve' }, '10:10')
    await change(desk, 'sofia', ticket, { kind: 'reopen' }, '10:20')
    await change(desk, 'helena', ticket, { kind: 'wait', for: 'customer' }, '10:25')
    await change(desk, 'helena', ticket, { kind: 'go-on' }, '10:30')
    await change(desk, 'helena', ticket, { kind: 'resolve' }, '10:40')
    await change(desk, 'sofia', ticket, { kind: 'rate', good: false, text: 'too slow' }, '10:50')
    const [first] = await insights('--customer', 'Serra Transportes')
    expect(first).toMatchObject({ product: 'none', risk: 2, topics: { 'rating.bad': 1, 'ticket.reopened': 1 } })
    expect((await saldo('insights')).out).not.toContain('too slow')
    const [before] = await insights('--customer', 'Serra Transportes', '--to', '2026-11-22')
    expect(before).toMatchObject({ risk: 0, interest: 1 })
  })

  test('shows the months that are asked for', async () => {
    expect(await insights('--from', '2026-12-01')).toEqual([])
    expect(await insights('--to', '2026-10-31')).toEqual([])
    expect(await insights('--from', '2026-11-30', '--customer', 'Adega')).not.toEqual([])
  })

  test.each([
    ['a sales agent', 'sara@partner.example', 0, /^$/],
    ['an admin agent', 'amelia@partner.example', 0, /^$/],
    ['a helpdesk agent', 'helena@partner.example', 1, /sales or an admin agent/],
    ['a customer', 'clara@adega.example', 1, /not of the partner's staff/],
    ['nobody known', 'x@partner.example', 1, /nobody with the mail address/],
  ] as const)('as %s', async (_, as, code, err) => {
    const ran = await saldo('insights', '--as', as)
    expect(ran).toMatchObject({ code, err: expect.stringMatching(err) })
    expect(ran.out === '').toBe(code === 1)
  })

  test('an end before the beginning is refused', async () => {
    const ran = await saldo('insights', '--from', '2026-11-02', '--to', '2026-11-01')
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--to') })
  })

  test('keeps them for 24 months', async () => {
    const before = await counts()
    expect(before).toBeGreaterThan(0)
    await sweepTurns(desk.documents, instant('2028-10-31T23:59:59Z'))
    expect(await counts()).toBe(before)
    await sweepTurns(desk.documents, instant('2028-11-01T00:00:00Z'))
    expect(await counts()).toBe(0)
  })
})

test.each([
  ['please add 5 seats', 'more'],
  ['we need 3 more licences', 'more'],
  ['upgrade us to Business Premium', 'more'],
  ['remove two more seats', 'fewer'],
  ['reduce from 10 to 8', 'fewer'],
  ['acrescente 5 licenças', 'more'],
  ['queremos menos licenças', 'fewer'],
  ['precisamos de mais 2 licenças', 'more'],
  ['queremos mudar o plano, mas não já', undefined],
  ['añada 4 licencias más', 'more'],
  ['necesitamos 4 licencias más', 'more'],
  ['dar de baja 3 licencias', 'fewer'],
  ['change our plan', undefined],
] as const)('“%s” wants %s', (text, direction) => {
  expect(seatsDirection(text)).toBe(direction)
})
