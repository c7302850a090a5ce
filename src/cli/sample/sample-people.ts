import type { Language } from '../../values/language.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleCustomer } from './sample-customers.ts'
import type { SampleRandom } from './sample-random.ts'

export const peopleColumns = ['tenant', 'object_id', 'name', 'mail', 'customer_partner_tenant', 'roles', 'language']

/** Names and the billing mailbox as they are usual where the customer is. */
const ofCountry: Readonly<Record<string, { first: string; family: string; mailbox: string }>> = {
  PT: {
    first: 'Beatriz Diogo Graça Inês Jorge Lúcia Marta Nuno Rita Tomás',
    family: 'Arruda Brandão Eanes Falcão Leal Moura Nogueira Pires Quintela Sarmento',
    mailbox: 'contas',
  },
  ES: {
    first: 'Alba Elena Hugo Irene Jaime Lola Nerea Pablo Rocío Sergio',
    family: 'Cortés Delgado Escudero Gallego Ibarra Luque Ortiz Pastor Soler Vidal',
    mailbox: 'administracion',
  },
  IE: {
    first: 'Aoife Ciarán Declan Eimear Fergus Maeve Niall Orla Róisín Tadhg',
    family: 'Brennan Casey Doyle Fallon Gallagher Hurley Keane Nolan Quinn Tierney',
    mailbox: 'accounts',
  },
  GB: {
    first: 'Alice Callum Dina Edward Farah George Imogen Oliver Priya Rhys',
    family: 'Atkins Barlow Chandra Ellis Fenwick Hargreaves Mistry Norwood Pike Whitfield',
    mailbox: 'accounts',
  },
  BR: {
    first: 'Adriana Caio Débora Fabiana Gustavo Juliana Luciano Renata Thaís Vinícius',
    family: 'Alencar Barreto Camargo Dutra Farias Lacerda Menezes Peixoto Rezende Teles',
    mailbox: 'financeiro',
  },
}

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
  const names = ofCountry[customer.country]
  if (!names) throw new RangeError(`the sample has no names for ${customer.country}`)
  for (const role of ['billing-contact', 'employee']) {
    const pick = (list: readonly string[]) => list[random.upTo(list.length, `${role} ${list[0]} ${customer.key}`)] ?? ''
    const name = `${pick(names.first.split(' '))} ${pick(names.family.split(' '))}`
    const mail = role === 'employee' ? mailOf(name, customer.domain) : `${names.mailbox}@${customer.domain}`
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
