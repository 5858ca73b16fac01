// The accessibility statement.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../harness/test.js'
import { heading, open } from '../harness/app.js'
import { BROWSERS, LANGUAGES, wordsOf } from '../harness/words.js'

for (const tag of LANGUAGES) {
  test.describe(`in ${tag}`, () => {
    test.use({ locale: BROWSERS[tag] })

    test('the statement is there, in its language, from the foot of every page', async ({ page, check }) => {
      const say = wordsOf(tag)
      await open(page, '/')
      await page.getByRole('contentinfo').getByRole('link', { name: say('footer_accessibility') }).click()
      await expect(heading(page)).toHaveText(say('footer_accessibility'))
      await expect(heading(page)).toBeFocused()
      await expect(page.locator('.statement h2')).toHaveCount(6)
      await expect(page.locator('.statement')).toContainText('15')
      const words = JSON.parse(readFileSync(join(process.env.MULOQOT_DIST, `accessibility/statement/${tag}.json`), 'utf8'))
      for (const key of ['lead', 'complain', 'not_people', 'does_keyboard', 'checked_how']) {
        await expect(page.locator('.statement')).toContainText(words[key])
      }
      await check('the statement')
    })
  })
}

test('it leads to every component in every state', async ({ page }) => {
  await open(page, '/accessibility')
  await page.locator('.statement a[href="/accessibility/components"]').click()
  await expect(page.locator('a[data-fixture]').first()).toBeVisible()
  await page.locator('a[data-fixture]').first().click()
  await expect(page.locator('main[data-fixture]')).toBeVisible()
})
