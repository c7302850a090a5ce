import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, objectsIn, type Ran, runSaldo } from './run-saldo.ts'

const data = dataFolder()
const env = { SALDO_DATA: data.path }
const saldo = (...args: string[]): Promise<Ran> => runSaldo(args, env, { cwd: data.path })
const mail = 'contas@marealta.example'
let number: string
let foreign: string

beforeAll(async () => {
  const bills = objectsIn((await saldo('invoices', '--json')).out)
  number = bills.find(({ name }) => name.includes('Maré Alta')).number
  foreign = bills.find(({ name }) => !name.includes('Maré Alta')).number
})
afterAll(() => data.remove())

test('saldo invoices copy writes what the person would get, under its own name or the one told', async () => {
  const copied = await saldo('invoices', 'copy', number.toLowerCase(), '--as', mail, '--language', 'pt-PT', '--json')
  const [{ file, ...said }] = objectsIn(copied.out)
  expect(said).toMatchObject({ number, kind: 'statement', mediaType: 'application/pdf' })
  expect(file).toBe(join(data.path, `Extrato de faturação ${number}.pdf`))
  expect(readFileSync(file).subarray(0, 8).toString()).toBe('%PDF-1.7')
  const told = await saldo('invoices', 'copy', number, '--as', mail, '--out', 'mine.pdf')
  expect(told).toMatchObject({ code: 0, out: `a billing statement of ${number}: ${join(data.path, 'mine.pdf')}\n` })
})

test("another customer's bill is as one that never was", async () => {
  const messages = []
  for (const each of [foreign, 'NOR-2026-9999']) {
    const ran = await saldo('invoices', 'copy', each, '--as', mail)
    expect([ran.code, ran.out]).toEqual([1, ''])
    messages.push(ran.err.replaceAll(each, 'X'))
  }
  expect(messages[0]).toBe(messages[1])
})

test('saldo ask says how to get the document: the command, and the link where there is a public address', async () => {
  const asked = await saldo('ask', '--as', mail, `send me the PDF of ${number}`)
  expect(asked.out).toContain(`saldo invoices copy ${number} --as ${mail} --language en`)
  expect(asked.out).not.toContain('/documents/')
  const linked = await runSaldo(['ask', '--as', mail, '--json', `send me the PDF of ${number}`], {
    ...env,
    SALDO_PUBLIC_URL: 'https://billing.nortada.example/',
  })
  const [answer] = objectsIn(linked.out)
  expect(answer.document).toMatchObject({
    kind: 'statement',
    link: expect.stringMatching(/^https:\/\/billing\.nortada\.example\/documents\/[\w-]+\.[\w-]+\.[\w-]+$/),
  })
})
