import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type Got, openApi } from './support/open-api.ts'
import { adega, fillApi, serra } from './support/some-records.ts'

let api: Api
let key: string
beforeAll(async () => {
  api = await openApi()
  await fillApi(api.documents)
  key = await api.key('books', ['billing-admin'])
})
afterAll(async () => {
  expect(api.faults).toEqual([])
  await api.close()
})

const get = (path: string): Promise<Got> => api.ask('GET', path, { key })
const nameOf = (item: Record<string, string>): string => [item.id, item.customer, item.day].join(' ')

/** Every item of a list by its links, and how many pages that took. */
async function throughLinks(path: string): Promise<{ names: string[]; pages: number }> {
  const names: string[] = []
  let pages = 0
  for (let next: string | undefined = path; next !== undefined; pages++) {
    const got: Got = await get(next)
    expect(got.status).toBe(200)
    names.push(...got.body.items.map(nameOf))
    const [, link] = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(got.headers.get('link') ?? '') ?? []
    expect(link === undefined).toBe(got.body.next === undefined)
    next = link
  }
  return { names, pages }
}

const lists: [string, number][] = [
  ['/decisions?', 80],
  [`/decisions?customer=${serra.id}`, 40],
  ['/decisions?from=2026-10-30&to=2026-11-03', 10],
  [`/decisions?customer=${adega.id}&from=2026-10-31&to=2026-10-31`, 1],
  [`/decisions?customer=${adega.id}&to=2026-10-09`, 0],
  ['/deliveries?', 7],
  ['/deliveries?state=failed', 3],
  [`/deliveries?state=sent&customer=${serra.id}`, 0],
  [`/deliveries?customer=${adega.id}&from=2026-11-11&to=2026-11-13`, 3],
  ['/tickets?', 5],
  ['/tickets?state=new', 4],
  [`/tickets?customer=${adega.id}&state=new`, 3],
  ['/holds?', 3],
  [`/holds?customer=${serra.id}`, 0],
  ['/promises?', 8],
  ['/promises?state=open', 2],
  [`/promises?customer=${adega.id}&state=broken`, 3],
  ['/suspensions?', 1],
  ['/suspensions?state=restored', 0],
  ['/customers?', 2],
  [`/customers?tenant=${serra.tenant}`, 1],
]

describe.each(lists)('%s', (path, count) => {
  test('has everything exactly once, whatever the size of a page', async () => {
    const whole = (await throughLinks(`${path}&limit=200`.replace('?&', '?'))).names
    expect(whole).toHaveLength(count)
    expect(new Set(whole).size).toBe(count)
    for (const limit of [1, 3, 50]) {
      if (count > 40 && limit === 1) continue
      const { names, pages } = await throughLinks(`${path}&limit=${limit}`.replace('?&', '?'))
      expect(names).toEqual(whole)
      expect(pages).toBeGreaterThanOrEqual(Math.max(1, Math.ceil(count / limit)))
    }
  })
})

test('what is decided while somebody pages neither hides nor doubles what was there', async () => {
  const first = await get('/decisions?limit=35')
  const { decisionMonths } = await import('../../src/collections/decision.ts')
  await api.documents.change(async (unit) => {
    const stored = await unit.get(decisionMonths, `${adega.id}|2026-10`)
    const [some] = Object.values(stored?.data.days ?? {})
    const days = { ...stored?.data.days, '2026-10-01': { ...some!, day: '2026-10-01' as never } }
    unit.put(decisionMonths, `${adega.id}|2026-10`, { ...stored!.data, days }, stored!.revision)
  })
  const { names } = await throughLinks(`/decisions?limit=35&cursor=${first.body.next}`)
  const all = [...first.body.items.map(nameOf), ...names]
  expect(all).toHaveLength(80)
  expect(new Set(all).size).toBe(80)
})

test('a cursor of another list, or of nobody, is refused', async () => {
  const { body } = await get('/decisions?limit=1')
  for (const path of [
    `/decisions?customer=${adega.id}&cursor=${body.next}`,
    `/tickets?cursor=${body.next}`,
    '/tickets?cursor=x',
  ])
    expect([path, (await get(path)).status]).toEqual([path, 400])
  const forged = Buffer.from(JSON.stringify(['["tickets"]', { after: 'nonsense' }])).toString('base64url')
  expect((await get(`/tickets?cursor=${forged}`)).status).toBe(400)
  await fc.assert(
    fc.asyncProperty(fc.base64String({ minLength: 1, maxLength: 80 }), async (text) => {
      expect((await get(`/customers?cursor=${encodeURIComponent(text)}`)).status).toBe(400)
    }),
    { numRuns: 20 },
  )
})

test.each(['0', '201', '-1', '1.5', 'all', '99999999999', ''])('a limit of "%s" is refused', async (limit) => {
  expect((await get(`/tickets?limit=${limit}`)).body.errors[0].at).toBe('query/limit')
})
