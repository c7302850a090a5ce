import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handoffScript } from './support/handoff-script.ts'
import { browserless, openBrowser, openPage } from './support/open-browser.ts'
import { openScriptedBot, type Script, type ScriptedBot } from './support/scripted-bot.ts'

let browser: Browser
let bot: ScriptedBot
let page: Page
const complaints: string[] = []

const open = async (width = 1600, height = 1000): Promise<Page> =>
  openPage(browser, { url: bot.url, width, height, complaints })

const chat = () => page.locator('#log')
const thread = () => page.locator('#thread-log')
const threads = () => page.locator('.thread')

async function type(box: '#message' | '#reply-text', text: string): Promise<void> {
  await page.fill(box, text)
  await page.press(box, 'Enter')
}
const customerSays = (text: string) => type('#message', text)
const agentSays = (text: string) => type('#reply-text', text)

/** Who sits at the helpdesk. */
const seat = (name: string) => page.locator('#seat').selectOption({ label: name })
const helena = 'Helena Barros · Helpdesk agent'
const bruno = 'Bruno Matos · Billing admin'

const become = (name: string) => page.locator('.person', { hasText: name }).click()

async function change(message: Locator, button: 'Edit' | 'Delete', words?: string): Promise<void> {
  await message.hover()
  await message.getByRole('button', { name: button }).click()
  if (words === undefined) return
  await page.getByRole('textbox', { name: 'Change the message' }).fill(words)
  await page.keyboard.press('Enter')
}

/** Both presses are on their way before the first of them is heard. */
function heldUntilBoth(script: Script): Script {
  const both = Promise.withResolvers<void>()
  let pressed = 0
  return async (got, calls) => {
    if (got.type === 'invoke' && ++pressed === 2) both.resolve()
    if (got.type === 'invoke') await both.promise
    return script(got, calls)
  }
}

