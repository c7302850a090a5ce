import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/access/change-people.ts'
import { endNotice, type NoticeOutcome, type NoticeToPost, postNotice } from '../../src/support/change-notices.ts'
import { allNotices, noticesFor, noticeText } from '../../src/support/service-notice.ts'
import { instant } from '../../src/values/day.ts'
import { objectId, partnerId, tenantId } from '../../src/values/ids.ts'
import { openStore, otherPartner, partner as partnerText } from '../formats/import-text.ts'

const partner = partnerId(partnerText)
const at = (time: string) => instant(`2026-11-23T${time}:00Z`)
const operator: Actor = { kind: 'operator', name: 'operator ana' }
const outlook: NoticeToPost = {
  partner,
  services: ['microsoft-365'],
  products: ['Outlook', 'Exchange Online'],
  from: at('09:00'),
  texts: { en: 'Outlook is slow.' },
  incident: 'EX25194',
}
const post = (documents: Parameters<typeof postNotice>[0], over: Partial<NoticeToPost> = {}, now = at('10:00')) =>
  postNotice(documents, { ...outlook, ...over }, { by: operator, now })
const idOf = (outcome: NoticeOutcome) => ('notice' in outcome ? outcome.notice.id : '')
const ask = { partner, service: 'microsoft-365', now: at('10:00') } as const

describe('posting a notice', () => {
  test('twice is one notice', async () => {
    const documents = await openStore()
    expect(await post(documents)).toMatchObject({ kind: 'posted', notice: { postedBy: 'operator ana' } })
    expect(await post(documents, { products: ['Exchange Online', 'Outlook'] }, at('11:00'))).toMatchObject({
      kind: 'unchanged',
    })
    const [first, ...more] = await allNotices(documents, partner)
    expect(first).toMatchObject({ postedAt: at('10:00') })
    expect(more).toEqual([])
  })

  test('at once is one notice', async () => {
    const documents = await openStore()
    const kinds = (await Promise.all([1, 2, 3, 4].map(() => post(documents)))).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['posted', 'unchanged', 'unchanged', 'unchanged'])
  })

  test('of the same incident says anew what it says, and who did that', async () => {
    const documents = await openStore()
    await post(documents)
    const texts = { en: 'Outlook is better.' }
    const changed = await post(documents, { texts }, at('11:00'))
    expect(changed).toMatchObject({
      kind: 'changed',
      notice: { texts, postedAt: at('10:00'), changed: { at: at('11:00') } },
    })
    expect(await allNotices(documents, partner)).toHaveLength(1)
  })

  test('without an incident goes by service, product and when it began', async () => {
    const documents = await openStore()
    const none = { incident: undefined }
    await post(documents, none)
    await post(documents, none)
    await post(documents, { ...none, from: at('09:01') })
    await post(documents, { ...none, products: ['Teams'] })
    expect(await allNotices(documents, partner)).toHaveLength(3)
  })

  test('that ends before it begins is refused', async () => {
    const documents = await openStore()
    const refused = { kind: 'refused', reason: 'ends-before-it-begins' }
    expect(await post(documents, { until: at('09:00') })).toEqual(refused)
    expect(await post(documents, { until: at('09:01') })).toMatchObject({ kind: 'posted' })
  })

  test.each([
    ['helpdesk-agent', true],
    ['admin-agent', true],
    ['sales-agent', false],
    ['user-management-admin', false],
  ] as const)('by a %s: %s', async (role, allowed) => {
    const documents = await openStore()
    const key = { tenant: tenantId(partner), objectId: objectId(partner) }
    const tools = { by: { kind: 'partner', key, roles: [role] } as const, now: at('10:00') }
    expect((await postNotice(documents, outlook, tools)).kind).toBe(allowed ? 'posted' : 'refused')
    const id = idOf(await post(documents))
    expect((await endNotice(documents, id, tools)).kind).toBe(allowed ? 'ended' : 'refused')
  })
})

describe('ending a notice', () => {
  test('twice ends it once, and nobody hears of it again', async () => {
    const documents = await openStore()
    const id = idOf(await post(documents))
    expect(await endNotice(documents, id, { by: operator, now: at('12:00') })).toMatchObject({ kind: 'ended' })
    const again = await endNotice(documents, id, { by: operator, now: at('13:00') })
    expect(again).toMatchObject({ kind: 'unchanged', notice: { until: at('12:00') } })
    expect(await noticesFor(documents, { ...ask, now: at('12:00') })).toEqual([])
  })

  test('that is posted again is current again', async () => {
    const documents = await openStore()
    const id = idOf(await post(documents))
    await endNotice(documents, id, { by: operator, now: at('12:00') })
    expect(await post(documents, {}, at('14:00'))).toMatchObject({ kind: 'changed' })
    expect(await noticesFor(documents, { ...ask, now: at('14:00') })).toHaveLength(1)
  })

  test('that nobody posted is refused', async () => {
    expect(await endNotice(await openStore(), 'x', { by: operator, now: at('12:00') })).toMatchObject({
      reason: 'unknown-notice',
    })
  })
})

describe('the notices for a question', () => {
  test.each([
    ['before it begins', '08:59', 0],
    ['when it begins', '09:00', 1],
    ['before it ends', '10:59', 1],
    ['when it ends', '11:00', 0],
  ])('%s', async (_, time, count) => {
    const documents = await openStore()
    await post(documents, { until: at('11:00') })
    expect(await noticesFor(documents, { ...ask, now: at(time) })).toHaveLength(count)
  })

  test.each([
    ['outlook', 1],
    ['Outlook on the web', 1],
    ['Exchange Online (Plan 1)', 1],
    ['Exchange', 1],
    ['Teams', 0],
    ['Outlooks', 0],
    [undefined, 1],
  ])('about %s', async (product, count) => {
    const documents = await openStore()
    await post(documents)
    expect(await noticesFor(documents, { ...ask, product })).toHaveLength(count)
  })

  test('are the service’s and the account’s alone, those first that began last', async () => {
    const documents = await openStore()
    await post(documents)
    await post(documents, { incident: 'MO1234', products: undefined, from: at('09:30') })
    await post(documents, { incident: 'AZ1234', services: ['azure'] })
    await post(documents, { partner: partnerId(otherPartner) })
    const found = await noticesFor(documents, { ...ask, product: 'Outlook' })
    expect(found.map(({ incident }) => incident)).toEqual(['MO1234', 'EX25194'])
    expect(await noticesFor(documents, { ...ask, service: 'marketplace' })).toEqual([])
  })
})

test.each([
  ['es', { es: 'a', en: 'b' }, 'es'],
  ['es', { 'pt-PT': 'a', en: 'b' }, 'en'],
  ['pt-BR', { 'pt-PT': 'a', en: 'b' }, 'pt-PT'],
  ['pt-PT', { 'pt-BR': 'a', es: 'b' }, 'pt-BR'],
  ['en', { es: 'a' }, 'es'],
] as const)('whoever reads %s gets the nearest of the languages there are', (language, texts, read) => {
  expect(noticeText({ texts }, language).language).toBe(read)
})
