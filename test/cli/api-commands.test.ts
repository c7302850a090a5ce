import { afterAll, expect, test } from 'vitest'
import { isGenuine, openReceiver, status } from '../api/support/receiver.ts'
import { dataFolder, objectsIn, runSaldo } from './run-saldo.ts'

const folder = dataFolder()
afterAll(() => folder.remove())
const saldo = (...args: string[]) => runSaldo(args, { SALDO_DATA: folder.path })

test('a key is shown once, and listed without it', async () => {
  const added = await saldo('keys', 'add', 'bookkeeping', '--roles', 'billing-admin', '--expires', '2026-12-31')
  expect([added.code, added.err]).toEqual([0, 'bookkeeping: added. Keep it now: it is not shown again.\n'])
  expect(added.out).toMatch(/^saldo_[0-9a-f]{32}_[\w-]{43}\n$/)
  const [listed] = objectsIn((await saldo('keys', '--json')).out)
  expect(listed).toMatchObject({ name: 'bookkeeping', state: 'good', expires: '2026-12-31', roles: ['billing-admin'] })
  expect(JSON.stringify(listed)).not.toContain(added.out.trim().slice(39))
  const rotated = await saldo('keys', 'rotate', 'bookkeeping', '--hours', '0', '--json')
  expect(objectsIn(rotated.out)[0].key.slice(0, 39)).toBe(added.out.slice(0, 39))
  expect((await saldo('keys', 'revoke', 'bookkeeping')).out).toBe('bookkeeping: revoked\n')
  expect((await saldo('keys')).out).toMatch(
    /^name .*\nbookkeeping +revoked +billing-admin +2026-12-31 +never +2026-11-22\n$/,
  )
})

test('what a key cannot be is said', async () => {
  await saldo('keys', 'add', 'bank', '--roles', 'billing-admin')
  const cases: [string[], number, string][] = [
    [['add', 'bank', '--roles', 'billing-admin'], 1, 'there is a key of this name'],
    [['add', 'crm', '--roles', 'billing-contact'], 2, 'Allowed choices are'],
    [['add', 'crm'], 2, "required option '--roles"],
    [['add', 'crm', '--roles', 'sales-agent', '--expires', '2026-11-21'], 1, 'has passed already'],
    [['add', 'c/rm', '--roles', 'sales-agent'], 1, 'letters, digits'],
    [['revoke', 'nobody'], 1, 'no key of this name'],
    [['rotate', 'bank', '--hours', 'many'], 2, 'whole hours'],
  ]
  for (const [args, code, says] of cases) {
    const ran = await saldo('keys', ...args)
    expect([args, ran.code, ran.err.includes(says)]).toEqual([args, code, true])
  }
})

test('a webhook is added, tried out, listed without its secret, and removed', async () => {
  const receiver = await openReceiver()
  const added = await saldo('webhooks', 'add', receiver.url, '--types', 'saldo.ticket.changed', 'saldo.promise.broken')
  const [id = '', secret = ''] = added.out.trim().split(' ')
  expect([added.code, secret.length]).toEqual([0, 50])
  expect((await saldo('webhooks', 'test', id)).out).toBe(`${id}: taken\n`)
  const [post] = receiver.posts
  expect([JSON.parse(post?.body ?? '').type, isGenuine(post!, secret, Date.now())]).toEqual(['saldo.test', true])
  receiver.answers.push(status(500))
  const failed = await saldo('webhooks', 'test', id)
  expect([failed.code, failed.err]).toEqual([1, expect.stringContaining('did not take it: 500')])
  const [listed] = objectsIn((await saldo('webhooks', '--json')).out)
  expect(listed).toMatchObject({
    id,
    url: receiver.url,
    queued: 0,
    failed: 0,
    types: ['saldo.ticket.changed', 'saldo.promise.broken'],
  })
  expect(JSON.stringify(listed)).not.toContain(secret)
  expect((await saldo('webhooks', 'remove', id)).out).toBe(`${id}: removed\n`)
  expect((await saldo('webhooks', 'remove', id)).code).toBe(1)
  await receiver.close()
})

test.each(['http://books.example/', 'https://10.0.0.1/', 'https://me:secret@books.example/', 'nowhere'])(
  'events do not go to %s',
  async (url) => {
    const ran = await saldo('webhooks', 'add', url, '--types', 'saldo.ticket.changed')
    expect([ran.code, ran.out]).toEqual([1, ''])
  },
)
