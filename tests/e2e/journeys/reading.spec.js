import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { composer, heading, open, politeRegion, signIn } from '../harness/app.js'

test('a visitor reads from the home page to the comments and comes back', async ({ page, say, check }) => {
  await open(page, '/')
  await expect(page).toHaveTitle(say('title_of_page', { page: say('home_title') }))
  await expect(page.locator('body')).toBeFocused()
  await expect(page.locator('.card')).toHaveCount(9)
  await check('the home page', { focus: 'free' })

  const card = page.getByRole('region', { name: say('home_closing_soon') }).locator('.card a').nth(1)
  const title = await card.textContent()
  await card.click()
  await expect(heading(page)).toHaveText(title)
  await expect(heading(page)).toBeFocused()
  await expect(page).toHaveTitle(say('title_of_page', { page: title }))
  await expect(page).toHaveURL(/\/consultations\/[^/]+$/)
  await expect(page.locator('[data-comment] .comment__text').first()).toBeVisible()
  await expect(politeRegion(page), 'the heading alone announces a page').toBeEmpty()
  await check('a consultation')

  await page.goBack()
  await expect(heading(page)).toHaveText(say('home_title'))
  await expect(page.locator('.card')).toHaveCount(9)
  await expect(page.locator('.card').getByRole('link', { name: title }).first()).toBeFocused()
  await check('back on the home page')

  await page.goForward()
  await expect(heading(page)).toHaveText(title)
  await expect(heading(page)).toBeFocused()
  await expect(politeRegion(page)).toBeEmpty()
})

test('coming back to a list finds it where it was left', async ({ page, check }) => {
  await open(page, '/consultations')
  const link = page.locator('.card a').nth(10)
  await link.scrollIntoViewIfNeeded()
  const scrolled = await page.evaluate(() => scrollY)
  expect(scrolled).toBeGreaterThan(300)
  const title = await link.textContent()
  await link.click()
  await expect(heading(page)).toHaveText(title)
  await page.goBack()
  await expect(link).toBeFocused()
  await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(4)
  await check('back in the list')
})

test('who goes back in the moment a page is there finds the list as it was left', async ({ page, check }) => {
  await open(page, '/consultations')
  const link = page.locator('.card a').nth(10)
  await link.scrollIntoViewIfNeeded()
  await page.evaluate(() => {
    const back = (_, watch) => {
      if (location.pathname === '/consultations' || !document.querySelector('#main h1')) return
      watch.disconnect()
      history.back()
    }
    new MutationObserver(back).observe(document.querySelector('#main'), { childList: true, subtree: true })
  })
  await link.click()
  await expect(page).toHaveURL(/\/consultations$/)
  await expect(link).toBeFocused()
  await check('back in the list')
})

test('coming back to the same page in another state leaves no trace on the next page', async ({ page, say }) => {
  await open(page, '/consultations')
  await page.locator('#q').fill('maktab')
  await page.evaluate(() => scrollTo(0, 900))
  await page.locator('#q').press('Enter')
  await expect(page).toHaveURL(/q=maktab/)
  await page.goBack()
  await expect(page).not.toHaveURL(/q=maktab/)
  await page.getByRole('navigation', { name: say('navigation') }).getByRole('link', { name: say('nav_home') }).click()
  await expect(page.locator('.card')).toHaveCount(9)
  await expect(heading(page)).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBeLessThan(4)
})

test('the sections lead to the list and say where the visitor is', async ({ page, say, check }) => {
  await open(page, '/')
  const sections = page.getByRole('navigation', { name: say('navigation') })
  await expect(sections.locator('[aria-current=page]')).toHaveText(say('nav_home'))
  await sections.getByRole('link', { name: say('nav_consultations') }).click()
  await expect(heading(page)).toHaveText(say('consultations_title'))
  await expect(heading(page)).toBeFocused()
  await expect(sections.locator('[aria-current=page]')).toHaveText(say('nav_consultations'))
  await expect(page.locator('.card')).toHaveCount(16)
  await check('the list of consultations')
})

test('an address that leads nowhere says so and leads on', async ({ page, say, check }) => {
  await open(page, '/no/such/page')
  await expect(heading(page)).toHaveText(say('not_found_title'))
  await expect(page).toHaveTitle(say('title_of_page', { page: say('not_found_title') }))
  await check('the page that is not there', { focus: 'free' })
  await page.getByRole('link', { name: say('not_found_way_out') }).click()
  await expect(heading(page)).toHaveText(say('consultations_title'))
  await expect(heading(page)).toBeFocused()
})

