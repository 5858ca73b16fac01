// What a screen reader says on two journeys, in two languages. After a change that is meant, renew the transcripts by
// `npx playwright test --project=audit transcript --update-snapshots`, and read what has changed.
import { expect, test } from '@playwright/test'
import { composer, signIn } from '../harness/app.js'
import { Sandbox } from '../harness/sandbox.js'
import { wordsOf } from '../harness/words.js'
import { launch, openContext } from './browser.js'
import { Transcript } from './transcript.js'

/** The clock of the browser and the server stands still: days and hours are part of what is said. */
const MOMENT = new Date('2026-06-01T09:00:00Z')
const PATH = '/consultations/open-data'

for (const language of ['uz-Latn', 'en']) {
  test.describe(`in ${language}`, () => {
    const say = (key) => wordsOf(language)(key)
    let sandbox, browser, page

    test.beforeEach(async () => {
      sandbox = await Sandbox.start({ moment: MOMENT })
      browser = await launch()
      const context = await openContext(browser, { language, theme: 'light', width: 1280 }, sandbox.address)
      page = await context.newPage()
      await page.clock.setFixedTime(MOMENT)
    })

    test.afterEach(async () => {
      await browser.close()
      await sandbox.stop()
    })

    const open = async () => {
      await page.goto(`${PATH}?lang=${language}`)
      await expect(page.locator('[data-comment]').first()).toBeVisible()
      await expect(page.locator('.following')).toBeVisible()
    }

    test('a thread is read from its title to its last comment', async () => {
      await open()
      const reader = await Transcript.start(page, 'main')
      await reader.readOn()
      expect(await reader.said()).toMatchSnapshot(`reading-a-thread-${language}.txt`)
    })

    test('a comment is sent with nothing in it, written, and posted', async () => {
      await signIn(page, 'dilnoza', sandbox.address)
      await open()
      await expect(page.locator('.account button')).toBeVisible()
      const { begin, send, text, stance } = composer(page)
      await begin()
      const reader = await Transcript.start(page, 'body')
      await send.focus()
      await page.keyboard.press('Enter')
      await expect(text).toBeFocused()
      await page.keyboard.type('Open data for all')
      await page.keyboard.press('Tab')
      await expect(stance('for')).toBeFocused()
      await page.keyboard.press('Space')
      // Past the files, and by what the author is shown.
      for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab')
      await expect(send).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.locator('[data-comment]:focus')).toContainText('Open data for all')
      await expect.poll(() => reader.said()).toContain(say('compose_sent'))
      expect(await reader.said()).toMatchSnapshot(`posting-a-comment-${language}.txt`)
    })
  })
}
