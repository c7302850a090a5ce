import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chargePageSchema, chargePages, supplierInvoiceSchema, supplierInvoices } from '../../src/ledger/charge.ts'
import { decimal } from '../../src/values/decimal.ts'
import type { SubscriptionId } from '../../src/values/ids.ts'
import { monthOf } from '../../src/values/period.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { adega, serra } from '../conversation/support/small-desk.ts'
import { aCharge, eur, firstImport, partner } from '../ledger/examples.ts'
import { change, openHelpdesk, ticketBy } from './open-helpdesk.ts'
import { lineOver } from './open-line.ts'
import { objectsIn } from './run-saldo.ts'

const desk = deskForTests()
const folder = mkdtempSync(join(tmpdir(), 'saldo-cases-'))
const saldo = lineOver(
  () => desk.documents,
  () => desk.clock,
  folder,
)
afterAll(() => rmSync(folder, { recursive: true }))

const correlation = '7a9c1e22-1b1c-4d2e-9f00-aabbccddeeff'
let contested: string
let outage: string

/** What Microsoft billed for the lines of Adega's bill of October. */
const supplierSide = () =>
  desk.documents.change(async (unit) => {
    const number = 'G000000001'
    const invoice = {
      ...{ number, partner, period: monthOf('2026-10'), currency: eur, total: decimal('431.77'), lines: 3 },
      ...{ import: firstImport, customers: [adega.id] },
    }
    unit.put(supplierInvoices, `${partner}.${number}`, z.encode(supplierInvoiceSchema, invoice), 0)
    const charges = [2, 3, 4].map((line) =>
      aCharge({
        ...{ line, subtotal: '143.91', price: '14.391' },
        more: { orderId: `ORDER${line}X7Q`, subscription: `s-${line}` as SubscriptionId },
      }),
    )
    const page = { import: firstImport, partner, customer: adega.id, supplierInvoice: number, page: 1, charges }
    unit.put(chargePages, 'page-1', z.encode(chargePageSchema, page), 0)
  })

beforeAll(async () => {
  await openHelpdesk(desk)
  await supplierSide()
  const wrong = 'the charge for Visio Plan 2 on invoice FT 2026/118 is wrong, we never ordered it, Rui neither'
  contested = await ticketBy(desk, 'clara', 'contested', wrong, 'no, open a ticket', 'yes')
  const broken = 'Outlook is not working for anybody in the office, it shows error 0x8004010F'
  outage = await ticketBy(desk, 'clara', 'outage', broken, 'since 9:10 today', 'The whole company', 'yes')
  const more = `Rui saw it too, correlation id ${correlation}, his mail is rui@adega.example and request id ${serra.tenant}`
  await change(desk, 'clara', outage, { kind: 'say', text: more }, '10:05')
  const note = 'Serra Transportes has the same. Bruno says that our cost is 143.91 and the margin 33 %.'
  await change(desk, 'helena', outage, { kind: 'note', text: note }, '10:06')
  const known = 'Serra Transportes has the same since yesterday, says Bruno of serra.example.'
  await change(desk, 'helena', outage, { kind: 'note', text: known }, '10:07')
})

const forbidden =
  /143[.,]91|431[.,]77|14[.,]391|214[.,]80|264[.,]20|33 ?%|serra|bruno|rui\b|clara|helena|@adega|2222-000000000002/i