describe.skipIf(browserless.skipped)(`both seats in Chromium${browserless.why}`, () => {
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    bot = await openScriptedBot()
    bot.script = handoffScript()
    page = await open()
  })
  afterEach(async () => {
    await page.context().close()
    await bot.close()
  })

  test('the bot is told that it is in the channel, by the first helpdesk agent, once for each page', async () => {
    await expect.poll(() => bot.got.length).toBe(1)
    expect(bot.got[0]).toMatchObject({ type: 'installationUpdate', from: { name: 'Helena Barros' } })
    expect(await page.locator('#seat option').allTextContents()).toEqual([helena, bruno])
    expect(await thread().textContent()).toContain('No cases yet')
  })

  test('a handoff from the question to the answer', async () => {
    await customerSays('I want to talk to a person')
    await thread().getByText('Nobody has taken it yet').waitFor()
    expect(await threads().allTextContents()).toEqual([expect.stringContaining('T-1042 · Graça Sarmento')])
    await thread().getByRole('button', { name: 'Take the case' }).click()
    await thread().getByText('Helena Barros has taken it').waitFor()
    expect(await thread().getByText('Nobody has taken it yet').count()).toBe(0)
    await thread().getByText('The case is yours.').waitFor()
    await chat().getByText('Helena Barros is here now.').waitFor()

    await agentSays('Which line is it?')
    await chat().getByText('Helena Barros: Which line is it?').waitFor()
    await customerSays('The third one')
    await thread().getByText('Graça Sarmento: The third one').waitFor()

    await page.click('.mention-bot')
    await page.keyboard.type('what is open?')
    await page.keyboard.press('Enter')
    await thread().getByText('Open: €136.71').waitFor()
    expect(await thread().locator('.mention').textContent()).toBe('@Saldo')
    expect(await chat().getByText('what is open').count()).toBe(0)
  })

  test('two agents press the same button at once: the card is one’s, the other alone is told', async () => {
    await customerSays('a person please')
    bot.script = heldUntilBoth(bot.script)
    const other = await open()
    await other.locator('#seat').selectOption({ label: bruno })
    const [mine, theirs] = [thread(), other.locator('#thread-log')]
    const buttons = [mine, theirs].map((log) => log.getByRole('button', { name: 'Take the case' }))
    for (const button of buttons) await button.waitFor()
    await Promise.all(buttons.map((button) => button.click()))
    for (const log of [mine, theirs]) await log.getByText(/(Helena Barros|Bruno Matos) has taken it$/).waitFor()
    const asides = await Promise.all([mine, theirs].map((log) => log.locator('.aside').textContent()))
    expect(asides.toSorted()).toEqual([
      expect.stringMatching(/^Only Bruno Matos sees this/),
      expect.stringMatching(/^Only Helena Barros sees this/),
    ])
    expect(asides.filter((said) => said?.includes('The case is yours.'))).toHaveLength(1)
    expect(asides.filter((said) => said?.includes('has taken this case already'))).toHaveLength(1)
    await other.context().close()
  })

  test('what the bot told one agent is not seen from the other’s seat', async () => {
    await customerSays('a person please')
    await thread().getByRole('button', { name: 'Take the case' }).click()
    const aside = thread().getByText('The case is yours.')
    await aside.waitFor()
    await page.click('#seat-other')
    expect(await page.locator('#seat').inputValue()).toBe(bruno)
    expect(await aside.isVisible()).toBe(false)
    await page.click('#seat-other')
    expect(await page.locator('#seat').inputValue()).toBe(helena)
    expect(await aside.isVisible()).toBe(true)
  })

  test('what is typed into a card goes with its button', async () => {
    await customerSays('a person please')
    await thread().getByRole('button', { name: 'Take the case' }).click()
    const send = thread().getByRole('button', { name: 'Send to the customer' })
    await send.waitFor()
    await thread().getByLabel('Suggested reply').fill('It is the setup fee.')
    await thread().getByLabel('Urgency').selectOption('urgent')
    await send.click()
    await thread().getByText('Sent (urgent).').waitFor()
    await chat().getByText('Helena Barros: It is the setup fee.').waitFor()
    expect(bot.got.at(-1)?.value?.action.data).toEqual({
      case: 'T-1042',
      words: 'It is the setup fee.',
      urgency: 'urgent',
    })
  })

  test('edits and deletions of either side are carried over', async () => {
    await customerSays('a person please')
    await thread().getByRole('button', { name: 'Take the case' }).click()
    await chat().getByText('is here now').waitFor()
    await agentSays('It is frist')
    await chat().getByText('Helena Barros: It is frist').waitFor()
    await change(thread().locator('.post', { hasText: 'It is frist' }), 'Edit', 'It is first')
    await chat().getByText('Helena Barros: It is first').waitFor()
    await thread().getByText('Edited').waitFor()
    await change(thread().locator('.post', { hasText: 'It is first' }), 'Delete')
    await thread().getByText('This message was deleted.').waitFor()
    await expect.poll(() => chat().getByText('It is first').count()).toBe(0)

    await customerSays('tanks')
    await thread().getByText('Graça Sarmento: tanks').waitFor()
    await change(chat().locator('.own', { hasText: 'tanks' }), 'Edit', 'thanks')
    await thread().getByText('Graça Sarmento: thanks').waitFor()
    await change(chat().locator('.own', { hasText: 'thanks' }), 'Delete')
    await chat().getByText('This message was deleted.').waitFor()
    await expect.poll(() => thread().getByText('thanks').count()).toBe(0)
  })

  test('an agent changes the own messages only, and the bot’s nobody', async () => {
    await customerSays('a person please')
    await thread().locator('.post').waitFor()
    await agentSays('by Helena')
    await thread().getByText('by Helena').waitFor()
    expect(await thread().getByRole('button', { name: 'Delete' }).count()).toBe(1)
    await seat(bruno)
    expect(await thread().getByRole('button', { name: 'Delete' }).count()).toBe(0)
  })

  test('files go with a message, or alone', async () => {
    await page.setInputFiles('#composer input[type="file"]', {
      name: 'order.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('the order'),
    })
    await page.locator('#composer .attached', { hasText: 'order.pdf' }).waitFor()
    await page.press('#message', 'Enter')
    await chat().getByRole('link', { name: 'order.pdf' }).waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), chat().getByRole('link').click()])
    expect(download.suggestedFilename()).toBe('order.pdf')
    const attachments = bot.got.find(({ type }) => type === 'message')?.attachments as { contentType: string }[]
    expect(attachments[0]?.contentType).toBe('application/vnd.microsoft.teams.file.download.info')
    await thread().locator('.post').waitFor()
    await page.setInputFiles('#reply input[type="file"]', {
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('a'),
    })
    await page.getByRole('button', { name: 'Remove a.txt' }).click()
    await page.setInputFiles('#reply input[type="file"]', {
      name: 'b.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('b'),
    })
    await page.locator('#reply .attached', { hasText: 'b.txt' }).waitFor()
    await agentSays('see there')
    await thread().locator('.file', { hasText: 'b.txt' }).waitFor()
    expect(bot.got.at(-1)?.attachments).toMatchObject([
      { contentType: 'text/html' },
      { contentType: 'reference', name: 'b.txt' },
    ])
  })

  test('where the team allowed mentions only, an agent is told that the bot did not hear', async () => {
    await customerSays('a person please')
    await thread().locator('.post').waitFor()
    await page.getByLabel('Saldo hears every message').uncheck()
    const heard = bot.got.length
    await agentSays('hello')
    await page.getByText('it does not mention @Saldo').waitFor()
    await thread().getByText('hello').waitFor()
    expect(bot.got.length).toBe(heard)
    await agentSays('@Saldo hello')
    await expect.poll(() => bot.got.length).toBe(heard + 1)
    expect(await page.locator('#helpdesk-status').textContent()).toBe('')
  })

  test('a new thread is marked until it is read, the one with news stands first', async () => {
    await customerSays('a person please')
    await thread().locator('.post').waitFor()
    await become('Callum')
    await customerSays('a person please')
    await expect.poll(() => threads().count()).toBe(2)
    expect(await page.getByRole('img', { name: 'Unread' }).count()).toBe(1)
    await threads().filter({ hasText: 'Callum' }).click()
    await thread().getByText('T-1042 · Callum Whitfield').waitFor()
    expect(await page.getByRole('img', { name: 'Unread' }).count()).toBe(0)
    await threads().filter({ hasText: 'Graça' }).click()
    await page.fill('#reply-text', 'half a reply')
    await threads().filter({ hasText: 'Callum' }).click()
    expect(await page.inputValue('#reply-text')).toBe('')
    await threads().filter({ hasText: 'Graça' }).click()
    expect(await page.inputValue('#reply-text')).toBe('half a reply')
    await page.press('#reply-text', 'Enter')
    await expect
      .poll(() => threads().allTextContents())
      .toEqual([expect.stringContaining('half a reply'), expect.stringContaining('Callum')])
  })

  test('an agent starts a post, which opens', async () => {
    await page.click('#new-post')
    await agentSays('@Saldo what waits?')
    await thread().locator('.post', { hasText: 'what waits?' }).waitFor()
    expect(await page.locator('.thread[aria-current="true"]').textContent()).toContain('@Saldo what waits?')
    // The only message of its thread: with it the thread goes.
    await change(thread().locator('.post'), 'Delete')
    await thread().getByText('This message was deleted.').waitFor()
  })

  test('what was said is there after the page is loaded again, and the chat goes on', async () => {
    await customerSays('a person please')
    await thread().getByRole('button', { name: 'Take the case' }).click()
    await chat().getByText('is here now').waitFor()
    await page.reload()
    await chat().locator('.mine', { hasText: 'a person please' }).waitFor()
    await thread().getByText('Helena Barros has taken it').waitFor()
    expect(await page.getByRole('img', { name: 'Unread' }).count()).toBe(0)
    await agentSays('still there?')
    await chat().getByText('Helena Barros: still there?').waitFor()
  })

  test('what could not be posted stands in the box again', async () => {
    await page.evaluate(`window.fetch = () => Promise.reject(new TypeError('no network'))`)
    await agentSays('hello')
    await expect.poll(() => page.inputValue('#reply-text')).toBe('hello')
    expect(await page.locator('#helpdesk-status').textContent()).toContain('That did not work')
  })

  test('on a phone one seat is in front, and the other tells that something is new', async () => {
    await page.context().close()
    page = await open(390, 844)
    await customerSays('a person please')
    const count = page.locator('#unread-count')
    await count.waitFor()
    expect(await count.textContent()).toBe('1')
    expect(await thread().isVisible()).toBe(false)
    await page.getByRole('button', { name: /^Helpdesk/ }).click()
    await thread().getByRole('button', { name: 'Take the case' }).click()
    expect(await count.isVisible()).toBe(false)
    expect(await chat().isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Chat with Saldo' }).click()
    await chat().getByText('is here now').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  })

  test('both seats stand side by side where there is room', async () => {
    await customerSays('a person please')
    await thread().locator('.card').waitFor()
    for (const [width, both] of [
      [1099, false],
      [1100, true],
      [1280, true],
      [1600, true],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      expect(await chat().isVisible()).toBe(true)
      expect(await thread().isVisible()).toBe(both)
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    }
  })

  test('works by keyboard, every control has a name, in every language', async () => {
    await customerSays('a person please')
    const claim = thread().getByRole('button', { name: 'Take the case' })
    await claim.focus()
    await page.keyboard.press('Enter')
    await thread().getByText('The case is yours.').waitFor()
    // The card is a new one; whoever pressed the button is still at it.
    expect(await page.evaluate(`document.activeElement.closest('.card') !== null`)).toBe(true)
    for (const [language, words] of [
      ['pt-PT', 'Equipa de apoio'],
      ['pt-BR', 'Equipe de suporte'],
      ['es', 'Equipo de soporte'],
      ['en', 'Helpdesk'],
    ] as const) {
      await page.selectOption('#language', language)
      expect(await page.locator('#helpdesk-title').textContent()).toBe(words)
      const nameless = await page.evaluate(`
        [...document.querySelectorAll('button, select, input, textarea, [role="button"]')].filter(
          (control) => !control.ariaLabel && !control.textContent.trim() && !control.labels?.[0]?.textContent.trim(),
        ).length
      `)
      expect(nameless).toBe(0)
      expect(await page.locator('body').textContent()).not.toContain('undefined')
    }
  })

  test('the browser had nothing to complain about', () => {
    expect(complaints).toEqual([])
  })
})
