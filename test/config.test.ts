import { expect, test } from 'vitest'
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
