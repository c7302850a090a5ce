import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { instant } from '../../src/values/day.ts'
import type { PagePerson } from '../../src/web/page-person.ts'
import { delivererTo } from './killed-desk/deliverer.ts'
import { type Dice, diceOf } from './killed-desk/dice.ts'
import { aftermathOf, type Fate, fateOf } from './killed-desk/fate.ts'
import { outOfOrder } from './killed-desk/in-order.ts'
import { inChannel } from './killed-desk/person-activity.ts'
import { postsTaken } from './killed-desk/posts-taken.ts'
import { type Records, recordsIn } from './killed-desk/records.ts'
import { repliesTwice } from './killed-desk/replies-twice.ts'
import { type Sample, sampleWithModel } from './killed-desk/sample-with-model.ts'
import { type Service, serviceOn } from './killed-desk/service.ts'
import { type Office, talkOf } from './killed-desk/talk.ts'
import { openTeamsSide, type TeamsSide } from './killed-desk/teams-side.ts'

const isLong = process.env.SALDO_LONG !== undefined
const kills = isLong ? 200 : 7
const customers = isLong ? 8 : 6
const seed = Number(process.env.SALDO_SEED ?? Date.now() % 1_000_000)

let sample: Sample
let service: Service
let teams: TeamsSide
beforeAll(async () => {
  sample = await sampleWithModel(instant('2026-11-23T14:05:00Z'))
  service = serviceOn(sample.folder)
  teams = await openTeamsSide(diceOf(seed))
})
afterAll(async () => {
  await service.stop()
  await teams.close()
  await sample.remove()
})

/** Waits until something happens that a kill is to fall into, or for a time that no such thing takes. */
const soon = (event: 'taken' | 'answered') =>
  Promise.race([new Promise<void>((resolve) => teams.once(event, resolve)), wait(400)])

async function killSoon(dice: Dice, begun: Promise<void>): Promise<void> {
  await begun
  // At any time of an action, or in the moment in which Teams knows of a message and the service's records do not.
  const way = dice.below(4)
  if (way < 2) await wait(dice.below(400))
  else if (way === 2) await soon('taken')
  else await soon('answered').then(() => wait(dice.below(3)))
  await service.kill()
}

/** Until Teams takes nothing more. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== teams.taken.length; ) {
    before = teams.taken.length
    await wait(1_000)
  }
}

/** Until nothing waits to be sent: what waits for the pace of a channel goes sooner with a new start, which knows of no sends. */
async function settled(): Promise<Records> {
  for (let round = 1; ; round++) {
    await quiet()
    await service.stop()
    const records = await recordsIn(sample.folder)
    if (round === 20 || records.lines.every(({ posts }) => posts.length === 0)) return records
    await service.start()
  }
}

const contacts = (people: readonly PagePerson[]) =>
  people.filter(({ roles, company }) => company && roles.some((role) => role === 'billing-contact')).slice(0, customers)

it('a killed service passes nothing on twice and loses nothing without a trace', { timeout: 4_000_000 }, async () => {
  const dice = diceOf(seed + 1)
  const [one, two] = sample.people.filter(({ company, roles }) => !company && roles.some((r) => r === 'helpdesk-agent'))
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

  let over = false
  const talks = contacts(sample.people).map(async (customer, at) => {
    const talk = talkOf(office, customer, at + 1)
    while (!over) await talk()
  })
  for (let kill = 0; kill < kills; kill++) {
    await killSoon(dice, deliverer.next())
    await service.start()
  }
  over = true
  await Promise.all(talks)

  const records = await settled()
  const story = { records, taken: teams.taken, delivered: deliverer.delivered }
  const fates = Map.groupBy(office.written, (words) => fateOf(words, story))
  const posts = postsTaken(records, teams.taken)
  const count = (fate: Fate) => fates.get(fate)?.length ?? 0
  const p50 = service.restarts.toSorted((a, b) => a - b)[Math.floor(service.restarts.length / 2)] ?? 0
  const { claims, relays, closings } = office.counts
  console.log(
    `seed ${seed}: ${kills} kills, ${claims} claims, ${relays} relays, ${closings} closings: ${count('sent')} sent, ` +
      `${count('shown')} unknown and shown, ${count('doubled')} doubled, ${count('lost') + count('hidden')} lost; ` +
      `${count('note')} notes, ${count('bot')} answered by the bot, ${count('never')} that Teams gave up; ` +
      `${posts.sends} posts taken, ${posts.unknown.length} of them not noted; restarts ${Math.round(p50)} ms p50`,
  )
  expect(records.lines.filter((line) => line.posts.length > 0)).toEqual([])
  for (const bad of ['doubled', 'lost', 'leaked', 'hidden'] as const)
    expect({ [bad]: (fates.get(bad) ?? []).map((words) => aftermathOf(words, story)) }).toEqual({ [bad]: [] })
  expect(posts.strange).toEqual([])
  expect(posts.missing).toEqual([])
  expect(outOfOrder(records, teams.taken, office.written)).toEqual([])
  expect(repliesTwice(teams.taken, deliverer.delivered)).toEqual([])
  expect(service.faults).toEqual([])
  expect(count('sent')).toBeGreaterThan(kills)
})
