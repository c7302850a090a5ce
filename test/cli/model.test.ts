import { afterAll, beforeEach, expect, test } from 'vitest'
import { advises, modelServerForTests } from '../conversation/support/model-server.ts'
import { dataFolder, objectsIn, spawnSaldo } from './run-saldo.ts'

const server = modelServerForTests()
const data = dataFolder()
afterAll(() => data.remove())
beforeEach(() => {
  server.answer = advises('payment.status', 'period')
})

const unsure = 'something with the account thing for October'
const asked = ['ask', '--as', 'contas@marealta.example', '--language', 'en', '--json', unsure]
// Node then tells on standard error which modules it loads.
const run = (args: readonly string[], env: Record<string, string>) =>
  spawnSaldo(args, { SALDO_DATA: data.path, NODE_DEBUG: 'module', SALDO_MODEL_URL: `${server.url}/v1`, ...env })
const loaded = /OpenAIModel\.js/

test.each<[string, Record<string, string>]>([
  ['nothing is set', {}],
  ['there is a model and no key', { SALDO_MODEL: 'm' }],
  ['there is a key for other programs', { OPENAI_API_KEY: 'sk-other' }],
])('while %s, nothing of a model is loaded and nobody is asked', async (_, env) => {
  const { code, out, err } = await run(asked, env)
  expect([code, objectsIn(out)[0]?.kind]).toEqual([0, 'did-you-mean'])
  expect(err).not.toMatch(loaded)
  expect(server.connections).toBe(0)
})

test('with a model and a key an unsure message is answered, and only the answer is printed', async () => {
  const { code, out, err } = await run(asked, { SALDO_MODEL: 'm', OPENAI_API_KEY: 'sk-1' })
  expect(code).toBe(0)
  expect(objectsIn(out)[0]?.kind).not.toBe('did-you-mean')
  expect(err).toMatch(loaded)
  expect(server.asked).toHaveLength(1)
})

test('a model that fails leaves the output what it is', async () => {
  server.answer = (response) => void response.writeHead(401).end('{"error":{"message":"Incorrect API key sk-1"}}')
  const { code, out } = await run(asked, { SALDO_MODEL: 'm', OPENAI_API_KEY: 'sk-1' })
  expect([code, objectsIn(out).map(({ kind }) => kind)]).toEqual([0, ['did-you-mean']])
})

test('the doctor asks it once', async () => {
  const { out } = await run(['doctor', '--json'], { SALDO_MODEL: 'm', OPENAI_API_KEY: 'sk-1', PORT: '0' })
  const about = objectsIn(out).find((finding) => finding.about === 'model')
  expect(about).toMatchObject({ verdict: 'good', says: expect.stringMatching(/^on: m at 127\.0\.0\.1:\d+ answers/) })
  expect(server.asked).toHaveLength(1)
})
