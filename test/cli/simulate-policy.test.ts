import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolder, objectsIn, runSaldo } from './run-saldo.ts'

const data = dataFolder()
const files = dataFolder()
const saldo = (...args: string[]) => runSaldo(args, { SALDO_DATA: data.path }, { cwd: files.path })
const simulate = (...args: string[]) => saldo('policy', 'simulate', '--from', '2026-11-22', ...args)

const gentle = (partner: string, effective: string) => `# saldo policy
partner: ${partner}
name: Only when due
effective: ${effective}
hours:
${[1, 2, 3, 4, 5].map((weekday) => `  - weekday: ${weekday}\n    from: 09:00\n    to: 18:00`).join('\n')}
stages:
  - id: due
    when: after
    days: 0
    action: remind
`
let partner: string

beforeAll(async () => {
  const [bill] = objectsIn((await saldo('invoices', '--json')).out)
  partner = bill.customer.split('.')[0]
  writeFileSync(join(files.path, 'gentle.yaml'), gentle(partner, '2026-01-01'))
  writeFileSync(join(files.path, 'later.yaml'), gentle(partner, '2030-01-01'))
  writeFileSync(join(files.path, 'wrong.yaml'), gentle(partner, '2026-13-01'))
})
afterAll(() => {
  data.remove()
  files.remove()
})

describe('what would be done', () => {
  test('each customer and day has one verdict with one reason, and the totals sum them up', async () => {
    const ran = await simulate('--days', '30', '--json')
    expect(ran.code).toBe(0)
    const days = objectsIn(ran.out)
    const { totals } = days.pop()
    expect(days).toHaveLength(totals.customers * 30)
    expect(new Set(days.map(({ day, customer }) => `${day} ${customer}`)).size).toBe(days.length)
    expect(Object.values<number>(totals.reasons).reduce((sum, count) => sum + count, 0)).toBe(days.length)
    expect(totals.contacts).toBe(days.filter(({ kind }) => kind === 'contact').length)
    expect(totals.contacts).toBe(
      totals.stages.reduce((sum: number, { contacts }: { contacts: number }) => sum + contacts, 0),
    )
    expect(totals.access.subscriptions).toBeGreaterThan(0)
    console.info(`${days.length} customer's days: ${totals.contacts} messages, ${totals.forStaff} days for staff`)
  })

  test('for people: the days on which something comes, the totals, and what was assumed', async () => {
    const { out, err } = await simulate('--days', '14', '--customer', 'robledal')
    expect(out).toMatch(/^day +customer +what +due/)
    expect(out).toMatch(/2026-11-\d\d +Talleres Robledal, SL +contact .* EUR/)
    expect(out).not.toMatch(/none \(done\)\s*$/m)
    expect(out).toMatch(/messages about payment +\d/)
    expect(err).toMatch(/no payment comes in/)
    const all = await simulate('--days', '14', '--customer', 'robledal', '--all')
    expect(all.out.match(/^2026-1/gm)).toHaveLength(14)
  })

  test('it changes nothing: twice is the same', async () => {
    const args = ['--days', '20', '--json'] as const
    expect((await simulate(...args)).out).toBe((await simulate(...args)).out)
  })

  test('with usual payments fewer are written to, and what they pay is said', async () => {
    const totalsOf = async (...args: string[]) =>
      objectsIn((await simulate('--days', '40', '--json', ...args)).out).at(-1).totals
    const [none, usual] = [await totalsOf(), await totalsOf('--assume', 'usual')]
    expect(usual.contacts).toBeLessThan(none.contacts)
    expect(none.paid).toEqual([])
    expect(usual.paid.length).toBeGreaterThan(1)
  })
})

describe('against another policy', () => {
  test('every day on which they part is shown with both, and the totals side by side', async () => {
    const found = objectsIn((await simulate('--days', '30', '--against', 'gentle.yaml', '--json')).out)
    const { totals } = found.pop()
    expect(found).toHaveLength(totals.differences)
    expect(totals.theirs.contacts).toBeLessThan(totals.ours.contacts)
    expect(found.every(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs))).toBe(true)
    // The accounts that the file does not name keep their policy.
    expect(new Set(found.map(({ customer }) => customer.split('.')[0]))).toEqual(new Set([partner]))
    const { out } = await simulate('--days', '30', '--against', 'gentle.yaml')
    expect(out).toMatch(/^day +customer +the policy now +gentle\.yaml/)
    expect(out).toMatch(/in all +the policy now +gentle\.yaml/)
  })

  test('also against the version that was in force on a day', async () => {
    const { out, code } = await simulate('--days', '30', '--against', '2025-12-01', '--customer', 'robledal')
    expect(code).toBe(0)
    expect(out).toMatch(/^day +customer +the policy now +2025-12-01/)
    const same = await simulate('--days', '10', '--against', '2026-11-22', '--json')
    expect(objectsIn(same.out)).toMatchObject([{ totals: { differences: 0 } }])
  })

  test('one that is to begin later is looked at as if it held from the first day', async () => {
    const differences = async (file: string) =>
      objectsIn((await simulate('--days', '30', '--against', file, '--json')).out).at(-1).totals.differences
    expect(await differences('later.yaml')).toBe(await differences('gentle.yaml'))
  })
})

test.each([
  [['--against', 'wrong.yaml'], 1, /1 fault.*saldo policy check wrong\.yaml/],
  [['--against', 'missing.yaml'], 1, /cannot be read/],
  [['--against', '2001-01-01'], 1, /no version of the policy was there on 2001-01-01/],
  [['--customer', 'nobody at all'], 1, /no customer is called/],
  [['--days', '0'], 2, /from 1 to 366/],
  [['--days', '367'], 2, /from 1 to 366/],
  [['--assume', 'hope'], 2, /none, usual/],
])('simulate %j ends with %i and says why', async (args, code, reason) => {
  const ran = await simulate(...args)
  expect(ran.code).toBe(code)
  expect(ran.err).toMatch(reason)
})
