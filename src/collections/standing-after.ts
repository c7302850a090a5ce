import type { Decision } from './decision.ts'
import type { Standing } from './standing.ts'

/**
 * How it stands with a customer once a day's decision was carried out: the stages reached, and that it was written to. `contact` names the
 * message of a day on which it was. Carried out twice it is the same. When to look again (`due`) is the caller's.
 */
export function standingAfter(standing: Standing, decision: Decision, contact: string): Standing {
  const { kind, day } = decision
  const written = kind === 'contact'
  const known = new Set(standing.reached.map(({ invoice, stage }) => `${invoice}|${stage}`))
  const reached = decision.bills.flatMap(({ invoice, stage, reason }) => {
    if (kind === 'none' || reason !== 'stage' || stage === undefined || known.has(`${invoice}|${stage}`)) return []
    return [{ invoice, stage, on: day, ...(written && { contact }) }]
  })
  const isNoted = !written || standing.contacted.some((each) => each.contact === contact)
  return {
    ...standing,
    reached: [...standing.reached, ...reached],
    contacted: isNoted ? standing.contacted : [...standing.contacted, { contact, on: day }],
    decidedOn: standing.decidedOn !== undefined && standing.decidedOn > day ? standing.decidedOn : day,
  }
}
