import { changeSuspension } from '../../collections/change-suspension.ts'
import type { Provisioning } from '../../collections/provisioning.ts'
import { dueChange, strikeSuspension } from '../../collections/strike-suspension.ts'
import { type Suspension, suspensionSchema, suspensions } from '../../collections/suspension.ts'
import { lineOf } from '../../delivery/line.ts'
import { every } from '../../ledger/every.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Documents, Reading } from '../../store/documents.ts'
import { helpdeskChannel } from '../../support/helpdesk-channel.ts'
import type { Instant } from '../../values/day.ts'
import type { PartnerId } from '../../values/ids.ts'
import { announceSuspension } from './announce-suspension.ts'
import { suspensionLine } from './suspension-line.ts'
import { provisioningFor } from './suspension-scene.ts'
import { tellSuspension } from './tell-suspension.ts'

export type ProvisioningFor = (reading: Reading, partner: PartnerId) => Promise<Provisioning>

/**
 * What the passing of time and payments do to suspensions, and what nobody was told of yet. Each step is a unit of work of its own: whatever a
 * process that dies leaves behind, the next look goes on with. Gives how many were touched. What goes wrong with one is told to `fault`, and the
 * others go on. Safe to repeat, and to run in several processes.
 */
export async function strikeSuspensions(
  documents: Documents,
  now: Instant,
  how: ProvisioningFor = provisioningFor,
  fault: (error: unknown) => void = rethrown,
): Promise<number> {
  let touched = 0
  const each = async (work: () => Promise<boolean>) => {
    try {
      if (await work()) touched++
    } catch (error) {
      fault(error)
    }
  }
  for (const suspension of await living(documents))
    await each(async () => {
      const provisioning = await how(documents, suspension.customer.split('.')[0] as PartnerId)
      return strikeOne(documents, suspension, now, provisioning)
    })
  for await (const { id } of every(documents, suspensions, { index: 'untold' }))
    await each(() => documents.change((unit) => tellSuspension(unit, id, now)).then(() => true))
  return touched
}

const rethrown = (error: unknown): never => {
  throw error
}

/** Few at any time: their accounts are looked at each time, so that a payment is seen whichever way it came. */
async function living(reading: Reading): Promise<readonly Suspension[]> {
  const all: Suspension[] = []
  for await (const { data } of every(reading, suspensions, { index: 'live' }))
    all.push(recordOf(suspensionSchema, data))
  return all
}

async function strikeOne(
  documents: Documents,
  suspension: Suspension,
  now: Instant,
  provisioning: Provisioning,
): Promise<boolean> {
  const { id, state } = suspension
  if (state === 'approved') await documents.change((unit) => announceSuspension(unit, id, now))
  await carryOut(documents, suspension, now, provisioning)
  if (await dueChange(documents, suspension, now, provisioning)) {
    await documents.change((unit) => strikeSuspension(unit, id, now, provisioning))
    return true
  }
  // Proposed before the helpdesk had a channel: it is shown once there is one.
  if ((await lineOf(documents, suspensionLine(id))) || !(await helpdeskChannel(documents))) return false
  await documents.change((unit) => tellSuspension(unit, id, now))
  return true
}

/** What does not need a person is done outside any unit of work, for it may take a while, and ticked off when it is done. */
async function carryOut(
  documents: Documents,
  suspension: Suspension,
  now: Instant,
  { carryOut: does }: Provisioning,
): Promise<void> {
  if (!does || (suspension.state !== 'executing' && suspension.state !== 'restoring')) return
  const customer = await ledgerOf(documents).customer(suspension.customer)
  for (const task of suspension.tasks.filter(({ done }) => !done)) {
    const outcome = await does(suspension, task)
    if (outcome.kind !== 'done' || !customer) return
    const change = { kind: 'done', task: task.id, note: outcome.note } as const
    const event = `carried-out|${task.id}|${suspension.since}`
    const { timeZone } = customer
    await documents.change((unit) =>
      changeSuspension(unit, { suspension: suspension.id, change, by: 'saldo', now, timeZone, event }),
    )
  }
}
