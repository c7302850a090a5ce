import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const reason = `no Chromium at ${executablePath} (apt-get install chromium, or set CHROMIUM)`
const missing = !existsSync(executablePath)

/** Whether tests in a browser are left out, and why. In CI a missing browser is a failure: opening it says why. */
export const browserless = { skipped: missing && !process.env.CI, why: missing ? `, skipped: ${reason}` : '' }

export async function openBrowser(): Promise<Browser> {
  if (missing) throw new Error(reason)
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] })
}

type Looking = {
  readonly url: string
  readonly width?: number
  readonly height?: number
  readonly complaints: string[]
}

/** The page in a browser of its own. `complaints` gets what the browser complains about: a blocked script, a failed request, an error of the page. */
export async function openPage(
  browser: Browser,
  { url, width = 1280, height = 800, complaints }: Looking,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' })
  const page = await context.newPage()
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  await page.waitForSelector('.examples button')
  return page
}
