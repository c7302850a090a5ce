import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolder, runSaldo } from './run-saldo.ts'

const folder = dataFolder()
/** A Monday on which the sample's customers are written to in Portugal, and in Brazil not yet. */
const env = { SALDO_DATA: folder.path, SALDO_NOW: '2026-11-30T10:00:00Z' }
const json = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

beforeAll(async () => {
  await runSaldo(['people', '--json'], env)
}, 30_000)
afterAll(() => folder.remove())

describe('saldo remind --dry-run', () => {
  test('prints the decision of every customer with its reason, bill by bill, and changes nothing', async () => {
    const dry = await runSaldo(['remind', '--as-of', '2026-11-30', '--dry-run', '--json'], env)
    const customers = json((await runSaldo(['invoices', '--json'], env)).out).map(({ customer }) => customer)
    const decisions = json(dry.out)
    expect(dry.code).toBe(0)
    for (const customer of new Set(customers))
      expect(decisions.filter((decision) => decision.customer === customer)).toHaveLength(1)
    for (const { reason, bills, day } of decisions) {
      expect([typeof reason, day]).toEqual(['string', '2026-11-30'])
      for (const bill of bills as object[]) expect(bill).toHaveProperty('reason')
    }
    expect((await runSaldo(['reminders', '--json'], env)).out).toBe('')
  })

  test('says the same to people, and counts it', async () => {
    const { out, err } = await runSaldo(['remind', '--dry-run', '--as-of', '2026-11-30', '--customer', 'Aurora'], env)
    expect(out).toMatch(/^customer +day +decision +why +next +bill +due +amount +why\n/)
    expect(out).toContain('Ferragens Aurora, Lda')
    expect(err).toMatch(/^1 customers: \d to write to, \d for staff, \d not/)
  })

  test('takes no day that does not exist', async () => {
    expect((await runSaldo(['remind', '--as-of', '2026-02-30'], env)).code).toBe(2)
  })
})

describe('saldo remind', () => {
  test('does what the dry run said, once, and keeps to the hours', async () => {
    const dry = json((await runSaldo(['remind', '--dry-run', '--json'], env)).out)
    const done = json((await runSaldo(['remind', '--json'], env)).out)
    expect(done.map(({ customer, kind, reason }) => [customer, kind, reason])).toEqual(
      dry.map(({ customer, kind, reason }) => [customer, kind, reason]),
    )
    const written = done.filter(({ kind }) => kind === 'contact')
    expect(written.length).toBeGreaterThan(0)
    for (const one of written) expect('contact' in one !== 'waits' in one).toBe(true)
    const again = json((await runSaldo(['remind', '--json'], env)).out)
    expect(again.filter(({ contact }) => contact !== undefined)).toEqual([])
  })
})

describe('saldo reminders', () => {
  test('shows each person, and the counts add up', async () => {
    const { out, err } = await runSaldo(['reminders', '--json'], env)
    const to = json(out).flatMap((contact) => contact.to as { state: string }[])
    const [, contacts, asked, ...states] = (
      /^(\d+) contacts to (\d+): (\d+) sent, (\d+) held back, (\d+) failed, (\d+) unknown, (\d+) waiting\n$/.exec(
        err,
      ) ?? []
    ).map(Number)
    expect([contacts, asked]).toEqual([json(out).length, to.length])
    expect(states.reduce((sum, count) => sum + count, 0)).toBe(asked)
  })

  test('shows those alone that did not arrive', async () => {
    const failed = await runSaldo(['reminders', '--failed', '--json'], env)
    // Nobody of the sample has written to the bot, and no mail system is there.
    expect(json(failed.out).flatMap(({ to }) => (to as { reason: string }[]).map(({ reason }) => reason))).toContain(
      'unreachable',
    )
    expect((await runSaldo(['reminders', '--unknown', '--json'], env)).out).toBe('')
    expect((await runSaldo(['reminders', '--held', '--json'], env)).out).toBe('')
  })

  test('says why a customer was written to or not, day by day', async () => {
    const { out } = await runSaldo(['reminders', '--decisions', '--customer', 'Ballykeel', '--json'], env)
    expect(json(out)).toMatchObject([
      { day: '2026-11-30', kind: 'none', reason: 'exempt', name: 'Ballykeel Foods Ltd' },
    ])
  })

  test('lists the customers that the policy gave to a person', async () => {
    const { out, err } = await runSaldo(['reminders', '--waiting', '--json'], env)
    expect(json(out).map(({ staff }) => staff)).toContain('person')
    expect(err).toBe(`${json(out).length} customers wait for a person\n`)
  })
})
