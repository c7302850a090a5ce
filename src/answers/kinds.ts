import * as actOffers from './act-offers.ts'
import * as also from './also.ts'
import * as answer from './answer.ts'
import * as balance from './balance.ts'
import * as billingNext from './billing-next.ts'
import * as billingPeriod from './billing-period.ts'
import * as bridgeReply from './bridge-reply.ts'
import * as cardNumber from './card-number.ts'
import * as caseCardWords from './case-card-words.ts'
import * as caseNews from './case-news.ts'
import * as causeFacts from './cause-facts.ts'
import * as chargeCredit from './charge-credit.ts'
import * as chargeCurrency from './charge-currency.ts'
import * as chargeProration from './charge-proration.ts'
import * as chargeTax from './charge-tax.ts'
import * as collectionsPolicy from './collections-policy.ts'
import * as commitment from './commitment.ts'
import * as contact from './contact.ts'
import * as directCustomer from './direct-customer.ts'
import * as guesses from './guesses.ts'
import * as invoiceChange from './invoice-change.ts'
import * as invoiceCopy from './invoice-copy.ts'
import { documentTerms, statusTerms } from './invoice-facts.ts'
import * as invoiceLine from './invoice-line.ts'
import * as invoiceList from './invoice-list.ts'
import * as invoiceShow from './invoice-show.ts'
import * as lineFacts from './line-facts.ts'
import * as lineWorked from './line-worked.ts'
import * as offers from './offers.ts'
import * as partsChart from './parts-chart.ts'
import * as payables from './payables.ts'
import * as paymentDue from './payment-due.ts'
import * as paymentMethods from './payment-methods.ts'
import * as paymentStatus from './payment-status.ts'
import * as person from './person.ts'
import * as policyBills from './policy-bills.ts'
import * as policyNotes from './policy-notes.ts'
import * as policyStages from './policy-stages.ts'
import * as promise from './promise.ts'
import * as promiseLimit from './promise-limit.ts'
import * as promiseNotes from './promise-notes.ts'
import * as promiseOffers from './promise-offers.ts'
import * as provenance from './provenance.ts'
import * as refusals from './refusals.ts'
import * as reminder from './reminder.ts'
import * as reminderNotice from './reminder-notice.ts'
import * as reminderPreferences from './reminder-preferences.ts'
import * as social from './social.ts'
import * as statement from './statement.ts'
import * as statementPayment from './statement-payment.ts'
import * as subscriptionList from './subscription-list.ts'
import * as subscriptionRenewal from './subscription-renewal.ts'
import * as supplierChange from './supplier-change.ts'
import * as supportTerms from './support-terms.ts'
import * as suspensionCard from './suspension-card.ts'
import * as suspensionDeskWords from './suspension-desk-words.ts'
import * as suspensionFacts from './suspension-facts.ts'
import * as suspensionNews from './suspension-news.ts'
import * as suspensionNotes from './suspension-notes.ts'
import * as suspensionStand from './suspension-stand.ts'
import * as suspensionStatus from './suspension-status.ts'
import * as ticketFacts from './ticket-facts.ts'
import * as ticketIntake from './ticket-intake.ts'
import * as ticketNews from './ticket-news.ts'
import * as tickets from './tickets.ts'
import * as unanswered from './unanswered.ts'
import * as usageChange from './usage-change.ts'
import * as whichInvoice from './which-invoice.ts'

/** Every kind of answer, note and next step that the families declare: each needs words in every language. */
export const answerKinds: readonly string[] = [
  ...actOffers.kinds,
  ...also.kinds,
  ...answer.kinds,
  ...balance.kinds,
  ...billingNext.kinds,
  ...billingPeriod.kinds,
  ...bridgeReply.kinds,
  ...cardNumber.kinds,
  ...caseNews.kinds,
  ...chargeCredit.kinds,
  ...chargeCurrency.kinds,
  ...chargeProration.kinds,
  ...chargeTax.kinds,
  ...collectionsPolicy.kinds,
  ...commitment.kinds,
  ...lineWorked.kinds,
  ...provenance.kinds,
  ...contact.kinds,
  ...directCustomer.kinds,
  ...guesses.kinds,
  ...invoiceCopy.kinds,
  ...invoiceChange.kinds,
  ...invoiceLine.kinds,
  ...invoiceList.kinds,
  ...invoiceShow.kinds,
  ...offers.kinds,
  ...payables.kinds,
  ...paymentDue.kinds,
  ...paymentMethods.kinds,
  ...paymentStatus.kinds,
  ...person.kinds,
  ...policyBills.kinds,
  ...policyNotes.kinds,
  ...promise.kinds,
  ...promiseLimit.kinds,
  ...promiseNotes.kinds,
  ...promiseOffers.kinds,
  ...reminder.kinds,
  ...reminderNotice.kinds,
  ...reminderPreferences.kinds,
  ...refusals.kinds,
  ...social.kinds,
  ...statement.kinds,
  ...statementPayment.kinds,
  ...subscriptionList.kinds,
  ...subscriptionRenewal.kinds,
  ...supplierChange.kinds,
  ...supportTerms.kinds,
  ...suspensionCard.kinds,
  ...suspensionDeskWords.kinds,
  ...suspensionNews.kinds,
  ...suspensionNotes.kinds,
  ...suspensionStatus.kinds,
  ...ticketIntake.kinds,
  ...ticketNews.kinds,
  ...tickets.kinds,
  ...unanswered.kinds,
  ...usageChange.kinds,
  ...whichInvoice.kinds,
]

/** Every term that a fact of theirs can hold. */
export const answerTerms: readonly string[] = [
  ...statusTerms,
  ...documentTerms,
  ...balance.terms,
  ...billingNext.terms,
  ...billingPeriod.terms,
  ...bridgeReply.terms,
  ...caseCardWords.terms,
  ...caseNews.terms,
  ...causeFacts.terms,
  'cause.others',
  ...chargeCredit.terms,
  ...chargeCurrency.terms,
  ...chargeProration.terms,
  ...chargeTax.terms,
  ...lineWorked.terms,
  ...provenance.terms,
  ...contact.terms,
  ...invoiceList.terms,
  ...lineFacts.terms,
  ...partsChart.terms,
  ...payables.terms,
  ...paymentDue.terms,
  ...paymentMethods.terms,
  ...person.terms,
  ...policyBills.terms,
  ...policyNotes.terms,
  ...policyStages.terms,
  ...promise.terms,
  ...reminder.terms,
  ...reminderNotice.terms,
  ...statement.terms,
  ...statementPayment.terms,
  ...subscriptionList.terms,
  ...subscriptionRenewal.terms,
  ...supportTerms.terms,
  ...suspensionCard.terms,
  ...suspensionDeskWords.terms,
  ...suspensionFacts.terms,
  ...suspensionNews.terms,
  ...suspensionStand.terms,
  ...ticketFacts.terms,
  ...unanswered.terms,
  ...usageChange.terms,
]
