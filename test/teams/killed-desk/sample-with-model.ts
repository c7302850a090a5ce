import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSample } from '../../../src/cli/load-sample.ts'
import { declaredCollections } from '../../../src/declared-collections.ts'
import { pagePeople } from '../../../src/page-people.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { openUnderstander } from '../../../src/understanding.ts'
import { fixedClock } from '../../../src/values/clock.ts'
import type { Instant } from '../../../src/values/day.ts'
import type { PagePerson } from '../../../src/web/page-person.ts'

/** Where the model stays between test files: training takes longer than most tests. */
const modelFolder = join(tmpdir(), 'saldo-test-model')

export type Sample = { readonly folder: string; readonly people: readonly PagePerson[]; remove(): Promise<void> }

/** A data folder with the sample partner and the trained model, as a service leaves it after its first start. */
export async function sampleWithModel(now: Instant): Promise<Sample> {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-killed-desk-'))
  const documents = await openEmbedded({ folder, collections: declaredCollections })
  const conversation = () => Promise.reject(new Error('nobody asks'))
  const cases = () => Promise.reject(new Error('nobody is helped'))
  const desk = { documents, clock: fixedClock(now), newId: randomUUID, mayLoadSample: true, conversation, cases }
  await loadSample(desk)
  const people = await pagePeople(documents)
  await documents.close()
  await openUnderstander(modelFolder)
  await cp(join(modelFolder, 'cache'), join(folder, 'cache'), { recursive: true })
  return { folder, people, remove: () => rm(folder, { recursive: true, maxRetries: 3 }) }
}
