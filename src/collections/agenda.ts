import type { Day } from '../values/day.ts'
import type { Money } from '../values/money.ts'
import { perCurrency } from './per-currency.ts'
import type { NoticeKind } from './policy.ts'
import type { Forecast, ForecastDay } from './simulate.ts'
import type { Suspension } from './suspension.ts'

/** Something that comes on a day of one customer, were nothing paid until then. */
export type AgendaItem = { readonly on: Day } & (
  | {
      readonly kind: 'message' | 'warning'
      readonly stage?: string
      readonly bills: readonly string[]
      readonly amounts: readonly Money[]
    }
  | { readonly kind: 'person' | 'proposal'; readonly bills: readonly string[]; readonly amounts: readonly Money[] }
  | { readonly kind: 'due'; readonly bills: readonly string[]; readonly amounts: readonly Money[] }
  /** `about` is the product, or the bill's number; `day` is the one that it tells of. */
  | { readonly kind: 'notice'; readonly notice: NoticeKind; readonly about: string; readonly day?: Day }
  | { readonly kind: 'promised'; readonly bills: readonly string[]; readonly amounts: readonly Money[] }
  /** The day for which a suspension is announced. */
  | { readonly kind: 'suspension'; readonly products: readonly string[] }
)

/** What comes, day by day: due dates, messages, promises, what staff gets, the day of a suspension that goes on. */
export function agendaOf(forecast: Forecast, suspension?: Suspension): readonly AgendaItem[] {
  const first = forecast.days[0]?.decision.day
  const numbers = new Map(
    forecast.days.flatMap(({ decision }) => decision.bills.map((bill) => [bill.invoice, bill.number])),
  )
  const promised = forecast.promised.map((promise): AgendaItem => {
    const bills = promise.invoices.flatMap((id) => numbers.get(id) ?? [])
    return { on: promise.by, kind: 'promised', bills, amounts: [promise.amount] }
  })
  const products = suspension?.subscriptions.map(({ product }) => product) ?? []
  const announced = suspension?.day && !suspension.suspendedOn && first && suspension.day >= first
  const suspended: readonly AgendaItem[] =
    announced && suspension.day ? [{ on: suspension.day, kind: 'suspension', products }] : []
  const items = [...forecast.days.flatMap((day) => itemsOf(forecast, day)), ...promised, ...suspended]
  return items.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function itemsOf({ account }: Forecast, { decision, warns, notices }: ForecastDay): readonly AgendaItem[] {
  const { day: on, kind, stage, staff, bills } = decision
  const due = bills.filter(({ dueOn, amount }) => dueOn === on && amount.minor > 0n)
  const about = bills.filter(({ reason }) => reason === 'stage')
  return [
    ...(due.length > 0 ? [{ on, kind: 'due' as const, ...summed(due) }] : []),
    ...(kind === 'contact'
      ? [{ on, kind: warns ? ('warning' as const) : ('message' as const), stage, ...summed(about) }]
      : []),
    ...(staff === 'person' ? [{ on, kind: 'person' as const, ...summed(about) }] : []),
    ...(staff === 'propose-suspension' ? [{ on, kind: 'proposal' as const, ...summed(about) }] : []),
    ...notices.map(({ kind: notice, invoice, product, day }) => {
      const number = account.invoices.find(({ id }) => id === invoice)?.number
      return { on, kind: 'notice' as const, notice, about: product ?? number ?? '', day }
    }),
  ]
}

const summed = (bills: ForecastDay['decision']['bills']) => ({
  bills: bills.map(({ number }) => number),
  amounts: perCurrency(bills.map(({ amount }) => amount)),
})
