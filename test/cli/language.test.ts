import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFolder, objectsIn, runSaldo } from './run-saldo.ts'

const data = dataFolder()
const files = dataFolder()
const saldo = (...args: string[]) => runSaldo(args, { SALDO_DATA: data.path }, { cwd: files.path })
const own = (name: string) => join(data.path, 'language', name)
const understood = async (text: string) =>
  objectsIn((await runSaldo(['understand'], { SALDO_DATA: data.path }, { input: `${text}\n` })).out)[0]
const ask = (...texts: string[]) => saldo('ask', '--as', 'contas@marealta.example', ...texts)

afterAll(() => {
  data.remove()
  files.remove()
})

describe('saldo language test', () => {
  beforeAll(() => {
    mkdirSync(join(files.path, 'set'))
    writeFileSync(
      join(files.path, 'set', 'en.one.txt'),
      '[balance]\nhow much do we owe?\n[greeting]\nhello\n[out_of_scope.near]\nwhen is my electricity bill due?\n[out_of_scope.far]\ntell me a joke\n',
    )
    writeFileSync(
      join(files.path, 'set', 'es.jsonl'),
      '{"text":"¿cuánto fue la factura de octubre?","intent":"invoice.show","slots":{"period":"2026-10"}}\n',
    )
  })

  test('prints one object: every language and all together, with three shares of typos, and what the model takes', async () => {
    const { code, out } = await saldo('language', 'test', '--data', 'set', '--json')
    const [report, ...others] = objectsIn(out)
    expect({ code, others }).toEqual({ code: 0, others: [] })
    expect(report.files).toEqual([
      { name: 'en.one.txt', messages: 4, accuracy: 1 },
      { name: 'es.jsonl', messages: 1, accuracy: 1 },
    ])
    expect(report.results.map((one: { language: string; typos: number }) => `${one.language} ${one.typos}`)).toEqual(
      [0, 0.1, 0.25].flatMap((typos) => ['en', 'es', 'all'].map((language) => `${language} ${typos}`)),
    )
    expect(report.results[2]).toMatchObject({ language: 'all', messages: 5, accuracy: 1, macroF1: 1, slots: 1 })
    expect(report.results[0]).toMatchObject({ outOfScopeRecall: { near: 1, far: 1 }, falseRefusals: 0, slots: null })
    expect(report.confusions).toEqual([])
    expect(report.model.bytes).toBeLessThan(5_000_000)
    expect(report.model.trainingMilliseconds).toBeGreaterThan(0)
    expect(report.milliseconds.p99).toBeGreaterThanOrEqual(report.milliseconds.p50)
  })

  test.each([
    ['en.txt', '[balance]\nx\n[balanc]\ny\n', /en\.txt, line 3: "balanc" is no intent/],
    ['en.jsonl', '{"text":"x","intent":"balance"}\n{"text":"y"}\n', /en\.jsonl, line 2: /],
    ['hazel.txt', '[balance]\nx\n', /hazel\.txt: its name says no language/],
  ])('refuses %s that cannot be read, with file and line', async (name, content, says) => {
    mkdirSync(join(files.path, 'bad'))
    writeFileSync(join(files.path, 'bad', name), content)
    const { code, out, err } = await saldo('language', 'test', '--data', 'bad')
    rmSync(join(files.path, 'bad'), { recursive: true })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(says)
  })

  test('says so where there is nothing to test on', async () => {
    const { code, err } = await saldo('language', 'test', '--data', 'nowhere')
    expect(code).toBe(1)
    expect(err).toContain('no labelled messages')
  })
})

describe('saldo language review', () => {
  const groups = async (...args: string[]) => objectsIn((await saldo('language', 'review', '--json', ...args)).out)

  test('has nothing, and writes nothing down, until the offering says so', async () => {
    await ask('onde está o furbalho?')
    expect(await groups()).toEqual([])
    const inside = readdirSync(data.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(inside.length).toBeGreaterThan(5)
    expect(
      inside.filter((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1').includes('furbalho')),
    ).toEqual([])
  })

  test('lists what was not understood in groups of nearly the same words, the most frequent first', async () => {
    await saldo('sample', 'sample')
    const offering = readFileSync(join(files.path, 'sample/offering.yaml'), 'utf8')
    writeFileSync(join(files.path, 'sample/offering.yaml'), offering.replace(/^model:/gm, 'keepUnclear: true\nmodel:'))
    expect((await saldo('import', 'sample/offering.yaml')).code).toBe(0)
    await ask('o zingarelho do Belmiro chegou estragado', 'onde está o furbalho?', 'o furbalho está onde')
    expect(await groups()).toMatchObject([
      { language: 'pt-PT', count: 2, messages: [{ text: 'o furbalho está onde' }, { text: 'onde está o furbalho?' }] },
      { language: 'pt-PT', count: 1, messages: [{ text: 'o zingarelho do <name> chegou estragado' }] },
    ])
    expect(await groups('--language', 'es')).toEqual([])
  })

  test('a label with an unknown intent, or for an unknown group, changes nothing', async () => {
    const [{ group }] = await groups()
    expect(await saldo('language', 'review', '--label', group, 'invoice.kopy')).toMatchObject({ code: 1, out: '' })
    expect(await saldo('language', 'review', '--label', '0.99', 'invoice.copy')).toMatchObject({ code: 1, out: '' })
    expect(await groups()).toHaveLength(2)
    expect(readdirSync(data.path)).not.toContain('language')
  })

  test('what was labelled leaves the list, and is understood from the next start on', async () => {
    expect(await understood('onde está o furbalho?')).not.toMatchObject({ intent: 'invoice.copy', zone: 'answer' })
    const [{ group }] = await groups()
    expect((await saldo('language', 'review', '--label', group, 'invoice.copy')).code).toBe(0)
    expect(readFileSync(own('pt-PT.txt'), 'utf8')).toBe('[invoice.copy]\no furbalho está onde\nonde está o furbalho?\n')
    expect(await groups()).toHaveLength(1)
    expect(await understood('onde está o furbalho?')).toMatchObject({ intent: 'invoice.copy', zone: 'answer' })
  })

  test('a file of the partner with an unknown intent, or of no language, stops the start with its name and line', async () => {
    writeFileSync(own('en.txt'), '[balance]\nhow deep is the hole\n[balanc]\n')
    const bad = await saldo('ask', '--as', 'contas@marealta.example', 'olá')
    expect(bad).toMatchObject({ code: 1, out: '' })
    expect(bad.err).toMatch(/en\.txt, line 3: "balanc" is no intent: write one of the vocabulary/)
    rmSync(own('en.txt'))
    writeFileSync(own('mine.txt'), '')
    expect((await saldo('ask', '--as', 'contas@marealta.example', 'olá')).err).toMatch(/mine\.txt: .* call it en\.txt/)
    rmSync(own('mine.txt'))
  })
})
