import type { Understander } from '../../src/language/understand.ts'
import type { Documents } from '../../src/store/documents.ts'
import { furnish } from '../conversation/support/small-desk.ts'
import { openStage } from '../scenarios/support/stage.ts'
import type { Act } from './acts.ts'
import { comeToRest } from './come-to-rest.ts'
import { counts } from './counts.ts'
import { judgeAll } from './judge.ts'
import { copyOf, type Memory, MemoryDocuments } from './memory-documents.ts'
import { perform } from './perform.ts'
import { World } from './world.ts'

/** Pauses of readings that differ from one to the next, the same for one seed. */
function pauses() {
  let state = 0
  return {
    begin: (seed: number | undefined) => {
      state = seed === undefined ? 0 : seed * 2 + 1
    },
    pause(): Promise<void> | undefined {
      if (state === 0) return undefined
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0 || 1
      return waitFor((state >>> 16) % 5)
    },
  }
}

async function waitFor(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await undefined
}

let furnished: Promise<Memory> | undefined
async function furnishedMemory(): Promise<Memory> {
  const memory: Memory = new Map()
  await furnish(new MemoryDocuments(memory))
  return memory
}

export type RunOptions = { readonly now: string; readonly onDisk: boolean; readonly understander: Understander }

/** One run: opens a desk, does all acts, lets everything come to rest, and judges. Throws Violation. */
export async function runActs(acts: readonly Act[], { now, onDisk, understander }: RunOptions): Promise<World> {
  furnished ??= furnishedMemory()
  const memory = copyOf(await furnished)
  const { begin, pause } = pauses()
  const openStore = async (): Promise<Documents> => new MemoryDocuments(memory, pause)
  const stage = await openStage({
    now,
    understander,
    plain: true,
    ...(onDisk ? { breath: 20 } : { openStore, isFurnished: true }),
  })
  counts.runs++
  if (onDisk) counts.onDisk++
  try {
    const world = new World(stage)
    for (const act of acts) await perform({ world, jitter: begin }, act)
    await comeToRest(world)
    await judgeAll(world)
    return world
  } finally {
    await stage.close()
  }
}
