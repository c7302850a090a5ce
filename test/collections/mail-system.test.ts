import { describe, expect, test } from 'vitest'
import { requestSettled } from '../../src/collections/contact-settled.ts'
import { type EventType, type OutgoingEvent, outgoingEvents, webhooks } from '../../src/delivery/event.ts'
import { type BillingDesk, billingDesk, clara, type Given, rita } from './support/billing-desk.ts'

const stages = (channel: 'teams' | 'webhook' | 'teams-then-webhook') => [
  { id: 'due', when: 'after' as const, days: 0, action: 'remind' as const, channel, words: { 'pt-PT': 'Obrigado.' } },
]

/** A desk whose partner has a mail system that wants to be asked. */
async function withMail(given: Given = {}, types: EventType[] = ['saldo.reminder.requested']): Promise<BillingDesk> {
  const desk = await billingDesk({ ...given, policy: { promises: undefined, ...(given.policy as object) } })
  const hook = { id: 'W-1', url: 'https://mail.example', secret: 's', types, addedAt: desk.clock.now() }
  await desk.documents.change(async (unit) => unit.put(webhooks, 'W-1', hook, 0))
  return desk
}

const events = async (desk: BillingDesk) =>
  (await desk.documents.find(outgoingEvents, { index: 'state' })).items.map(({ data }) => data)

const settle = (desk: BillingDesk, event: Pick<OutgoingEvent, 'event' | 'type' | 'data' | 'state' | 'reason'>) =>
  desk.documents.change((unit) => requestSettled(unit, event, desk.clock.now()))

describe('the partner’s mail system', () => {
  test('is asked once for each person without a chat, with all that the mail has to say, and no words of Saldo’s', async () => {
    const desk = await withMail({
      people: [clara, rita],
      known: [rita],
      policy: { stages: stages('teams-then-webhook') },
    })
    await desk.run()
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara by mail queued, Rita sent'])
    expect((await events(desk)).map(({ data }) => data)).toEqual([
      {
        contact: expect.stringMatching(/\|2026-11-30\|due$/),
        kind: 'reminder',
        stage: 'due',
        customer: {
          id: clara.customer,
          tenant: clara.tenant,
          name: 'Adega Vale Claro, Lda',
          domain: 'customer1.example',
        },
        to: { name: 'Clara', mail: clara.mail, language: 'pt-PT' },
        bills: [
          {
            invoice: 'a',
            number: 'A',
            amount: { amount: '100.00', currency: 'EUR' },
            dueOn: '2026-11-30',
            period: { from: '2026-09-01', to: '2026-09-30' },
            stage: 'due',
          },
        ],
        fees: [],
        words: 'Obrigado.',
      },
    ])
  })

  test.each([
    ['teams', 'Clara sent, Rita failed unreachable'],
    ['webhook', 'Clara by mail queued, Rita by mail queued'],
    ['teams-then-webhook', 'Clara sent, Rita by mail queued'],
  ] as const)('is asked as the stage says: %s', async (channel, told) => {
    const desk = await withMail({ people: [clara, rita], known: [clara], policy: { stages: stages(channel) } })
    await desk.run()
    expect(await desk.told()).toEqual([`2026-11-30 due: ${told}`])
  })

  test('is asked for the customer where nobody of it is known', async () => {
    const desk = await withMail({ people: [], policy: { stages: stages('teams-then-webhook') } })
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: mail system by mail queued'])
  })

  test('is not asked for who is not to be written to by another way', async () => {
    const desk = await withMail({ policy: { stages: stages('teams') } })
    desk.answers.push({ kind: 'refused', reason: '413' })
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara failed 413'])
  })

  test.each([
    ['sent', undefined, 'sent', 1],
    ['failed', '410', 'failed 410', 0],
    ['failed', 'paid', 'held paid', 0],
  ] as const)('that ended as %s says so in the ledger', async (state, reason, told, contacted) => {
    const desk = await withMail({ known: [], policy: { stages: stages('teams-then-webhook') } })
    await desk.run()
    const [asked] = await events(desk)
    await settle(desk, { ...asked!, state, reason })
    await settle(desk, { ...asked!, state, reason })
    expect(await desk.told()).toEqual([`2026-11-30 due: Clara by mail ${told}`])
    expect((await desk.standing()).contacted).toHaveLength(contacted)
  })

  test('that gave up on one address after another took it stays sent', async () => {
    const desk = await withMail({ known: [], policy: { stages: stages('teams-then-webhook') } })
    await desk.run()
    const [asked] = await events(desk)
    await settle(desk, { ...asked!, state: 'sent' })
    await settle(desk, { ...asked!, state: 'failed', reason: '500' })
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara by mail sent'])
  })
})

test('the partner’s systems are told of each message once it settled, and what became of it', async () => {
  const desk = await withMail({ people: [clara, rita] }, ['saldo.delivery.settled'])
  desk.answers.push({ kind: 'unknown', reason: 'no-answer' })
  await desk.run()
  expect((await events(desk)).map(({ data }) => (data as { state: string }).state).sort()).toEqual(['sent', 'unknown'])
})
