import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Door, openDoor, sampleFolder } from '../teams/support/open-door.ts'
import { browserless, openBrowser, openPage } from './support/open-browser.ts'

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  sample = await sampleFolder()
  door = await openDoor(sample)
})
afterAll(async () => {
  await browser?.close()
  await door?.close()
  await sample?.remove()
})

type Item = { on: string; kind: string; customer?: string; amounts?: { amount: string; currency: string }[] }
type Calendar = { today: string; allowed: boolean; reachable: boolean; items: Item[]; opens: Record<string, string> }

const personOf = (mail: string) => {
  const found = door.people.find((person) => person.mail === mail)
  if (!found) throw new Error(`nobody has ${mail}`)
  return found
}

async function calendarOf(mail: string): Promise<Calendar> {
  const { tenant, objectId } = personOf(mail)
  const response = await fetch(`${door.url}/page/calendar?${new URLSearchParams({ tenant, objectId })}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Calendar
}

test('a billing contact is shown what comes for the own company, and nobody else’s', async () => {
  const { today, allowed, reachable, items } = await calendarOf('administracion@robledal.example')
  expect({ today, allowed, reachable }).toEqual({ today: '2026-11-22', allowed: true, reachable: false })
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['message', 'warning', 'due', 'notice', 'proposal']))
  expect(items.filter(({ customer }) => customer !== undefined)).toEqual([])
  expect(items.map(({ on }) => on)).toEqual(items.map(({ on }) => on).sort())
  const currencies = items.flatMap(({ amounts = [] }) => amounts.map(({ currency }) => currency))
  expect(new Set(currencies)).toEqual(new Set(['EUR']))
})

test('a day on which somebody is written to has its first hour, a Sunday has none', async () => {
  const { opens } = await calendarOf('administracion@robledal.example')
  expect(opens['2026-11-23']).toBe('2026-11-23T08:00:00.000Z')
  expect(opens['2026-11-29']).toBeUndefined()
})

test('other employees are shown nothing of the company', async () => {
  expect(await calendarOf('irene.ibarra@robledal.example')).toMatchObject({ allowed: false, items: [], opens: {} })
})

test('a billing admin is shown all customers, and when Microsoft is to be paid', async () => {
  const { items } = await calendarOf('bruno.matos@nortada.example')
  expect(new Set(items.map(({ customer }) => customer)).size).toBeGreaterThan(8)
  expect(items.filter(({ kind }) => kind === 'payable')).toHaveLength(2)
  expect(items.filter(({ kind }) => kind === 'at-risk')).toHaveLength(2)
})

test('who may not see costs is shown nothing of Microsoft’s invoices', async () => {
  for (const mail of ['helena.barros@nortada.example', 'sara.vilaca@nortada.example']) {
    const { items } = await calendarOf(mail)
    expect(items.filter(({ kind }) => kind === 'payable' || kind === 'at-risk')).toEqual([])
  }
})

test('somebody without a valid id is refused', async () => {
  const response = await fetch(`${door.url}/page/calendar?tenant=x&objectId=y`)
  expect(response.status).toBe(400)
})

describe.skipIf(browserless.skipped)(`the calendar of the try-out page in Chromium${browserless.why}`, () => {
  beforeAll(async () => {
    browser = await openBrowser()
  })

  const open = (width: number, height: number): Promise<Page> =>
    openPage(browser, { url: door.url, width, height, complaints })

  async function become(page: Page, company: string): Promise<void> {
    if (await page.locator('#people-open .chevron').isVisible()) await page.click('#people-open')
    await page.fill('#search', company)
    await page.locator('.group', { hasText: company }).waitFor()
    await page
      .locator('.person', { hasText: /Cont|Billing/ })
      .first()
      .click()
    await page.selectOption('#language', 'en')
  }

  test('a chosen day moves the clock, and what is due then arrives in the chat', async () => {
    const page = await open(1500, 900)
    await become(page, 'Robledal')
    await page.click('#calendar')
    await page.getByText('Reminders go to people who have written to Saldo before').waitFor()
    await page.keyboard.press('Escape')
    await page.fill('#message', 'Hello')
    await page.keyboard.press('Enter')
    await page.locator('.theirs').first().waitFor()
    await page.click('#calendar')
    await expect.poll(() => page.locator('.calendar-hint').count()).toBe(0)
    const first = page.locator('.calendar-day:has(.mark.message)').first()
    const day = await first.getAttribute('data-day')
    expect(await first.getAttribute('aria-label')).toMatch(/: .*Reminder/)
    await first.click()
    await expect.poll(() => page.locator('.calendar-day[aria-current="date"]').getAttribute('data-day')).toBe(day)
    expect(door.clock.now().slice(0, 10)).toBe(day)
    await page.locator('.card', { hasText: 'NOR-2026-0050' }).waitFor({ timeout: 10_000 })
    // Chosen by keyboard or not, the place is kept.
    expect(await page.evaluate('document.activeElement.dataset.day')).toBe(day)
    expect(await page.locator('.calendar-day:disabled').count()).toBeLessThan(7)
    await page.context().close()
  })

  test('on a phone it fits, and gives way to the chat once a day is chosen', async () => {
    const page = await open(390, 844)
    await become(page, 'Aurora')
    await page.click('#calendar')
    await page.locator('.agenda h3').first().waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    const panel = await page.locator('#calendar-panel').boundingBox()
    expect(panel && panel.x >= 0 && panel.x + panel.width <= 390 && panel.y + panel.height <= 844).toBe(true)
    const days = await page.locator('.calendar-day').first().boundingBox()
    expect(days?.height).toBeGreaterThanOrEqual(44)
    await page.locator('.agenda-day').first().click()
    await expect.poll(() => page.locator('#calendar-panel').isVisible()).toBe(false)
    await page.context().close()
  })

  test('it says everything in each language', async () => {
    const page = await open(1280, 900)
    await become(page, 'Robledal')
    await page.click('#calendar')
    for (const [language, title, word] of [
      ['pt-PT', 'O que aí vem', 'Lembrete'],
      ['pt-BR', 'O que vem por aí', 'Lembrete'],
      ['es', 'Lo que viene', 'Recordatorio'],
      ['en', 'What comes', 'Reminder'],
    ] as const) {
      await page.evaluate(
        `(() => { const picker = document.getElementById('language'); picker.value = '${language}'; picker.dispatchEvent(new Event('change')) })()`,
      )
      await page.locator('#calendar-title', { hasText: title }).waitFor()
      await page.locator('.coming', { hasText: word }).first().waitFor()
    }
    expect(await page.locator('.agenda').textContent()).not.toMatch(/undefined|null|NaN/)
    await page.context().close()
  })

  test('the browser has nothing to complain about', () => {
    expect(complaints).toEqual([])
  })
})
