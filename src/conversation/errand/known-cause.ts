import { answer } from '../../answers/answer.ts'
import type { Answered } from '../../answers/asking.ts'
import { matchProduct } from '../../answers/match-product.ts'
import { doesItSettle, knownProblem, noSubscription } from '../../answers/ticket-intake.ts'
import { say } from '../../language/say.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Reading } from '../../store/documents.ts'
import { serviceOf } from '../../support/service.ts'
import { noticesFor } from '../../support/service-notice.ts'
import { aboutBill } from './contested.ts'
import type { Errand } from './errand.ts'
import type { ErrandScene } from './errand-scene.ts'

/** Something that may settle it before anybody is bothered, and how the case remembers that it was tried. */
export type KnownCause = { readonly answered: Answered; readonly tried: Errand['tried'][number] }

/** What Saldo knows about it already: a problem that the partner posted, a subscription that has ended, what stands behind a line. */
export async function knownCause(
  reading: Reading,
  scene: ErrandScene,
  errand: Errand,
): Promise<KnownCause | undefined> {
  if (errand.topic === 'technical.issue') return ofService(reading, scene, errand)
  return errand.topic === 'dispute' ? ofBill(reading, scene, errand) : undefined
}

async function ofService(reading: Reading, scene: ErrandScene, errand: Errand): Promise<KnownCause | undefined> {
  const { principal, now, language } = scene
  const { customer } = principal
  const { product } = errand.asked.slots
  const service = serviceOf(product ?? errand.text)
  if (service) {
    const [notice] = await noticesFor(reading, { partner: customer.partner, service, product, now })
    if (notice)
      return {
        answered: knownProblem(notice, language, customer.timeZone),
        tried: { what: 'known-problem', text: notice.id },
      }
  }
  if (!product) return undefined
  const subscriptions = (await ledgerOf(reading).account(customer.id))?.subscriptions ?? []
  const meant = matchProduct(product, subscriptions, (one) => one.product)
  const [stopped] = meant
  // One that runs is enough for it to be none of this.
  if (!stopped || meant.some(({ status }) => status === 'active')) return undefined
  return { answered: noSubscription(stopped), tried: { what: 'subscription-status', text: stopped.id } }
}

async function ofBill(reading: Reading, scene: ErrandScene, errand: Errand): Promise<KnownCause | undefined> {
  const about = await aboutBill(reading, scene, errand)
  if (!about?.invoice) return undefined
  const { principal, offering, now, language } = scene
  const [line] = about.lines
  const slots = { invoice: about.invoice.number, ...(line !== undefined && about.lines.length === 1 && { line }) }
  const intent = line === undefined ? 'invoice.show' : 'invoice.line'
  const explained = await answer(reading, { intent, slots, principal, offering, now, language })
  return {
    answered: doesItSettle(explained),
    tried: { what: 'explained', text: say(explained.answer, 'en').lead },
  }
}
