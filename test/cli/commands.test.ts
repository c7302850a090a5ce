import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolder, objectsIn, type Ran, runSaldo } from './run-saldo.ts'

const data = dataFolder()
const env = { SALDO_DATA: data.path }
const saldo = (...args: string[]): Promise<Ran> => runSaldo(args, env)
const admin = 'ulisses.campos@nortada.example'
let people: { tenant: string; objectId: string; mail: string; name: string; customer: string | null; roles: string[] }[]
let first: Ran

beforeAll(async () => {
  first = await saldo('people', '--json')
  people = objectsIn(first.out)
})
afterAll(() => data.remove())

const contact = () => people.find(({ roles }) => roles.includes('billing-contact'))!

test('the first command that only looks fills an empty store with the sample partner, and says so', async () => {
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('sample partner') })
  expect(people.length).toBeGreaterThan(20)
  expect(Object.keys(contact())).toEqual(['tenant', 'objectId', 'mail', 'name', 'customer', 'roles'])
  expect((await saldo('people')).err).toBe('')
})

test.each([
  [['--help'], 0],
  [['version'], 0],
  [['bogus'], 2],
  [['ask'], 2],
  [['ask', 'hello'], 2],
  [['ask', '--as', 'x@y.example', '--language', 'fr', 'hello'], 2],
  [['understand', '--now', '2026-02-30'], 2],
  [['sample', 'folder', '--customers', 'many'], 2],
  [['import'], 2],
])('saldo %j ends with %i', async (args, code) => {
  const ran = await saldo(...args)
  expect(ran.code).toBe(code)
  expect(code === 0 ? ran.err : ran.out).toBe('')
})

test('a configuration that cannot be used ends a command with 1 and the variable; help still works', async () => {
  const ran = await runSaldo(['people'], { ...env, PORT: 'x' })
  expect(ran).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('PORT: its value cannot be used. Write a port'),
  })
  expect((await runSaldo(['--help'], { PORT: 'x' })).code).toBe(0)
})

describe('understand', () => {
  test('one object a line for every line, in order, the empty ones included', async () => {
    const input = 'hello\n\nquanto devemos?\r\núltima linha\u2028sem fim'
    const { out, code } = await runSaldo(['understand', '--now', '2026-11-22'], env, { input })
    const lines = objectsIn(out)
    expect(code).toBe(0)
    expect(lines.map(({ text }) => text)).toEqual(['hello', '', 'quanto devemos?', 'última linha\u2028sem fim'])
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['text', 'language', 'intent', 'confidence', 'zone', 'alternatives', 'slots'])
    }
  })

  test('--now decides what a month means', async () => {
    const slots = async (now: string) => {
      const { out } = await runSaldo(['understand', '--now', now], env, { input: 'how much was October?' })
      return objectsIn(out)[0].slots.period
    }
    expect([await slots('2026-11-22'), await slots('2026-09-30')]).toEqual(['2026-10', '2025-10'])
  })

  test('the model is trained once and kept', async () => {
    const kept = () =>
      readdirSync(join(data.path, 'cache')).map((name) => [name, statSync(join(data.path, 'cache', name)).mtimeMs])
    const before = kept()
    expect(before).toHaveLength(1)
    await runSaldo(['understand'], env, { input: 'hello' })
    expect(kept()).toEqual(before)
  })
})

