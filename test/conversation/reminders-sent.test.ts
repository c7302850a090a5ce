import { randomUUID } from 'node:crypto'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Activity } from 'botbuilder'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { contactSettled } from '../../src/collections/contact-settled.ts'
import { paymentsCame } from '../../src/collections/payment-data.ts'
import { policies, policyKey, type policySchema } from '../../src/collections/policy.ts'
import { remindCustomer } from '../../src/collections/remind-customer.ts'
import { rightToSend } from '../../src/collections/right-to-send.ts'
import { keepAddress } from '../../src/delivery/address.ts'
import type { Channel } from '../../src/delivery/channel.ts'
import { courierOf } from '../../src/delivery/courier.ts'
import { paceOf } from '../../src/delivery/pace.ts'
import { takePayments } from '../../src/ledger/take-payments.ts'
import { deskCards } from '../../src/teams/desk-cards.ts'
import { postActivity } from '../../src/teams/post-activity.ts'
import { day, instant } from '../../src/values/day.ts'
import type { ImportId } from '../../src/values/ids.ts'
import { euros, partner } from '../ledger/examples.ts'
import { deskForTests } from './support/open-desk.ts'
import { adega, everybody } from './support/small-desk.ts'

const desk = deskForTests()

const policy: z.input<typeof policySchema> = {
  partner,
  name: 'Standard',
  effective: '2026-01-01',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  stages: [
    { id: 'before', when: 'before', days: 3, action: 'remind' },
    { id: 'first', when: 'after', days: 7, action: 'remind' },
    { id: 'last', when: 'after', days: 14, action: 'warn' },
    { id: 'propose', when: 'after', days: 21, action: 'propose-suspension' },
  ],
  suspension: { noticeDays: 10 },
  notices: { renewal: { days: 75 } },
}

/** What arrives in Clara's chat: new messages and changes, as a reader of the card sees them. */
function teams() {
  const arrived: { how: string; lead: string; card: IAdaptiveCard | undefined }[] = []
  const render = postActivity(
    deskCards({
      documents: desk.documents,
      clock: desk.clock,
      caseFiles: { link: async () => undefined, open: async () => ({ kind: 'gone' }) },
    }),
  )
  const take = async (how: string, shown: Partial<Activity> | undefined) => {
    if (!shown) return { kind: 'withheld', reason: 'nothing-to-say' } as const
    arrived.push({ how, lead: (shown.summary ?? '').replaceAll('\u00a0', ' '), card: shown.attachments?.[0]?.content })
    return { kind: 'sent', activity: `sent-${arrived.length}` } as const
  }
  const channel: Channel = {
    send: async (to, content) => take('send', await render(content, to)),
    update: async (to, activity, content) => take(`update ${activity}`, await render(content, to)),
    remove: async () => ({ kind: 'refused', reason: 'nothing is taken back here' }),
  }
  const courier = courierOf({
    documents: desk.documents,
    channel,
    clock: desk.clock,
    newId: randomUUID,
    pace: paceOf(),
    milliseconds: () => Date.parse(desk.clock.now()),
    wait: async () => undefined,
    random: () => 0.5,
    settled: contactSettled,
    maySend: (unit, _, post) => rightToSend(unit, post, desk.clock.now()),
    fault: (error) => {
      throw error
    },
  })
  return { arrived, carry: () => courier.carry() }
}

const look = () => desk.documents.change((unit) => remindCustomer(unit, adega.id, { now: desk.clock.now() }))

async function open() {
  const now = instant('2026-11-23T10:00:00Z')
  desk.clock.set(now)
  await desk.documents.change(async (unit) => {
    unit.put(policies, policyKey(policy), policy, 0)
    await keepAddress(
      unit,
      everybody.clara,
      { channel: 'msteams', serviceUrl: 'https://x.example/', conversation: 'a:clara' },
      now,
    )
  })
  return teams()
}

test('a reminder and a notice arrive once each; when it is paid, the same card says so', async () => {
  const { arrived, carry } = await open()
  await look()
  await look()
  await carry()
  expect(arrived.map(({ how, lead }) => `${how}: ${lead}`)).toEqual([
    // September's bill is 16 days late: the latest stage, and the last word before a suspension.
    'send: Estão por pagar 170,60 €, com vencimento a 7 de novembro de 2026, há 16 dias; não temos registo do …',
    'send: O compromisso anual de Microsoft 365 Business Premium (10 licenças) termina a 31 de janeiro de 2027…',
  ])
  expect(arrived[0]?.card?.fallbackText).toContain('último lembrete antes de ponderarmos a suspensão do acesso')

  desk.clock.set(instant('2026-11-24T10:00:00Z'))
  await desk.documents.change(async (unit) => {
    const payment = {
      customer: adega.id,
      receivedOn: day('2026-11-24'),
      amount: euros('170.60'),
      reference: 'FT 2026/110',
      method: 'bank-transfer',
      line: 2,
    }
    await takePayments(unit, { import: 'payments-9' as ImportId, payments: [payment] })
    await paymentsCame(unit, [adega.id], desk.clock.now())
  })
  await look()
  await look()
  await carry()
  expect(arrived.slice(2).map(({ how, lead }) => `${how}: ${lead}`)).toEqual([
    'update sent-1: Obrigado. Esta fatura está regularizada e já não há nada a pagar.',
  ])
  expect(arrived[2]?.card?.actions?.map(({ title }) => title)).toEqual(['Que faturas estão em aberto?'])
})
