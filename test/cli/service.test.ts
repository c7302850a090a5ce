import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, type Environment, objectsIn, spawnSaldo, startSaldo } from './run-saldo.ts'

const data = dataFolder()
const env = { SALDO_DATA: data.path, PORT: '0' }

type Service = { readonly child: ChildProcess; readonly page: string }

/** Resolves once the service says where it is. */
async function startService(environment: Environment): Promise<Service> {
  const child = startSaldo(['start', '--local'], environment)
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    const page = /http:\/\/localhost:\d+\//.exec(said)?.[0]
    if (page) return { child, page }
  }
  throw new Error(`the service did not start: ${said}`)
}

async function stop({ child }: Service): Promise<number | null> {
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  return (await exited)[0]
}

let service: Service
beforeAll(async () => {
  service = await startService(env)
})
afterAll(async () => {
  service.child.kill('SIGKILL')
  data.remove()
})

test('the local service is ready with the sample and serves the page on loopback', async () => {
  expect((await fetch(`${service.page}readyz`)).status).toBe(200)
  expect(await (await fetch(service.page)).text()).toContain('<!doctype html>')
})

test('commands run inside the running service, with the same output and exit codes', async () => {
  const listed = await spawnSaldo(['people', '--json'], env)
  expect(listed).toMatchObject({ code: 0, err: '' })
  const contact = objectsIn(listed.out).find(({ roles }) => roles.includes('billing-contact'))
  const asked = await spawnSaldo(['ask', '--as', contact.mail, '--json', 'how much do we owe?'], env)
  expect(asked.code).toBe(0)
  expect(objectsIn(asked.out)[0].facts.length).toBeGreaterThan(0)
  expect(await spawnSaldo(['ask', '--as', 'nobody@nowhere.example', 'hi'], env)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('saldo: nobody with the mail address'),
  })
})

test('an import while the service runs reads files from where it was called', async () => {
  expect((await spawnSaldo(['sample', 'files'], env, { cwd: data.path })).code).toBe(0)
  const { code, out } = await spawnSaldo(['import', 'files', '--json'], env, { cwd: data.path })
  expect(code).toBe(0)
  expect(new Set(objectsIn(out).map(({ kind }) => kind))).toEqual(new Set(['unchanged']))
})

test('what a command changed inside the service is on disk when the service is killed', async () => {
  const [tenant, object] = ['77777777-0000-4000-8000-000000000001', '77777777-0000-4000-8000-000000000002']
  const details = ['--tenant', tenant, '--object-id', object, '--name', 'Nova', '--mail', 'nova@nortada.example']
  expect(await spawnSaldo(['people', 'add', ...details, '--roles', 'sales-agent'], env)).toMatchObject({ code: 0 })
  const exited = once(service.child, 'exit')
  service.child.kill('SIGKILL')
  await exited
  const { out } = await spawnSaldo(['people'], env)
  expect(out).toContain('nova@nortada.example')
  service = await startService(env)
})

test('a second service on the same data is refused', async () => {
  expect(await spawnSaldo(['start', '--local'], env)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('Saldo runs already'),
  })
})

test('a taken port is refused, and names PORT', async () => {
  const other = { SALDO_DATA: join(data.path, 'other'), PORT: new URL(service.page).port }
  expect(await spawnSaldo(['start', '--local'], other)).toMatchObject({ code: 1, err: expect.stringContaining('PORT') })
})

test.each([
  [
    'local mode with an app id',
    ['start', '--local'],
    { BOT_ID: '11111111-2222-4333-8444-555555555555' },
    /MicrosoftAppId/,
  ],
  ['local mode in production', ['start', '--local'], { NODE_ENV: 'production' }, /NODE_ENV/],
  ['the real thing without credentials', ['start'], {}, /MicrosoftAppId/],
])('%s refuses to start', async (_, args, more, reason) => {
  const ran = await spawnSaldo(args, { ...env, SALDO_DATA: join(data.path, 'none'), ...more })
  expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(reason) })
})

test('SIGTERM ends it with 0, and the data is there for the next command', async () => {
  expect(await stop(service)).toBe(0)
  expect(await spawnSaldo(['people'], env)).toMatchObject({ code: 0, err: '' })
})

test('commands that start at the same time on a folder nobody owns all do their work', async () => {
  const ran = await Promise.all(Array.from({ length: 4 }, () => spawnSaldo(['people', '--json'], env)))
  expect(ran.map(({ code, err }) => [code, err])).toEqual(Array(4).fill([0, '']))
  expect(new Set(ran.map(({ out }) => out)).size).toBe(1)
})
