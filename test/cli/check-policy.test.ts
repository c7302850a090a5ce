import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeSample } from '../../src/cli/sample/write-sample.ts'
import { day } from '../../src/values/day.ts'
import { objectsIn, runSaldo } from './run-saldo.ts'

const folder = mkdtempSync(join(tmpdir(), 'saldo-check-policy-'))
afterAll(() => rmSync(folder, { recursive: true }))
const data = join(folder, 'data')
const check = (...args: readonly string[]) =>
  runSaldo(['policy', 'check', ...args], { SALDO_DATA: data }, { cwd: folder })

const written = `# saldo policy
partner: 11111111-1111-4111-8111-111111111111
name: standard
effective: 2026-12-01
hours:
  - { weekday: 1, from: "09:00", to: "18:00" }
  - { weekday: 2, from: "09:00", to: "18:00" }
  - { weekday: 5, from: "09:00", to: "15:00" }
cap: { contacts: 2, days: 7 }
minimum: [{ amount: 10.00, currency: EUR }]
paymentDataDays: 3
stages:
  - { id: courtesy, when: before, days: 5, count: business, action: remind, channel: teams }
  - { id: due, when: after, days: 0, action: remind }
  - { id: later, when: after, days: 10, action: remind, fee: { amount: { amount: 40.00, currency: EUR } } }
  - { id: warning, when: after, days: 20, action: warn, words: { en: Please call us. } }
  - { id: proposal, when: after, days: 30, action: propose-suspension }
promises: { days: 14, atMost: 1, atLeast: 50, broken: warning }
suspension: { noticeDays: 10, approvals: 2, autoRenewFirst: true }
notices: { renewal: { days: 30 } }
holidays: { PT: [2026-12-08] }
exemptions: [{ customer: 22222222-2222-4222-8222-000000000002, invoice: A/7, reason: agreed, until: 2027-01-31 }]
overrides:
  - { name: key accounts, customers: [22222222-2222-4222-8222-000000000001], laterDays: 9 }
`
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return name
}

