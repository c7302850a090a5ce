import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { escalationsOfTicket } from '../../src/support/escalation/escalation.ts'
import { helpdeskSchema, helpdesks } from '../../src/support/helpdesk.ts'
import { ticketOf } from '../../src/support/ticket.ts'
import { partner } from '../ledger/examples.ts'
import { openStage, type Stage } from './support/stage.ts'

let stage: Stage
const helpdesk = helpdeskSchema.decode({
  partner,
  language: 'en',
  contact: { name: 'Duty desk', mail: 'duty@partner.example', phone: '+351 21 000 0001' },
  billing: 'direct',
  holds: { advanced: {} },
})
beforeAll(async () => {
  stage = await openStage()
  await stage.documents.change(async (unit) =>
    unit.put(helpdesks, partner, z.encode(helpdeskSchema, helpdesk) as never, 0),
  )
})
afterAll(() => stage.close())

const thread = () => stage.threads()[0] ?? ''

test('a technical problem is taken in with what is needed to begin, priority by impact', async () => {
  await stage.say('clara', 'Exchange Online rejects all incoming mail with error 550 5.4.1 today')
  await stage.say('clara', 'since eight this morning')
  const said = await stage.say('clara', 'The whole company')
  expect(said).toContain('urgent')
  expect(said).toContain('€45.00')
  expect(await stage.say('clara', 'yes')).toContain('T-1001')
  expect(await ticketOf(stage.documents, 'T-1001')).toMatchObject({
    kind: 'technical',
    service: 'microsoft-365',
    priority: 'urgent',
    queue: 'technical',
    intake: [
      { question: 'since', answer: 'since eight this morning' },
      { question: 'impact', answer: 'everybody' },
    ],
  })
})

test('a billing admin may not prepare a case for Microsoft, a helpdesk agent may', async () => {
  const data = { kind: 'technical', service: 'microsoft-365', severity: 'A' }
  expect(await stage.press('bruno', thread(), 'escalation.prepare', data)).toContain('role')
  expect(await escalationsOfTicket(stage.documents, 'T-1001')).toEqual([])
  await stage.press('helena', thread(), 'case.claim')
  await stage.press('helena', thread(), 'escalation.prepare', data)
  expect(await escalationsOfTicket(stage.documents, 'T-1001')).toMatchObject([
    { id: 'E-1001', state: 'prepared', vehicle: 'advanced-support', severity: 'A' },
  ])
})

test('filed, the ticket waits for Microsoft and the customer is told', async () => {
  await stage.press('helena', thread(), 'escalation.file', { number: '2611230040001234' })
  await stage.press('helena', thread(), 'escalation.file', { number: '2611230040001234' })
  expect(await ticketOf(stage.documents, 'T-1001')).toMatchObject({ state: 'waiting-microsoft' })
  expect(stage.chat('clara').filter(({ text }) => text.includes('Microsoft'))).toHaveLength(1)
})

test('Microsoft’s answer is recorded for staff alone', async () => {
  const before = stage.chat('clara').length
  await stage.press('helena', thread(), 'escalation.answer', { text: 'Throttled by a transport rule of ours.' })
  expect(stage.chat('clara')).toHaveLength(before)
  expect((await escalationsOfTicket(stage.documents, 'T-1001'))[0]).toMatchObject({
    state: 'answered',
    answers: [{ text: 'Throttled by a transport rule of ours.' }],
  })
})

test('when it ends the customer hears how, once', async () => {
  const end = { result: 'solved', text: 'Mail arrives again; Microsoft has lifted a block.' }
  await stage.press('helena', thread(), 'escalation.close', end)
  await stage.press('helena', thread(), 'escalation.close', end)
  const told = stage.chat('clara').filter(({ text }) => text.includes('Mail arrives again'))
  expect(told).toHaveLength(1)
  expect(await ticketOf(stage.documents, 'T-1001')).toMatchObject({ state: 'resolved', escalation: 'E-1001' })
  expect(await stage.say('clara', 'Close T-1001, it is solved')).toContain('closed')
})
