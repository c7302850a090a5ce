import { may } from '../../access/may.ts'
import { answer } from '../../answers/answer.ts'
import type { Asked } from '../../answers/asked.ts'
import type { Answered } from '../../answers/asking.ts'
import { pickInvoice } from '../../answers/pick-invoice.ts'
import { notTheirs, whichBills } from '../../answers/promise.ts'
import {
  allOn,
  confirmLater,
  confirmResume,
  confirmStop,
  noReminders,
  paidNoted,
  preferences,
  putOff,
  putOffUsed,
  resumed,
  saidBefore,
  stopped,
  tooLate,
} from '../../answers/reminder-preferences.ts'
import { notOpened, stillAsking } from '../../answers/ticket-intake.ts'
import { payableBills } from '../../collections/promise-terms.ts'
import { later, latestLater, resumeReminders, sayPaid, stopReminders } from '../../collections/reminder-preferences.ts'
import { type Scene as Known, situationAt } from '../../collections/situation.ts'
import { type ReminderWish, readReminderWish } from '../../language/reminder-wish.ts'
import type { Unit } from '../../store/documents.ts'
import { day } from '../../values/day.ts'
import type { Errand } from './errand.ts'
import { actorOf, begun, type ErrandScene, type ErrandStep, eventOf, textOf } from './errand-scene.ts'

type Act = NonNullable<Asked['act']>

/** How it stands with reminders. What is wanted of them is asked about first, unless a button says it. */
export async function beginPreference(unit: Unit, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const { principal, now } = scene
  if (!may(principal, 'own-collections')) return { answered: notTheirs(scene) }
  const known = await situationAt(unit, principal.customer.id, now)
  if (!known?.situation.rules) return { answered: noReminders() }
  if (asked.act === 'later' || asked.act === 'stop-reminders' || asked.act === 'resume-reminders')
    return { answered: await change(unit, scene, asked.act, asked.slots), errand: waiting(scene) }
  const wish = asked.act ? undefined : wishOf(asked, textOf(scene.incoming))
  if (wish) return confirm(known, asked, wish)
  const errand = waiting(scene)
  const answered = preferences(aboutOf(known))
  return { answered: errand ? stillAsking(answered, errand.kind) : answered, errand }
}

/** What is in the making besides goes on after the click of a button that came with a reminder. */
const waiting = ({ state }: ErrandScene): Errand | undefined =>
  state.errand?.kind === 'preference' ? undefined : state.errand

/** A day alone says until when. */
const wishOf = ({ slots }: Asked, text: string): ReminderWish | undefined =>
  readReminderWish(text) ?? (slots.date ? 'later' : undefined)

const aboutOf = ({ situation: { account, standing, rules }, today }: Known) => ({ account, standing, today, rules })

function confirm({ situation, today }: Known, asked: Asked, wish: ReminderWish): ErrandStep {
  const { standing, rules } = situation
  const errand = (act: Act, slots = {}): Errand => begun('preference', { intent: asked.intent, slots, act }, 'confirm')
  switch (wish) {
    case 'stop':
      return standing.stopped ? { answered: stopped() } : { answered: confirmStop(), errand: errand('stop-reminders') }
    case 'resume': {
      const isOff = standing.stopped || standing.holds.some((hold) => hold.kind === 'later' && !hold.releasedAt)
      return isOff ? { answered: confirmResume(), errand: errand('resume-reminders') } : { answered: allOn() }
    }
    case 'later': {
      const latest = rules && latestLater(standing, rules, today)
      if (!latest) return { answered: putOffUsed() }
      const date = asked.slots.date && asked.slots.date >= today ? day(asked.slots.date) : latest
      if (date > latest) return { answered: tooLate(latest) }
      return { answered: confirmLater(date), errand: errand('later', { date }) }
    }
  }
}

export async function continuePreference(
  unit: Unit,
  scene: ErrandScene,
  errand: Errand,
  act: Asked['act'],
): Promise<ErrandStep> {
  const { act: wanted, slots } = errand.asked
  if (act !== 'confirm' || !wanted) return { answered: notOpened() }
  if (!may(scene.principal, 'own-collections')) return { answered: notTheirs(scene) }
  if (wanted === 'i-paid') {
    const { all } = errand.asked
    const { answered } = await paidSaid(unit, scene, { intent: 'payment.status', slots, ...(all && { all }) })
    return { answered }
  }
  return { answered: await change(unit, scene, wanted, slots) }
}

async function change(unit: Unit, scene: ErrandScene, act: Act, { date }: Asked['slots']): Promise<Answered> {
  const { principal, incoming, now } = scene
  const customer = principal.customer.id
  const order = { customer, by: actorOf(scene), now, event: eventOf(incoming) }
  const refused = notTheirs(scene)
  if (act === 'stop-reminders') return (await stopReminders(unit, order)).kind === 'refused' ? refused : stopped()
  if (act === 'resume-reminders') {
    const done = await resumeReminders(unit, order)
    return done.kind === 'refused' ? refused : done.kind === 'done' ? resumed() : allOn()
  }
  const done = await later(unit, { ...order, ...(date && { until: day(date) }) })
  switch (done.kind) {
    case 'noted':
    case 'already': {
      const known = await situationAt(unit, customer, now)
      return known && done.hold.until ? putOff(aboutOf(known), done.hold.until) : refused
    }
    case 'limit-days':
    case 'past-day':
      return tooLate(done.latest)
    case 'used':
      return putOffUsed()
    case 'no-policy':
      return noReminders()
    case 'refused':
      return refused
  }
}

/** "I have paid", from a reminder's button: noted, unless the ledger knows better. */
export async function paidSaid(unit: Unit, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const { principal, incoming, now, state } = scene
  const { errand } = state
  if (!may(principal, 'own-collections')) return { answered: notTheirs(scene), errand }
  const known = await situationAt(unit, principal.customer.id, now)
  if (!known) return { answered: notTheirs(scene), errand }
  const { account, rules } = known.situation
  const due = payableBills(account, rules, known.today)
  const number = asked.slots.invoice ?? (due.length === 1 && !asked.all ? due[0]?.invoice.number : undefined)
  if (!number && !asked.all && due.length > 1)
    return { answered: whichBills('paid.which', { intent: 'payment.status', slots: {}, act: 'i-paid' }, due), errand }
  const picked = number === undefined ? undefined : pickInvoice(account, { invoice: number })
  const invoice = picked?.kind === 'one' ? picked.invoice : undefined
  // What it does not know it says as it says it of any bill.
  const onRecord = async () =>
    answer(unit, {
      ...scene,
      ...(number === undefined && due.length === 0
        ? { intent: 'balance', slots: {} }
        : { intent: 'payment.status', slots: { invoice: number } }),
    })
  if (number !== undefined && !invoice) return { answered: await onRecord(), errand }
  const order = { customer: principal.customer.id, by: actorOf(scene), now, event: eventOf(incoming) }
  const done = await sayPaid(unit, { ...order, invoice: invoice?.id })
  switch (done.kind) {
    case 'noted':
    case 'already':
      return { answered: paidNoted(aboutOf(known), done.hold, invoice, done.kind === 'noted'), errand }
    case 'said-before':
      return { answered: invoice ? saidBefore(aboutOf(known), done.hold, invoice) : await onRecord(), errand }
    default:
      return { answered: await onRecord(), errand }
  }
}
