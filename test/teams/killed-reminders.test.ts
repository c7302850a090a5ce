import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Day, later } from '../../src/values/day.ts'
import { diceOf } from './killed-desk/dice.ts'
import { begin, type Service, serviceOn } from './killed-desk/service.ts'
import { openTeamsSide, type TeamsSide } from './killed-desk/teams-side.ts'
import { type Owing, owingCustomers } from './killed-reminders/owing-customers.ts'
import { payByCommand } from './killed-reminders/pay-by-command.ts'
import { type Kept, keptIn, reminderFaults, type Took } from './killed-reminders/reminder-faults.ts'

const isLong = process.env.SALDO_LONG !== undefined
const kills = Number(process.env.SALDO_KILLS ?? (isLong ? 200 : 3))
const count = isLong ? 40 : 8
const seed = Number(process.env.SALDO_SEED ?? Date.now() % 1_000_000)
const dice = diceOf(seed)
const dayLength = 86_400_000

let owing: Owing
let service: Service
let teams: TeamsSide
let now = begin
const took: Took[] = []
/** When the payment of a chat's customer was said to be in. */
const paid = new Map<string, number>()

beforeAll(async () => {
  teams = await openTeamsSide(diceOf(seed + 1))
  owing = await owingCustomers(count, kills + 5, teams.serviceUrl)
  service = serviceOn(owing.folder)
  const watch = () => {
    teams.once('taken', () => {
      const message = teams.taken.at(-1)
      if (message?.how === 'sent')
        took.push({ chat: message.conversation, day: now.slice(0, 10) as Day, at: performance.now() })
      watch()
    })
  }
  watch()
}, 120_000)
afterAll(async () => {
  await service.kill()
  await teams.close()
  await owing.remove()
})

/** A day begins with the start. */
async function nextDay(first: boolean): Promise<void> {
  if (!first) now = later(now, dayLength)
  await service.start(dayLength)
}

const soon = (event: 'taken' | 'answered') =>
  Promise.race([new Promise<void>((resolve) => teams.once(event, resolve)), wait(1_500)])

/** While it decides and sends; or in the moment in which Teams knows of a message and the service's records do not. */
async function anyMoment(kill: number): Promise<void> {
  if (kill % 4 === 0) return wait(dice.below(120))
  await soon('taken')
  for (let more = dice.below(6); more > 0; more--) await soon(kill % 4 === 1 ? 'taken' : 'answered')
  await wait(dice.below(3))
}

/** One of those who still owe pays, in the midst of it; said to be in when the command says so. */
async function payment(): Promise<void> {
  const left = owing.firms.filter(({ chat }) => !paid.has(chat))
  const firm = left[dice.below(left.length)]
  if (firm && (await payByCommand(owing, firm.at, now))) paid.set(firm.chat, performance.now())
}

/** Until nothing waits to be sent, on the day of the last kill. */
async function atRest(): Promise<Kept> {
  for (let round = 1; ; round++) {
    await service.start(61_000)
    for (let before = -1; before !== took.length; ) {
      before = took.length
      await wait(1_000)
    }
    await service.kill()
    const kept = await keptIn(owing.folder)
    if (round === 20 || kept.waiting === 0) return kept
  }
}

it('a killed service reminds nobody twice, nobody who paid, and loses nothing without a trace', {
  timeout: 5_000_000,
}, async () => {
  for (let kill = 0; kill < kills; kill++) {
    await nextDay(kill === 0)
    const paying = kill % 5 === 2 ? payment() : undefined
    if (paying && dice.is(0.7)) await Promise.race([paying, wait(1_000)])
    await anyMoment(kill)
    await service.kill()
    // The command that finds no service has the folder itself.
    await paying
  }
  const kept = await atRest()
  const { totals, ...faults } = reminderFaults(kept, owing, took, paid)
  const p50 = service.restarts.toSorted((a, b) => a - b)[Math.floor(service.restarts.length / 2)] ?? 0
  console.log(
    `seed ${seed}: ${kills} kills, ${took.length} messages taken, ${paid.size} of ${count} paid; ${faults.doubled.length} doubled, ` +
      `${faults.lost.length} lost, ${faults.afterPayment.length} after payment; ${JSON.stringify(totals)}; restarts ${Math.round(p50)} ms p50`,
  )
  expect(service.faults).toEqual([])
  expect(faults).toEqual({ doubled: [], lost: [], afterPayment: [], waiting: 0 })
  expect(totals.queued).toBe(0)
  // Else the kills met nothing that this is about.
  expect(totals.sent).toBeGreaterThan(kills / 2)
})
