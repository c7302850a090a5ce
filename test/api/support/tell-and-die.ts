import { webhookChannel } from '../../../src/api/send-webhook.ts'
import { deliveryCollections } from '../../../src/delivery/delivery-collections.ts'
import { eventCourierOf } from '../../../src/delivery/event-courier.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import type { Instant } from '../../../src/values/day.ts'

export type Telling = { readonly folder: string; readonly now: Instant }

// A process that tells what is due and never gets to write down what came of it: whoever is told kills it.
const { folder, now }: Telling = JSON.parse(process.argv[2] ?? '')
const documents = await openEmbedded({ folder, collections: deliveryCollections })
const channel = webhookChannel({ local: true, wallClock: Date.now })
const courier = eventCourierOf({
  documents,
  channel: {
    async tell(...event) {
      await channel.tell(...event)
      return new Promise(() => setInterval(() => undefined, 1000))
    },
  },
  clock: { now: () => now },
  milliseconds: () => performance.now(),
  random: Math.random,
  fault: (error) => {
    throw error
  },
})
await courier.carry()
