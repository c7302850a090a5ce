import type { SimulationTotals } from '../collections/simulation-totals.ts'
import { moneyTexts } from './simulation-rows.ts'

/** The totals of one simulation, or of two side by side, a row a figure. */
export function summaryRows(all: readonly SimulationTotals[]): string[][] {
  const row = (name: string, of: (totals: SimulationTotals) => string | number): string[] => [
    name,
    ...all.map((totals) => String(of(totals))),
  ]
  const stages = [...new Set(all.flatMap((totals) => totals.stages.map(({ stage }) => stage)))]
  const reasons = [...new Set(all.flatMap(({ reasons }) => Object.keys(reasons)))].sort()
  return [
    row('customers', ({ customers }) => customers),
    row('customers written to', ({ customersContacted }) => customersContacted),
    row('people written to', ({ peopleContacted }) => peopleContacted),
    row('messages about payment', ({ contacts }) => contacts),
    ...stages.map((stage) =>
      row(`  ${stage}`, (totals) => {
        const of = totals.stages.find((each) => each.stage === stage)
        return of ? `${counted(of.contacts, 'message')}, ${counted(of.bills, 'bill')}, ${moneyTexts(of.due)}` : '-'
      }),
    ),
    row('messages about bills and terms', ({ notices }) => notices),
    row('days with work for staff', ({ forStaff }) => forStaff),
    row('promised', ({ promised }) => moneyTexts(promised) || '-'),
    row('assumed to be paid', ({ paid }) => moneyTexts(paid) || '-'),
    row('suspensions to be proposed', ({ access }) =>
      access.customers === 0
        ? '-'
        : [
            counted(access.customers, 'customer'),
            counted(access.subscriptions, 'subscription'),
            counted(access.seats, 'seat'),
          ].join(', '),
    ),
    ...reasons.map((reason) =>
      row(`days: ${reason}`, (totals) => totals.reasons[reason as keyof SimulationTotals['reasons']] ?? 0),
    ),
  ]
}

const counted = (count: number, what: string): string => `${count} ${count === 1 ? what : `${what}s`}`
