import { afterAll, describe, expect, test } from 'vitest'
import { dataFolder, objectsIn, runSaldo } from './run-saldo.ts'

const data = dataFolder()
const saldo = (...args: string[]) => runSaldo(args, { SALDO_DATA: data.path })
const later = (...args: string[]) => runSaldo(args, { SALDO_DATA: data.path, SALDO_NOW: '2026-11-28T09:00:00Z' })
const held = async (...args: string[]) => objectsIn((await saldo('holds', '--json', ...args)).out)
afterAll(() => data.remove())

const aurora = 'Ferragens Aurora'

describe('saldo hold, holds and release', () => {
  test('nobody is held at first', async () => {
    expect(await saldo('holds')).toMatchObject({ code: 0, out: '', err: expect.stringContaining('no holds') })
  })

  test('a bill is held with reason and end; again it is the same', async () => {
    const hold = () =>
      saldo('hold', aurora, '--invoice', 'nor-2026-0058', '--reason', 'credit note', '--until', '2026-12-05')
    const [first, again] = [await hold(), await hold()]
    expect(first.out).toMatch(/^H-[0-9a-f]{10}: Ferragens Aurora, Lda, NOR-2026-0058: no reminders until 2026-12-05\n$/)
    expect(again.out).toBe(`${first.out.trimEnd()}, as before\n`)
    expect(await held()).toMatchObject([
      { kind: 'held', invoice: 'NOR-2026-0058', reason: 'credit note', until: '2026-12-05', inForce: true },
    ])
  })

  test('a whole customer is exempt, by a person with the role', async () => {
    const staff = objectsIn((await saldo('people', '--json')).out).filter(({ customer }) => !customer)
    const mailOf = (role: string) => staff.find(({ roles }) => roles.includes(role)).mail
    const exempt = (role: string) =>
      saldo('hold', aurora, '--exempt', '--reason', 'agreed', '--by', mailOf(role), '--json')
    expect(await exempt('sales-agent')).toMatchObject({ code: 1, err: expect.stringContaining('a billing admin') })
    const [done] = objectsIn((await exempt('billing-admin')).out)
    expect(done).toMatchObject({ outcome: 'placed', kind: 'exempt', invoice: null, until: null })
    expect(done.by.objectId).toBeDefined()
  })

  test.each([
    ['an unknown customer', ['Nobody at all', '--reason', 'x'], 'no customer is called'],
    ['an unknown bill', [aurora, '--reason', 'x', '--invoice', 'NOR-1'], 'has no bill NOR-1'],
    ['a day that is over', [aurora, '--reason', 'x', '--until', '2026-11-21'], 'ends on 2026-11-22 or later'],
    ['one of a customer’s people', [aurora, '--reason', 'x', '--by', 'contas@aurora.example'], 'not of the partner’s'],
  ])('%s is refused, with what to do', async (_, args, says) => {
    const ran = await saldo('hold', ...args)
    expect(ran.code).toBe(1)
    expect(ran.err.replaceAll("'", '’')).toContain(says)
    expect(await held()).toHaveLength(2)
  })

  test('a hold is released, and stays on record', async () => {
    const [first] = await held()
    expect(await saldo('release', first.hold)).toMatchObject({ code: 0, out: expect.stringContaining('go on') })
    expect((await saldo('release', first.hold)).out).toContain('as before')
    expect(await held()).toHaveLength(1)
    expect(await held('--all')).toHaveLength(2)
    expect(await saldo('release', 'H-0000000000')).toMatchObject({ code: 1, err: expect.stringContaining('no hold') })
  })
})

describe('saldo promises', () => {
  test('lists what was promised in the chat, and how it stands by what has come in', async () => {
    expect((await saldo('promises')).err).toContain('no promises')
    const talk = ['we will pay NOR-2026-0058 on Friday', 'yes']
    await saldo('ask', '--as', 'contas@aurora.example', '--language', 'en', ...talk)
    const [open] = objectsIn((await saldo('promises', '--json')).out)
    expect(open).toMatchObject({
      state: 'open',
      amount: { amount: '45.57', currency: 'EUR' },
      by: '2026-11-27',
      invoices: ['NOR-2026-0058'],
    })
    expect((await saldo('promises', '--open')).out).toContain(open.promise)
    // The day after, without a payment, whether somebody has decided it or not.
    expect(objectsIn((await later('promises', '--json')).out)).toMatchObject([{ state: 'broken' }])
    expect((await later('promises', '--open')).err).toContain('no promises')
  })
})
