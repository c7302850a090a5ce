import type { Decision } from '../collections/decision.ts'
import { perCurrency } from '../collections/per-currency.ts'
import type { Forecast, ForecastDay } from '../collections/simulate.ts'
import { amountText, type Money } from '../values/money.ts'

export const moneyTexts = (amounts: readonly Money[]): string =>
  amounts.map((each) => `${amountText(each)} ${each.currency}`).join(' + ')

const staffTexts: Readonly<Record<NonNullable<Decision['staff']>, string>> = {
  remind: '',
  warn: '',
  person: 'a person of yours',
  'propose-suspension': 'propose suspension',
}

/** What is done on a day, in a few words: `contact first-reminder`, `none (not-yet)`. */
export function verdictText(day: ForecastDay): string {
  const { kind, stage, reason, staff } = day.decision
  const notices = noticesText(day)
  const what = [
    kind === 'contact' && `contact ${stage ?? ''}`.trim(),
    staff && staffTexts[staff],
    kind === 'none' && `none (${reason})`,
    notices && `notice of ${notices}`,
  ]
  return what.filter(Boolean).join(', ')
}

/** The bills that a day is about, with what is due of them. */
const aboutOf = ({ bills }: Decision): Decision['bills'] => bills.filter(({ reason }) => reason === 'stage')

const noticesText = ({ notices }: ForecastDay): string => [...new Set(notices.map(({ kind }) => kind))].join(', ')

const accessText = ({ access }: ForecastDay): string => {
  if (access.length === 0) return ''
  const seats = access.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0)
  return `${access.length} ${access.length === 1 ? 'subscription' : 'subscriptions'}, ${seats} seats`
}

export const dayHead = ['day', 'customer', 'what', 'due', 'bills', 'access']

/** Whether something comes on that day. */
export const isEventful = ({ decision, notices }: ForecastDay): boolean =>
  decision.kind !== 'none' || notices.length > 0

export function dayRow({ customer }: Forecast, day: ForecastDay): string[] {
  const about = aboutOf(day.decision)
  return [
    day.decision.day,
    customer.name,
    verdictText(day),
    moneyTexts(perCurrency(about.map(({ amount }) => amount))),
    about.map(({ number, stage }) => `${number} (${stage})`).join(', '),
    accessText(day),
  ]
}
