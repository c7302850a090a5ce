import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { replaceFile } from '../../src/store/lowdb/replace-file.ts'
import { bill, bills } from './example-collections.ts'

const writers = 32
const rounds = process.env.SALDO_LONG === undefined ? 200 : 2000

/** Lets many writers run at once and returns how many units they did in a second. */
async function unitsPerSecond(
  perWriter: number,
  write: (writer: number, round: number) => Promise<void>,
): Promise<number> {
  const start = performance.now()
  const run = async (writer: number) => {
    for (let round = 0; round < perWriter; round++) await write(writer, round)
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => run(writer)))
  return Math.round((writers * perWriter * 1000) / (performance.now() - start))
}

it('many writers share the journal: figures, and every unit is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-throughput-'))
  const store = await openEmbedded({ folder, collections: [bills] })
  const journal = await unitsPerSecond(rounds, (writer, round) =>
    store.change(async (unit) =>
      unit.put(bills, `${writer}-${round}`, bill({ customer: `c${writer}`, cents: round }), 0),
    ),
  )
  expect((await store.find(bills, { index: 'cents' })).items).toHaveLength(writers * rounds)
  await store.close()
  const rewrite = await unitsPerSecond(rounds / 10, (writer, round) =>
    replaceFile(
      join(folder, `rewritten-${writer}.json`),
      Buffer.from('a bill of some hundred bytes, '.repeat(5 * (1 + round))),
    ),
  )
  await rm(folder, { recursive: true })
  console.log(
    `${writers} writers: ${journal} units/s through the journal, ${rewrite} units/s by a file rewrite per change`,
  )
})
