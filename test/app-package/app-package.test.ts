import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { buildAppPackage, readEnv } from '../../appPackage/app-package.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'appPackage')
const local = readEnv(readFileSync(join(root, 'env/.env.local'), 'utf8'))

test("Microsoft's schema accepts the package, which holds only what the manifest names", async () => {
  const { zip, faults } = await buildAppPackage(folder, local)
  expect(faults).toEqual([])
  const files = unzipSync(zip)
  expect(Object.keys(files).sort()).toEqual([
    'color.png',
    'es.json',
    'manifest.json',
    'outline.png',
    'pt-br.json',
    'pt.json',
  ])
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString())
  expect(manifest.bots[0]).toMatchObject({ botId: local.BOT_ID, scopes: ['personal', 'team'] })
})

test('the same input makes the same bytes', async () => {
  const [a, b] = [await buildAppPackage(folder, local), await buildAppPackage(folder, local)]
  expect(Buffer.from(a.zip).equals(Buffer.from(b.zip))).toBe(true)
})

test('every language says every command', () => {
  const keys = ['pt.json', 'pt-br.json', 'es.json'].map((name) =>
    Object.keys(JSON.parse(readFileSync(join(folder, name), 'utf8'))).sort(),
  )
  const lists = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).bots[0].commandLists as {
    commands: object[]
  }[]
  for (const language of keys) {
    expect(language).toEqual(keys[0])
    for (const [list, { commands }] of lists.entries())
      for (const [at, command] of commands.entries()) {
        const prefix = `bots[0].commandLists[${list}].commands[${at}]`
        for (const field of Object.keys(command)) if (field !== 'type') expect(language).toContain(`${prefix}.${field}`)
      }
  }
})

test('an id that is missing or no GUID, and a title that is too long, are refused with the place', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'saldo-package-'))
  cpSync(folder, copy, { recursive: true })
  const pt = JSON.parse(readFileSync(join(copy, 'pt.json'), 'utf8'))
  writeFileSync(join(copy, 'pt.json'), JSON.stringify({ ...pt, 'name.short': 'x'.repeat(31) }))
  const { faults, missing } = await buildAppPackage(copy, { ...local, BOT_ID: 'saldo', TEAMS_APP_ID: '' })
  expect(missing).toEqual(['TEAMS_APP_ID'])
  expect(faults.join('\n')).toMatch(/TEAMS_APP_ID is empty/)
  expect(faults.join('\n')).toMatch(/manifest.json: \/bots\/0\/botId must match/)
  expect(faults.join('\n')).toMatch(/pt.json: \/name.short must NOT have more than 30/)
})

test('the committed env files hold no secret', () => {
  for (const name of ['.env.local', '.env.dev']) {
    const names = Object.keys(readEnv(readFileSync(join(root, 'env', name), 'utf8')))
    expect(names.filter((key) => /SECRET|PASSWORD|KEY|TOKEN/.test(key))).toEqual([])
  }
})
