import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

const guid = '11111111-2222-4333-8444-555555555555'

test('an empty environment gives the defaults', () => {
  expect(readConfig({})).toEqual({
    kind: 'read',
    config: {
      port: 3978,
      data: './data',
      databaseUrl: undefined,
      now: undefined,
      logLevel: 'info',
      publicUrl: undefined,
      linkMinutes: 15,
      model: { kind: 'off' },
      bot: {},
    },
  })
})

test('every variable is read', () => {
  const reading = readConfig({
    PORT: '8080',
    SALDO_DATA: '/srv/saldo',
    DATABASE_URL: 'postgres://saldo@db:5432/saldo',
    SALDO_NOW: '2026-11-22T09:00:00+01:00',
    SALDO_LOG: 'debug',
    MicrosoftAppId: guid,
    NODE_ENV: 'production',
  })
  expect(reading).toMatchObject({
    config: {
      port: 8080,
      data: '/srv/saldo',
      databaseUrl: 'postgres://saldo@db:5432/saldo',
      now: '2026-11-22T08:00:00.000Z',
      logLevel: 'debug',
      bot: { MicrosoftAppId: guid, NODE_ENV: 'production' },
    },
  })
})

test('an empty variable counts as unset', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', BOT_ID: '' })).toMatchObject({ config: { port: 3978, bot: {} } })
})

test.each([
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['PORT', '3978.5'],
  ['DATABASE_URL', 'mysql://db/saldo'],
  ['SALDO_NOW', '2026-11-23'],
  ['SALDO_NOW', '2026-02-30T09:00:00Z'],
  ['SALDO_LOG', 'loud'],
])('%s=%s is refused, naming the variable and what to write and not the value', (variable, value) => {
  const reading = readConfig({ [variable]: value })
  expect(reading).toMatchObject({ kind: 'refused', faults: [{ variable }] })
  if (reading.kind === 'read') return
  expect(reading.faults[0]?.remedy).toMatch(/^Write .*\.$/)
  expect(JSON.stringify(reading.faults)).not.toContain(value)
})

test.each([
  ['0', 0],
  ['65535', 65535],
])('PORT=%s is read', (value, port) => expect(readConfig({ PORT: value })).toMatchObject({ config: { port } }))

test('every fault is named at once', () => {
  const reading = readConfig({ PORT: 'x', SALDO_LOG: 'y' })
  expect(reading.kind === 'refused' && reading.faults.map(({ variable }) => variable)).toEqual(['PORT', 'SALDO_LOG'])
})

test("the Agents Toolkit's names mean the same as botbuilder's", () => {
  const env = { BOT_ID: guid, SECRET_BOT_PASSWORD: 'p', BOT_TYPE: 'UserAssignedMSI', BOT_TENANT_ID: guid }
  expect(readConfig(env)).toMatchObject({
    config: {
      bot: {
        MicrosoftAppId: guid,
        MicrosoftAppPassword: 'p',
        MicrosoftAppType: 'UserAssignedMsi',
        MicrosoftAppTenantId: guid,
      },
    },
  })
})

test('two names with two values are refused, without the values', () => {
  const reading = readConfig({ MicrosoftAppPassword: 'first-secret', SECRET_BOT_PASSWORD: 'second-secret' })
  expect(reading).toMatchObject({ kind: 'refused', faults: [{ variable: 'MicrosoftAppPassword' }] })
  expect(JSON.stringify(reading)).not.toContain('secret"')
})

test('two names with one value are no contradiction', () => {
  expect(readConfig({ MicrosoftAppId: guid, BOT_ID: guid }).kind).toBe('read')
})

test('an unknown type of bot is left for the door to refuse', () => {
  expect(readConfig({ BOT_TYPE: 'SingelTenant' })).toMatchObject({
    config: { bot: { MicrosoftAppType: 'SingelTenant' } },
  })
})

describe('the model', () => {
  const key = 'sk-very-secret'
  const modelIn = (environment: Record<string, string>) => {
    const reading = readConfig(environment)
    return reading.kind === 'read' ? reading.config.model : reading.faults.map(({ variable }) => variable)
  }

  test.each<[string, Record<string, string>, object]>([
    ['a model without a key', { SALDO_MODEL: 'm' }, { kind: 'off', lacks: 'key' }],
    ['a key without a model', { OPENAI_API_KEY: key }, { kind: 'off', lacks: 'name' }],
    ['an empty key', { SALDO_MODEL: 'm', OPENAI_API_KEY: ' ' }, { kind: 'off', lacks: 'key' }],
    ['what else is set for other programs', { AZURE_OPENAI_ENDPOINT: 'not an address' }, { kind: 'off' }],
  ])('%s is off', (_, environment, model) => expect(modelIn(environment)).toEqual(model))

  test('with a key and a name is on, with five a day and two and a half seconds', () => {
    const limits = { perDay: 5, milliseconds: 2500 }
    const openai = { kind: 'openai', name: 'm', key, url: 'https://api.openai.com/v1', ...limits }
    expect(modelIn({ SALDO_MODEL: 'm', OPENAI_API_KEY: key })).toEqual(openai)
    const azure = { SALDO_MODEL: 'd', AZURE_OPENAI_KEY: key, AZURE_OPENAI_ENDPOINT: 'https://n.openai.azure.com/' }
    expect(modelIn(azure)).toEqual({ kind: 'azure', name: 'd', key, url: 'https://n.openai.azure.com', ...limits })
  })

  test.each<[string, Record<string, string>]>([
    ['SALDO_MODEL_URL', { SALDO_MODEL_URL: 'http://models.example/v1' }],
    ['SALDO_MODEL_URL', { SALDO_MODEL_URL: 'http://127.0.0.1.example/v1' }],
    ['SALDO_MODEL_URL', { SALDO_MODEL_URL: 'ftp://localhost/v1' }],
    ['SALDO_MODEL_PER_DAY', { SALDO_MODEL_PER_DAY: '1001' }],
    ['SALDO_MODEL_PER_DAY', { SALDO_MODEL_PER_DAY: '-1' }],
    ['SALDO_MODEL_MILLISECONDS', { SALDO_MODEL_MILLISECONDS: '99' }],
    ['SALDO_MODEL_MILLISECONDS', { SALDO_MODEL_MILLISECONDS: '10001' }],
    ['AZURE_OPENAI_KEY', { AZURE_OPENAI_KEY: key, AZURE_OPENAI_ENDPOINT: 'https://n.example' }],
    ['AZURE_OPENAI_ENDPOINT', { OPENAI_API_KEY: '', AZURE_OPENAI_KEY: key }],
    ['AZURE_OPENAI_ENDPOINT', { OPENAI_API_KEY: '', AZURE_OPENAI_KEY: key, AZURE_OPENAI_ENDPOINT: 'http://n.example' }],
  ])('%s is refused where it cannot be used', (variable, over) => {
    const reading = readConfig({ SALDO_MODEL: 'm', OPENAI_API_KEY: key, ...over })
    expect(reading).toMatchObject({ kind: 'refused', faults: [{ variable }] })
    expect(JSON.stringify(reading)).not.toContain(key)
  })

  test.each([
    'https://models.example/v1/',
    'http://127.0.0.1:8080/v1',
    'http://localhost:11434/v1',
    'http://[::1]:1/v1',
  ])('at %s is taken', (url) => {
    const model = modelIn({ SALDO_MODEL: 'm', OPENAI_API_KEY: key, SALDO_MODEL_URL: url })
    expect(model).toMatchObject({ url: url.replace(/\/$/, '') })
  })
})
