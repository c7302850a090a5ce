import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Door, openDoor, sampleFolder } from '../teams/support/open-door.ts'
import { browserless, openBrowser, openPage } from './support/open-browser.ts'

let sample: Awaited<ReturnType<typeof sampleFolder>>
let door: Door
let browser: Browser
/** What the browser complained about: a blocked script, a failed request, an error of the page. */
const complaints: string[] = []

const open = (width: number, height: number): Promise<Page> =>
  openPage(browser, { url: door.url, width, height, complaints })

/** Becomes the billing contact of a company of the sample. */
async function become(page: Page, company: string): Promise<void> {
  if (await page.locator('#people-open .chevron').isVisible()) await page.click('#people-open')
  await page.fill('#search', company)
  await page
    .locator('.person', { hasText: /Cont|Billing/ })
    .first()
    .click()
  await page.selectOption('#language', 'en')
}

async function ask(page: Page, text: string): Promise<void> {
  await page.fill('#message', text)
  await page.keyboard.press('Enter')
}

describe.skipIf(browserless.skipped)(`the try-out page in Chromium${browserless.why}`, () => {
  beforeAll(async () => {
    browser = await openBrowser()
    sample = await sampleFolder()
    door = await openDoor(sample)
  })
  afterAll(async () => {
    await browser?.close()
    await door?.close()
    await sample?.remove()
  })

  test('shows the people of the sample partner, customers by company and staff by role', async () => {
    const page = await open(1280, 800)
    expect(await page.locator('.person').count()).toBe(door.people.length)
    expect(await page.locator('.group').allTextContents()).toEqual(
      expect.arrayContaining(['Ferragens Aurora, Lda', 'Thornfield Surveyors Ltd']),
    )
    await page.context().close()
  })

  test('says what to ask in the language of whoever is chosen, and in the one picked', async () => {
    const page = await open(1280, 800)
    for (const [words, example] of [
      ['Aurora', 'Que faturas estão em aberto?'],
      ['Robledal', '¿Qué facturas están pendientes?'],
      ['Horizonte', 'Quais faturas estão em aberto?'],
      ['Thornfield', 'Which invoices are open?'],
    ] as const) {
      await page.fill('#search', words)
      await page
        .locator('.person', { hasText: /Cont|Billing/ })
        .first()
        .click()
      expect(await page.locator('.examples button').count()).toBe(4)
      expect(await page.locator('.examples button').first().textContent()).toBe(example)
    }
    await page.selectOption('#language', 'es')
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    await page.context().close()
  })

  test.each([
    ['a laptop', 1280, 800],
    ['a phone', 390, 844],
  ])('on %s: a question, its card, a click on a bill, a button, a suggestion', async (_, width, height) => {
    const page = await open(width, height)
    await become(page, 'Aurora')
    await ask(page, 'List all invoices')
    const list = page.locator('.card').first()
    await list.waitFor()
    expect(await list.textContent()).toContain('NOR-2026-0047')
    // Action.Execute: the bill comes as a message of its own.
    await list.getByRole('button', { name: /NOR-2026-0047/ }).click()
    const bill = page.locator('.card').nth(1)
    await bill.waitFor()
    expect(await bill.textContent()).toContain('Microsoft 365 Business Basic')
    await bill.getByRole('button', { name: /pay/i }).first().click()
    await page.getByText(/IBAN/).waitFor()
    await page.locator('.chip').first().click()
    await expect.poll(() => page.locator('.mine').count()).toBe(2)
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    await page.context().close()
  })

  test('a search without a hit says so', async () => {
    const page = await open(1280, 800)
    await page.selectOption('#language', 'en')
    await page.fill('#search', 'zzzz')
    expect(await page.locator('#people-list').textContent()).toBe('Nobody found')
    await page.context().close()
  })

  test('on a phone no button of a card is cut off, and every option of a question has a button', async () => {
    const page = await open(390, 844)
    await become(page, 'Aurora')
    await page.selectOption('#language', 'pt-PT')
    await ask(page, 'Mostra a fatura NOR-2026-0047')
    await page.locator('.card .ac-pushButton').first().waitFor()
    const cutOff = await page.evaluate(`
      [...document.querySelectorAll('.card .ac-pushButton')].filter(
        (button) => button.getBoundingClientRect().right > button.parentElement.getBoundingClientRect().right + 1,
      ).length
    `)
    expect(cutOff).toBe(0)
    await ask(page, 'licença valor data')
    const question = page.locator('.theirs .bubble', { hasText: '- 3: ' })
    await question.waitFor()
    const options = (await question.textContent())?.match(/^- \d: /gm)
    expect(await page.locator('.chip').count()).toBe(options?.length)
    await page.context().close()
  })

  test.each([
    ['a laptop', 1280, 800],
    ['a phone', 380, 844],
  ])(
    'on %s charts are drawn as Teams draws them, with a name and their figures for whoever does not see them',
    async (_, width, height) => {
      const page = await open(width, height)
      await become(page, 'Pena Clara')
      await ask(page, 'List all invoices')
      const bars = page.locator('.card').first().getByRole('img', { name: 'Totals by period' })
      await bars.waitFor()
      const list = await page.locator('.card').first().textContent()
      const figures = (await bars.locator('desc').textContent())?.split('; ') ?? []
      expect(await bars.locator('rect').count()).toBe(figures.length)
      expect(figures).toHaveLength(6)
      for (const figure of figures) expect(list).toContain(figure.split(': ')[1])
      await ask(page, 'Show the latest invoice')
      const donut = page.locator('.card').nth(1).getByRole('img', { name: 'Before tax, by product' })
      await donut.waitFor()
      expect(await donut.locator('circle').count()).toBe(2)
      expect(await page.locator('.chart-legend li').allTextContents()).toEqual([
        expect.stringMatching(/^Microsoft 365 E5: €[\d,.]+$/),
        expect.stringMatching(/^Microsoft 365 Copilot: €[\d,.]+$/),
      ])
      const wider = await page.evaluate(`
      [...document.querySelectorAll('.chart svg')].filter(
        (drawn) => drawn.getBoundingClientRect().right > drawn.closest('.card').getBoundingClientRect().right,
      ).length
    `)
      expect(wider).toBe(0)
      await page.context().close()
    },
  )

  test('a bridge has its bars to scale, from one line; a screen reader passes them by', async () => {
    const page = await open(1280, 800)
    await become(page, 'Mondego')
    await ask(page, 'Why is my last invoice higher than the one before?')
    const card = page.locator('.card').first()
    await card.locator('.chart-progress').first().waitFor()
    expect(await card.textContent()).toMatch(/Earlier total.*New total/)
    expect(await card.getByRole('progressbar').count()).toBe(0)
    const box = async (color: string) => (await card.locator(`.chart-progress.${color}`).first().boundingBox())!
    const [more, less] = [await box('attention'), await box('good')]
    expect(Math.abs(less.x + less.width - more.x)).toBeLessThan(3)
    await page.context().close()
  })

  test('what could not be sent stands in the box again', async () => {
    const page = await open(1280, 800)
    await page.selectOption('#language', 'en')
    // Not an aborted request: the browser would complain of it.
    await page.evaluate(`window.fetch = () => Promise.reject(new TypeError('no network'))`)
    await ask(page, 'Which invoices are open?')
    await expect.poll(() => page.inputValue('#message')).toBe('Which invoices are open?')
    expect(await page.locator('.mine').count()).toBe(0)
    expect(await page.locator('#status').textContent()).toContain('That did not work')
    await page.context().close()
  })

  test('a message that the bot sends by itself arrives, is replaced and goes', async () => {
    const page = await open(1280, 800)
    const listening = page.waitForRequest(/page\/events/)
    await page.click('#restart')
    const conversation = new URL((await listening).url()).searchParams.get('conversation')
    const path = `${door.url}/page/connector/v3/conversations/${conversation}/activities`
    const send = (method: string, to: string, text?: string) =>
      fetch(to, {
        method,
        headers: { 'content-type': 'application/json' },
        body: text && JSON.stringify({ type: 'message', text }),
      })
    const { id } = (await (await send('POST', path, 'Invoice NOR-1 is due tomorrow.')).json()) as { id: string }
    await page.getByText('is due tomorrow').waitFor()
    await send('PUT', `${path}/${id}`, 'Invoice NOR-1 was paid.')
    await page.getByText('was paid').waitFor()
    expect(await page.getByText('is due tomorrow').count()).toBe(0)
    await send('DELETE', `${path}/${id}`)
    await expect.poll(() => page.getByText('was paid').count()).toBe(0)
    await page.context().close()
  })

  test('Action.Submit of an older client posts its message', async () => {
    const page = await open(1280, 800)
    const listening = page.waitForRequest(/page\/events/)
    await page.click('#restart')
    const conversation = new URL((await listening).url()).searchParams.get('conversation')
    const card = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [],
      actions: [{ type: 'Action.Submit', title: 'Say hello', data: { msteams: { type: 'imBack', value: 'hello' } } }],
    }
    await fetch(`${door.url}/page/connector/v3/conversations/${conversation}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      }),
    })
    await page.getByRole('button', { name: 'Say hello' }).click()
    await page.locator('.mine', { hasText: 'hello' }).waitFor()
    await page.locator('.chip').first().waitFor()
    await page.context().close()
  })

  test('moving the clock makes a bill overdue', async () => {
    const page = await open(1280, 800)
    await become(page, 'Aurora')
    const overdue = async (card: number) => {
      await ask(page, 'List all invoices')
      await page.locator('.card').nth(card).waitFor()
      return page.locator('.card').nth(card).getByText('Overdue', { exact: true }).count()
    }
    expect(await overdue(0)).toBe(2)
    await page.click('#clock')
    await page.locator('#jumps button').nth(2).click()
    await page.locator('.note').waitFor()
    expect(await page.locator('#clock-day').textContent()).toBe('22 Dec 2026')
    expect(await overdue(1)).toBe(3)
    await page.click('#clock')
    await page.fill('#clock-date', '2026-11-22')
    await expect.poll(() => page.locator('.note').count()).toBe(2)
    await page.context().close()
  })

  test('works by keyboard alone, and every control has a name', async () => {
    const page = await open(1280, 800)
    await page.locator('.examples button').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.theirs').first().waitFor()
    const nameless = await page.evaluate(`
      [...document.querySelectorAll('button, select, input, textarea, [role="button"]')].filter(
        (control) => !control.ariaLabel && !control.textContent.trim() && !control.labels?.[0]?.textContent.trim(),
      ).length
    `)
    expect(nameless).toBe(0)
    await page.context().close()
  })

  test('the browser had nothing to complain about', () => {
    expect(complaints).toEqual([])
  })
})
