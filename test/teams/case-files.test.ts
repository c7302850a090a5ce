import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import restify from 'restify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signCaseFileToken } from '../../src/access/case-file-token.ts'
import { documentKey } from '../../src/access/document-key.ts'
import { signDocumentToken } from '../../src/access/document-token.ts'
import { caseFileDeskOf } from '../../src/conversation/case-file-desk.ts'
import { caseView } from '../../src/conversation/desk/case-view.ts'
import { sweepTurns } from '../../src/conversation/sweep-turns.ts'
import { caseFileContents, caseFileOf, caseFiles, mostBytes } from '../../src/support/case-file.ts'
import { attachCaseFiles } from '../../src/teams/case-file-route.ts'
import { deskCards } from '../../src/teams/desk-cards.ts'
import { isSentFile, takeFile } from '../../src/teams/take-file.ts'
import { type Instant, later } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { deskForTests, now } from '../conversation/support/open-desk.ts'
import { adega, everybody, serra } from '../conversation/support/small-desk.ts'
import { putCase, trailEntry } from './support/small-cases.ts'

const desk = deskForTests()
const { clara } = everybody
const day = 24 * 60 * 60_000

/** Where Teams has people's files: `answer` is what it says next. */
let storage: Server
let answer: RequestListener
let fetched: string[]
const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(async () => {
  storage = createServer((request, response) => {
    fetched.push(`${request.url} ${request.headers.authorization ?? ''}`.trim())
    answer(request, response)
  })
  await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void storage.close())
beforeEach(() => {
  fetched = []
  desk.clock.set(now)
  answer = saying(200, 'hello', { 'content-type': 'text/plain; charset=utf-8' })
})

/** In two steps: restify changes what writeHead gives, everywhere. */
const saying =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }

let deliveries = 0
const download = 'application/vnd.microsoft.teams.file.download.info'
const attached = (downloadUrl: unknown, name: string | undefined = 'erro.txt') => ({
  contentType: download,
  name,
  content: { downloadUrl, uniqueId: 'u', fileType: 'txt' },
})
const take = (
  attachment: Parameters<typeof takeFile>[1]['attachment'],
  over: {
    person?: { tenant: typeof clara.tenant; objectId: typeof clara.objectId }
    activity?: string
    local?: boolean
  } = {},
) => {
  const { person = clara, activity = `a-${++deliveries}`, local = true } = over
  const delivery = { channel: 'msteams', conversation: 'c-1', activity }
  const { tenant, objectId } = person
  const deps = { documents: desk.documents, clock: desk.clock, local }
  return takeFile(deps, { person: { tenant, objectId }, delivery, place: 0, attachment })
}
const taken = async (...sent: Parameters<typeof take>) => {
  const outcome = await take(...sent)
  if (outcome.kind !== 'taken') throw new Error(outcome.why)
  return outcome
}
const url = (path = '/file') => `${addressOf(storage)}${path}`
const bytesOf = async (file: string) =>
  Buffer.from((await desk.documents.get(caseFileContents, file))?.data.base64 ?? '', 'base64')

