import type { Channel, Sent } from '../../../src/delivery/channel.ts'
import type { Destination } from '../../../src/delivery/line.ts'
import { SendFailed } from '../../../src/teams/send-failed.ts'
import { sentOf } from '../../../src/teams/sent-of.ts'
import { type Instant, instant, later } from '../../../src/values/day.ts'
import { MemoryDocuments } from '../../desk-model/memory-documents.ts'
import { delayOf } from './fates.ts'
import { type Answer, teamsSide } from './teams-side.ts'
import { virtualTime } from './virtual-time.ts'
import type { World } from './world.ts'

const began = instant('2026-11-30T09:00:00Z')

/** A store in memory and Teams beside it; what is answered is read as the service reads it. */
export function virtualWorld(isQuick: boolean): World {
  const time = virtualTime()
  const teams = teamsSide(isQuick)
  let count = 0
  const send: Channel['send'] = async (to, _, { leaving }) => {
    await leaving?.()
    const request = ++count
    await time.wait(onItsWay(request))
    const answer = teams.take(personAt(to), time.now())
    await time.wait(delayOf(request))
    return read(answer)
  }
  const unused = () => Promise.reject(new Error('nothing is changed here'))
  return {
    documents: new MemoryDocuments(new Map()),
    channel: { send, update: unused, remove: unused },
    clock: { now: (): Instant => later(began, Math.floor(time.now())) },
    milliseconds: time.now,
    wait: time.wait,
    serviceUrl: 'https://smba.example/emea/',
    saw: async () => teams.saw(),
    until: time.until,
    close: async () => undefined,
  }
}

/** Milliseconds to Teams: from 5 to 25, so that what leaves in order arrives as it comes. */
const onItsWay = (request: number): number => 5 + ((request * 7919) % 21)

function personAt({ conversation = '' }: Destination): { tenant: string; person: string } {
  const [, tenant = '', person = ''] = /:(\d+)-(\d+)$/.exec(conversation) ?? []
  return { tenant, person }
}

function read(answer: Answer): Sent {
  if (answer === 'cut') return sentOf(SendFailed.without(new Error('cut'), { mayHaveArrived: true }))
  if ('id' in answer) return { kind: 'sent', activity: answer.id }
  const code = answer.code ?? 'MessageWritesBlocked'
  return sentOf(Object.assign(SendFailed.with(answer.status, answer.retryAfter), { code }))
}