describe('ask', () => {
  test('--json gives the answer with its facts and their sources, one object a turn', async () => {
    const { out, code } = await saldo('ask', '--as', contact().mail, '--json', 'how much do we owe?', 'thanks')
    const answers = objectsIn(out)
    expect(code).toBe(0)
    expect(answers).toHaveLength(2)
    expect(Object.keys(answers[0])).toEqual(['kind', 'language', 'text', 'facts'])
    for (const { name, source } of answers[0].facts) expect([name, source.type]).toEqual([name, expect.any(String)])
    const open = answers[0].facts.find(({ name }: { name: string }) => name === 'open')
    expect(open.value).toEqual({ amount: expect.stringMatching(/^\d+\.\d\d$/), currency: expect.any(String) })
  })

  test('a chart stands under the text, and in --json only its facts', async () => {
    const question = ['ask', '--as', contact().mail, '--language', 'en', 'list all invoices'] as const
    const { out } = await saldo(...question)
    const [, chart] = out.split('\nTotals by period\n')
    expect(chart).toMatch(/^( {2}\S.* █+.* \D?[\d,.]+\n)+$/)
    const json = await saldo(...question, '--json')
    expect(json.out).not.toContain('█')
    const names = objectsIn(json.out)[0].facts.map(({ name }: { name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['chart.points.0.label', 'chart.points.0.amount']))
  })

  test('mail addresses are read in any case', async () => {
    expect(await saldo('ask', '--as', contact().mail.toUpperCase(), 'hello')).toMatchObject({ code: 0 })
  })

  test('an address nobody has is refused', async () => {
    const ran = await saldo('ask', '--as', 'nobody@nowhere.example', 'hello')
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringContaining('`saldo people` lists everybody') })
  })

  test('somebody of an unknown tenant can be asked as by tenant and object id, and learns no figure', async () => {
    const stranger = '99999999-0000-4000-8000-000000000001/99999999-0000-4000-8000-000000000002'
    const { out } = await saldo('ask', '--as', stranger, '--json', 'how much do we owe?')
    expect(objectsIn(out)[0].facts.filter(({ value }: { value: { amount?: string } }) => value.amount)).toEqual([])
  })
})

describe('people', () => {
  const key = { tenant: '88888888-0000-4000-8000-000000000001', object: '88888888-0000-4000-8000-000000000002' }
  const mail = 'nova.pessoa@nortada.example'
  const add = (...more: string[]) =>
    saldo(
      'people',
      'add',
      '--tenant',
      key.tenant,
      '--object-id',
      key.object,
      '--name',
      'Nova Pessoa',
      '--mail',
      mail,
      ...more,
    )

  test('the role table holds: only a user management admin may, or whoever runs the machine', async () => {
    const employee = people.find(({ roles }) => roles.includes('helpdesk-agent') && roles.length === 1)!
    expect(await add('--roles', 'helpdesk-agent', '--by', employee.mail)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('only a user management admin'),
    })
    expect(await add('--roles', 'helpdesk-agent', '--by', admin)).toMatchObject({ code: 0, out: `${mail}: added\n` })
    expect(await add('--roles', 'helpdesk-agent')).toMatchObject({ code: 0, out: `${mail}: unchanged\n` })
    expect(await saldo('people', 'role', mail, 'sales-agent', 'admin-agent', '--json')).toMatchObject({ code: 0 })
    const listed = objectsIn((await saldo('people', '--json')).out).find((person) => person.mail === mail)
    expect(listed).toMatchObject({ roles: ['sales-agent', 'admin-agent'], customer: null })
    expect(await saldo('people', 'remove', mail)).toMatchObject({ code: 0 })
    expect(await saldo('people', 'remove', mail)).toMatchObject({ code: 1 })
  })

  test.each([
    [['--roles', 'boss'], /"boss" is no role/],
    [['--roles', 'billing-contact'], /a customer's people are/],
    [['--roles', 'employee', '--customer', key.tenant], /no customer/],
    [['--roles', 'employee', '--customer', 'x'], /--customer: "x"/],
  ])('add %j is refused', async (more, reason) => {
    expect(await add(...more)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(reason) })
  })
})

describe('import', () => {
  test('the sample again changes nothing, and says so in either form', async () => {
    const folder = join(data.path, 'again')
    expect(await saldo('sample', folder)).toMatchObject({ code: 0 })
    const { out, code } = await runSaldo(['import', 'again', '--json'], env, { cwd: data.path })
    expect(code).toBe(0)
    expect(new Set(objectsIn(out).map(({ kind }) => kind))).toEqual(new Set(['unchanged']))
    expect(objectsIn(out).length).toBeGreaterThan(10)
  })

  test('a refused file ends with 1, its fault on stderr and as an object', async () => {
    const folder = join(data.path, 'bad')
    mkdirSync(folder)
    writeFileSync(
      join(folder, 'people.csv'),
      'tenant,object_id,name,mail,customer_partner_tenant,roles,language\nx,y,z,m@x.example,,employee,\n',
    )
    const { code, out, err } = await saldo('import', join(folder, 'people.csv'), '--json')
    expect(code).toBe(1)
    expect(objectsIn(out)).toEqual([
      expect.objectContaining({ kind: 'refused', file: 'people.csv', line: 2, column: 'tenant', value: 'x' }),
    ])
    expect(err).toContain('people.csv, line 2, column tenant: the value cannot be read ("x"). Write')
    expect(err).not.toContain('█')
  })

  test.each([
    ['missing.csv', /there is no file \S+missing\.csv: check the path/],
    ['nothing.csv', /nothing\.csv: the file is empty/],
    ['.', /no file of a format/],
  ])('%s is refused', async (path, reason) => {
    mkdirSync(join(data.path, 'empty'), { recursive: true })
    writeFileSync(join(data.path, 'empty', 'nothing.csv'), '')
    const ran = await runSaldo(['import', path], env, { cwd: join(data.path, 'empty') })
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(reason) })
  })
})