describe('a file that a customer sends', () => {
  test('is fetched without any token and kept for thirty days, with its name, its kind and its bytes', async () => {
    const { file, name } = await taken(attached(url()))
    expect(name).toBe('erro.txt')
    expect(await caseFileOf(desk.documents, file)).toEqual({
      id: file,
      customer: adega.id,
      name: 'erro.txt',
      mediaType: 'text/plain',
      bytes: 5,
      at: now,
      expires: later(now, 30 * day),
    })
    expect((await bytesOf(file)).toString()).toBe('hello')
    expect(fetched).toEqual(['/file'])
  })

  test('is one file when it is delivered twice, and is fetched once', async () => {
    const first = await taken(attached(url()), { activity: 'same' })
    expect(await take(attached(url()), { activity: 'same' })).toEqual(first)
    expect(fetched).toHaveLength(1)
    // The same delivery of somebody else is another one.
    const other = await taken(attached(url()), { activity: 'same', person: everybody.sofia })
    expect(other.file).not.toBe(first.file)
    expect((await caseFileOf(desk.documents, other.file))?.customer).toBe(serra.id)
  })

  test.each([
    ['C:\\Users\\clara\\erro.txt', 'erro.txt'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nset-cookie: x\u202E.txt', 'aset-cookie: x.txt'],
    ['  ', 'file'],
    [`${'n'.repeat(300)}.txt`, 'n'.repeat(200)],
  ])('called %j is called %j', async (given, name) => {
    expect((await taken(attached(url(), given))).name).toBe(name)
  })

  test.each([
    ['https://contoso.sharepoint.com.evil.example/f', 'host'],
    ['https://sharepoint.com.evil.example/f', 'host'],
    ['https://evil.example/?x=contoso.sharepoint.com', 'host'],
    ['http://contoso.sharepoint.com/f', 'host'],
    ['https://contoso.sharepoint.com:8443/f', 'host'],
    ['https://user:secret@contoso.sharepoint.com/f', 'host'],
    ['https://169.254.169.254/latest/meta-data', 'host'],
    ['http://127.0.0.1:1/f', 'host'],
    ['file:///etc/passwd', 'host'],
    ['not an address', 'unreadable'],
    [42, 'unreadable'],
  ])('connected, from %s is refused: %s', async (address, why) => {
    expect(await take(attached(address), { local: false })).toEqual({ kind: 'refused', why })
  })

  test('in local mode comes from this machine alone', async () => {
    expect(await take(attached('https://contoso.sharepoint.com/f'))).toEqual({ kind: 'refused', why: 'host' })
  })

  test.each([
    ['a byte less than ten mebibytes', mostBytes - 1, 'taken'],
    ['ten mebibytes', mostBytes, 'taken'],
    ['a byte more', mostBytes + 1, 'refused'],
  ])('of %s is %s', async (_, size, kind) => {
    // In pieces, so that nothing says the length before.
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/zip' })
      response.write(Buffer.alloc(size - 1))
      response.end('x')
    }
    const outcome = await take(attached(url()))
    expect(outcome).toMatchObject(kind === 'taken' ? { kind } : { kind, why: 'too-large' })
    if (outcome.kind === 'taken') expect(await bytesOf(outcome.file)).toHaveLength(size)
  })

  test.each([
    ['that is not there', saying(404, 'no')],
    ['that leads elsewhere', saying(302, '', { location: '/other' })],
    ['that breaks off', (request) => request.socket.destroy()],
  ] as [string, RequestListener][])('%s is refused', async (_, says) => {
    answer = says
    expect(await take(attached(url()))).toEqual({ kind: 'refused', why: 'failed' })
    expect(fetched).toEqual(['/file'])
  })

  test('of strangers and of the partner’s staff is not even fetched', async () => {
    for (const person of [everybody.stranger, everybody.helena])
      expect(await take(attached(url()), { person })).toEqual({ kind: 'refused', why: 'no-customer' })
    expect(fetched).toEqual([])
  })

  test('pasted as a picture is refused: only the bot’s own token would get it', async () => {
    const picture = { contentType: 'image/png', content: { downloadUrl: url() } }
    expect(await take(picture)).toEqual({ kind: 'refused', why: 'picture' })
    expect(fetched).toEqual([])
  })

  test.each([
    [download, true],
    ['image/*', true],
    ['text/html', false],
    ['application/vnd.microsoft.card.adaptive', false],
  ])('an attachment of the kind %s: %s', (contentType, is) => expect(isSentFile({ contentType })).toBe(is))
})

