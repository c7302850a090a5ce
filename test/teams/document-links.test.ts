import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people, personKey } from '../../src/access/person.ts'
import { pdfDocumentImporter } from '../../src/formats/pdf-document.ts'
import { documentAccesses } from '../../src/ledger/document-access.ts'
import { offerings } from '../../src/support/offering.ts'
import { later } from '../../src/values/day.ts'
import type { PagePerson } from '../../src/web/page-person.ts'
import { importText } from '../formats/import-text.ts'
import { ask, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door

beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor(sample)
})
afterAll(async () => {
  await door.close()
  await sample.remove()
})

const contact = (company: string) => somebody(door, 'billing-contact', company)

/** The link that somebody gets for a document they ask for. */
async function linkFor(person: PagePerson, text = 'Send me the PDF of the October invoice', locale = 'en-GB') {
  const replies = await ask(door, person, text, { locale })
  const link = /https?:\/\/\S+/.exec(replies.at(-1)?.text ?? '')?.[0]
  if (!link) throw new Error(`no link in ${JSON.stringify(replies)}`)
  return link
}

/** What was kept of one person's fetching. */
async function noted({ objectId }: PagePerson) {
  const { items } = await door.documents.find(documentAccesses, { index: 'at' })
  return items.map(({ data }) => data).filter((access) => access.objectId === objectId)
}

async function open(address: string, language = 'es') {
  const response = await fetch(address, { headers: { 'accept-language': language } })
  return { status: response.status, type: response.headers.get('content-type'), headers: response.headers, response }
}

const body = async (address: string, language?: string) => (await open(address, language)).response.text()

