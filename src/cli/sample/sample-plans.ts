import type { z } from 'zod'
import type { offeringSchema } from '../../support/offering.ts'
import type { SampleCustomer } from './sample-customers.ts'

type Plan = NonNullable<z.input<typeof offeringSchema>['plans']>[number]

/** Two of the sample's customers get another support than the others: one pays for technical help, one gets it from another firm. */
export function samplePlans(customers: readonly SampleCustomer[], year: string): Plan[] {
  return plansOf(year).flatMap(({ key, ...plan }) => {
    const customer = customers.find((each) => each.key === key)
    return customer ? [{ ...plan, customers: [customer.tenant] }] : []
  })
}

const plansOf = (year: string): readonly (Omit<Plan, 'customers'> & { readonly key: string })[] => [
  {
    key: 'mondego',
    name: 'Azure Plus',
    price: { amount: { amount: '85.00', currency: 'EUR' }, per: 'hour', for: ['technical'] },
    targets: {
      urgent: { respond: 30, resolve: 240 },
      high: { respond: 120, resolve: 480 },
      normal: { respond: 240, resolve: 1440 },
      low: { respond: 480, resolve: 2400 },
    },
  },
  {
    key: 'robledal',
    name: 'Soporte Iberia',
    model: 'outsourced',
    provider: 'Sierra Norte Servicios, SL',
    covers: {
      en: 'First help with Microsoft 365 in Spanish; billing questions stay with us.',
      'pt-PT': 'Primeira ajuda com Microsoft 365 em espanhol; as questões de faturação ficam connosco.',
      'pt-BR': 'Primeiro atendimento para Microsoft 365 em espanhol; as dúvidas de cobrança ficam conosco.',
      es: 'Primera ayuda con Microsoft 365 en español; de la facturación seguimos ocupándonos nosotros.',
    },
    timeZone: 'Europe/Madrid',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '20:00' })),
    holidays: [`${year}-12-08`, `${year}-12-25`, `${Number(year) + 1}-01-01`, `${Number(year) + 1}-01-06`],
    contact: { mail: 'soporte@sierranorte.example', phone: '+34 91 555 0142' },
  },
]
