// What others write while somebody reads.
import { expect, test } from '../harness/test.js'
import { commentSaying, composerOf, drawFairOrder, listen, open, requestsOf } from '../harness/app.js'

const PATH = '/consultations/school-meals'
const A_MINUTE = 61_000
const shown = (page) => page.locator('[data-comment], [data-tombstone]')
/** Nothing that runs out of time is under way, when the clock is turned on. */
const isAllThere = (page) => expect(page.locator('.following')).toBeVisible()
const looks = (page) => requestsOf(page, 'GET', /\/school-meals\/comments$/)

/** Another citizen writes a comment, in a browser of their own. */
async function another(browser, sandbox, project, person, words) {
  const context = await browser.newContext({ ...project.use, baseURL: sandbox.address })
  await drawFairOrder(context)
  const page = await context.newPage()
  const form = await composerOf(page, person, PATH)
  await form.write(words)
  await form.send.click()
  await expect(commentSaying(page, words)).toBeVisible()
  await context.close()
}

test('new comments are told once and shown on request, never pushed', async ({ page, browser, sandbox, say, check }, { project }) => {
  test.slow()
  const words = `Yangi fikr, ${project.name}`
  await page.clock.install()
  await open(page, PATH)
  await expect(shown(page)).toHaveCount(20)
  await isAllThere(page)
  const before = await shown(page).evaluateAll((rows) => rows.map(({ id }) => id))
  const heard = await listen(page)
  const button = (count) => page.getByRole('button', { name: say('show_news', { count }) })
  await another(browser, sandbox, project, 'malika', `${words} 1`)
  await page.clock.runFor(A_MINUTE)
  await expect(button(1)).toBeVisible()
  await another(browser, sandbox, project, 'timur', `${words} 2`)
  await page.clock.runFor(A_MINUTE)
  await expect(button(2)).toBeVisible()
  await page.clock.runFor(A_MINUTE)
  expect(await heard(), 'told once').toEqual([say('news', { count: 1 })])
  expect(await shown(page).evaluateAll((rows) => rows.map(({ id }) => id)), 'nothing is pushed').toEqual(before)
  await check('there is something new', { focus: 'free' })

  await button(2).focus()
  await page.keyboard.press('Enter')
  await page.clock.runFor(1_000)
  await expect(shown(page).first()).toContainText(`${words} 2`)
  await expect(shown(page).nth(1)).toContainText(`${words} 1`)
  await expect(shown(page).first()).toBeFocused()
  await expect(shown(page)).toHaveCount(22)
  await expect(button(2)).toHaveCount(0)
  await page.clock.runFor(A_MINUTE)
  await expect(page.getByRole('button', { name: say('show_news', { count: 2 }) })).toHaveCount(0)
  await check('shown')
})

test('the first comment of an empty thread is told too', async ({ page, say }) => {
  await page.clock.install()
  await page.route(/school-meals\/comments\?/, async (route) => {
    const response = await route.fetch()
    const { items } = await response.json()
    const came = new URL(route.request().url()).searchParams.get('sort') === 'newest' ? items.slice(0, 1) : []
    await route.fulfill({ response, json: { items: came, next_cursor: null, total: came.length } })
  })
  await open(page, PATH)
  await expect(page.locator('.empty-state')).toBeVisible()
  await isAllThere(page)
  await page.clock.runFor(A_MINUTE)
  await page.getByRole('button', { name: say('show_news', { count: 1 }) }).click()
  await expect(shown(page)).toHaveCount(1)
  await expect(page.locator('.empty-state')).toHaveCount(0)
})

test('who saves data is asked for nothing', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('muloqot.preferences', '{"save":"on"}'))
  await page.clock.install()
  await open(page, PATH)
  await expect(page.locator('html')).toHaveAttribute('data-save')
  await expect(shown(page)).toHaveCount(10)
  await isAllThere(page)
  const asked = looks(page)
  await page.clock.runFor(3 * A_MINUTE)
  expect(asked).toEqual([])
})
