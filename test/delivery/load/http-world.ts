import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { deliveryCollections } from '../../../src/delivery/delivery-collections.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { systemClock } from '../../../src/system-clock.ts'
import { channelOf } from '../../../src/teams/channel.ts'
import { metricsOf } from '../../../src/teams/metrics.ts'
import type { Saw } from './teams-side.ts'
import type { World } from './world.ts'

const text = 'What is due of your bills, and how to pay it. '.repeat(40)

/** The embedded store in a folder, the channel of the service, and Teams behind real connections. */
export async function httpWorld(isQuick: boolean): Promise<World> {
  const worker = new Worker(new URL('./teams-worker.ts', import.meta.url), { workerData: { isQuick } })
  const told = <T>() => new Promise<T>((resolve, reject) => worker.once('message', resolve).once('error', reject))
  const port = await told<number>()
  const folder = mkdtempSync(join(tmpdir(), 'saldo-load-'))
  const documents = await openEmbedded({ folder, collections: deliveryCollections })
  const render = async () => ({ type: 'message', text })
  return {
    documents,
    channel: channelOf({ bot: { kind: 'local' }, metrics: metricsOf(), render }),
    clock: systemClock,
    milliseconds: () => performance.now(),
    wait,
    serviceUrl: `http://127.0.0.1:${port}/`,
    saw() {
      const saw = told<Saw>()
      worker.postMessage('what did you see?')
      return saw
    },
    until: (done) => done,
    async close() {
      await documents.close()
      rmSync(folder, { recursive: true })
      await worker.terminate()
    },
  }
}
