import type { z } from 'zod'
import type { helpdeskSchema } from '../../support/helpdesk.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'

/** How the sample partner's helpdesks work: one that holds a support plan, and one that goes through its indirect provider. */
export function sampleHelpdesk(account: SamplePartnerAccount): z.input<typeof helpdeskSchema> {
  if (account.key === 'br') {
    return {
      partner: account.partner,
      language: 'pt-BR',
      contact: {
        name: 'Central de Atendimento Nortada',
        mail: 'microsoft.br@nortada.example',
        phone: '+55 11 5550 0143',
      },
      billing: 'indirect-reseller',
      provider: 'Cruzeiro Distribuidora',
      holds: {},
      queues: [{ name: 'billing' }, { name: 'technical' }],
    }
  }
  return {
    partner: account.partner,
    language: 'pt-PT',
    contact: { name: 'Nortada Service Desk', mail: 'microsoft@nortada.example', phone: '+351 21 555 0143' },
    billing: 'direct',
    holds: { advanced: { responseTimes: { A: 60, B: 120, C: 240, source: 'made-up support contract of the sample' } } },
    queues: [{ name: 'billing' }, { name: 'technical' }],
  }
}