describe('bills', () => {
  test('invoices lists every bill with what is open, and no cost', async () => {
    const all = objectsIn((await saldo('invoices', '--json')).out)
    const open = objectsIn((await saldo('invoices', '--open', '--json')).out)
    expect(all.length).toBeGreaterThan(open.length)
    expect(open.every((bill) => !bill.open.amount.startsWith('-') && bill.open.amount !== '0.00')).toBe(true)
    const { name } = all[0]
    const ofOne = objectsIn((await saldo('invoices', '--customer', name, '--json')).out)
    expect(new Set(ofOne.map((bill) => bill.name))).toEqual(new Set([name]))
  })

  test('bill-out of what is billed already issues nothing more; a dry run says what it comes to', async () => {
    const folder = join(data.path, 'again')
    const file = readdirSync(folder).find((name) => name.startsWith('reconciliation') && name.endsWith('.csv'))!
    const number = /G\d{9}/.exec(readFileSync(join(folder, file), 'utf8'))![0]
    const before = (await saldo('invoices', '--json')).out
    expect(await saldo('bill-out', number)).toMatchObject({
      code: 0,
      out: expect.stringContaining(', issued before\n'),
    })
    const { out } = await saldo('bill-out', number, '--dry-run', '--json')
    expect(objectsIn(out)).toMatchObject([{ supplierInvoice: number, kind: 'drafted', bills: expect.any(Number) }])
    const unknown = await saldo('bill-out', number, 'G000000000')
    expect(unknown).toMatchObject({ code: 1, out: '', err: expect.stringContaining('import its reconciliation file') })
    expect((await saldo('invoices', '--json')).out).toBe(before)
  })

  test('an import says which bills wait, and bill-out can use the payments that came in before them', async () => {
    const fresh = dataFolder()
    try {
      const into = { SALDO_DATA: fresh.path }
      const imported = await runSaldo(['import', join(data.path, 'again')], into)
      const numbers = imported.err.match(/G\d{9}/g) ?? []
      expect(numbers.length).toBeGreaterThan(10)
      const billed = await runSaldo(['bill-out', ...numbers, '--use-credit', '--json'], into)
      expect(billed.code).toBe(0)
      const used = objectsIn(billed.out).reduce((sum, { usedPayments }) => sum + usedPayments, 0)
      expect(used).toBeGreaterThan(numbers.length)
      expect((await runSaldo(['import', join(data.path, 'again')], into)).err).toBe('')
    } finally {
      fresh.remove()
    }
  })

  test('a customer nobody has is refused', async () => {
    expect(await saldo('invoices', '--customer', 'Nobody & Sons')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('`saldo invoices` alone lists'),
    })
  })
})

test('doctor finds the sample in order, and says what a real bot lacks', async () => {
  const ran = await runSaldo(['doctor', '--json'], { ...env, PORT: '0' })
  expect(ran.code).toBe(0)
  expect(objectsIn(ran.out).find(({ about }) => about === 'bot')).toMatchObject({ verdict: 'should' })
  const channel = objectsIn(ran.out).find(({ about }) => about === 'helpdesk channel')
  expect(channel).toMatchObject({ verdict: 'should', says: expect.stringContaining('@Saldo cases here') })
})

test('doctor ends with 1 when something must be mended', async () => {
  const half = await runSaldo(['doctor'], { ...env, PORT: '0', MicrosoftAppId: '11111111-2222-4333-8444-555555555555' })
  expect(half).toMatchObject({ code: 1, out: expect.stringMatching(/MEND\s+bot: /) })
  const wrong = await runSaldo(['doctor'], { ...env, PORT: 'x' })
  expect(wrong).toMatchObject({ code: 1, out: expect.stringMatching(/MEND\s+PORT: /) })
  expect(wrong.out.match(/PORT: its value/g)).toHaveLength(1)
})
