import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { principalOf } from '../../src/access/principal-of.ts'
import { suspensionOf } from '../../src/collections/suspension.ts'
import { proposeAndTell } from '../../src/conversation/collections/move-suspension.ts'
import { suspensionLine } from '../../src/conversation/collections/suspension-line.ts'
import { outgoingEvents, webhookSchema, webhooks } from '../../src/delivery/event.ts'
import { lineOf, putLine, readLine } from '../../src/delivery/line.ts'
import { tickets } from '../../src/support/ticket.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { pay, withPolicy } from '../scenarios/support/collecting.ts'
import { openStage, type Stage } from '../scenarios/support/stage.ts'
import { adega, everybody, type Known } from './support/small-desk.ts'

// FT 2026/110 of Adega, 170.60, has been overdue since 7 November; it bills two subscriptions. Seen from Monday 23 November 2026.

let stage: Stage
const open: Stage[] = []
async function opened(over: Parameters<typeof openStage>[0] = {}): Promise<Stage> {
  const one = await openStage(over)
  open.push(one)
  // No reminders in between.
  const stages = [{ id: 'suspension', when: 'after', days: 300, action: 'propose-suspension' }] as const
  await withPolicy(one.documents, { stages: [...stages], promises: undefined })
  return one
}
afterAll(() => Promise.all(open.map((one) => one.close())))

async function propose(on: Stage, who: Known = 'bruno') {
  await on.documents.change(async (unit) => {
    const principal = await principalOf(unit, everybody[who])
    const by = { principal: principal as never, name: 'Bruno' }
    const invoices = ['a-2' as InvoiceId]
    return proposeAndTell(unit, { customer: adega.id, invoices, by, now: on.clock.now() })
  })
  await on.carry()
}
const get = async (on: Stage) => (await suspensionOf(on.documents, 'S-1001'))!.suspension
const threadOf = async (on: Stage) => {
  const line = await lineOf(on.documents, suspensionLine('S-1001'))
  return (line?.to.kind === 'thread' && line.to.conversation) || ''
}
type Entry = { step: number; state: string }
const texts = (shown: readonly { text: string }[]) => shown.map(({ text }) => text)

