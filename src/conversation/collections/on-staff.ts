import type { PersonRef } from '../../access/actor.ts'
import type { OnStaff, StaffAct } from '../../collections/give-to-staff.ts'
import { proposeSuspension } from '../../collections/propose-suspension.ts'
import { billingContacts } from '../../collections/write-contact.ts'
import { sayTerm } from '../../language/say-fact.ts'
import type { Unit } from '../../store/documents.ts'
import { objectId } from '../../values/ids.ts'
import { caseScene } from '../desk/case-scene.ts'
import { openCase } from '../desk/open-case.ts'

/**
 * What the policy gives to staff: a suspension is proposed, or a case is opened in the helpdesk's channel. What cannot be proposed, because no
 * subscription stands behind the bills, a person looks at.
 */
export const onStaff: OnStaff = async (unit, act) => {
  if (act.action === 'person') return openForStaff(unit, act)
  const { account, bills, now } = act
  const invoices = bills.map(({ invoice }) => invoice)
  const proposed = await proposeSuspension(unit, { customer: account.customer.id, invoices, by: 'saldo', now })
  // One that goes on is not added to, and this stage does not come again: a person looks at what it leaves out.
  const isLeftOut =
    proposed.kind === 'same' && invoices.some((id) => !proposed.suspension.bills.some(({ invoice }) => invoice === id))
  if (isLeftOut || (proposed.kind === 'nothing' && proposed.why === 'no-subscription')) await openForStaff(unit, act)
}

/** Of a customer of whom nobody is known: the case is for staff all the same. */
const nobody = objectId('00000000-0000-0000-0000-000000000000')

/** One case for all that is left of a customer's collections, with its bills' numbers: the customer may read it. */
async function openForStaff(unit: Unit, { account, bills, why, now, event }: StaffAct): Promise<void> {
  const { customer } = account
  const [contact] = await billingContacts(unit, customer.id)
  const { deskLanguage } = await caseScene(unit, customer.id)
  const [bill] = bills
  if (!bill) return
  const { tenant, objectId: object, name } = contact ?? { ...customer, objectId: nobody }
  const person: PersonRef = { tenant, objectId: object, name }
  await openCase(unit, {
    customer: customer.id,
    person,
    language: contact?.language ?? customer.language,
    kind: 'commercial',
    topic: why === 'promises' ? 'payment.promise' : 'payment.due',
    about: { invoice: bill.invoice, number: bill.number },
    priority: 'normal',
    queue: 'billing',
    intake: [],
    tried: [],
    cause: `collections|${bills.map(({ invoice }) => invoice).join(' ')}`,
    text: `${sayTerm(`card.asked.${why}`, deskLanguage)}: ${bills.map(({ number }) => number).join(', ')}`,
    by: 'saldo',
    now,
    event: `collections|${event}`,
  })
}
