import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { suspensionNotice } from '../../src/answers/suspension-news.ts'
import type { SuspensionAct } from '../../src/collections/act-on-suspension.ts'
import { proposeSuspension } from '../../src/collections/propose-suspension.ts'
import { type Suspension, suspensionSchema, suspensionStates, suspensions } from '../../src/collections/suspension.ts'
import { moveSuspension } from '../../src/conversation/collections/move-suspension.ts'
import { strikeSuspensions } from '../../src/conversation/collections/strike-suspensions.ts'
import { type SuspensionScene, suspensionScene } from '../../src/conversation/collections/suspension-scene.ts'
import { say } from '../../src/language/say.ts'
import { helpdeskSchema, helpdesks } from '../../src/support/helpdesk.ts'
import { suspensionCard } from '../../src/teams/cards/suspension-card.ts'
import { day, type Instant } from '../../src/values/day.ts'
import type { SubscriptionId } from '../../src/values/ids.ts'
import { languages } from '../../src/values/language.ts'
import { adega, at, aWorld, id, type Known, now, type World } from '../collections/suspension-world.ts'
import { partner } from '../ledger/examples.ts'

let world: World
const seen = new Map<string, SuspensionScene>()
let clicks = 0

async function act(who: Known, what: SuspensionAct, when: Instant = now) {
  const by = await world.as(who)
  const order = { suspension: 'S-1001', act: what, by, now: when, event: `e ${++clicks}` }
  const { kind } = await world.documents.change((unit) => moveSuspension(unit, order))
  expect(kind).toBe('changed')
  const scene = (await suspensionScene(world.documents, 'S-1001', when))!
  seen.set(scene.suspension.state, scene)
}

async function doneAll(when: Instant) {
  for (const { id: task, done } of (await world.get('S-1001')).tasks) {
    if (!done) await act('amelia', { kind: 'done', task }, when)
  }
}

beforeAll(async () => {
  world = await aWorld()
  await world.documents.change(async (unit) => {
    const invoices = ['u-1', 'u-2', 'u-3'].map(id)
    await proposeSuspension(unit, { customer: adega.id, invoices, by: 'saldo', now })
  })
  await act('bruno', { kind: 'auto-renew', outcome: 'declined' })
  await act('bruno', { kind: 'record', place: 1, seen: { autoRenew: true, scheduled: '8 seats from February' } })
  await act('amelia', { kind: 'approve' })
  await act('bruno', { kind: 'told' })
  const due = at('2026-11-30T10:00:00Z')
  await strikeSuspensions(world.documents, due)
  seen.set('held', (await suspensionScene(world.documents, 'S-1001', due))!)
  await world.known('2026-11-30')
  await strikeSuspensions(world.documents, due)
  await act('bruno', { kind: 'told' }, due)
  await world.known('2026-12-07')
  const later = at('2026-12-07T10:00:00Z')
  await strikeSuspensions(world.documents, later)
  await doneAll(later)
  await act('bruno', { kind: 'cancel', reason: 'a 2nd chance' }, later)
  for (const task of ['reactivate-1', 'auto-renew-1', 'scheduled-1']) await act('bruno', { kind: 'done', task }, later)
  await act('bruno', { kind: 'verify', place: 1, seen: { quantity: 9, autoRenew: false, scheduled: '' } }, later)
})

const json = (scene: SuspensionScene) => JSON.stringify(suspensionCard(scene))
const verbs = (scene: SuspensionScene) =>
  [...json(scene).matchAll(/"verb":"suspension\.([a-z-]+)"/g)].map(([, one]) => one)

