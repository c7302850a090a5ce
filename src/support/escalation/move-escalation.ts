import { z } from 'zod'
import type { PersonKey } from '../../access/principal.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Unit } from '../../store/documents.ts'
import type { Instant } from '../../values/day.ts'
import { type Escalation, type EscalationResult, escalationSchema, escalations, isEnded } from './escalation.ts'

type Step = { readonly id: string; readonly by: PersonKey; readonly now: Instant }

/** `unchanged`: it is so already. A refusal changes nothing and says why. */
export type MovedEscalation =
  | { readonly kind: 'done' | 'unchanged'; readonly escalation: Escalation }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly escalation: Escalation }
  | { readonly kind: 'unknown' }

type Refusal =
  /** There is nothing in the number or the text. */
  | 'empty'
  /** It was filed under another number. */
  | 'other-number'
  | 'not-filed'
  | 'ended'

type Decision = Refusal | 'unchanged' | (Partial<Escalation> & { readonly note?: string })

/** Records that the case was filed, under the number that Microsoft gave it. */
export const fileEscalation = (unit: Unit, { caseNumber, ...step }: Step & { readonly caseNumber: string }) =>
  move(unit, step, ({ state, caseNumber: known }) => {
    const given = caseNumber.trim().slice(0, 64)
    if (given === '') return 'empty'
    if (known === given) return 'unchanged'
    if (isEnded({ state })) return 'ended'
    return known ? 'other-number' : { state: 'filed', caseNumber: given, note: given }
  })

/** Records what Microsoft answered. `answer` tells one answer from another: the same one twice is recorded once. */
export const recordAnswer = (
  unit: Unit,
  { answer, text, ...step }: Step & { readonly answer: string; readonly text: string },
) =>
  move(unit, step, ({ state, answers }) => {
    if (answers.some(({ id }) => id === answer)) return 'unchanged'
    if (text.trim() === '') return 'empty'
    if (isEnded({ state })) return 'ended'
    if (state === 'prepared') return 'not-filed'
    const received = { id: answer, at: step.now, by: personOf(step.by), text: text.trim() }
    return { state: 'answered', answers: [...answers, received], note: answer }
  })

/** Ends a case that was filed. One that never was is withdrawn instead. */
export const closeEscalation = (
  unit: Unit,
  { result, note, ...step }: Step & { readonly result: EscalationResult; readonly note?: string },
) =>
  move(unit, step, (known) => {
    if (known.state === 'closed' && known.result === result) return 'unchanged'
    if (isEnded(known)) return 'ended'
    return known.state === 'prepared' ? 'not-filed' : { state: 'closed', result, note }
  })

/** The case is not needed any more. */
export const withdrawEscalation = (unit: Unit, { note, ...step }: Step & { readonly note?: string }) =>
  move(unit, step, ({ state }) => {
    if (state === 'withdrawn') return 'unchanged'
    return state === 'closed' ? 'ended' : { state: 'withdrawn', note }
  })

const personOf = ({ tenant, objectId }: PersonKey): PersonKey => ({ tenant, objectId })

async function move(unit: Unit, step: Step, decide: (known: Escalation) => Decision): Promise<MovedEscalation> {
  const stored = await unit.get(escalations, step.id)
  if (!stored) return { kind: 'unknown' }
  const known = recordOf(escalationSchema, stored.data)
  const decision = decide(known)
  if (decision === 'unchanged') return { kind: 'unchanged', escalation: known }
  if (typeof decision === 'string') return { kind: 'refused', why: decision, escalation: known }
  const { note, ...changes } = decision
  const state = changes.state ?? known.state
  const entry = { at: step.now, by: personOf(step.by), state, ...(note && { note }) }
  const escalation: Escalation = { ...known, ...changes, timeline: [...known.timeline, entry] }
  unit.put(escalations, escalation.id, z.encode(escalationSchema, escalation), stored.revision)
  return { kind: 'done', escalation }
}
