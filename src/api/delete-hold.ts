import { z } from 'zod'
import { releaseHold } from '../collections/release-hold.ts'
import { acts } from './endpoint.ts'
import { holdIdWire, holdOut, holdWire } from './hold-wire.ts'
import { numbersOf } from './known.ts'
import { Problem } from './problem.ts'
import { customerOf } from './wire.ts'

export const deleteHold = acts(
  {
    method: 'DELETE',
    path: '/holds/{hold}',
    name: 'deleteHold',
    does: 'Release a hold, whoever placed it: the reminders go on',
    more: 'It stays on record. Released again, nothing changes.',
    ability: 'collections',
    params: z.strictObject({ hold: holdIdWire }),
    answers: { 200: { says: 'It holds no longer.', schema: holdWire } },
  },
  async ({ params, key, now }, unit) => {
    const at = params.hold.indexOf('.')
    const customer = customerOf(params.hold.slice(at + 1))
    const released = await releaseHold(unit, { customer, hold: params.hold.slice(0, at), by: { key }, now })
    if (released.kind === 'refused' || released.kind === 'unknown-hold')
      throw new Problem('not-found', 'There is no such hold.')
    return { status: 200, body: holdOut(customer, released.hold, await numbersOf(unit, customer)) }
  },
)