test('a consultation that does not exist is told as such', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  await open(page, '/consultations/no-such-consultation')
  await expect(heading(page)).toHaveText(say('not_found_title'))
  await expect(page.getByText(say('problem_not_found'))).toBeVisible()
  await expect(page.getByRole('link', { name: say('not_found_way_out') })).toBeVisible()
  await expect(page.getByRole('button', { name: say('try_again') })).toHaveCount(0)
  await check('a consultation that does not exist', { focus: 'free' })
})

test('a closed consultation shows the reply of the agency before the comments', async ({ page, say, check }) => {
  await open(page, '/consultations/waste-sorting')
  const reply = page.getByRole('region', { name: say('reply_title') })
  await expect(reply).toBeVisible()
  const comments = page.getByRole('region', { name: say('thread_title') })
  await expect(comments.locator('[data-comment]').first()).toBeVisible()
  expect((await reply.boundingBox()).y).toBeLessThan((await comments.boundingBox()).y)
  await expect(composer(page).form).toHaveCount(0)
  await check('a closed consultation', { focus: 'free' })
})

test('an announced consultation says from when comments are taken', async ({ page, say, check }) => {
  await open(page, '/consultations/winter-timetable')
  await expect(page.getByText(say('thread_empty'))).toBeVisible()
  await expect(page.locator('.tag', { hasText: say('status_announced') })).toBeVisible()
  await expect(composer(page).form).toHaveCount(0)
  await check('an announced consultation', { focus: 'free' })
})

test('an officer is told why another agency’s open consultation takes nothing from them', async ({ page, say, check, sandbox }) => {
  await signIn(page, 'otabek', sandbox.address)
  await open(page, '/consultations/school-meals')
  await expect(page.getByText(say('compose_not_allowed'))).toBeVisible()
  await expect(composer(page).form).toHaveCount(0)
  await check('an open consultation of another agency', { focus: 'free' })
})

test('another language keeps the page, the place, the text and the focus', async ({ page, say, check }) => {
  await open(page, '/consultations/open-data')
  await composer(page).text.fill('Avtobuslar jadvali')
  const chosen = page.getByRole('button', { name: say('language') })
  await chosen.scrollIntoViewIfNeeded()
  await page.evaluate(() => scrollTo(0, 40))
  await chosen.click()
  await check('the menu of languages')
  const scrolled = await page.evaluate(() => scrollY)
  await page.getByRole('button', { name: 'English', exact: true }).click()

  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('#language-button')).toBeFocused()
  await expect(page.locator('#language-button')).toHaveAttribute('aria-expanded', 'false')
  await expect(politeRegion(page)).toHaveText('The language is now English')
  await expect(page.getByRole('heading', { name: 'Write what you think' })).toBeVisible()
  await expect(composer(page).text).toHaveValue('Avtobuslar jadvali')
  await expect(page).toHaveURL(/\/consultations\/open-data$/)
  expect(Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(4)
  await check('in English')

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Write what you think' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(composer(page).text).toHaveValue('Avtobuslar jadvali')
})

test('Escape closes the menu of languages and gives the focus back', async ({ page, check }) => {
  await open(page, '/')
  await page.locator('#language-button').click()
  await page.keyboard.press('Tab')
  await expect(page.locator('#language-list button').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('#language-button')).toBeFocused()
  await expect(page.locator('#language-list')).toBeHidden()
  await check('the menu closed')
})

test('the menu of languages closes when the focus leaves it', async ({ page }) => {
  await open(page, '/')
  await page.locator('#language-button').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#language-list')).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator('#language-list')).toBeHidden()
})

test('the address can choose the language of a visit', async ({ page }) => {
  await open(page, '/consultations/open-data?lang=en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { name: 'Comments' })).toBeVisible()
})

test.describe('in a browser that is set to English', () => {
  test.use({ locale: 'en-GB' })

  test('the visit starts in English', async ({ page, check }) => {
    await open(page, '/')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(heading(page)).toHaveText('The state asks, you answer')
    await expect(page.locator('.card')).toHaveCount(9)
    await check('the home page in English', { focus: 'free' })
  })
})
