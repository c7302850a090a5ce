import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { importers } from '../../src/cli/importers.ts'
import { writeSample } from '../../src/cli/sample/write-sample.ts'
import { helpdeskImporter } from '../../src/formats/account-yaml.ts'
import { helpdeskOf, helpdesks } from '../../src/support/helpdesk.ts'
import { day } from '../../src/values/day.ts'
import { partnerId } from '../../src/values/ids.ts'
import { faultOf, importText, openStore, otherPartner, partner } from './import-text.ts'

const helpdesk = `# saldo helpdesk
partner: ${partner}
language: es
contact: { name: Service Desk, mail: desk@nortada.example, phone: "+351 210 000 000" }
billing: direct
holds:
  premier: {}
  advanced: { responseTimes: { A: 60, B: 120, source: contract 4711 } }
  signature: { by: gold, cloudCompetency: true }
queues:
  - { name: billing }
  - { name: technical, agents: [helena.barros@nortada.example] }
  - { name: azure }
boundaries:
  azure: { partnerFirst: [Ask the cloud team.], evidence: { technical: [error, resource] } }
---
partner: ${otherPartner}
contact: { name: Atendimento, mail: desk.br@nortada.example, phone: "+55 11 5550 0143" }
billing: indirect-reseller
provider: Cruzeiro Distribuidora
`

test('a helpdesk of two accounts is taken as it was written, and a second time changes nothing', async () => {
  const documents = await openStore()
  expect(importers.find((each) => each.recognises(helpdesk))).toBe(helpdeskImporter)
  const report = await importText(documents, helpdeskImporter, helpdesk)
  expect(report).toMatchObject({ kind: 'imported', changes: [{ what: 'helpdesks', count: 2 }] })
  const [written] = parseAllDocuments(helpdesk).map((document) => document.toJS())
  const stored = (await documents.get(helpdesks, partner))?.data
  expect(stored).toEqual({
    ...written,
    holds: { ...written.holds, signature: { by: 'gold', cloudCompetency: 'true' } },
  })
  expect(await helpdeskOf(documents, partnerId(partner))).toEqual({
    ...written,
    holds: { ...written.holds, signature: { by: 'gold', cloudCompetency: true } },
  })
  expect(await importText(documents, helpdeskImporter, helpdesk)).toMatchObject({ kind: 'unchanged' })
})

test('what is left out: English, two queues, and nothing held', async () => {
  const documents = await openStore()
  await importText(documents, helpdeskImporter, helpdesk)
  expect(await helpdeskOf(documents, partnerId(otherPartner))).toMatchObject({
    language: 'en',
    queues: [{ name: 'billing' }, { name: 'technical' }],
    holds: {},
  })
  expect(await helpdeskOf(await openStore(), partnerId(partner))).toBeUndefined()
})

test.each([
  ['a billing model that there is not', ['billing: direct', 'billing: sometimes'], 5, 'billing', /direct/],
  ['a reseller without its provider', ['provider: Cruzeiro Distribuidora\n', ''], 17, 'provider', /Name the indirect/],
  ['a provider of a direct-bill partner', ['billing: direct', 'billing: direct\nprovider: X'], 6, 'provider', /Leave/],
  ['no minutes', ['A: 60, B: 120, ', ''], 8, 'holds.advanced.responseTimes', /minutes of at least one/],
  ['minutes without a source', [', source: contract 4711', ''], 8, 'holds.advanced.responseTimes.source', /./],
  ['minutes that are no number', ['A: 60', 'A: soon'], 8, 'holds.advanced.responseTimes.A', /number/],
  ['a membership that there is not', ['by: gold', 'by: bronze'], 9, 'holds.signature.by', /gold/],
  ['no queue for billing', ['- { name: billing }\n  ', ''], 11, 'queues', /Add the queue billing/],
  ['a queue twice', ['{ name: azure }', '{ name: billing }'], 13, 'queues.2.name', /once/],
  ['a queue with blanks', ['{ name: azure }', '{ name: Azure team }'], 13, 'queues.2.name', /lower case/],
  ['a contact without a telephone', [', phone: "+351 210 000 000"', ''], 4, 'contact.phone', /./],
  ['no mail address', ['desk@nortada.example', 'desk'], 4, 'contact.mail', /mail address/],
  ['a service that there is not', ['  azure: {', '  aws: {'], 15, undefined, /./],
  [
    'evidence that there is not',
    ['[error, resource]', '[error, gossip]'],
    15,
    'boundaries.azure.evidence.technical.1',
    /./,
  ],
  ['an unknown field', ['language: es', 'languages: es'], 3, undefined, /languages/],
] as const)('%s is refused with line and remedy, and nothing is taken', async (_, [from, to], line, column, remedy) => {
  const documents = await openStore()
  const fault = await faultOf(documents, helpdeskImporter, helpdesk.replace(from, to))
  expect(fault).toMatchObject({ line, ...(column && { column }) })
  expect(fault.remedy).toMatch(remedy)
  expect(fault.remedy).toMatch(/\.$/)
  expect(await documents.get(helpdesks, partner)).toBeUndefined()
})

test('the sample’s helpdesks import: one holds a support plan, one goes through its provider and holds nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-sample-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await writeSample(folder, { today: day('2026-11-22'), customers: 3, months: 1 })
  const documents = await openStore()
  const content = readFileSync(join(folder, 'helpdesk.yaml'))
  expect(await importText(documents, helpdeskImporter, content)).toMatchObject({ kind: 'imported', records: 2 })
  const { items } = await documents.find(helpdesks, { index: 'partner' })
  const both = await Promise.all(items.map(({ id }) => helpdeskOf(documents, partnerId(id))))
  expect(both.find((each) => each?.billing === 'direct')?.holds.advanced?.responseTimes?.A).toBe(60)
  expect(both.find((each) => each?.billing === 'indirect-reseller')).toMatchObject({
    provider: expect.stringMatching(/\w/),
    holds: {},
  })
})
