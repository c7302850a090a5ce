import type { Principal } from '../access/principal.ts'
import type { Account } from '../ledger/account.ts'
import type { Offering } from '../support/offering.ts'
import type { Answer, NextStep } from '../values/answer.ts'
import type { Day, Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import type { Language } from '../values/language.ts'
import type { Asked } from './asked.ts'

/** What every family of questions is asked with: what is wanted, by whom, when. */
export type Asking = Asked & {
  readonly principal: Principal
  readonly now: Instant
  /** For the offering's own sentences, which the partner wrote once per language. */
  readonly language: Language
  readonly offering: Offering | undefined
}

/** The same about a customer's figures, once it is settled that the asker may see them. */
export type BillingAsking = Asking & {
  readonly account: Account
  /** The day in the customer's time zone: it decides what is overdue. */
  readonly today: Day
}

/** A next step together with what it asks, so that a button does exactly what it says. */
export type Offer = { readonly step: NextStep; readonly asked: Asked }

/** An answer and what it leaves behind for the next turn. */
export type Answered = {
  readonly answer: Answer
  readonly offers: readonly Offer[]
  /** The offers are the options of a question: a number or words choose one. */
  readonly choosing?: boolean
  /** Partner staff are asked which customer is meant; the next message may be just its name. */
  readonly wantsCustomer?: Asked
  /** The customer the answer is about. Partner staff need not name it again in this conversation. */
  readonly customer?: CustomerId
}