describe('the card of a suspension', () => {
  test.each([
    ['proposed', ['approve', 'decline', 'auto-renew', 'record', 'cancel']],
    ['approved', ['auto-renew', 'told', 'record', 'cancel']],
    ['announced', ['auto-renew', 'told', 'record', 'cancel']],
    ['held', ['auto-renew', 'told', 'record', 'cancel']],
    ['executing', [...Array(5).fill('done'), 'record', 'cancel']],
    ['suspended', ['cancel', ...Array(5).fill('undone')]],
  ])('that is %s has the buttons %j', (state, wanted) => {
    const found = verbs(seen.get(state)!)
    // In `executing` the last one before all was done is kept: what is done can be taken back there.
    if (state === 'executing') expect(new Set(found)).toEqual(new Set([...wanted, 'undone']))
    else expect(found).toEqual(wanted)
  })

  test('shows before anybody approves what it does, what it leaves alone, and what else there is', () => {
    const card = json(seen.get('proposed')!)
    for (const said of [
      'up to 18 people, in 4 subscriptions',
      'Business Premium (10 licences): new commerce; Microsoft goes on billing us: yes; auto-renew: on; data kept at least until 31 January 2027',
      'Office 365 E1 (3 licences): legacy; Microsoft goes on billing us: no; auto-renew: off',
      'Due now: €360.00',
      'Left alone: Power BI Pro (settled, paid until 31 January 2027)',
      'Left alone: Planner (not billed)',
      'It touches nothing else of the customer',
      'Microsoft goes on billing us for new-commerce subscriptions. Source: Partner Center docs, create-a-new-subscription',
      'sources disagree: the earlier day counts',
      'An Azure plan can be suspended only when its Azure subscriptions are inactive',
      'Other means: a promise to pay',
      'Other means: a call',
      'An admin agent who did not propose it must approve',
    ])
      expect(card).toContain(said)
    expect(card).not.toMatch(/undefined|\{[a-z]/i)
  })

  test('shows what was noted before anything was changed, and what has to be set again', () => {
    const wanted = 'Before the suspension, Business Premium: auto-renew: on; scheduled changes: 8 seats from February.'
    for (const state of ['proposed', 'announced', 'suspended', 'restoring'])
      expect(json(seen.get(state)!), state).toContain(wanted)
    const card = json(seen.get('restoring')!)
    for (const said of [
      'auto-renew-1: set auto-renew as it was before: on – Business Premium',
      'scheduled-1: set the scheduled changes again: 8 seats from February – Business Premium',
      // What nobody noted is looked up.
      'scheduled-4: set the scheduled changes again: nothing noted, see Partner Center – Teams Phone',
    ])
      expect(card).toContain(said)
    // On the button too.
    expect(card).toMatch(/"title":"✓ Set the scheduled changes again: nothing noted/)
  })

  test.each([
    ['en', ['auto-renew was on, is now off', 'what was scheduled was 8 seats from February, is now none']],
    ['pt-PT', ['a renovação automática: antes ligada, agora desligada', 'antes 8 seats from February, agora nenhuma']],
    ['pt-BR', ['a renovação automática: antes ligada, agora desligada', 'antes 8 seats from February, agora nenhuma']],
    [
      'es',
      ['la renovación automática: antes activada, ahora desactivada', 'antes 8 seats from February, ahora ninguno'],
    ],
  ] as const)('says in %s what differs in words', (language, wanted) => {
    const card = json({ ...seen.get('restoring')!, language })
    for (const said of wanted) expect(card).toContain(said)
    expect(card).not.toMatch(/was true|antes true/)
  })

  test('of what differs only in how it is written down there is no such thing as a missing word', () => {
    const scene = seen.get('restoring')!
    const [{ scoped } = { scoped: { id: 'none' as SubscriptionId } }] = scene.seen.subscriptions
    const differences = (['status', 'quantity', 'autoRenew', 'scheduled', 'end'] as const).flatMap((field) => [
      { subscription: scoped.id, field, before: '', after: '' },
    ])
    const odd = [{ subscription: scoped.id, field: 'status' as const, before: 'active', after: 'on fire' }]
    for (const language of languages) {
      const card = json({
        ...scene,
        language,
        suspension: { ...scene.suspension, differences: [...differences, ...odd] },
      })
      expect(card).toContain('on fire')
    }
  })

  test('where nobody can tell until when data is kept, says where to look, and has the customer export it before', () => {
    const scene = seen.get('announced')!
    const subscriptions = scene.seen.subscriptions.map(({ dataUntil: _, ...one }) => one)
    const unknown = { ...scene, seen: { ...scene.seen, subscriptions } }
    expect(json(unknown)).toContain('until when data is kept is not known here: look it up in Partner Center')
    const wanted = {
      en: 'export it before the suspension',
      'pt-PT': 'os exportem antes da suspensão',
      'pt-BR': 'exportem os dados antes da suspensão',
      es: 'los exporten antes de la suspensión',
    }
    for (const language of languages) {
      expect(say(suspensionNotice(unknown).answer, language).text).toContain(wanted[language])
      expect(say(suspensionNotice(scene).answer, language).text).not.toContain(wanted[language])
    }
  })

  test('of something half undone lists what differs', () => {
    const card = json(seen.get('restoring')!)
    expect(card).toContain('Business Premium: the number of licences was 10, is now 9')
    expect(verbs(seen.get('restoring')!)).toContain('accept')
  })

  test('says in four languages the same figures, and can be sent, in every state and with two hundred subscriptions', () => {
    for (const state of suspensionStates)
      for (const scene of [seen.get(state) ?? { ...seen.get('proposed')!, suspension: inState(state) }, many(state)]) {
        const figures = languages.map((language) => {
          const text = json({ ...scene, language })
          expect(Buffer.byteLength(text), `${state} ${language}`).toBeLessThan(28 * 1024)
          return text.match(/\d+/g)?.length
        })
        expect(figures.every((count) => count !== undefined && count > 0)).toBe(true)
      }
  })

  test('of an indirect reseller says who does each step', async () => {
    const reseller = z.decode(helpdeskSchema, {
      ...{ partner, billing: 'indirect-reseller', provider: 'Distri SA', language: 'es' },
      contact: { name: 'Mesa', mail: 'mesa@partner.example', phone: '+351 21 000 0001' },
    })
    const own = world.copy()
    await own.documents.change(async (unit) => {
      unit.put(helpdesks, partner, z.encode(helpdeskSchema, reseller), 0)
      const known = (await unit.get(suspensions, 'S-1001'))!
      unit.put(suspensions, 'S-1001', z.encode(suspensionSchema, inState('announced')), known.revision)
    })
    const scene = (await suspensionScene(own.documents, 'S-1001', at('2026-12-14T10:00:00Z')))!
    expect(json(scene)).toContain('pidan cada paso a Distri SA')
  })
})

const inState = (state: Suspension['state']): Suspension => ({
  ...seen.get('proposed')!.suspension,
  ...{ state, day: day('2026-12-14'), suspendedOn: day('2026-12-14'), restoredOn: day('2026-12-15') },
})

function many(state: Suspension['state']): SuspensionScene {
  const scene = seen.get(state) ?? seen.get('proposed')!
  const [first] = scene.seen.subscriptions
  const all = Array.from({ length: 200 }, (_, place) => {
    const scoped = { ...first!.scoped, id: `s-${place}` as SubscriptionId, product: `Product number ${place}` }
    return { ...first!, scoped }
  })
  const tasks = all.map(({ scoped }, place) => ({
    ...{ id: `suspend-${place + 1}`, kind: 'suspend' as const, subscription: scoped.id },
  }))
  const subscriptions = all.map(({ scoped }) => scoped)
  const suspension = { ...inState(state), subscriptions, tasks }
  return { ...scene, seen: { ...scene.seen, subscriptions: all }, suspension }
}
