import { expect, test } from 'vitest'
import { people, personKey } from '../../src/access/person.ts'
import { peopleImporter as importer } from '../../src/formats/people-csv.ts'
import { faultOf, importText, openStoreWithCustomers, otherPartner, partner, tenant } from './import-text.ts'

const staffTenant = '30000000-0000-4000-8000-000000000001'
const object = '40000000-0000-4000-8000-000000000001'
const header = 'tenant,object_id,name,mail,customer_partner_tenant,roles,language'
const contact = `${tenant},${object},Marta Leal,marta@salinas.example,${partner},billing-contact employee,pt-PT`
const agent = `${staffTenant},${object},Rui Sá,rui@nortada.example,,helpdesk-agent billing-admin,`
const csv = `${header}\n${contact}\n${agent}\n`

test('a good file is taken as it is, and a second time changes nothing', async () => {
  const documents = await openStoreWithCustomers()
  expect(importer.recognises(csv)).toBe(true)
  expect(await importText(documents, importer, csv)).toMatchObject({
    kind: 'imported',
    changes: [{ what: 'people', count: 2 }],
  })
  expect((await documents.get(people, personKey(tenant, object)))?.data).toEqual({
    tenant,
    objectId: object,
    name: 'Marta Leal',
    mail: 'marta@salinas.example',
    customer: `${partner}.${tenant}`,
    roles: ['billing-contact', 'employee'],
    language: 'pt-PT',
  })
  expect((await documents.get(people, personKey(staffTenant, object)))?.data).not.toHaveProperty('customer')
  expect(await importText(documents, importer, csv)).toMatchObject({ kind: 'unchanged', changes: [] })
})

test.each([
  ['a role nobody has', contact.replace('billing-contact', 'boss'), 'roles'],
  ['no role', contact.replace('billing-contact employee', ''), 'roles'],
  ["a partner's role for a customer's person", contact.replace('billing-contact', 'billing-admin'), 'roles'],
  ["a customer's role for the partner's staff", agent.replace('billing-admin', 'billing-contact'), 'roles'],
  ['an object id that is no GUID', contact.replace(object, 'marta'), 'object_id'],
  ['a language Saldo does not speak', contact.replace('pt-PT', 'fr'), 'language'],
  ['no mail address', contact.replace('marta@salinas.example', ''), 'mail'],
  ['a customer that is not known', contact.replace(partner, otherPartner), 'customer_partner_tenant'],
  ['a person twice', `${contact}\n${contact}`, 'object_id'],
])('%s is refused with line, column and remedy, and nobody is taken', async (_, lines, column) => {
  const documents = await openStoreWithCustomers()
  const fault = await faultOf(documents, importer, `${header}\n${lines}\n`)
  expect(fault).toMatchObject({ line: lines.includes('\n') ? 3 : 2, column })
  expect(fault.remedy).toMatch(/\.$/)
  expect((await documents.find(people, { index: 'tenant' })).items).toEqual([])
})
