import type { Money } from '../values/money.ts'
import type { Policy, Stage } from './policy.ts'

export type PolicyFault = { readonly path: readonly (string | number)[]; readonly message: string }

/** The fields that refer to one another, of a policy or of one with an override taken in. */
export type Collecting = Pick<Policy, 'stages' | 'promises' | 'suspension' | 'minimum'>
type PathOf = (field: keyof Collecting) => readonly (string | number)[]

/** Every fault among the stages and what names them. `pathOf` says where a field was written. */
export function* collectingFaults(rules: Collecting, pathOf: PathOf): Generator<PolicyFault> {
  const stages = pathOf('stages')
  for (const { at, first } of repeated(rules.stages.map(({ id }) => id)))
    yield { path: [...stages, at, 'id'], message: `Name each stage once: stage ${first + 1} is called so already` }
  for (const [at, stage] of rules.stages.entries())
    for (const { path, message } of stageFaults(stage)) yield { path: [...stages, at, ...path], message }
  yield* orderFaults(rules.stages, stages)
  yield* proposalFaults(rules, stages)
  yield* promiseFaults(rules, pathOf('promises'))
  yield* currencyFaults(rules.minimum, pathOf('minimum'))
}

/** What stands a second time, and where it stood first. */
export function* repeated(values: readonly string[]): Generator<{ readonly at: number; readonly first: number }> {
  const seen = new Map<string, number>()
  for (const [at, value] of values.entries()) {
    const first = seen.get(value)
    if (first === undefined) seen.set(value, at)
    else yield { at, first }
  }
}

/** Whether a bill is surely late at the stage: terms differ between customers, so days from the bill's date say nothing of it. */
const isLate = ({ when, days, trigger }: Stage): boolean => when === 'after' && days > 0 && trigger === 'due-date'

function* stageFaults(stage: Stage): Generator<PolicyFault> {
  const { when, days, trigger, action, words, minimum, fee } = stage
  if (when === 'before' && days === 0)
    yield { path: ['days'], message: 'Write "when: after" for the day itself, or how many days before it' }
  if (when === 'before' && trigger === 'invoice-date')
    yield { path: ['when'], message: 'Write "after": nobody can be written to about a bill before there is one' }
  if ((action === 'warn' || action === 'propose-suspension') && !isLate(stage))
    yield { path: ['action'], message: 'Put it at least one day after the due date: until then nothing is late' }
  if (fee && !isLate(stage))
    yield { path: ['fee'], message: 'Charge it at least one day after the due date: until then nothing is late' }
  if (words && (action === 'person' || action === 'propose-suspension'))
    yield { path: ['words'], message: 'Take them out: this stage writes to nobody but staff' }
  yield* currencyFaults(minimum, ['minimum'])
}

function* currencyFaults(minimum: readonly Money[] | undefined, path: PolicyFault['path']): Generator<PolicyFault> {
  for (const { at } of repeated((minimum ?? []).map(({ currency }) => currency)))
    yield { path: [...path, at, 'currency'], message: 'Write one amount for each currency' }
}

const signed = ({ when, days }: Stage): number => (when === 'before' ? -days : days)

/** The first and last day, from the trigger, that a stage can fall on: weekends and holidays push what counts business days away. */
function span(stage: Stage): readonly [first: number, last: number] {
  const { when, days, count } = stage
  if (count === 'calendar') return [signed(stage), signed(stage)]
  return when === 'before' ? [-Number.MAX_VALUE, -days] : [days, Number.MAX_VALUE]
}

function* orderFaults(stages: readonly Stage[], path: PolicyFault['path']): Generator<PolicyFault> {
  for (const [at, stage] of stages.entries()) {
    const before = stages.slice(0, at).findLast(({ trigger }) => trigger === stage.trigger)
    if (!before) continue
    const isAlike = before.count === stage.count
    if (isAlike ? signed(stage) < signed(before) : span(stage)[1] < span(before)[0])
      yield {
        path: [...path, at, 'days'],
        message: `Put the stages in the order of their days: "${before.id}" above comes later`,
      }
    else if (isAlike && signed(stage) === signed(before))
      yield {
        path: [...path, at, 'days'],
        message: `Put it on another day: of it and "${before.id}" on one day only this one would be done`,
      }
  }
}

function* proposalFaults({ stages, suspension }: Collecting, path: PolicyFault['path']): Generator<PolicyFault> {
  const proposals = stages.flatMap(({ action }, at) => (action === 'propose-suspension' ? [at] : []))
  const [first, second] = proposals
  if (first === undefined) return
  if (!suspension)
    yield {
      path: [...path, first, 'action'],
      message: 'Add "suspension" with its noticeDays: without it nothing can be proposed',
    }
  if (second !== undefined)
    yield {
      path: [...path, second, 'action'],
      message: 'Propose a suspension at one stage: it stands until it is decided',
    }
}

function* promiseFaults({ stages, promises }: Collecting, path: PolicyFault['path']): Generator<PolicyFault> {
  if (!promises) return
  const named = stages.find(({ id }) => id === promises.broken)
  const names = stages.filter(isLate).map(({ id }) => id)
  const choice = names.length > 0 ? `, such as ${names.slice(0, 3).join(', ')}` : ''
  if (!named) yield { path: [...path, 'broken'], message: `Name a stage of this policy${choice}` }
  else if (!isLate(named))
    yield { path: [...path, 'broken'], message: `Name a stage after the due date${choice}: a broken promise is late` }
}
