import type { RefusedSuspension } from '../collections/change-suspension.ts'
import type { Suspension } from '../collections/suspension.ts'
import type { Customer } from '../ledger/customer.ts'
import type { Answered } from './asking.ts'
import { termFact } from './facts.ts'
import { reply } from './reply.ts'
import { computed } from './sources.ts'
import { suspensionFacts } from './suspension-facts.ts'

/** What is said in a suspension's thread, and to who clicked there. */
export const kinds = [
  'suspension.news',
  'suspension.ok',
  'suspension.was-done',
  'suspension.refused',
  'suspension.unclear',
] as const

const refusals = ['no-role', 'own-proposal', 'same-person', 'not-now'] as const satisfies readonly RefusedSuspension[]
/** The labels of the card's buttons and fields. */
const dos = [
  'approve',
  'decline',
  'cancel',
  'restore',
  'auto-renew-done',
  'auto-renew-declined',
  'told',
  'done',
  'undone',
  'record',
  'verify',
  'accept',
  'reason',
  'subscription',
  'renewing',
  'renewing-on',
  'renewing-off',
  'scheduled',
  'seats',
  'missing',
  'keep',
] as const
export const terms = [
  ...refusals.map((why) => `suspension-why.${why}`),
  ...dos.map((label) => `suspension-do.${label}`),
]
export type SuspensionLabel = (typeof dos)[number]

/** A change of state, in the thread. */
export const suspensionNews = (suspension: Suspension, customer: Customer): Answered =>
  reply('suspension.news', suspensionFacts(suspension, customer))

export const suspensionSaid = (
  kind: 'suspension.ok' | 'suspension.was-done',
  suspension: Suspension,
  customer: Customer,
): Answered => reply(kind, suspensionFacts(suspension, customer))

export const suspensionRefused = (suspension: Suspension, customer: Customer, why: RefusedSuspension): Answered =>
  reply('suspension.refused', {
    ...suspensionFacts(suspension, customer),
    because: termFact(`suspension-why.${why}`, computed('role, state and who proposed it', [])),
  })

/** A click that says nothing, or words where the card's buttons are meant. */
export const suspensionUnclear = (): Answered => reply('suspension.unclear', {})