describe('saldo escalations package', () => {
  test('names Microsoft’s invoice, line and order behind a contested line, and no amount', async () => {
    const { code, out, err } = await saldo('escalations', 'package', contested, '--out', 'cases')
    expect(code).toBe(0)
    expect(out).toContain('Invoice G000000001: line 4 (ORDER4X7Q)\n')
    expect(out).toContain(`Customer tenant: ${adega.tenant}\n`)
    expect(out).toContain('Contact (partner): Nortada Service Desk, microsoft@partner.example, +351 21 000 0001\n')
    expect(out).not.toMatch(forbidden)
    expect(err).toContain(`written to ${join(folder, 'cases', `${contested}-case.zip`)}\n`)
    expect(err).toContain('to file with: Commercial issue support.')
    expect(err).toContain('  [ ] comparison: ')
    expect(err).not.toContain('[ ] lines')
  })

  test('of an outage has the customer’s own subscriptions, ids of failed attempts and codes, and nobody’s name', async () => {
    const [made] = objectsIn((await saldo('escalations', 'package', outage, '--out', '.', '--json')).out)
    expect(made).toMatchObject({ ticket: outage, kind: 'technical', service: 'microsoft-365', severity: 'A' })
    expect(made.text).toContain('Subscriptions: s-1, s-2\n')
    expect(made.text).toContain(`Correlation ids: ${correlation}\n`)
    expect(made.text).toContain('0x8004010F')
    expect(made.text).toContain('since 9:10 today (said on 2026-11-23)')
    expect(made.text).toMatch(/^Product: Outlook \(Microsoft 365 Business Premium, Exchange Online \(Plan 1\)\)$/m)
    expect(made.text).toContain('everybody in the company')
    expect(made.missing.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['steps', 'health']))
    const zip = unzipSync(readFileSync(made.zip))
    expect(Object.keys(zip)).toEqual(made.files)
    const all = Object.values(zip)
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    expect(all).toContain(made.text)
    expect(all).not.toMatch(forbidden)
  })

  test('has what was said to Saldo only with its writer’s consent, redacted', async () => {
    const packed = async (who: 'clara' | 'sofia', choice: string) => {
      const said = ['how much do we owe?', 'I want to talk to a person', choice]
      const ticket = await ticketBy(desk, who, `consent ${who}`, ...said)
      const [made] = objectsIn((await saldo('escalations', 'package', ticket, '--out', '.', '--json')).out)
      return unzipSync(readFileSync(made.zip))['transcript.txt']
    }
    expect(await packed('clara', 'yes')).toBeUndefined()
    const transcript = strFromU8((await packed('sofia', 'Yes, and show what we wrote'))!)
    expect(transcript).toContain('customer: how much do we owe?')
    expect(transcript).toContain('assistant: ')
    expect(transcript).not.toMatch(/\d[.,]\d\d|sofia|serra/i)
  })

  test('takes what staff found out, and what they know better', async () => {
    const given = [
      '--severity',
      'B',
      '--service',
      'azure',
      '--evidence',
      'steps=open Outlook',
      '--evidence',
      'health=nothing',
    ]
    const [made] = objectsIn((await saldo('escalations', 'package', outage, '--out', '.', '--json', ...given)).out)
    expect(made).toMatchObject({ severity: 'B', service: 'azure' })
    expect(made.text).toContain('open Outlook')
    expect(made.missing.map(({ code }: { code: string }) => code)).not.toContain('steps')
  })

  test.each([
    ['a ticket that there is not', ['T-9999', '--out', 'none'], 1, /no ticket T-9999/],
    ['no folder', ['T-1001'], 2, /--out/],
    ['a code that there is not', ['T-1001', '--out', 'none', '--evidence', 'x=y'], 2, /the codes are tenant/],
  ] as const)('%s is refused, and nothing is written', async (_, args, code, err) => {
    expect(await saldo('escalations', 'package', ...args)).toMatchObject({
      code,
      out: '',
      err: expect.stringMatching(err),
    })
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})

describe('a case for Microsoft', () => {
  const helena = ['--by', 'helena@partner.example']
  const about = ['--kind', 'technical', '--service', 'microsoft-365', '--severity', 'A']
  const run = (verb: string, ...args: string[]) => saldo('escalations', verb, outage, ...args)
  const ticket = async () => objectsIn((await saldo('tickets', 'show', outage, '--json')).out)[0]

  test('is prepared, filed, answered and closed by somebody who may, and twice is once', async () => {
    const prepared = await run('prepare', ...about, ...helena)
    expect(prepared).toMatchObject({ code: 0, out: expect.stringMatching(/^E-1001 .*: prepared\. .*Advanced Support/) })
    expect((await run('prepare', ...about, ...helena)).out).toContain('prepared, as before')
    expect((await run('file', '--number', '2611230040001234', ...helena)).out).toMatch(
      /filed, number 2611230040001234\n$/,
    )
    expect((await run('file', '--number', '2611230040001234', ...helena)).out).toContain('as before')
    expect(await ticket()).toMatchObject({ state: 'waiting-microsoft', escalation: 'E-1001' })
    await run('answer', '--text', 'A fix is on its way.', ...helena)
    await run('answer', '--text', 'A fix is on its way.', ...helena)
    expect((await saldo('escalations', '--open')).out).toMatch(/E-1001 .*Adega.* answered +2611230040001234 .* 1\n$/)
    const [closed] = objectsIn(
      (await run('close', '--result', 'solved', '--text', 'It works again.', '--json', ...helena)).out,
    )
    expect(closed).toMatchObject({ outcome: 'done', id: 'E-1001', state: 'closed', result: 'solved' })
    expect((await run('close', '--result', 'solved', '--text', 'It works again.', ...helena)).out).toContain(
      'as before',
    )
    const { state, trail, deliveries } = await ticket()
    expect(state).toBe('resolved')
    expect(trail.filter(({ text }: { text?: string }) => text === 'Microsoft: A fix is on its way.')).toHaveLength(1)
    const news = deliveries.filter(
      ({ to, what }: { to: string; what: string }) => to === 'customer' && what === 'answer',
    )
    expect(news).toHaveLength(2)
    expect(objectsIn((await saldo('escalations', '--open', '--json')).out)).toEqual([])
    expect(objectsIn((await saldo('escalations', '--json')).out)).toMatchObject([{ id: 'E-1001', name: adega.name }])
  })

  test('in the package of its ticket tells what Microsoft did so far', async () => {
    const { out } = await run('package', '--out', '.')
    expect(out).toContain(`Our reference: E-1001, ticket ${outage}`)
    expect(out).toContain('Answer to case E-1001: A fix is on its way.')
  })

  test.each([
    ['somebody without the role', ['file', '--number', '1', '--by', 'sara@partner.example'], /only a helpdesk agent/],
    ['a customer', ['file', '--number', '1', '--by', 'clara@adega.example'], /not of the partner's staff/],
    ['nobody', ['file', '--number', '1', '--by', 'x@partner.example'], /nobody with the mail address/],
    ['a ticket that has none', ['answer', '--text', 'x', ...helena], /has no case for Microsoft/],
  ] as const)('is not moved for %s', async (_, [verb, ...args], err) => {
    expect(await saldo('escalations', verb, contested, ...args)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(err),
    })
  })

  test('that was not filed is not answered', async () => {
    await saldo(
      'escalations',
      'prepare',
      contested,
      '--kind',
      'commercial',
      '--service',
      'microsoft-365',
      '--severity',
      'C',
      ...helena,
    )
    const ran = await saldo('escalations', 'answer', contested, '--text', 'x', ...helena)
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('has not been filed') })
    expect((await saldo('escalations', 'withdraw', contested, ...helena)).out).toContain('withdrawn')
  })
})
