import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { deliveryCollections } from '../../src/delivery/delivery-collections.ts'
import { openPostgres } from '../../src/store/postgres/open-postgres.ts'
import { createTestDatabase, findTestServer } from '../store/postgres-server.ts'
import { openOffice, talk, words } from './support/office.ts'

const long = process.env.SALDO_LONG !== undefined
const server = await findTestServer()

async function openDatabase() {
  const database = await createTestDatabase()
  const documents = await openPostgres({ url: database.url, collections: deliveryCollections })
  return { documents, discard: () => database.drop() }
}

function describeCouriers(engine: string, open?: typeof openDatabase): void {
  describe(`three couriers on one store: ${engine}`, () => {
    it('send everything once, each line in order, also while more is queued', async () => {
      const office = await openOffice(open)
      const lines = long ? 40 : 6
      const posts = long ? 20 : 5
      const unlimited = { reserve: () => 0, depart: () => 0, held: () => 0, hold() {}, release() {} }
      const couriers = [1, 2, 3].map(() => office.courier({ pace: unlimited, wait }))
      const queue = async (line: number) => {
        for (let at = 0; at < posts; at++)
          await office.queue(`line ${line}`, { ...talk, conversation: `a:${line}` }, words(`${line}-${at}`))
      }
      const queueing = Promise.all(Array.from({ length: lines }, (_, line) => queue(line)))
      let isQueueing = true
      void queueing.finally(() => {
        isQueueing = false
      })
      const carry = async (courier: (typeof couriers)[number]) => {
        while (isQueueing) {
          await courier.carry()
          // An embedded store with nothing due answers without a round of events: nobody else would get one.
          await new Promise(setImmediate)
        }
        await courier.carry()
      }
      await Promise.all([queueing, ...couriers.map(carry)])
      for (let line = 0; line < lines; line++) {
        const said = office.outside.calls.filter(({ to }) => to.conversation === `a:${line}`).map((call) => call.said)
        expect(said).toEqual(Array.from({ length: posts }, (_, at) => `${line}-${at}`))
      }
      expect(office.told.length).toBe(lines * posts)
      expect(office.faults).toEqual([])
      await office.close()
    })
  })
}

describeCouriers('embedded')
if (server.kind === 'server') describeCouriers('PostgreSQL', openDatabase)
else if (process.env.CI) it('PostgreSQL answers', () => expect.fail(server.reason))
else it.skip(`PostgreSQL: ${server.reason}`, () => {})
