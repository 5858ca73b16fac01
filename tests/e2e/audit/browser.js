// A browser as a reader in some setting has it.
import { chromium } from '@playwright/test'
import { drawFairOrder } from '../harness/app.js'
import { BROWSERS } from '../harness/words.js'
import { listenFromTheStart } from './messages.js'
import { choose, schemeOf } from './themes.js'

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./matrix.js').Setting} setting
 * @param {string} address Of the server.
 */
export async function openContext(browser, { language, theme, width }, address) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 640 : 800 },
    hasTouch: width < 600,
    locale: BROWSERS[language],
    timezoneId: 'Asia/Tashkent',
    colorScheme: schemeOf(theme),
    baseURL: address,
  })
  context.setDefaultTimeout(10_000)
  await drawFairOrder(context)
  await choose(context, theme)
  await listenFromTheStart(context)
  return context
}
