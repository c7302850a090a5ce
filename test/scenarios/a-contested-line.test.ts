import { afterAll, beforeAll, expect, test } from 'vitest'
import { disputeSchema, disputes } from '../../src/ledger/dispute.ts'
import { recordOf } from '../../src/ledger/record.ts'
import { ticketOf } from '../../src/support/ticket.ts'
import { amountText } from '../../src/values/money.ts'
import { openStage, type Stage } from './support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const disputed = async () => {
  const { items } = await stage.documents.find(disputes, { index: 'invoice', equals: 'a-3' })
  return items.map(({ data }) => recordOf(disputeSchema, data))
}

test('first the line is explained: that may settle it', async () => {
  const said = await stage.say('clara', 'line 3 of FT 2026/118 is wrong, we contest it')
  expect(said).toContain('Visio Plan 2')
  expect(said).toContain('€214.80')
  expect(await disputed()).toEqual([])
})

test('else what is contested is said with its tax before it is opened, and more can be added', async () => {
  expect(await stage.say('clara', 'No, open a ticket')).toContain('€264.20')
  const said = await stage.say('clara', 'We contest it because we never ordered Visio for anybody here')
  expect(said).toContain('€264.20')
  expect(said).not.toContain('€45.00')
  expect(await disputed()).toEqual([])
})

test('the dispute is a record of the ledger on that line alone', async () => {
  expect(await stage.say('clara', 'yes')).toContain('T-1001')
  const [dispute] = await disputed()
  expect(dispute).toMatchObject({ lines: [3], reason: expect.stringContaining('never ordered Visio') })
  expect(dispute && amountText(dispute.amount)).toBe('264.20')
  expect(await ticketOf(stage.documents, 'T-1001')).toMatchObject({ dispute: dispute?.id, about: { lines: [3] } })
})

test('the same line contested again goes into the same ticket, with one dispute', async () => {
  await stage.say('clara', 'I dispute line 3 of FT 2026/118, it is still wrong and nobody ordered it')
  await stage.say('clara', 'No, open a ticket')
  expect(await stage.say('clara', 'yes')).toContain('T-1001')
  expect(await disputed()).toHaveLength(1)
  expect(stage.threads()).toHaveLength(1)
})

test('a helpdesk agent may not decide it, a billing admin may, and the customer is told', async () => {
  const [thread = ''] = stage.threads()
  const decision = { outcome: 'accepted', text: 'You are right: a credit note follows.' }
  expect(await stage.press('helena', thread, 'case.dispute', decision)).toContain('role')
  expect((await disputed())[0]?.outcome).toBeUndefined()
  await stage.press('bruno', thread, 'case.dispute', decision)
  await stage.press('bruno', thread, 'case.dispute', decision)
  expect((await disputed())[0]?.outcome?.kind).toBe('accepted')
  expect(stage.chat('clara').filter(({ text }) => text.includes('a credit note follows'))).toHaveLength(1)
})
