import { writeSync } from 'node:fs'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { pots, randomUnit, tallies, writers } from './random-unit.ts'

// Writes without end until it is killed. Prints `found <writer> <unit>` for the last unit it finds at its start, which the writer
// before may have left under way, then `done <writer> <unit>` for each unit that the store acknowledged.

const [folder = ''] = process.argv.slice(2)
const store = await openEmbedded({
  folder,
  collections: [pots, tallies],
  checkpoint: { bytes: 20_000, milliseconds: 3 },
})

async function write(writer: number): Promise<never> {
  writeSync(1, `found ${writer} ${(await store.get(tallies, `${writer}`))?.data.done ?? 0}\n`)
  while (true) {
    const unit = await store.change(async (work) => {
      const tally = await work.get(tallies, `${writer}`)
      const next = (tally?.data.done ?? 0) + 1
      for (const [id, pot] of randomUnit(writer, next)) {
        const revision = (await work.get(pots, id))?.revision ?? 0
        if (pot) work.put(pots, id, pot, revision)
        else if (revision > 0) work.remove(pots, id, revision)
      }
      work.put(tallies, `${writer}`, { done: next }, tally?.revision ?? 0)
      return next
    })
    writeSync(1, `done ${writer} ${unit}\n`)
  }
}

await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
