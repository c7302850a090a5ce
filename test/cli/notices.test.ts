import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Desk, Outside } from '../../src/cli/outside.ts'
import { runCommand } from '../../src/cli/run-command.ts'
import { customersImporter } from '../../src/formats/customers-csv.ts'
import { fixedClock } from '../../src/values/clock.ts'
import { instant } from '../../src/values/day.ts'
import { customersCsv, importText, openStore, otherPartner, partner, tenant } from '../formats/import-text.ts'
import { dataFolder, objectsIn, runSaldo } from './run-saldo.ts'

/** The command line over a store with two accounts, without a process of its own. */
async function openLine() {
  const documents = await openStore()
  const row = `${otherPartner},${tenant},Serra Azul,serra.example,BR,pt-BR,America/Sao_Paulo,BRL,30,2.9,ISS,`
  await importText(documents, customersImporter, `${customersCsv}${row}\n`)
  const clock = fixedClock(instant('2026-11-22T09:00:00Z'))
  return async (...args: string[]) => {
    const ran = { code: 0, out: '', err: '' }
    const into = (stream: 'out' | 'err') => async (text: string) => {
      ran[stream] += text
    }
    const terminal = { out: into('out'), err: into('err') }
    const desk = { documents, clock, newId: randomUUID, mayLoadSample: false } as unknown as Desk
    const outside = {
      terminal,
      clock,
      version: '0',
      withDesk: (work: (of: Desk) => unknown) => work(desk),
    } as unknown as Outside
    ran.code = await runCommand(['notices', ...args], outside)
    return ran
  }
}

const from = '2026-11-22T08:00Z'
const azure = ['post', '--service', 'azure', '--from', from]
const outlook = ['post', '--service', 'microsoft-365', '--product', 'Outlook', '--from', from, '--incident', 'EX25194']

test('a notice is posted in every account, in several languages, and twice is once', async () => {
  const notices = await openLine()
  const post = [...outlook, '--text', 'en=Outlook is slow.', '--text', 'pt-PT=O Outlook está lento.']
  const said = (kind: string) => [partner, otherPartner].map((each) => `EX25194: ${kind} (account ${each})\n`).join('')
  expect(await notices(...post)).toEqual({ code: 0, out: said('posted'), err: '' })
  expect(await notices(...post)).toEqual({ code: 0, out: said('unchanged'), err: '' })
  const [first, ...more] = objectsIn((await notices('--json')).out)
  expect(first).toMatchObject({
    name: 'EX25194',
    state: 'active',
    texts: { en: 'Outlook is slow.', 'pt-PT': 'O Outlook está lento.' },
  })
  expect(more).toHaveLength(1)
  const { out } = await notices()
  for (const part of ['EX25194', 'Microsoft 365', 'Outlook', '2026-11-22T08:00Z', 'pt-PT: O Outlook está lento.'])
    expect(out).toContain(part)
})

test('a notice of one account, with a text that names no language, ends by its name', async () => {
  const notices = await openLine()
  const post = [...azure, '--text', 'Lento.', '--language', 'es', '--account', partner, '--json']
  const [posted, ...more] = objectsIn((await notices(...post)).out)
  expect(posted).toMatchObject({ kind: 'posted', partner, texts: { es: 'Lento.' } })
  expect(more).toEqual([])
  expect(objectsIn((await notices('--service', 'azure', '--json')).out)).toHaveLength(1)
  expect((await notices('--service', 'marketplace')).out).toBe('')
  expect(objectsIn((await notices('end', posted.name, '--json')).out)).toMatchObject([{ kind: 'ended' }])
  expect((await notices()).out).toBe('')
  expect(objectsIn((await notices('--all', '--json')).out)).toMatchObject([{ state: 'ended' }])
})

test('a text may hold an equals sign of its own', async () => {
  const notices = await openLine()
  const { out } = await notices(...azure, '--account', partner, '--json', '--text', 'code=503 since eight')
  expect(objectsIn(out)[0].texts).toEqual({ en: 'code=503 since eight' })
})

test.each([
  ['two texts in one language', [...azure, '--text', 'a', '--text', 'EN=b'], 1, /two texts in en/],
  ['an empty text', [...azure, '--text', ' '], 1, /--text/],
  ['an incident that is none', [...azure, '--text', 'a', '--incident', '12'], 1, /EX25194/],
  ['an end before the start', [...azure, '--text', 'a', '--until', from], 1, /--until/],
  ['an account that is unknown', [...azure, '--text', 'a', '--account', 'x'], 1, /x is no account/],
  ['somebody who may not', [...azure, '--text', 'a', '--by', `${tenant}/${partner}`], 1, /only staff/],
  ['a notice that is unknown', ['end', 'EX1'], 1, /no such notice/],
  ['a service that is unknown', ['post', '--service', 'x', '--from', from, '--text', 'a'], 2, /choices/],
  ['a time without its offset', ['post', '--service', 'azure', '--from', '2026-11-22', '--text', 'a'], 2, /offset/],
  ['a notice without a text', azure, 2, /--text/],
] as const)('%s is refused, and nothing is said', async (_, args, code, err) => {
  const notices = await openLine()
  const ran = await notices(...args)
  expect(ran).toMatchObject({ code, out: '', err: expect.stringMatching(err) })
  expect((await notices('--all', '--json')).out).toBe('')
})

test('the sample partner has posted none', async () => {
  const data = dataFolder()
  const ran = await runSaldo(['notices'], { SALDO_DATA: data.path })
  data.remove()
  expect(ran).toMatchObject({ code: 0, out: '', err: expect.stringContaining('There is no notice') })
})
