import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportCsv } from '../../src/cli/export-csv.ts'
import { latenessOf } from '../../src/cli/lateness.ts'
import { deliveries } from '../../src/delivery/line.ts'
import { instant } from '../../src/values/day.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { change, openHelpdesk, talk, ticketBy } from './open-helpdesk.ts'
import { lineOver } from './open-line.ts'
import { objectsIn } from './run-saldo.ts'

const desk = deskForTests()
const folder = mkdtempSync(join(tmpdir(), 'saldo-tickets-'))
const saldo = lineOver(
  () => desk.documents,
  () => desk.clock,
  folder,
)
const listed = async (...args: string[]) => objectsIn((await saldo('tickets', ...args, '--json')).out)
const numbers = async (...args: string[]) => (await listed(...args)).map(({ id }) => id)

const order = 'open a ticket: the purchase order number is missing on our invoices again'
const outlook = 'Outlook is not working for anybody in the office, it shows an error'

/** A question about an order number, an outage for all, another customer's, and a talk with a person. */
let t: { order: string; outage: string; sofias: string; talk: string }

beforeAll(async () => {
  await openHelpdesk(desk)
  t = {
    order: await ticketBy(desk, 'clara', 'order', order, 'yes'),
    outage: await ticketBy(desk, 'clara', 'outage', outlook, 'since this morning', 'The whole company', 'yes'),
    sofias: await ticketBy(desk, 'sofia', 'sofias', order, 'yes'),
    talk: await ticketBy(desk, 'clara', 'talk', 'show invoice FT 2026/118', 'I want to talk to a person', 'yes'),
  }
  await change(desk, 'helena', t.order, { kind: 'note', text: 'Their margin is 12 %,\nlook at the contract.' }, '10:05')
  await change(desk, 'helena', t.order, { kind: 'reply', text: 'Which number is it?' }, '10:06')
  await change(desk, 'helena', t.sofias, { kind: 'resolve' }, '10:10')
  await change(desk, 'sofia', t.sofias, { kind: 'close' }, '10:20')
  await change(desk, 'sofia', t.sofias, { kind: 'rate', good: true }, '10:21')
  await talk(desk, 'helena', `${t.talk}.1`, { kind: 'claim' }, '10:04')
  await change(desk, 'helena', t.talk, { kind: 'reply', text: 'Good morning.' }, '10:05')
  await change(desk, 'clara', t.talk, { kind: 'say', text: 'Good morning!' }, '11:09')
  await talk(desk, 'helena', `${t.talk}.1`, { kind: 'end' }, '11:30')
  desk.clock.set(instant('2026-11-23T12:00:00Z'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('saldo tickets', () => {
  test('lists all of them, those first that are late, and says at the end how they went', async () => {
    const { code, out, err } = await saldo('tickets')
    const [head, first] = out.split('\n')
    expect(code).toBe(0)
    expect(head).toMatch(/^ticket +state +priority +customer +topic +owner +opened +first answer +solution due/)
    expect(first).toMatch(new RegExp(`^${t.outage} +new +urgent .* LATE due 2026-11-23T11:00Z`))
    expect(out).toMatch(new RegExp(`${t.order} .* given 2026-11-23T10:06Z`))
    expect(out).toMatch(new RegExp(`${t.sofias} +closed .* good`))
    expect(err).toBe(
      '4 tickets; 1 resolved (confirmed, or seven days without another word); reopened: 0 % of 1 that had an end; ratings: 1 good, 0 bad\n',
    )
  })

  test('as objects has the trail with internal notes, instants, and not where the customer’s chat is', async () => {
    const { trail, talk, ...ticket } = (await listed()).find(({ id }) => id === t.order)
    expect(ticket).toMatchObject({ name: 'Adega Vale Claro, Lda', late: null, openedAt: '2026-11-23T10:00:00.000Z' })
    expect(trail.map(({ what, internal }: { what: string; internal: boolean }) => [what, internal])).toEqual([
      ['opened', false],
      ['noted', true],
      ['replied', false],
    ])
    expect(talk).toBeUndefined()
    const outage = (await listed('--late'))[0]
    expect(outage).toMatchObject({ id: t.outage, late: { target: 'respond', since: '2026-11-23T11:00:00.000Z' } })
  })

  test('narrows down by customer, state, what is open and what is late', async () => {
    expect(await numbers('--customer', 'serra')).toEqual([t.sofias])
    expect(await numbers('--state', 'closed')).toEqual([t.sofias])
    expect((await numbers('--state', 'open', 'new')).sort()).toEqual([t.order, t.outage, t.talk].sort())
    expect((await numbers('--open')).sort()).toEqual([t.order, t.outage, t.talk].sort())
    expect(await numbers('--late')).toEqual([t.outage])
  })

  test.each([
    ['a customer nobody has', ['--customer', 'Nobody & Sons'], 1, /no customer is called/],
    ['a state that there is not', ['--state', 'lost'], 2, /choices/],
  ] as const)('%s is refused', async (_, args, code, err) => {
    expect(await saldo('tickets', ...args)).toMatchObject({ code, out: '', err: expect.stringMatching(err) })
  })

  test('writes a file for spreadsheets where the command was given', async () => {
    const { code, out, err } = await saldo('tickets', '--open', '--export', 'open.csv')
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain(`3 written to ${join(folder, 'open.csv')}`)
    const lines = readFileSync(join(folder, 'open.csv'), 'utf8').split('\r\n')
    expect(lines[0]).toBe(
      '\uFEFFticket,state,priority,customer,topic,owner,opened,first answer,solution due,reopened,rating,problem,escalation',
    )
    expect(lines[1]).toMatch(new RegExp(`^${t.outage},new,urgent,"Adega Vale Claro, Lda",technical.issue,`))
    expect(lines).toHaveLength(5)
  })

  test('never writes a cell that a spreadsheet would calculate', async () => {
    const terminal = {
      workingFolder: folder,
      out: async () => {},
      err: async () => {},
      input: (async function* () {})(),
    }
    await exportCsv(terminal, 'cells.csv', ['a'], [['=1+1'], ['@SUM(A1)'], ['-5'], ['T-1001']])
    expect(readFileSync(join(folder, 'cells.csv'), 'utf8')).toBe("\uFEFFa\r\n'=1+1\r\n'@SUM(A1)\r\n'-5\r\nT-1001\r\n")
  })
})

describe('saldo tickets show', () => {
  test('shows everything, an entry of the trail in one line', async () => {
    const { code, out, err } = await saldo('tickets', 'show', t.order.toLowerCase())
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(new RegExp(`^${t.order}  open since 2026-11-23T10:06Z, normal priority\n`))
    expect(out).toContain('customer      Adega Vale Claro, Lda, Clara (en)\n')
    expect(out).toContain('Helena (staff)  noted (internal)  Their margin is 12 %, / look at the contract.\n')
    expect(out).toContain('to the customer  send ticket-card  queued\n')
    expect(out).toContain('to the helpdesk  send case-card  queued\n')
  })

  test('as an object has the deliveries, files, talks and cases too', async () => {
    await change(desk, 'clara', t.order, { kind: 'file', file: 'file-1', name: 'order.pdf' }, '11:40')
    const [shown] = objectsIn((await saldo('tickets', 'show', t.order, '--json')).out)
    expect(shown).toMatchObject({ id: t.order, handoffs: [], escalations: [] })
    expect(shown.files).toEqual([{ at: '2026-11-23T11:40:00.000Z', name: 'order.pdf', file: 'file-1' }])
    expect(shown.deliveries.map(({ to }: { to: string }) => to)).toContain('customer')
    expect(JSON.stringify(shown.deliveries)).not.toContain(t.talk)
  })

  test('a number that there is not ends with 1 and says so', async () => {
    const ran = await saldo('tickets', 'show', 'T-9999')
    expect(ran).toEqual({ code: 1, out: '', err: 'saldo: there is no ticket T-9999: `saldo tickets` lists them all\n' })
  })
})

describe('saldo handoffs', () => {
  test('says how long somebody waited and talked, and what of the case did not arrive', async () => {
    const line = `talk|test|talk`
    const post = { id: `${t.talk}|reply 10:05|words`, how: 'send', state: 'unknown', attempts: 1, line } as const
    const times = { queuedAt: instant('2026-11-23T10:05:00Z'), settledAt: instant('2026-11-23T10:06:00Z') }
    await desk.documents.change(async (unit) => unit.put(deliveries, post.id, { ...post, ...times }, 0))
    const [handoff, ...more] = objectsIn((await saldo('handoffs', '--json')).out)
    expect(more).toEqual([])
    expect(handoff).toMatchObject({
      id: `${t.talk}.1`,
      ticket: t.talk,
      name: 'Adega Vale Claro, Lda',
      state: 'wrap-up',
      owner: { name: 'Helena' },
      waitedSeconds: 4 * 60,
      talkedSeconds: 65 * 60,
      endedBy: 'agent',
      lost: [{ to: 'customer', state: 'unknown' }],
    })
    expect((await saldo('handoffs')).out).toMatch(
      / wrap-up .* Helena .* 4 min +1 h 05 +agent +unknown to the customer\n$/,
    )
  })

  test('shows only who waits or talks now when that is asked for', async () => {
    expect(await saldo('handoffs', '--live')).toEqual({ code: 0, out: '', err: 'There is no handoff to show.\n' })
    const live = await ticketBy(desk, 'sofia', 'live', 'I want to talk to a person', 'yes')
    desk.clock.set(instant('2026-11-23T12:07:00Z'))
    expect((await saldo('handoffs', '--live')).out).toMatch(new RegExp(`${live}\\.1 .* queued .* 7 min\n$`))
    const { err } = await saldo('handoffs', '--export', 'talks.csv')
    expect(err).toContain('2 written to ')
  })
})

describe('a ticket is late', () => {
  const at = (time: string) => instant(`2026-11-23T${time}:00Z`)
  const clock = { respondBy: at('11:00'), resolveBy: at('14:00'), missed: [] }
  test.each([
    ['a minute before its first answer is due', 'new', {}, '10:59', undefined],
    ['when its first answer is due', 'new', {}, '11:00', 'respond'],
    ['not once it was answered', 'open', { respondedAt: at('10:30') }, '13:59', undefined],
    ['when its solution is due', 'open', { respondedAt: at('10:30') }, '14:00', 'resolve'],
    [
      'not while the customer was waited for before',
      'waiting-customer',
      { respondedAt: at('10:30'), stoodAt: at('13:00') },
      '18:00',
      undefined,
    ],
    [
      'still, if the customer was waited for after that',
      'waiting-customer',
      { respondedAt: at('10:30'), stoodAt: at('15:00') },
      '18:00',
      'resolve',
    ],
    ['not when it is resolved', 'resolved', {}, '18:00', undefined],
    ['not when nothing was promised', 'new', { respondBy: undefined, resolveBy: undefined }, '18:00', undefined],
  ] as const)('%s', (_, state, over, now, target) => {
    expect(latenessOf({ state, clock: { ...clock, ...over, missed: [] } }, at(now))?.target).toBe(target)
  })
})
