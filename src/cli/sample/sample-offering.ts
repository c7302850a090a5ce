import type { z } from 'zod'
import type { offeringSchema } from '../../support/offering.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleCustomer } from './sample-customers.ts'
import { sampleCalendarName } from './sample-holidays.ts'
import { samplePlans } from './sample-plans.ts'

type OfferingDocument = z.input<typeof offeringSchema>

const workdays = (...frames: readonly (readonly [string, string])[]): OfferingDocument['hours'] =>
  [1, 2, 3, 4, 5].flatMap((weekday) => frames.map(([from, to]) => ({ weekday, from, to })))

const covers: OfferingDocument['covers'] = {
  en: 'Billing questions, licences, and first help with Microsoft 365, Azure and Dynamics 365.',
  'pt-PT': 'Questões de faturação, licenças e primeira ajuda com Microsoft 365, Azure e Dynamics 365.',
  'pt-BR': 'Dúvidas de cobrança, licenças e primeiro atendimento para Microsoft 365, Azure e Dynamics 365.',
  es: 'Preguntas de facturación, licencias y primera ayuda con Microsoft 365, Azure y Dynamics 365.',
}

/** What the sample partner tells its customers about itself. Bank data are made up and lead nowhere. */
export function sampleOffering(
  account: SamplePartnerAccount,
  year: string,
  customers: readonly SampleCustomer[],
): OfferingDocument {
  const holidayCalendars = [sampleCalendarName(account.key)]
  if (account.key === 'br') {
    return {
      partner: account.partner,
      name: 'Nortada Cloud Brasil',
      model: 'own',
      covers,
      timeZone: 'America/Sao_Paulo',
      hours: workdays(['09:00', '18:00']),
      holidayCalendars,
      contact: { mail: 'suporte.br@nortada.example', phone: '+55 11 5550 0142' },
      price: { amount: { amount: '180.00', currency: 'BRL' }, per: 'hour', for: ['technical'] },
      targets: { urgent: { respond: 60, resolve: 480 }, high: { respond: 240, resolve: 960 } },
      payment: [
        {
          method: 'pix',
          details: { key: 'cobranca.br@nortada.example', holder: 'Nortada Cloud Brasil Ltda' },
          qr: { standard: 'pix', key: 'cobranca.br@nortada.example', name: 'Nortada Cloud Brasil', city: 'Sao Paulo' },
        },
        { method: 'boleto', details: { mail: 'financeiro.br@nortada.example' } },
      ],
    }
  }
  return {
    partner: account.partner,
    name: 'Nortada Cloud',
    model: 'own',
    covers,
    timeZone: 'Europe/Lisbon',
    hours: workdays(['09:00', '13:00'], ['14:00', '18:00']),
    holidayCalendars,
    // The partner's own, beside those of the country.
    holidays: [`${year}-12-24`],
    contact: { mail: 'suporte@nortada.example', phone: '+351 21 555 0142', portal: 'https://suporte.nortada.example' },
    targets: { urgent: { respond: 60, resolve: 480 }, high: { respond: 240, resolve: 960 } },
    plans: samplePlans(customers, year),
    payment: [
      {
        method: 'bank-transfer',
        details: { IBAN: 'PT50 0002 0123 1234 5678 9015 4', BIC: 'NORTPTPLXXX', holder: 'Nortada Cloud, Lda' },
        // The IBAN that Portugal's examples are written with: its check digits fit, and no bank has it.
        qr: {
          standard: 'epc',
          name: 'Nortada Cloud, Lda',
          iban: 'PT50 0002 0123 1234 5678 9015 4',
          bic: 'NORTPTPLXXX',
        },
      },
      { method: 'multibanco', details: { entity: '00000' }, countries: ['PT'] },
      { method: 'direct-debit', details: { creditor: 'PT00ZZZ000000' } },
    ],
  }
}