describe('the link to a file', () => {
  let door: restify.Server
  const caseFileDesk = () =>
    caseFileDeskOf({
      documents: desk.documents,
      clock: desk.clock,
      newId: () => 'secret-part',
      publicUrl: () => addressOf(door.server as Server),
    })
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => faults.push(fields) }
  let faults: object[]
  beforeAll(async () => {
    door = restify.createServer({ name: 'test' })
    attachCaseFiles(door, { caseFiles: caseFileDesk(), log })
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => door.close())
  beforeEach(() => {
    faults = []
  })
  afterEach(() => expect(faults).toEqual([]))

  const linkTo = async (file: string) => (await caseFileDesk().link(file)) ?? ''
  const open = async (address: string, language = 'es') => {
    const response = await fetch(address, { headers: { 'accept-language': language } })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  test('hands it over to be saved, and lets a browser run nothing of it', async () => {
    const { file } = await taken(attached(url(), 'relatório “final” (1).txt'))
    const { status, headers, text } = await open(await linkTo(file))
    expect([status, text]).toEqual([200, 'hello'])
    expect(headers.get('content-type')).toBe('text/plain')
    expect(headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''relat%C3%B3rio%20%E2%80%9Cfinal%E2%80%9D%20%281%29.txt",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test.each([
    ['text/html', 'application/octet-stream'],
    ['application/xhtml+xml', 'application/octet-stream'],
    ['image/svg+xml', 'application/octet-stream'],
    ['text/xml', 'application/octet-stream'],
    ['text/javascript', 'application/octet-stream'],
    ['text/html\r\nx: y', 'application/octet-stream'],
    ['', 'application/octet-stream'],
    ['application/pdf', 'application/pdf'],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ])('of the kind %j hands it over as %s, to be saved', async (mediaType, given) => {
    const plain = mediaType.split('\r')[0] ?? ''
    answer = saying(200, '<script>1</script>', plain ? { 'content-type': plain } : {})
    const { headers } = await open(await linkTo((await taken(attached(url()))).file))
    expect(headers.get('content-type')).toBe(given)
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  test('works for a day and then says how to get another one', async () => {
    const { file } = await taken(attached(url()))
    const link = await linkTo(file)
    desk.clock.set(later(now, day - 1000))
    expect((await open(link)).status).toBe(200)
    desk.clock.set(later(now, day + 1000))
    const { status, text } = await open(link)
    expect(status).toBe(410)
    expect(text).toContain('Este enlace ha caducado')
    expect((await open(link, 'pt-BR,en;q=.5')).text).toContain('Este link expirou')
    expect((await open(await linkTo(file))).status).toBe(200)
  })

  test('is refused where it was made up, changed, or made for something else', async () => {
    const { file } = await taken(attached(url()))
    const key = await documentKey(desk.documents, () => 'secret-part')
    const soon = later(now, day)
    const other = await signCaseFileToken(new TextEncoder().encode('another secret of theirs, long enough'), file, soon)
    const { tenant, objectId } = clara
    const claims = { id: file, tenant, objectId, invoice: 'a-1' as InvoiceId, language: 'en' as const }
    const document = await signDocumentToken(key, 'link', claims, soon)
    const good = (await linkTo(file)).split('/').at(-1) ?? ''
    const [head, body, signature] = good.split('.')
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: file, aud: 'case-file', exp: 9e9 })).toString(
      'base64url',
    )
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    for (const token of [
      other,
      document,
      `${head}.${changed}.${signature}`,
      `${none}.${body}.`,
      `${head}.${body}`,
      'x',
      '',
      '..%2f..%2fetc',
    ]) {
      const { status, text } = await open(`${addressOf(door.server as Server)}/case-files/${token}`)
      expect([token, status]).toEqual([token, 403])
      expect(text).not.toContain('hello')
    }
  })

  test('leads nowhere once the file had its time, swept or not', async () => {
    const { file } = await taken(attached(url()))
    const gone = later(now, 30 * day)
    desk.clock.set(gone)
    const link = await linkTo(file)
    expect((await open(link)).status).toBe(410)
    await sweepTurns(desk.documents, gone)
    expect((await open(link)).text).toContain('Este archivo ya no se conserva')
    expect(await desk.documents.get(caseFiles, file)).toBeUndefined()
    expect(await desk.documents.get(caseFileContents, file)).toBeUndefined()
  })

  test('is in the thread and, fresh, on the card of the case, as long as the file is kept', async () => {
    const { file, name } = await taken(attached(url()))
    const foreign = await taken(attached(url(), 'outro.txt'), { person: everybody.sofia })
    const sent = [file, foreign.file].map((to) => trailEntry({ what: 'filed', id: to, to, text: name }))
    await putCase(desk.documents, { ticket: { trail: sent }, deskLanguage: 'en' })
    const to = {
      kind: 'talk',
      channel: 'msteams',
      serviceUrl: 'https://x.example/',
      conversation: 'c',
      tenant: 't',
    } as const
    const shown = async (content: Parameters<ReturnType<typeof deskCards>>[0], publicUrl = true) => {
      const links = publicUrl ? caseFileDesk() : { ...caseFileDesk(), link: async () => undefined }
      return JSON.stringify(
        await deskCards({ documents: desk.documents, clock: desk.clock, caseFiles: links })(content, to),
      )
    }
    const card = { kind: 'case-card', ticket: 'T-1042' } as const
    const post = { kind: 'file', by: 'Clara', file, name, language: 'en' } as const
    for (const content of [card, post]) {
      const links = (await shown(content)).match(/http:[^"\\]+\/case-files\/[^"\\]+/g) ?? []
      // Of another customer none, whatever a trail says.
      expect(new Set(links).size).toBe(1)
      expect((await open(links[0] ?? '')).text).toBe('hello')
      expect(await shown(content, false)).toContain('no public address')
    }
    desk.clock.set(later(now, 31 * day))
    expect(await shown(post)).toContain('not kept any more')
    expect(await shown(card)).not.toContain('/case-files/')
    expect((await caseView(desk.documents, 'T-1042', later(now, 31 * day) as Instant))?.files).toEqual([])
  })
})

test('files go thirty days after they came, and not before', async () => {
  const { file } = await taken(attached(url()))
  await sweepTurns(desk.documents, later(now, 30 * day - 1))
  expect(await caseFileOf(desk.documents, file)).toBeDefined()
  await sweepTurns(desk.documents, later(now, 30 * day))
  await sweepTurns(desk.documents, later(now, 30 * day))
  expect(await caseFileOf(desk.documents, file)).toBeUndefined()
})
