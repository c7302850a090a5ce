import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Consulting } from '../../../src/conversation/consult.ts'
import { conversationOf } from '../../../src/conversation/conversation.ts'
import { runTurn } from '../../../src/conversation/run-turn.ts'
import type { Incoming, Reply, Turn } from '../../../src/conversation/turn.ts'
import type { Heard } from '../../../src/conversation/wanted.ts'
import { declaredCollections } from '../../../src/declared-collections.ts'
import type { Understander } from '../../../src/language/understand.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { openUnderstander } from '../../../src/understanding.ts'
import { type FixedClock, fixedClock } from '../../../src/values/clock.ts'
import { type Instant, instant } from '../../../src/values/day.ts'
import { everybody, furnish, type Known } from './small-desk.ts'

export const now = instant('2026-11-22T10:00:00Z')

export type Desk = {
  readonly folder: string
  readonly documents: Documents
  readonly clock: FixedClock
  readonly understander: Understander
  /** One turn of somebody's conversation; `activity` repeats a delivery, `conversation` starts another one. */
  say(
    who: Known,
    what: string | Incoming['what'],
    over?: Partial<Incoming['delivery']> & { locale?: string },
  ): Promise<Turn>
  /** How a message would be taken as the next of the conversation. Nothing of it stays. */
  hear(who: Known, text: string, over?: { conversation?: string; locale?: string }): Promise<Heard>
  note(turn: Turn): Promise<void>
  /** The reply to a message. */
  ask(who: Known, text: string, over?: { conversation?: string; locale?: string }): Promise<Reply>
}

const openFolder = (folder: string) => openEmbedded({ folder, collections: declaredCollections })

/** The small desk in a store of its own, furnished, with the conversation over it; one for the tests of a file. */
export function deskForTests(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-desk-'))
  const desk = {} as { -readonly [K in keyof Desk]: Desk[K] }
  beforeAll(async () => {
    desk.folder = folder
    desk.documents = await openFolder(folder)
    await furnish(desk.documents)
    desk.understander = await understanderForTests()
    desk.clock = fixedClock(now)
    Object.assign(desk, doorOf(desk.documents, desk.understander, desk.clock))
  })
  afterAll(async () => {
    await desk.documents.close()
    rmSync(folder, { recursive: true })
  })
  return desk
}

/** Trained once for all test files: it takes a second or two. */
export const understanderForTests = (): Promise<Understander> =>
  openUnderstander(join(tmpdir(), 'saldo-test-understander'))

/** How a door asks, with ids of its own. */
export function doorOf(
  documents: Documents,
  understander: Understander,
  clock: FixedClock,
  consulting?: Consulting,
): Pick<Desk, 'say' | 'ask' | 'hear' | 'note'> {
  let made = 0
  const newId = () => `id-${++made}`
  const conversation = conversationOf({ documents, understander, clock, newId, consulting })
  const incoming = (...[who, what, { locale, ...delivery } = {}]: Parameters<Desk['say']>): Incoming => {
    const { tenant, objectId } = everybody[who]
    return {
      delivery: { channel: 'test', conversation: who, activity: newId(), ...delivery },
      person: { tenant, objectId },
      what: typeof what === 'string' ? { kind: 'message', text: what } : what,
      locale,
      at: clock.now() as Instant,
    }
  }
  const say: Desk['say'] = (...turn) => conversation.take(incoming(...turn))
  return {
    say,
    async hear(...turn) {
      const tools = { understander, newId }
      const { heard } = await documents.change((unit) => runTurn(unit, incoming(...turn), clock.now(), tools))
      return heard
    },
    note: (turn) => conversation.noteDelivered(turn),
    async ask(who, text, over) {
      const { replies } = await say(who, text, over)
      if (!replies[0]) throw new Error(`no reply to "${text}"`)
      return replies[0]
    },
  }
}