describe('a suspension in the helpdesk’s channel', () => {
  let thread: string
  let read = 0
  const news = () => {
    const fresh = texts(stage.chat('clara')).slice(read)
    read = stage.chat('clara').length
    return fresh
  }
  const press = (who: Known, verb: string, data: object = {}) => stage.press(who, thread, verb, data)

  beforeAll(async () => {
    stage = await opened()
    await stage.say('clara', 'olá')
    news()
    await propose(stage)
    thread = await threadOf(stage)
  })

  test('has one thread with its card, and the customer hears nothing of it', async () => {
    expect(texts(stage.thread(thread))).toEqual(['[suspension-card S-1001]'])
    await propose(stage)
    await stage.pass(1)
    expect(texts(stage.thread(thread))).toEqual(['[suspension-card S-1001]'])
    expect(news()).toEqual([])
    expect(await stage.say('clara', 'porque está o meu acesso bloqueado?')).toMatch(/Não suspendemos nenhum acesso/)
    news()
  })

  test.each([
    ['helena', 'suspension.approve', {}, /your role does not allow it/],
    ['bruno', 'suspension.approve', {}, /your role does not allow it/],
    ['sara', 'suspension.cancel', { text: 'no' }, /your role does not allow it/],
    ['amelia', 'suspension.decline', {}, /use the buttons/],
    ['amelia', 'suspension.decline', { text: '  ' }, /use the buttons/],
    ['amelia', 'suspension.explode', {}, /use the buttons/],
    ['amelia', 'suspension.done', { task: 'suspend-1' }, /not the time for it/],
  ] as const)('%s pressing %s with %j is told why nothing happens', async (who, verb, data, why) => {
    const before = await get(stage)
    expect(await press(who, verb, data)).toMatch(why)
    expect(await get(stage)).toEqual(before)
  })

  test('an approval tells the customer the day in its language, once for two clicks, and changes the card in place', async () => {
    const twice = await Promise.all([1, 2].map(() => press('amelia', 'suspension.approve', { once: '1' })))
    expect(twice.sort()).toEqual(['Done. S-1001: announced.', 'That was done already. S-1001: announced.'])
    expect(await get(stage)).toMatchObject({ state: 'announced', day: '2026-11-30' })
    const [notice, ...more] = news()
    expect(more).toEqual([])
    for (const said of ['30 de novembro de 2026', 'FT 2026/110', '170,60', 'Business Premium (10 licenças)'])
      expect(notice).toContain(said)
    expect(notice).toContain('31 de janeiro de 2027')
    const shown = stage.thread(thread)
    expect(shown.filter(({ kind }) => kind === 'suspension-card')).toHaveLength(1)
    expect(shown.at(-1)?.text).toMatch(/S-1001, Adega.*the customer is told; suspended on 30 November 2026/)
  })

  test('the customer who asks is told the same', async () => {
    const said = await stage.say('clara', 'porque está o meu acesso suspenso?')
    expect(said).toContain('30 de novembro de 2026')
    expect(said).toContain('FT 2026/110')
    expect(await stage.say('rui', 'porque está o meu acesso suspenso?')).toMatch(
      /Não suspendemos nenhum acesso da empresa/,
    )
    news()
  })

  test('on the day it becomes tasks, which an admin agent ticks off; then the customer knows', async () => {
    await stage.until('2026-11-30T10:00:00Z')
    expect(await get(stage)).toMatchObject({ state: 'executing' })
    expect(await press('bruno', 'suspension.done', { task: 'suspend-1' })).toMatch(
      /your role does not allow it; approving, declining and switching off are an admin agent’s/,
    )
    await press('amelia', 'suspension.done', { task: 'suspend-1', once: '9' })
    await press('amelia', 'suspension.done', { task: 'suspend-2', once: '9' })
    expect(await get(stage)).toMatchObject({ state: 'suspended' })
    await stage.pass(1)
    expect(news().filter((text) => /está suspenso desde 30 de novembro/.test(text))).toHaveLength(1)
    const asked = await stage.say('clara', 'quando volta o acesso?')
    expect(asked).toMatch(/não é precisa nova aprovação/)
    const employee = await stage.say('rui', 'o meu acesso está suspenso?')
    expect(employee).toContain('Business Premium')
    expect(employee).not.toMatch(/FT 2026|170/)
    news()
  })

  test('paid, it is put back without approval, and the customer hears both', async () => {
    await pay(stage.documents, 'p-9', stage.clock.now(), { 'a-2': '170.60' })
    await stage.pass(1)
    expect(await get(stage)).toMatchObject({ state: 'restoring', reason: 'paid' })
    expect(news().join()).toMatch(/Estamos a repor o acesso/)
    for (const { id: task, done } of (await get(stage)).tasks)
      if (!done) await press('bruno', 'suspension.done', { task })
    expect(await get(stage)).toMatchObject({ state: 'restored', differences: [] })
    await stage.pass(1)
    expect(news().filter((text) => /está reposto desde/.test(text))).toHaveLength(1)
    const shown = stage.thread(thread)
    expect(shown.filter(({ kind }) => kind === 'suspension-card')).toHaveLength(1)
    expect(shown.at(-1)?.text).toMatch(/put back/)
  })
})

describe('what was noted before', () => {
  const checked = async (found: object) => {
    const on = await opened()
    await on.say('clara', 'olá')
    await propose(on)
    const thread = await threadOf(on)
    await on.press('amelia', thread, 'suspension.approve')
    await on.press('bruno', thread, 'suspension.record', { place: '1', renewing: 'on', scheduled: '8 seats from May' })
    await on.until('2026-11-30T10:00:00Z')
    for (const task of ['suspend-1', 'suspend-2']) await on.press('amelia', thread, 'suspension.done', { task })
    await on.press('bruno', thread, 'suspension.cancel', { text: 'a second chance' })
    for (const task of ['reactivate-1', 'auto-renew-1', 'scheduled-1'])
      await on.press('bruno', thread, 'suspension.done', { task })
    await on.press('bruno', thread, 'suspension.verify', { place: '1', renewing: 'on', ...found })
    return (await get(on)).differences
  }

  test('is lost where the field that asks for it is left empty, and as it was where there is none', async () => {
    expect(await checked({ scheduled: '' })).toMatchObject([
      { field: 'scheduled', before: '8 seats from May', after: '' },
    ])
    expect(await checked({})).toEqual([])
  })
})