describe('saldo policy check', () => {
  test('says in plain words what a policy does, stage by stage, and changes nothing', async () => {
    const { code, out, err } = await check(file('policy.yaml', written))
    expect(out).toBe(`"standard" of account 11111111-1111-4111-8111-111111111111, from 2026-12-01 on
  5 business days before the due date  the customer is reminded in Teams [courtesy]
  on the due date                      the customer is reminded in Teams, else by your mail system [due]
  10 days after the due date           the customer is reminded in Teams, else by your mail system, told of a fee of 40.00 EUR [later]
  20 days after the due date           the customer is warned in Teams, else by your mail system, with words of yours in en [warning]
  30 days after the due date           a suspension is proposed to your staff [proposal]
  written to: Mon Tue 09:00-18:00; Fri 09:00-15:00, in the customer's own time
  written to at most 2 times in 7 days, about all that is due at once
  left alone: who owes less than 10.00 EUR
  nobody is reminded on payment data older than 3 days
  promises: at least 50 % of what is due, up to 14 days ahead, once for one bill; a broken one leads to warning
  waits: a decided dispute gives 7 days, "I have paid" 5 days, "remind me later" 3 days
  suspension: only after two admin agents approved it and a notice of 10 days; switching off auto-renew comes first
  notice, renewal: 30 days ahead
  never on holidays of PT (1)
  exempt until 2027-01-31: A/7 of 22222222-2222-4222-8222-000000000002 (agreed)
  "key accounts", instead, for 22222222-2222-4222-8222-000000000001:
    waits: "remind me later" 9 days
  Microsoft gives you 60 days; a notice comes 7 days before your account is at risk

`)
    expect(err).toBe(`"standard" of 2026-12-01: the words of warning are not there in pt-PT, pt-BR, es
policy.yaml: 1 version, no fault
`)
    expect(code).toBe(0)
    expect(existsSync(data)).toBe(false)
  })

  test('finds every fault at once, each with line, field, value and remedy, in the order of the lines', async () => {
    const wrong = written
      .replace('2026-12-01', '2026-12-32')
      .replace('contacts: 2', 'contacts: 0')
      .replace('days: 20', 'days: 10')
      .replace('broken: warning', 'broken: never')
      .replace('notices:', 'notes:')
    const { code, out, err } = await check(file('wrong.yaml', wrong))
    expect(out.split('\n')).toEqual([
      'wrong.yaml:4 effective "2026-12-32": the value cannot be used. "2026-12-32" is no day: write YYYY-MM-DD.',
      'wrong.yaml:9 cap.contacts "0": the value cannot be used. Write 1 or more.',
      'wrong.yaml:16 stages.3.days "10": the value cannot be used. Put it on another day: of it and "later" on one day only this one would be done.',
      'wrong.yaml:18 promises.broken "never": the value cannot be used. Name a stage of this policy, such as later, warning, proposal.',
      'wrong.yaml:20 "notes": nothing is known by this name. Mend the spelling of "notes", or take it out.',
      '',
    ])
    expect(err).toBe('wrong.yaml: 5 faults\n')
    expect(code).toBe(1)
  })

  test('finds the faults of every version in the file', async () => {
    const two = `${written.replace('days: 20', 'days: soon')}---\n${written.replace('# saldo policy\n', '').replace('2027-01-31', '2026-01-31')}`
    const { out } = await check(file('two.yaml', two))
    expect(out.match(/two\.yaml:\d+ \S+/g)).toEqual(['two.yaml:16 stages.3.days', 'two.yaml:46 exemptions.0.until'])
  })

  test('gives each fault, or each version, as an object for scripts', async () => {
    const faults = objectsIn((await check('--json', file('json.yaml', written.replace('days: 20', 'days: soon')))).out)
    expect(faults).toEqual([
      {
        kind: 'fault',
        file: 'json.yaml',
        line: 16,
        column: 'stages.3.days',
        value: 'soon',
        problem: 'the value cannot be used',
        remedy: 'Write a whole number.',
      },
    ])
    const [version] = objectsIn((await check('--json', 'policy.yaml')).out)
    expect(version).toMatchObject({
      kind: 'policy',
      name: 'standard',
      stages: { length: 5 },
      holidays: { PT: ['2026-12-08'] },
    })
  })

  test.each([
    ['is missing', 'nowhere.yaml', undefined, /there is no file/],
    ['is a folder', '.', undefined, /there is no file/],
  ])('a file that %s: is said to be none', async (_, name, __, said) => {
    const { code, err } = await check(name)
    expect(err).toMatch(said)
    expect(code).toBe(1)
  })

  test.each([
    ['something else', 'name: x\n', /Write "# saldo policy" as its first line/],
    ['broken YAML', '# saldo policy\nname: [x\n', /it is no YAML/],
    ['no text', Buffer.from([0x23, 0x20, 0xff, 0xfe]).toString('latin1'), /first line/],
    ['nothing but the first line', '# saldo policy\n', /it holds no policy/],
  ])('a file with %s has a fault', async (_, content, said) => {
    const { code, out } = await check(file('other.yaml', content))
    expect(out).toMatch(said)
    expect(code).toBe(1)
  })

  test('a calendar that is missing is a fault, and every other one is told too', async () => {
    const named = `${written.replace('2027-01-31', '2026-01-31')}holidayCalendars: { PT: [pt.ics] }\n`
    const { out } = await check(file('calendar.yaml', named))
    expect(out).toMatch(/calendar\.yaml:22 exemptions\.0\.until/)
    expect(out).toMatch(/pt\.ics: this file is missing/)
  })

  test('finds nothing wrong with the sample’s policy: four versions, with their holidays', async () => {
    await writeSample(join(folder, 'sample'), { today: day('2026-11-22'), customers: 14, months: 1 })
    const { code, out, err } = await check('sample/policy.yaml')
    expect(out.match(/of account/g)).toHaveLength(4)
    expect(out).toMatch(/never on holidays of ES \(\d+\), GB \(\d+\), IE \(\d+\), PT \(\d+\)/)
    expect(err).toMatch(/holidays-pt\.ics: \d+ holidays/)
    expect(code).toBe(0)
  })
})
