import type { z } from 'zod'
import type { policySchema } from '../../collections/policy.ts'
import { addDays, addMonths, type Day, firstOfMonth } from '../../values/day.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import { sampleClosedDays } from './sample-closed-days.ts'
import type { SampleCustomer } from './sample-customers.ts'
import { sampleCalendarName } from './sample-holidays.ts'

type Document = z.input<typeof policySchema>
type Stage = Document['stages'][number]
type Alike = Pick<Document, 'partner' | 'hours' | 'holidays' | 'holidayCalendars'>
type Instead = NonNullable<Document['overrides']>[number]

/** How the sample partner collects: a version of a year ago, and one that has held for three months. */
export function samplePolicies(
  account: SamplePartnerAccount,
  today: Day,
  customers: readonly SampleCustomer[],
): readonly Document[] {
  const month = firstOfMonth(today)
  const older: Document = {
    ...alike(account, today),
    name: 'Two reminders',
    effective: addMonths(month, -12),
    stages: [
      { id: 'due', when: 'after', days: 0, action: 'remind' },
      { id: 'first-reminder', when: 'after', days: 10, action: 'remind' },
      { id: 'warning', when: 'after', days: 30, action: 'warn' },
      { id: 'call', when: 'after', days: 45, action: 'person' },
    ],
    promises: { days: 7, atMost: 1, broken: 'warning' },
    notices: { 'invoice-ready': { days: 0 } },
  }
  return [older, { ...present(account, today), ...special(account, today, customers) }]
}

const alike = ({ key, partner }: SamplePartnerAccount, today: Day): Alike => ({
  partner,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  ...(key === 'br'
    ? { holidayCalendars: { BR: [sampleCalendarName('br')] } }
    : { holidayCalendars: { PT: [sampleCalendarName('pt')] }, holidays: sampleClosedDays(today.slice(0, 4)) }),
})

function present(account: SamplePartnerAccount, today: Day): Document {
  const isBrazil = account.key === 'br'
  return {
    ...alike(account, today),
    name: 'Reminders with promises',
    effective: addMonths(firstOfMonth(today), -3),
    cap: { contacts: 2, days: 7 },
    minimum: isBrazil
      ? [{ amount: '50.00', currency: 'BRL' }]
      : [
          { amount: '10.00', currency: 'EUR' },
          { amount: '10.00', currency: 'GBP' },
        ],
    stages: isBrazil ? stages.map(withFee) : stages,
    promises: { days: 14, atMost: 2, atLeast: '50', broken: 'warning' },
    suspension: isBrazil
      ? { noticeDays: 15, approvals: 2, autoRenewFirst: 'true' }
      : { noticeDays: 10, approvals: 1, autoRenewFirst: 'false' },
    notices: {
      'invoice-ready': { days: 0 },
      renewal: { days: 30 },
      'cancellation-window': { days: 2 },
      'promotion-ending': { days: 30 },
      'price-change': { days: 30 },
    },
  }
}

/** What the sample's warnings say besides. */
const words: Stage['words'] = {
  en: 'If another day suits you better, tell us which: an agreed date is worth more to us than one more message.',
  'pt-PT': 'Se outra data for mais conveniente, indique-nos qual: preferimos uma data combinada a mais uma mensagem.',
  'pt-BR': 'Se outra data for melhor para você, diga qual: preferimos combinar uma data a mandar mais uma mensagem.',
  es: 'Si le conviene más otra fecha, díganos cuál: preferimos acordar una fecha a enviarle otro mensaje.',
}

const stages: Document['stages'] = [
  { id: 'courtesy', when: 'before', days: 5, count: 'business', action: 'remind' },
  { id: 'due', when: 'after', days: 0, action: 'remind' },
  { id: 'first-reminder', when: 'after', days: 5, action: 'remind' },
  { id: 'second-reminder', when: 'after', days: 15, action: 'remind' },
  { id: 'warning', when: 'after', days: 25, action: 'warn', words },
  { id: 'proposal', when: 'after', days: 35, action: 'propose-suspension' },
]

/** The Brazilian account tells of a fine for late payment, as its contracts are said to have it. */
const withFee = (stage: Stage): Stage => (stage.id === 'second-reminder' ? { ...stage, fee: { percent: '2' } } : stage)

const keyAccounts = ['penaclara', 'ipe']
const exempt = 'ballykeel'

function special({ key }: SamplePartnerAccount, today: Day, customers: readonly SampleCustomer[]) {
  const own = customers.filter(({ account }) => account === key)
  const large = own.filter((customer) => keyAccounts.includes(customer.key)).map(({ tenant }) => tenant)
  const paying = own.find((customer) => customer.key === exempt)
  const override: Instead = {
    name: 'Key accounts',
    customers: large,
    stages: [
      { id: 'courtesy', when: 'before', days: 3, count: 'business', action: 'remind' },
      { id: 'first-reminder', when: 'after', days: 10, action: 'remind' },
      { id: 'warning', when: 'after', days: 30, action: 'warn' },
      { id: 'call', when: 'after', days: 40, action: 'person' },
    ],
  }
  return {
    ...(large.length > 0 && { overrides: [override] }),
    ...(paying && {
      exemptions: [
        { customer: paying.tenant, reason: 'Pays by agreement at the end of the quarter', until: addDays(today, 45) },
      ],
    }),
  }
}