test('the answer says what it is, the link leads to a page that says whose it is, and the page to the file', async () => {
  const person = contact('Ballykeel')
  const [said, way] = await ask(door, person, 'Send me the PDF of the October invoice')
  expect(said?.text).toContain('Here is the billing statement for NOR-2026-0062')
  expect(said?.text).toContain('not a tax document')
  expect(way?.text).toContain('15 minutes')
  const link = await linkFor(person)
  const page = await open(link)
  expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8'])
  const html = await page.response.text()
  expect(html).toContain('<h1>Billing statement NOR-2026-0062</h1>')
  expect(html).toContain(`Made for ${person.name}, Ballykeel Foods Ltd.`)
  expect(html).toContain('PT50 0002 0123 1234 5678 9015 4')
  expect(html).toContain('<svg')
  const [, address] = /<a href="([^"]+)"/.exec(html) ?? []
  const file = await open(new URL(address ?? '', door.url).href)
  expect([file.status, file.type]).toEqual([200, 'application/pdf'])
  expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''Billing%20statement%20NOR-2026-0062.pdf")
  expect((await file.response.text()).startsWith('%PDF-1.7')).toBe(true)
  for (const { headers } of [page, file]) {
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('a link works again until it expires; each fetching is kept by ids, looking at the page is not', async () => {
  const person = contact('Peña Clara')
  const link = await linkFor(person)
  await open(link)
  for (let time = 0; time < 2; time++) expect((await open(`${link}/file`)).status).toBe(200)
  const kept = await noted(person)
  expect(kept).toHaveLength(2)
  expect(kept[0]).toMatchObject({
    tenant: person.tenant,
    objectId: person.objectId,
    way: 'link',
    outcome: 'handed-over',
  })
  expect(JSON.stringify(kept)).not.toMatch(/Peña|Bodegas|NOR-|@/)
  expect(JSON.stringify(door.log)).not.toMatch(/Peña|Bodegas|NOR-2026/)
})

test('the page is in the language of the conversation, names and all kinds of letters as they are', async () => {
  const html = await body(await linkFor(contact('Ipê Amarelo'), 'me manda o PDF da fatura de outubro', 'pt-BR'))
  expect(html).toContain('<html lang="pt-BR">')
  expect(html).toContain('Demonstrativo de cobrança')
  expect(html).toContain('Pix Copia e Cola')
  expect(html).toMatch(/00020126\d+br\.gov\.bcb\.pix/)
})

test('the certified document is handed over as it came in, once it stands beside the bill', async () => {
  const person = contact('Aurora')
  const pdf = Buffer.from('%PDF-1.4 \u00e1 as the software made it\n%%EOF\n')
  await importText(door.documents, pdfDocumentImporter, pdf, { file: 'NOR_2026-0058.pdf' })
  const [said] = await ask(door, person, 'Send me the PDF of the October invoice')
  expect(said?.text).toContain('Here is the original document for NOR-2026-0058')
  const link = await linkFor(person)
  expect(await body(link)).toContain('<h1>Original document NOR-2026-0058</h1>')
  const file = await open(`${link}/file`)
  expect(file.headers.get('content-disposition')).toContain('NOR_2026-0058.pdf')
  expect(Buffer.from(await file.response.arrayBuffer())).toEqual(pdf)
})

test('where the partner gives no statements there is no document, and the answer says whom to ask', async () => {
  const { items } = await door.documents.find(offerings, { index: 'partner' })
  await door.documents.change(async (unit) => {
    for (const { id, data, revision } of items) unit.put(offerings, id, { ...data, noStatementsIn: ['PT'] }, revision)
  })
  const without = await ask(door, contact('Mondego'), 'Send me the PDF of the October invoice')
  expect(without).toHaveLength(1)
  expect(without[0]?.text).toContain('is not available here')
  expect(without[0]?.text).toContain('@nortada.example')
  expect(await ask(door, contact('Ballykeel'), 'Send me the PDF of the October invoice')).toHaveLength(2)
})

describe('a link opens nothing', () => {
  test('once it has expired, and says so in its own language', async () => {
    const link = await linkFor(contact('Ipê Amarelo'), 'me manda o PDF da fatura de outubro', 'pt-BR')
    const now = door.clock.now()
    door.clock.set(later(now, 15 * 60_000 - 1000))
    expect((await open(`${link}/file`)).status).toBe(200)
    door.clock.set(later(now, 15 * 60_000))
    for (const address of [link, `${link}/file`]) {
      const { status, response } = await open(address, 'en')
      expect(status).toBe(410)
      expect(await response.text()).toContain('Este link expirou')
    }
    door.clock.set(now)
    expect((await noted(contact('Ipê Amarelo'))).map(({ outcome }) => outcome).sort()).toEqual([
      'expired',
      'expired',
      'handed-over',
    ])
  })

  test('that was changed, cut off or made up, and says so in the browser’s language', async () => {
    const token = (await linkFor(contact('Ballykeel'))).split('/').at(-1) ?? ''
    const [head = '', claims = '', signature = ''] = token.split('.')
    const other = contact('Harrow')
    const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), objectId: other.objectId }
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const forged = [
      // Somebody else's name on it, no signature needed, another signature, a piece of it, nothing.
      `${head}.${encoded(changed)}.${signature}`,
      `${encoded({ alg: 'none' })}.${claims}.`,
      `${head}.${claims}.${'A'.repeat(signature.length)}`,
      token.slice(0, -10),
      'nonsense',
      '',
    ]
    for (const each of forged) {
      const { status, response } = await open(`${door.url}/documents/${each}`, 'fr, es-MX;q=0.9')
      expect(status, each).toBe(403)
      expect(await response.text()).toContain('Este enlace no es válido')
    }
  })

  test('to a person who may no longer see the figures', async () => {
    const person = contact('Harrow')
    const link = await linkFor(person)
    const id = personKey(person.tenant, person.objectId)
    await door.documents.change(async (unit) => {
      const stored = await unit.get(people, id)
      if (stored) unit.put(people, id, { ...stored.data, roles: ['employee'] }, stored.revision)
    })
    for (const address of [link, `${link}/file`]) expect((await open(address)).status).toBe(403)
    expect(await body(link)).toContain('This document is not available to you')
    expect(await body(link)).not.toContain('NOR-')
    expect((await noted(person)).every(({ outcome }) => outcome === 'refused')).toBe(true)
  })
})

test('who may see no figures gets no document', async () => {
  const person = somebody(door, 'employee')
  const replies = await ask(door, person, 'Send me the PDF of the October invoice')
  expect(JSON.stringify(replies)).not.toMatch(/documents\/|NOR-2026/)
})

test('staff get the document of the customer they name, and a sales agent none', async () => {
  const text = 'Send me the PDF of the October invoice of Ballykeel Foods Ltd'
  const [, way] = await ask(door, somebody(door, 'helpdesk-agent'), text)
  expect(await body(/https?:\/\/\S+/.exec(way?.text ?? '')?.[0] ?? '')).toContain('NOR-2026-0062')
  expect(JSON.stringify(await ask(door, somebody(door, 'sales-agent'), text))).not.toContain('/documents/')
})
