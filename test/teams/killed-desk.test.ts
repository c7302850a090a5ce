import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PagePerson } from '../../src/web/page-person.ts'
import { delivererTo } from './killed-desk/deliverer.ts'
import { diceOf } from './killed-desk/dice.ts'
import type { Office } from './killed-desk/hands.ts'
import { inChannel } from './killed-desk/person-activity.ts'
import { type Records, recordsIn } from './killed-desk/records.ts'
import { type Sample, sampleWithModel } from './killed-desk/sample-with-model.ts'
import { begin, type Service, serviceOn } from './killed-desk/service.ts'
import { talksOf } from './killed-desk/talk.ts'
import { openTeamsSide, type TeamsSide } from './killed-desk/teams-side.ts'
import { verdictOn } from './killed-desk/verdict.ts'

const isLong = process.env.SALDO_LONG !== undefined
const kills = isLong ? 200 : 3
const customers = isLong ? 10 : 4
const seed = Number(process.env.SALDO_SEED ?? Date.now() % 1_000_000)
const dice = diceOf(seed)

let sample: Sample
let service: Service
let teams: TeamsSide
beforeAll(async () => {
  sample = await sampleWithModel(begin)
  service = serviceOn(sample.folder)
  teams = await openTeamsSide(diceOf(seed + 1))
}, 120_000)
afterAll(async () => {
  await service.kill()
  await teams.close()
  await sample.remove()
})

/** Waits until that happens, or for a time in which it mostly does. */
const soon = (event: 'taken' | 'answered') =>
  Promise.race([new Promise<void>((resolve) => teams.once(event, resolve)), wait(400)])

/** At any time after an action began; or in the moment in which Teams knows of a message and the service's records do not. */
async function anyMoment(kill: number): Promise<void> {
  if (kill % 4 === 1) return soon('taken')
  if (kill % 4 === 3) return soon('answered').then(() => wait(dice.below(3)))
  await wait(dice.below(400))
}

/** Until Teams takes nothing more: the pace of a channel lets pass 8 messages in 2 s. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== teams.taken.length; ) {
    before = teams.taken.length
    await wait(2_500)
  }
}

/** Until nothing waits to be sent. What the pace of a channel had put off is due a minute later, and a start knows of no sends. */
async function settled(): Promise<Records> {
  for (let round = 1; ; round++) {
    await quiet()
    await service.kill()
    const records = await recordsIn(sample.folder)
    if (round === 40 || records.lines.every(({ posts }) => posts.length === 0)) return records
    await service.start(60_000)
  }
}

const withRole = (role: string): PagePerson[] =>
  sample.people.filter(
    ({ roles, company }) => roles.some((each) => each === role) && (role !== 'billing-contact' || company),
  )

/** Customers and agents go on until the last kill, and then end what they are at. */
async function killWhileTheyTalk(office: Office): Promise<void> {
  let over = false
  const talks = withRole('billing-contact')
    .slice(0, customers)
    .map(async (customer, at) => {
      const talk = talksOf(office, customer, at + 1)
      while (!over) await talk()
    })
  for (let kill = 0; kill < kills; kill++) {
    // A few come through before the one that the kill is meant for, or nobody would ever get to the end of a talk.
    for (let actions = 1 + dice.below(isLong ? 10 : 3); actions > 0; actions--) await office.deliverer.next()
    await anyMoment(kill)
    await service.kill()
    await service.start()
  }
  over = true
  await Promise.all(talks)
}

it('a killed service passes nothing on twice and loses nothing without a trace', { timeout: 5_000_000 }, async () => {
  const [one, two] = withRole('helpdesk-agent')
  const deliverer = delivererTo(service)
  const office: Office = {
    teams,
    deliverer,
    agents: [one!, two!],
    written: [],
    counts: { claims: 0, relays: 0, closings: 0 },
    dice: diceOf(seed + 2),
  }
  await service.start()
  await deliverer.deliver(inChannel(one!, teams.serviceUrl, { type: 'installationUpdate', action: 'add' }))
  await killWhileTheyTalk(office)

  const records = await settled()
  const { faults, line, sent, unnoted } = verdictOn({ ...office, ...teams, ...deliverer, records })
  const p50 = service.restarts.toSorted((a, b) => a - b)[Math.floor(service.restarts.length / 2)] ?? 0
  console.log(`seed ${seed}: ${kills} kills, ${line}; restarts ${Math.round(p50)} ms p50`)
  expect(service.faults).toEqual([])
  const none = Object.fromEntries(Object.keys(faults).map((fault) => [fault, []]))
  expect(faults).toEqual(none)
  // Else the kills met nothing that this is about. On a slow machine much of it ends as unknown.
  expect(sent).toBeGreaterThan(kills / 2)
  expect(unnoted).toBeGreaterThan(0)
})
