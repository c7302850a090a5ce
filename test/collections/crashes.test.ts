import { expect, test } from 'vitest'
import { ledgerOfContacts } from '../../src/collections/contact-totals.ts'
import { diceOf } from '../teams/killed-desk/dice.ts'
import { steps } from './crashes/dying-process.ts'
import { type Fault, faultsOf, kinds } from './crashes/faults-of.ts'
import { oneRun } from './crashes/one-run.ts'

const runs = process.env.SALDO_LONG ? 1_500 : 60
const seed = Number(process.env.SALDO_SEED ?? Date.now() % 1_000_000)

test('processes that die at every step of sending, while customers pay: nothing twice, nothing lost, nothing after payment', {
  timeout: 900_000,
}, async () => {
  const found: Fault[] = []
  const died = new Map<string, number>()
  const totals: Record<string, number> = {}
  for (let run = 0; run < runs; run++) {
    const done = await oneRun(diceOf(seed * 10_000 + run))
    found.push(...(await faultsOf(done)).map(({ kind, what }) => ({ kind, what: `${what} (run ${run})` })))
    for (const step of done.deaths) died.set(step, (died.get(step) ?? 0) + 1)
    for (const [name, count] of Object.entries(ledgerOfContacts(await done.desk.contacts())))
      totals[name] = (totals[name] ?? 0) + count
  }
  const deaths = [...died.values()].reduce((sum, count) => sum + count, 0)
  const counts = kinds.map((kind) => `${found.filter((fault) => fault.kind === kind).length} ${kind}`).join(', ')
  console.log(`seed ${seed}: ${runs} runs, ${deaths} deaths: ${counts}; ${JSON.stringify(totals)}`)
  console.log([...died].map(([step, count]) => `${step} ${count}`).join(', '))
  expect(found.slice(0, 10)).toEqual([])
  // Else the deaths met nothing that this is about.
  expect(steps.filter((step) => !died.has(step))).toEqual([])
  expect(totals.unknown).toBeGreaterThan(0)
})
