import { roleTable } from '../access/may.ts'
import { partnerRoles, people } from '../access/person.ts'
import { helpdeskOf } from '../support/helpdesk.ts'
import { helpdeskChannel } from '../support/helpdesk-channel.ts'
import { offeringOf } from '../support/offering.ts'
import { everyAccount } from './every-account.ts'
import type { Desk, Finding } from './outside.ts'

/** Whether a case reaches somebody: who takes it, where it is shown, by when it has to be answered. Nothing of it keeps Saldo from answering. */
export async function examineHelpdesk({ documents }: Desk): Promise<Finding[]> {
  const accounts = await everyAccount(documents)
  if (accounts.length === 0) return []
  const findings: Finding[] = []
  for (const partner of accounts) {
    const lacks: string[] = []
    if (!(await helpdeskOf(documents, partner)))
      lacks.push('no helpdesk.yaml, so no case can be prepared for Microsoft: write one and import it')
    const offering = await offeringOf(documents, partner)
    if (offering && !offering.targets && !offering.plans?.some(({ targets }) => targets))
      lacks.push('no targets, so nothing is ever late: write targets into offering.yaml')
    const says = lacks.join('; ') || 'the helpdesk and its targets are here'
    findings.push({ about: `helpdesk of ${partner}`, verdict: lacks.length > 0 ? 'should' : 'good', says })
  }
  return [...findings, await examineChannel({ documents }), await examineStaff({ documents })]
}

type Looking = Pick<Desk, 'documents'>

async function examineChannel({ documents }: Looking): Promise<Finding> {
  const about = 'helpdesk channel'
  if (!(await helpdeskChannel(documents))) {
    const says =
      'none is set, so cases are tickets in `saldo tickets` alone and nobody can talk to a person: add the app to a team and write “@Saldo cases here” in a channel'
    return { about, verdict: 'should', says }
  }
  const says =
    "set. Whether the app hears what is said without mentioning it cannot be seen from here: answer in a case's thread without @Saldo; if the customer does not get it, consent to ChannelMessage.Read.Group by removing the app from the team and adding it again, or answer in the card's box"
  return { about, verdict: 'good', says }
}

async function examineStaff({ documents }: Looking): Promise<Finding> {
  const about = 'helpdesk staff'
  const takers = partnerRoles.filter((role) => roleTable[role].includes('cases'))
  for (const role of takers)
    if ((await documents.find(people, { index: 'role', equals: role, limit: 1 })).items.length > 0)
      return { about, verdict: 'good', says: 'there is somebody who may take cases' }
  const says = `nobody may take cases: give somebody the role ${takers.join(' or ')} (\`saldo people role\`)`
  return { about, verdict: 'should', says }
}
