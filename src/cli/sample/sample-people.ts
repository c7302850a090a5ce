import type { Language } from '../../values/language.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleCustomer } from './sample-customers.ts'
import type { SampleRandom } from './sample-random.ts'

export const peopleColumns = ['tenant', 'object_id', 'name', 'mail', 'customer_partner_tenant', 'roles', 'language']

const first = [
  'Alba',
  'Beatriz',
  'Ciaran',
  'Diogo',
  'Elena',
  'Fergus',
  'Graça',
  'Hugo',
  'Inês',
  'Jorge',
  'Lúcia',
  'Marta',
  'Nuno',
  'Orla',
  'Paulo',
  'Rita',
  'Sofia',
  'Tomás',
]
const family = [
  'Arruda',
  'Brandão',
  'Cortês',
  'Delgado',
  'Eanes',
  'Falcão',
  'Gallagher',
  'Hurley',
  'Ibarra',
  'Leal',
  'Moura',
  'Nogueira',
  'Ortiz',
  'Pires',
  'Quintela',
  'Rosado',
  'Sarmento',
  'Vidal',
]

/** The partner's own people, at least one for each role and two admin agents: a suspension needs somebody else's approval. */
const staff: readonly (readonly [account: 'pt' | 'br', name: string, roles: string, language: Language])[] = [
  ['pt', 'Helena Barros', 'helpdesk-agent', 'pt-PT'],
  ['pt', 'Bruno Matos', 'billing-admin', 'pt-PT'],
  ['pt', 'Sara Vilaça', 'sales-agent', 'en'],
  ['pt', 'Ulisses Campos', 'user-management-admin', 'pt-PT'],
  ['pt', 'Amélia Prado', 'admin-agent', 'pt-PT'],
  ['pt', 'Álvaro Reina', 'admin-agent helpdesk-agent', 'es'],
  ['br', 'Thiago Nunes', 'helpdesk-agent', 'pt-BR'],
  ['br', 'Camila Rocha', 'billing-admin admin-agent', 'pt-BR'],
]

export function* staffRows(accounts: readonly SamplePartnerAccount[], random: SampleRandom): Generator<string[]> {
  for (const [account, name, roles, language] of staff) {
    const partner = accounts.find(({ key }) => key === account)?.partner ?? ''
    yield [partner, random.guid(`person ${name}`), name, mailOf(name, 'nortada.example'), '', roles, language]
  }
}

/** A billing contact, who sees figures, and an employee, who gets support only. */
export function* customerPeopleRows(
  account: SamplePartnerAccount,
  customer: SampleCustomer,
  random: SampleRandom,
): Generator<string[]> {
  for (const role of ['billing-contact', 'employee']) {
    const pick = (list: readonly string[]) => list[random.upTo(list.length, `${role} ${list[0]} ${customer.key}`)] ?? ''
    const name = `${pick(first)} ${pick(family)}`
    const mail = role === 'employee' ? mailOf(name, customer.domain) : `contas@${customer.domain}`
    yield [
      customer.tenant,
      random.guid(`${role} ${customer.key}`),
      name,
      mail,
      account.partner,
      role,
      customer.language,
    ]
  }
}

const mailOf = (name: string, domain: string): string =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')}@${domain}`
