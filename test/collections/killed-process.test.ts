import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Day, later } from '../../src/values/day.ts'
import { diceOf } from '../teams/killed-desk/dice.ts'
import { begin } from '../teams/killed-desk/service.ts'
import { openTeamsSide, type TeamsSide } from '../teams/killed-desk/teams-side.ts'
import { type Owing, owingCustomers } from '../teams/killed-reminders/owing-customers.ts'
import { type Kept, keptIn, reminderFaults, type Took } from '../teams/killed-reminders/reminder-faults.ts'
import { processOn } from './killed/process-on.ts'

const isLong = process.env.SALDO_LONG !== undefined
const kills = Number(process.env.SALDO_KILLS ?? (isLong ? 200 : 5))
const count = isLong ? 40 : 8
const seed = Number(process.env.SALDO_SEED ?? Date.now() % 1_000_000)
const dice = diceOf(seed)
const dayLength = 86_400_000

let owing: Owing
let jobs: ReturnType<typeof processOn>
let teams: TeamsSide
let now = begin
const took: Took[] = []
/** When the payment of a customer was said to be on disk. */
const paid = new Map<string, number>()

beforeAll(async () => {
  teams = await openTeamsSide(diceOf(seed + 1))
  owing = await owingCustomers(count, kills + 5, teams.serviceUrl, { model: false })
  jobs = processOn(owing.folder, paid)
  const watch = () => {
    teams.once('taken', () => {
      const message = teams.taken.at(-1)
      if (message?.how === 'sent')
        // By what it says it is about: it may be taken after the day on which it left was over.
        took.push({ chat: message.conversation, day: message.text.split('|')[1] as Day, at: performance.now() })
      watch()
    })
  }
  watch()
})
afterAll(async () => {
  await jobs.kill()
  await teams.close()
  await owing.remove()
})

const soon = (event: 'taken' | 'answered') =>
  Promise.race([new Promise<void>((resolve) => teams.once(event, resolve)), wait(1_500)])

/** While it decides and sends; or in the moment in which Teams knows of a message and the records do not. */
async function anyMoment(kill: number): Promise<void> {
  if (kill % 4 === 0) return wait(dice.below(120))
  await soon('taken')
  for (let more = dice.below(isLong ? 25 : 6); more > 0; more--) await soon(kill % 4 === 1 ? 'taken' : 'answered')
  await wait(dice.below(3))
}

/** One of those who still owe pays, in the midst of it. */
function payment(): void {
  const left = owing.firms.filter(({ id }) => !paid.has(id))
  const firm = left[dice.below(left.length)]
  if (firm) jobs.pay(firm.id)
}

/** Until nothing waits to be sent, on the day of the last kill. */
async function atRest(): Promise<Kept> {
  for (let round = 1; ; round++) {
    now = later(now, 61_000)
    await jobs.start(now)
    for (let before = -1; before !== teams.taken.length; ) {
      before = teams.taken.length
      await wait(700)
    }
    await jobs.kill()
    const kept = await keptIn(owing.folder)
    if (round === 20 || kept.waiting === 0) return kept
  }
}

it('a killed process reminds nobody twice, nobody who paid, and loses nothing without a trace', {
  timeout: 5_000_000,
}, async () => {
  for (let kill = 0; kill < kills; kill++) {
    if (kill > 0) now = later(now, dayLength)
    await jobs.start(now)
    const paying = kill % 5 === 2 ? wait(dice.below(60)).then(payment) : undefined
    await anyMoment(kill)
    await jobs.kill()
    await paying
  }
  const kept = await atRest()
  const chats = new Map(owing.firms.map(({ id, chat }) => [id, chat]))
  const paidBy = new Map([...paid].map(([id, at]) => [chats.get(id as never) ?? '', at]))
  const { totals, ...faults } = reminderFaults(kept, owing, took, paidBy)
  const p50 = jobs.restarts.toSorted((a, b) => a - b)[Math.floor(jobs.restarts.length / 2)] ?? 0
  console.log(
    `seed ${seed}: ${kills} kills, ${took.length} messages taken, ${paid.size} of ${count} paid; ${faults.doubled.length} doubled, ` +
      `${faults.lost.length} lost, ${faults.afterPayment.length} after payment; ${JSON.stringify(totals)}; restarts ${Math.round(p50)} ms p50`,
  )
  expect(jobs.faults).toEqual([])
  expect(faults).toEqual({ doubled: [], lost: [], afterPayment: [], waiting: 0 })
  expect(totals.queued).toBe(0)
  // Else the kills met nothing that this is about.
  expect(totals.sent).toBeGreaterThan(kills / 2)
})
