import type { Difference, Stand, Suspension, SuspensionTask } from '../collections/suspension.ts'
import { day } from '../values/day.ts'
import type { Fact, Facts, Source } from '../values/fact.ts'
import { countFact, dayFact, termFact, textFact } from './facts.ts'
import { ofProposal } from './suspension-facts.ts'

export const terms = ['scheduled.none', 'scheduled.unknown']

/** How each subscription stood before anything was changed, as far as anybody knows: what whoever undoes it puts back. */
export const notedStands = (suspension: Suspension): readonly Facts[] =>
  (suspension.before ?? [])
    .filter(({ autoRenew, scheduled }) => autoRenew !== undefined || scheduled !== undefined)
    .map((stand) => ({
      product: textFact(productOf(suspension, stand.subscription), ofProposal(suspension, 'subscriptions')),
      renew: renewFact(suspension, stand),
      changes: changesFact(suspension, stand),
    }))

/** What is to be done; with `to`, the value that is to be set, where there is one. */
export function taskFacts(suspension: Suspension, { id, kind, subscription }: SuspensionTask): Facts {
  const source = ofProposal(suspension, 'tasks')
  const stand = suspension.before?.find((one) => one.subscription === subscription)
  const value = kind === 'auto-renew' ? renewFact : kind === 'scheduled' ? changesFact : undefined
  return {
    task: textFact(id, source),
    what: termFact(`suspension-task.${kind}`, source),
    product: textFact(productOf(suspension, subscription), ofProposal(suspension, 'subscriptions')),
    set: termFact(value ? 'data.known' : 'data.unknown', source),
    ...(value && { to: value(suspension, stand) }),
  }
}

const renewFact = (suspension: Suspension, stand: Stand | undefined): Fact =>
  standFact('autoRenew', String(stand?.autoRenew ?? ''), ofProposal(suspension, 'before'))

const changesFact = (suspension: Suspension, stand: Stand | undefined): Fact =>
  stand?.scheduled === undefined
    ? termFact('scheduled.unknown', ofProposal(suspension, 'before'))
    : standFact('scheduled', stand.scheduled, ofProposal(suspension, 'before'))

const statuses = ['active', 'suspended', 'cancelled', 'expired']

/** A part of how a subscription stood, from the text that a difference keeps of it. */
export function standFact(field: Difference['field'], value: string, source: Source): Fact {
  switch (field) {
    case 'autoRenew':
      return termFact(`auto-renew.${value === '' ? 'unknown' : value === 'true' ? 'on' : 'off'}`, source)
    case 'scheduled':
      return value === '' ? termFact('scheduled.none', source) : textFact(value, source)
    case 'status':
      return statuses.includes(value) ? termFact(`subscription.${value}`, source) : textFact(value || '–', source)
    case 'quantity':
      return value === '' ? textFact('–', source) : countFact(Number(value), source)
    case 'end':
      return value === '' ? textFact('–', source) : dayFact(day(value), source)
  }
}

export const productOf = ({ subscriptions }: Suspension, id: string): string =>
  subscriptions.find((one) => one.id === id)?.product ?? id
