import { describe, expect, test } from 'vitest'
import type { Unit } from '../../../src/store/documents.ts'
import { decideVehicle } from '../../../src/support/escalation/decide-vehicle.ts'
import { escalationOf, escalationsOfTicket } from '../../../src/support/escalation/escalation.ts'
import {
  closeEscalation,
  fileEscalation,
  recordAnswer,
  withdrawEscalation,
} from '../../../src/support/escalation/move-escalation.ts'
import { prepareEscalation } from '../../../src/support/escalation/prepare-escalation.ts'
import { instant } from '../../../src/values/day.ts'
import { customerId, objectId, partnerId, tenantId } from '../../../src/values/ids.ts'
import { openStore, partner, tenant } from '../../formats/import-text.ts'

const by = { tenant: tenantId(partner), objectId: objectId('30000000-0000-4000-8000-000000000001') }
const now = instant('2026-11-22T10:00:00Z')
const customer = customerId(partnerId(partner), tenantId(tenant))
const route = decideVehicle({
  ...({ kind: 'technical', service: 'microsoft-365', billing: 'direct' } as const),
  holds: { advanced: {} },
})
const prepare = (ticket = 'T-1042') => ({
  ...({ ticket, customer, kind: 'technical', service: 'microsoft-365', severity: 'B' } as const),
  ...{ route, by, now },
})
const id = 'E-1001'
const step = { id, by, now }

async function desk() {
  const documents = await openStore()
  const run = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => documents.change(work)
  return { documents, run }
}

describe('a case for Microsoft', () => {
  test('is prepared, filed, answered and closed, and says who did what when', async () => {
    const { documents, run } = await desk()
    expect(await run((unit) => prepareEscalation(unit, prepare()))).toMatchObject({
      kind: 'done',
      escalation: { id, state: 'prepared', vehicle: 'advanced-support', ticket: 'T-1042', severity: 'B' },
    })
    const filedAt = instant('2026-11-22T11:00:00Z')
    await run((unit) => fileEscalation(unit, { ...step, now: filedAt, caseNumber: ' 2611220030001234 ' }))
    await run((unit) => recordAnswer(unit, { ...step, answer: 'a1', text: 'We look into it.' }))
    await run((unit) => recordAnswer(unit, { ...step, answer: 'a2', text: 'It is repaired.' }))
    await run((unit) => closeEscalation(unit, { ...step, result: 'solved', note: 'fixed by Microsoft' }))
    const ended = await escalationOf(documents, id)
    expect(ended).toMatchObject({ state: 'closed', caseNumber: '2611220030001234', result: 'solved' })
    expect(ended?.answers.map(({ text }) => text)).toEqual(['We look into it.', 'It is repaired.'])
    expect(ended?.timeline.map(({ state }) => state)).toEqual(['prepared', 'filed', 'answered', 'answered', 'closed'])
    expect(ended?.timeline[1]).toEqual({ at: filedAt, by, state: 'filed', note: '2611220030001234' })
  })

  test('every step twice is once', async () => {
    const { documents, run } = await desk()
    const steps: ((unit: Unit) => Promise<{ readonly kind: string }>)[] = [
      (unit) => prepareEscalation(unit, prepare()),
      (unit) => fileEscalation(unit, { ...step, caseNumber: '77' }),
      (unit) => recordAnswer(unit, { ...step, answer: 'a1', text: 'Done.' }),
      (unit) => closeEscalation(unit, { ...step, result: 'workaround' }),
    ]
    for (const each of steps) {
      expect(await run(each)).toMatchObject({ kind: 'done' })
      const once = await escalationOf(documents, id)
      expect(await run(each)).toEqual({ kind: 'unchanged', escalation: once })
      expect(await escalationOf(documents, id)).toEqual(once)
    }
    // What was done before stays done after the end, too: only a new case would be another one.
    expect(await run(steps[1]!)).toMatchObject({ kind: 'unchanged' })
    expect(await run(steps[2]!)).toMatchObject({ kind: 'unchanged' })
  })

  test('is one for its ticket, however many people prepare it at once', async () => {
    const { documents, run } = await desk()
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => run((unit) => prepareEscalation(unit, prepare()))))
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(await escalationsOfTicket(documents, 'T-1042')).toHaveLength(1)
  })

  test('has a number of its own, and a new one once the one before has ended', async () => {
    const { documents, run } = await desk()
    const tickets = ['T-1', 'T-2', 'T-3', 'T-4']
    await Promise.all(tickets.map((ticket) => run((unit) => prepareEscalation(unit, prepare(ticket)))))
    await run((unit) => withdrawEscalation(unit, step))
    const again = (await escalationOf(documents, id))?.ticket
    expect(await run((unit) => prepareEscalation(unit, prepare(again)))).toMatchObject({ escalation: { id: 'E-1005' } })
    const all = await Promise.all(tickets.map((ticket) => escalationsOfTicket(documents, ticket)))
    expect(
      all
        .flat()
        .map((each) => each.number)
        .sort(),
    ).toEqual([1001, 1002, 1003, 1004, 1005])
    expect((await escalationsOfTicket(documents, again ?? '')).map((each) => each.id)).toEqual([id, 'E-1005'])
  })

  test('is not prepared where nothing is held that would take it', async () => {
    const { documents, run } = await desk()
    const none = { kind: 'none', why: 'Nothing is held.', wouldTake: [] } as const
    expect(await run((unit) => prepareEscalation(unit, { ...prepare(), route: none }))).toEqual({
      kind: 'refused',
      why: 'no-vehicle',
    })
    expect(await escalationOf(documents, id)).toBeUndefined()
  })
})

describe('refused, and nothing changes', () => {
  const file = (caseNumber: string) => (unit: Unit) => fileEscalation(unit, { ...step, caseNumber })
  const answer = (text: string) => (unit: Unit) => recordAnswer(unit, { ...step, answer: text, text })
  const close = (result: 'solved' | 'not-solved') => (unit: Unit) => closeEscalation(unit, { ...step, result })
  const withdraw = (unit: Unit) => withdrawEscalation(unit, step)

  test.each([
    ['a number without a figure', [], file('  '), 'empty'],
    ['another number', [file('77')], file('78'), 'other-number'],
    ['an answer before it was filed', [], answer('Hello.'), 'not-filed'],
    ['an answer without words', [file('77')], answer(' '), 'empty'],
    ['an end before it was filed', [], close('solved'), 'not-filed'],
    ['another end', [file('77'), close('solved')], close('not-solved'), 'ended'],
    ['an answer after the end', [file('77'), close('solved')], answer('Hello.'), 'ended'],
    ['a number after it was withdrawn', [withdraw], file('77'), 'ended'],
    ['an end after it was withdrawn', [withdraw], close('solved'), 'ended'],
    ['a withdrawal after the end', [file('77'), close('solved')], withdraw, 'ended'],
  ])('%s', async (_, before, refused, why) => {
    const { documents, run } = await desk()
    await run((unit) => prepareEscalation(unit, prepare()))
    for (const each of before) expect(await run(each)).toMatchObject({ kind: 'done' })
    const stood = await escalationOf(documents, id)
    expect(await run(refused)).toEqual({ kind: 'refused', why, escalation: stood })
    expect(await escalationOf(documents, id)).toEqual(stood)
  })

  test.each([file('77'), answer('Hello.'), close('solved'), withdraw])(
    'what nobody prepared is unknown',
    async (each) => {
      expect(await (await desk()).run(each)).toEqual({ kind: 'unknown' })
    },
  )
})