describe('a step of the policy that is for a person', () => {
  test('opens a case that says what the policy asks for, and not that the customer wrote it', async () => {
    const on = await openStage()
    open.push(on)
    await withPolicy(on.documents, {
      stages: [{ id: 'call', when: 'after', days: 20, action: 'person' }],
      promises: undefined,
    })
    await on.until('2026-11-30T10:00:00Z')
    const { items } = await on.documents.find(tickets, { index: 'openedAt' })
    const [opening] = items.flatMap(({ data }) => data.trail).filter(({ what }) => what === 'opened')
    expect(opening).toMatchObject({
      by: 'saldo',
      text: 'The policy’s step asks for a call about these bills: FT 2026/110',
    })
  })
})

describe('a customer whom nobody can reach', () => {
  test('keeps it waiting until a person has told them; the notice counts from then', async () => {
    const on = await opened()
    await propose(on)
    const thread = await threadOf(on)
    await on.press('amelia', thread, 'suspension.approve')
    expect(await get(on)).toMatchObject({ state: 'approved' })
    await on.pass(7 * 24 * 60)
    await on.pass(7 * 24 * 60)
    expect(await get(on)).toMatchObject({ state: 'approved' })
    expect((await get(on)).trail.filter(({ what }) => what === 'unreachable')).toHaveLength(1)
    await on.press('bruno', thread, 'suspension.told')
    expect(await get(on)).toMatchObject({ state: 'announced', day: '2026-12-14' })
  })

  test('is told as soon as there is a way', async () => {
    const on = await opened()
    await propose(on)
    await on.press('amelia', await threadOf(on), 'suspension.approve')
    await on.say('clara', 'olá')
    await on.pass(1)
    expect(await get(on)).toMatchObject({ state: 'announced' })
    expect(texts(on.chat('clara')).join()).toMatch(/suspenderemos o acesso/)
  })

  test('is written to by the partner’s mail system, with the same words', async () => {
    const on = await opened()
    await on.documents.change(async (unit) => {
      const types = ['saldo.reminder.requested', 'saldo.suspension.changed'] as const
      const hook = { id: 'w', url: 'https://mail.example', secret: 's', types: [...types], addedAt: on.clock.now() }
      unit.put(webhooks, 'w', z.encode(webhookSchema, hook), 0)
    })
    await propose(on)
    await on.press('amelia', await threadOf(on), 'suspension.approve')
    const { notice, state } = await get(on)
    expect([state, notice?.posts, notice?.events.length]).toEqual(['announced', [], 1])
    const { items } = await on.documents.find(outgoingEvents, { index: 'due' })
    const mails = items.filter(({ data }) => data.type === 'saldo.reminder.requested').map(({ data }) => data.data)
    expect(mails).toMatchObject([{ suspension: 'S-1001', to: { name: 'Clara', language: 'pt-PT' } }])
    expect(JSON.stringify(mails)).toContain('FT 2026/110')
    const changes = items.filter(({ data }) => data.type === 'saldo.suspension.changed').map(({ data }) => data.data)
    expect(changes.map((data) => `${(data as Entry).step} ${(data as Entry).state}`).sort()).toEqual([
      '1 proposed',
      '2 approved',
      '3 announced',
    ])
  })
})

describe('a thread that was lost', () => {
  test('is known again by the card in it, and gets a card that can be changed', async () => {
    const on = await opened()
    await propose(on)
    const thread = await threadOf(on)
    await on.documents.change(async (unit) => {
      const { line, revision } = (await readLine(unit, suspensionLine('S-1001')))!
      putLine(unit, { ...line, to: { ...line.to, conversation: undefined } as never, names: {} }, revision)
    })
    await on.press('amelia', thread, 'suspension.approve', { suspension: 'S-1001' })
    expect(await threadOf(on)).toBe(thread)
    expect((await get(on)).approvals).toHaveLength(1)
    expect(await on.press('amelia', '19:other', 'suspension.approve', { suspension: 'S-1001' })).not.toMatch(/Done/)
  })

  test('a suspension that was proposed before there was a channel is shown once there is one', async () => {
    const on = await opened({ withChannel: false })
    await propose(on)
    expect(on.threads()).toEqual([])
    await on.seat('helena', '19:helpdesk@thread.tacv2', { kind: 'added' }, 'added')
    await on.pass(1)
    expect(on.threads()).toHaveLength(1)
  })
})
