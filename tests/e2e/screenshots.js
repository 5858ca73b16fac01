// Pictures of the app, light and dark, on a phone and a desktop, in each of its languages.
// Use: npm run screenshots -- FOLDER   (with CHROMIUM, MULOQOT_SANDBOX and MULOQOT_DIST set)
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { drawFairOrder } from './harness/app.js'
import { Sandbox } from './harness/sandbox.js'

const SCREENS = {
  390: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  1280: { viewport: { width: 1280, height: 800 } },
}
const LOCALES = { uz: 'uz-Latn-UZ', 'uz-Cyrl': 'uz-Cyrl-UZ', kaa: 'kaa-Latn-UZ', ru: 'ru-RU', en: 'en-GB' }
const SCHEMES = ['light', 'dark']

/** Each shows something and gives what is to be in the picture: the screen, or the whole page. */
const PLACES = {
  home: async (page) => {
    await page.goto('/')
    await page.locator('.card').nth(8).waitFor()
    return { fullPage: true }
  },
  list: async (page) => {
    await page.goto('/consultations?status=open')
    await page.locator('.card').first().waitFor()
    await page.locator('#agency option').nth(1).waitFor({ state: 'attached' })
  },
  consultation: async (page) => {
    await page.goto('/consultations/school-meals')
    await page.locator('.following').waitFor()
    await page.locator('[data-comment]').first().waitFor()
  },
  around: async (page) => {
    await page.goto('/consultations/market-stalls')
    await page.locator('.following').waitFor()
    await page.locator('[data-comment]').first().waitFor()
    return { fullPage: true }
  },
  question: async (page) => {
    await page.goto('/consultations/market-stalls/questions/tolov')
    await page.locator('.question-way').waitFor()
    return { fullPage: true }
  },
  thread: async (page) => {
    await page.goto('/consultations/bus-lanes')
    const replies = page.locator('.thread__row button[class~=button--quiet]:not(.comment *)').first()
    await replies.click()
    await page.locator('.thread__row[data-depth="1"] [data-comment]').first().waitFor()
    await page.locator('.thread__items').evaluate((list) => list.scrollIntoView())
  },
  answered: async (page) => {
    await page.goto('/consultations/waste-sorting')
    await page.locator('.official-reply').waitFor()
    return { fullPage: true }
  },
  'other-script': async (page) => {
    await page.goto('/consultations/mahalla-libraries')
    await page.locator('[data-comment]').first().waitFor()
    const read = page.locator('.other-script button')
    if ((await read.count()) > 1) await read.nth(1).click()
    await page.locator('.thread__items').evaluate((list) => list.scrollIntoView())
  },
  composer: async (page) => {
    await page.goto('/consultations/market-stalls')
    const form = page.locator('form.composer')
    await form.locator('textarea').fill('Haftada ikki kun bepul rasta onamga katta yordam boʻlardi.')
    await form.locator('button[type=submit]').click()
    await form.locator('.field__error:visible').waitFor()
    await form.evaluate((element) => element.scrollIntoView())
  },
  'sign-in': async (page) => {
    await page.goto('/api/v1/session/login?return_to=%2F')
    await page.getByRole('button').first().waitFor()
  },
}

const folder = process.argv[2]
if (!folder) throw new Error('say where to: npm run screenshots -- FOLDER')
await mkdir(folder, { recursive: true })
const sandbox = await Sandbox.start()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const [width, screen] of Object.entries(SCREENS)) {
    for (const [language, locale] of Object.entries(LOCALES)) {
      for (const colorScheme of SCHEMES) {
        const context = await browser.newContext({
          ...screen,
          locale,
          colorScheme,
          timezoneId: 'Asia/Tashkent',
          reducedMotion: 'reduce',
          baseURL: sandbox.address,
        })
        await drawFairOrder(context)
        const page = await context.newPage()
        for (const [name, show] of Object.entries(PLACES)) {
          const options = await show(page)
          const path = join(folder, `${name}-${width}-${language}-${colorScheme}.png`)
          await page.screenshot({ path, ...options })
        }
        await context.close()
      }
    }
  }
} finally {
  await browser.close()
  await sandbox.stop()
}
