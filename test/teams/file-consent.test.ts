import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { people, personKey } from '../../src/access/person.ts'
import { documentAccesses } from '../../src/ledger/document-access.ts'
import { isFileStorage } from '../../src/teams/upload-file.ts'
import { later } from '../../src/values/day.ts'
import type { PagePerson } from '../../src/web/page-person.ts'
import { activityFrom, ask, post, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

type Upload = { method: string; path: string; range: string; length: string; body: Buffer }
type Card = { contentType: string; name: string; contentUrl?: string; content: Record<string, unknown> }

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
/** A person's OneDrive: an upload session that keeps what it is given. */
let drive: Server
let driveUrl: string
let driveAnswers: { status: number; location?: string }
const uploads: Upload[] = []

beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor({ ...sample, uploads: true })
  drive = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { 'content-range': range = '', 'content-length': length = '' } = request.headers
    uploads.push({
      method: request.method ?? '',
      path: request.url ?? '',
      range,
      length,
      body: Buffer.concat(chunks),
    })
    const { status, location } = driveAnswers
    response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) })
    response.end('{}')
  })
  await new Promise<void>((resolve) => drive.listen(0, '127.0.0.1', resolve))
  driveUrl = `http://127.0.0.1:${(drive.address() as AddressInfo).port}`
})
beforeEach(() => {
  uploads.length = 0
  door.connector.sent.length = 0
  driveAnswers = { status: 201 }
})
afterAll(async () => {
  await door.close()
  drive.close()
  await sample.remove()
})

const contact = (company: string) => somebody(door, 'billing-contact', company)
const sent = () =>
  door.connector.sent
    .filter(({ method }) => method === 'POST')
    .map(({ activity }) => activity as { text?: string; attachments?: Card[] })

/** Asks for a document and gives the question that Teams would show. */
async function questionFor(person: PagePerson, more: object = {}): Promise<Card> {
  const text = 'Send me the PDF of the October invoice'
  expect((await post(door, activityFrom(door, person, { text, ...more }))).status).toBe(200)
  const card = sent().at(-1)?.attachments?.[0]
  if (!card) throw new Error(`no card in ${JSON.stringify(sent())}`)
  door.connector.sent.length = 0
  return card
}

const consent = (action: 'accept' | 'decline', context: unknown, uploadUrl = `${driveUrl}/session?id=1`) => ({
  type: 'invoke',
  name: 'fileConsent/invoke',
  text: undefined,
  replyToId: 'sent-2',
  value: {
    type: 'fileUpload',
    action,
    context,
    ...(action === 'accept' && {
      uploadInfo: {
        contentUrl: 'https://contoso-my.sharepoint.com/personal/a/Documents/x.pdf',
        name: 'x.pdf',
        uploadUrl,
        uniqueId: 'unique-1',
        fileType: 'pdf',
      },
    }),
  },
})

const answer = (person: PagePerson, ...args: Parameters<typeof consent>) =>
  post(door, activityFrom(door, person, consent(...args)))

test('the person is asked first; the file goes into their OneDrive once they agree, and a card shows it', async () => {
  const person = contact('Ballykeel')
  const card = await questionFor(person)
  expect(card).toMatchObject({
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name: 'Billing statement NOR-2026-0062.pdf',
    content: { description: expect.stringContaining('OneDrive') },
  })
  expect(uploads).toEqual([])
  const { acceptContext, sizeInBytes } = card.content
  expect(Object.keys(acceptContext as object)).toEqual(['reference'])
  expect((await answer(person, 'accept', acceptContext)).status).toBe(200)
  const [upload] = uploads
  expect(uploads).toHaveLength(1)
  expect(upload).toMatchObject({ method: 'PUT', path: '/session?id=1', length: String(sizeInBytes) })
  expect(upload?.range).toBe(`bytes 0-${Number(sizeInBytes) - 1}/${sizeInBytes}`)
  expect(upload?.body.subarray(0, 8).toString()).toBe('%PDF-1.7')
  const said = sent().find(({ attachments }) => attachments)
  expect(said?.text).toBe('The file is in your OneDrive.')
  expect(said?.attachments?.[0]).toMatchObject({
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    contentUrl: 'https://contoso-my.sharepoint.com/personal/a/Documents/x.pdf',
    content: { uniqueId: 'unique-1', fileType: 'pdf' },
  })
  // The question is taken back.
  expect(door.connector.sent.some(({ method, path }) => method === 'DELETE' && path.endsWith('/sent-2'))).toBe(true)
})

test('agreeing twice, also at once, uploads once and says it once', async () => {
  const person = contact('Ballykeel')
  const { content } = await questionFor(person)
  await Promise.all([1, 2, 3].map(() => answer(person, 'accept', content.acceptContext)))
  await answer(person, 'accept', content.acceptContext)
  expect(uploads).toHaveLength(1)
  expect(sent().filter(({ attachments }) => attachments)).toHaveLength(1)
})

