import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { describeContract, type Engine } from './contract.ts'
import { exampleCollections } from './example-collections.ts'

/** An engine over a folder of its own. */
async function startEmbedded(options: {
  cacheBytes?: number
  checkpoint?: { bytes: number; milliseconds: number }
}): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-store-'))
  return {
    open: () => openEmbedded({ folder, collections: exampleCollections, ...options }),
    discard: () => rm(folder, { recursive: true }),
  }
}

describeContract('embedded', () => startEmbedded({}))
describeContract('embedded, nothing cached, a checkpoint at every change', () =>
  startEmbedded({ cacheBytes: 0, checkpoint: { bytes: 0, milliseconds: 1 } }),
)
