import { roleTable } from '../access/may.ts'
import { partnerRoles, people } from '../access/person.ts'
import { type Policy, policiesOf } from '../collections/policy.ts'
import type { Reading } from '../store/documents.ts'
import { addDays, type Day, dayIn } from '../values/day.ts'
import { everyAccount } from './every-account.ts'
import type { Desk, Finding } from './outside.ts'

/** Holidays that end sooner than this, in days, are written to on by mistake before anybody notices. */
const holidaysAhead = 60

/** Whether anybody is reminded, and whether what the policy asks of people can be done. Nothing of it keeps Saldo from answering. */
export async function examinePolicy({ documents, clock }: Pick<Desk, 'documents' | 'clock'>): Promise<Finding[]> {
  const today = dayIn('UTC', clock.now())
  const findings: Finding[] = []
  for (const partner of await everyAccount(documents)) {
    const versions = await policiesOf(documents, partner)
    const policy = versions.findLast(({ effective }) => effective <= today)
    const lacks = policy
      ? [...holidayFaults(policy, today), ...(await approvalFaults(documents, policy))]
      : [none(versions)]
    const says = lacks.join('; ') || `"${policy?.name}" holds since ${policy?.effective}`
    findings.push({ about: `policy of ${partner}`, verdict: lacks.length > 0 ? 'should' : 'good', says })
  }
  return findings
}

const none = ([first]: readonly Policy[]): string =>
  first
    ? `the first version holds from ${first.effective} on: until then nobody is reminded`
    : 'none, so nobody is reminded of anything: write a policy.yaml, read it with `saldo policy check`, and import it'

const holidayFaults = ({ holidays }: Policy, today: Day): readonly string[] =>
  Object.entries(holidays).flatMap(([country, days]) => {
    const last = days.reduce<Day | undefined>((a, b) => (a && a > b ? a : b), undefined)
    return last && last < addDays(today, holidaysAhead)
      ? [
          `its holidays of ${country} end on ${last}: add those of the next year, or import it again with a newer calendar`,
        ]
      : []
  })

/** A policy that asks for two approvals where one person may give them suspends nobody, ever. */
async function approvalFaults(reading: Reading, { suspension, overrides }: Policy): Promise<readonly string[]> {
  const asked = [suspension, ...overrides.map((override) => override.suspension)]
  const wanted = Math.max(0, ...asked.map((each) => each?.approvals ?? 0))
  const approvers = new Set<string>()
  for (const role of partnerRoles.filter((each) => roleTable[each].includes('suspension-approvals')))
    for (const { id } of (await reading.find(people, { index: 'role', equals: role })).items) approvers.add(id)
  if (approvers.size >= wanted) return []
  return [
    `it asks for ${wanted} to approve a suspension, and ${approvers.size} may: give somebody the role admin-agent (\`saldo people role\`)`,
  ]
}