test('who says no hears that nothing was saved, and may still say yes', async () => {
  const person = contact('Ballykeel')
  const { content } = await questionFor(person)
  await answer(person, 'decline', content.declineContext)
  expect(sent()[0]?.text).toContain('nothing was saved')
  expect(uploads).toEqual([])
  await answer(person, 'accept', content.acceptContext)
  expect(uploads).toHaveLength(1)
})

test('nobody else can agree to it', async () => {
  const { content } = await questionFor(contact('Ballykeel'))
  await answer(contact('Harrow'), 'accept', content.acceptContext)
  expect(uploads).toEqual([])
  expect(sent()[0]?.text).toContain('I cannot hand over this document')
})

test('a reference that was made up or is a day old uploads nothing', async () => {
  const person = contact('Ballykeel')
  await answer(person, 'accept', { reference: 'e30.e30.x' })
  expect(sent()[0]?.text).toContain('no longer valid')
  const { content } = await questionFor(person)
  const now = door.clock.now()
  door.clock.set(later(now, 24 * 60 * 60_000))
  await answer(person, 'accept', content.acceptContext)
  door.clock.set(now)
  expect(sent().at(0)?.text).toContain('no longer valid')
  expect(uploads).toEqual([])
})

test('what is signed for an upload opens no page, and a link is no answer to the question', async () => {
  const person = contact('Ballykeel')
  const { content } = await questionFor(person)
  const { reference } = content.acceptContext as { reference: string }
  expect((await fetch(`${door.url}/documents/${reference}`)).status).toBe(403)
  // Who takes all replies at once sees no cards and gets a link.
  const replies = await ask(door, person, 'Send me the PDF of the October invoice')
  const link = /https?:\/\/\S+/.exec(replies.at(-1)?.text ?? '')?.[0] ?? ''
  expect((await fetch(link)).status).toBe(200)
  await answer(person, 'accept', { reference: link.split('/').at(-1) })
  expect(sent()[0]?.text).toContain('no longer valid')
  expect(uploads).toEqual([])
})

test('who may no longer see figures gets nothing, whatever they were asked before', async () => {
  const person = contact('Harrow')
  const { content } = await questionFor(person)
  const id = personKey(person.tenant, person.objectId)
  await door.documents.change(async (unit) => {
    const stored = await unit.get(people, id)
    if (stored) unit.put(people, id, { ...stored.data, roles: ['employee'] }, stored.revision)
  })
  await answer(person, 'accept', content.acceptContext)
  expect(uploads).toEqual([])
  expect(sent()[0]?.text).toContain('I cannot hand over this document')
})

test('a place that does not take the file, or sends it elsewhere, is said, and the person may try again', async () => {
  const person = contact('Peña Clara')
  const { content } = await questionFor(person)
  for (const refusal of [{ status: 503 }, { status: 302, location: `${driveUrl}/elsewhere` }]) {
    driveAnswers = refusal
    door.connector.sent.length = 0
    await answer(person, 'accept', content.acceptContext)
    expect(sent()[0]?.text).toMatch(/could not be saved/)
  }
  expect(uploads.map(({ path }) => path)).not.toContain('/elsewhere')
  driveAnswers = { status: 200 }
  await answer(person, 'accept', content.acceptContext)
  expect(uploads).toHaveLength(3)
  const { items } = await door.documents.find(documentAccesses, { index: 'at' })
  const kept = items.map(({ data }) => data).filter(({ objectId }) => objectId === person.objectId)
  expect(kept).toMatchObject([{ way: 'upload', outcome: 'handed-over' }])
})

test('an address that is not on this machine is refused in local mode', async () => {
  const person = contact('Ballykeel')
  const { content } = await questionFor(person)
  const { status, body } = await answer(person, 'accept', content.acceptContext, 'https://example.com/upload')
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('uploadUrl')])
})

test.each([
  ['https://contoso-my.sharepoint.com/personal/x?sig=1', true],
  ['https://contoso.sharepoint.us/upload', true],
  ['http://contoso.sharepoint.com/upload', false],
  ['https://sharepoint.com.example/upload', false],
  ['https://evilsharepoint.com/upload', false],
  ['https://contoso.sharepoint.com:8443/upload', false],
  ['https://contoso.sharepoint.com@example.com/upload', false],
  ['https://user@contoso.sharepoint.com/upload', false],
  ['https://127.0.0.1/upload', false],
  ['file:///etc/passwd', false],
])('connected, a file to %s: %s', (url, may) => expect(isFileStorage(url, false)).toBe(may))
