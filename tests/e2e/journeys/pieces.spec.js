// Parts of the app that are fetched when they are first needed.
import { expect, test } from '../harness/test.js'
import { commentById, composer, heading, open, politeRegion, requestsOf } from '../harness/app.js'

const STATEMENT = '**/assets/statement-*.wasm'
const WRITING = '**/assets/writing-*.wasm'
/** What names the pieces that no page begins with. */
const LIST = '**/assets/pieces-*.json'
const SCRIPT = '**/assets/script-*.wasm'
/** What the browser and the loader say of a file that does not come. */
const NOT_FETCHED = /\/assets\/|Failed to fetch|ERR_FAILED|not what was built|CompileError/

const section = (page, say, key) =>
  page.getByRole('navigation', { name: say('navigation') }).getByRole('link', { name: say(key) })
const statementLink = (page, say) => page.getByRole('contentinfo').getByRole('link', { name: say('footer_accessibility') })
const tryAgain = (page, say) => page.getByRole('alert').getByRole('button', { name: say('try_again') })

test('an address of a piece opens without waiting for the app first', async ({ page, say }) => {
  const order = []
  page.on('request', (request) => order.push(new URL(request.url()).pathname))
  let wasLet = () => {}
  const isLet = new Promise((resolve) => (wasLet = resolve))
  await page.route('**/assets/muloqot-*.wasm', async (route) => {
    await isLet
    await route.continue()
  })
  const asked = page.waitForRequest(STATEMENT)
  await page.goto('/accessibility', { waitUntil: 'commit' })
  await asked
  wasLet()
  await expect(heading(page)).toHaveText(say('footer_accessibility'))
  await expect(page.locator('.statement')).toBeVisible()
  const files = order.filter((path) => path.endsWith('.wasm'))
  expect(files, 'each file once').toEqual([...new Set(files)])
})

test('a page that does not come says so and comes at the next try', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(NOT_FETCHED)
  await page.route(STATEMENT, (route) => route.abort())
  await page.goto('/accessibility')
  await expect(heading(page)).toHaveText(say('problem_when_reading'))
  await expect(page.getByRole('alert').first()).toContainText(say('problem_part_missing'))
  await check('it did not come', { focus: 'free' })
  await tryAgain(page, say).click()
  await expect(tryAgain(page, say), 'still not there').toBeFocused()
  await page.unroute(STATEMENT)
  await tryAgain(page, say).click()
  await expect(heading(page)).toHaveText(say('footer_accessibility'))
  await expect(heading(page)).toBeFocused()
  await expect(page.locator('.statement')).toBeVisible()
  await check('it came')
})

test('a thread that is read fetches what stands around it alone, and each piece is fetched once when the reader goes on', async ({ page, say, check }) => {
  const wasm = requestsOf(page, 'GET', /\.wasm$/)
  await open(page, '/consultations/school-meals')
  await expect(page.locator('[data-comment] .comment__text').first()).toBeVisible()
  await expect(page.locator('.following')).toBeVisible()
  const names = wasm.map((request) => new URL(request.url()).pathname.replace('/assets/', '').replace(/-[^-]*$/, ''))
  expect(names.filter((name) => !name.startsWith('chunk-')).sort()).toEqual(['about', 'muloqot'])
  await statementLink(page, say).click()
  await expect(heading(page)).toHaveText(say('footer_accessibility'))
  await expect(page.locator('.statement')).toBeVisible()
  await expect(heading(page)).toBeFocused()
  await expect(politeRegion(page), 'the heading alone announces a page').toBeEmpty()
  await section(page, say, 'nav_home').click()
  await expect(page.locator('.card')).toHaveCount(9)
  await expect(heading(page)).toBeFocused()
  await check('the home page')
  const paths = wasm.map((request) => new URL(request.url()).pathname)
  expect(paths).toEqual([...new Set(paths)])
  await page.goBack()
  await expect(page.locator('.statement')).toBeVisible()
  await page.goBack()
  await expect(page.locator('[data-comment]').first()).toBeVisible()
  expect(wasm).toHaveLength(paths.length)
})

test('a page that does not come leaves the others usable', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(NOT_FETCHED)
  await open(page, '/consultations/school-meals')
  await page.route(STATEMENT, (route) => route.fulfill({ status: 404, body: '' }))
  await statementLink(page, say).click()
  await expect(heading(page)).toHaveText(say('problem_when_reading'))
  await expect(heading(page)).toBeFocused()
  await expect(page.locator('#muloqot-reload')).toBeHidden()
  await check('the statement did not come')
  await page.goBack()
  await expect(page.locator('[data-comment]').first()).toBeVisible()
  await section(page, say, 'nav_home').click()
  await expect(page.locator('.card')).toHaveCount(9)
  await page.unroute(STATEMENT)
  await statementLink(page, say).click()
  await expect(page.locator('.statement')).toBeVisible()
  await expect(heading(page)).toBeFocused()
})

test('a page that was left while it was on its way comes when the reader comes back to it', async ({ page, say }) => {
  await open(page, '/consultations/school-meals')
  const wasm = requestsOf(page, 'GET', /\/statement-.*\.wasm$/)
  let wasLet = () => {}
  const isLet = new Promise((resolve) => (wasLet = resolve))
  await page.route(STATEMENT, async (route) => {
    await isLet
    await route.continue()
  })
  const asked = page.waitForRequest(STATEMENT)
  await statementLink(page, say).click()
  await asked
  await page.goBack()
  await expect(page.locator('[data-comment]').first()).toBeVisible()
  await page.goForward()
  wasLet()
  await expect(page.locator('.statement')).toBeVisible()
  expect(wasm).toHaveLength(1)
})

test('a piece that is not what was built is not run', async ({ page, say, consoleErrors }) => {
  consoleErrors.allow(NOT_FETCHED)
  await page.addInitScript(() => {
    const { fetch } = window
    window.asked = []
    window.fetch = (address, init) => {
      if (/\/statement-.*\.wasm$/.test(address)) window.asked.push(init.cache)
      return fetch(address, init)
    }
  })
  await open(page, '/consultations/school-meals')
  await page.route(STATEMENT, async (route) => {
    const answer = await route.fetch()
    const body = await answer.body()
    // The last bytes are data, so that it still compiles.
    body[body.length - 3] ^= 1
    await route.fulfill({ response: answer, body })
  })
  await statementLink(page, say).click()
  await expect(page.getByRole('alert').first()).toContainText(say('problem_part_missing'))
  await tryAgain(page, say).click()
  const caches = () => page.evaluate(() => window.asked)
  await expect.poll(caches, 'again past what the browser has kept').toEqual(['default', 'reload'])
  await expect(tryAgain(page, say)).not.toHaveAttribute('aria-busy')
  await page.unrouteAll({ behavior: 'wait' })
  await tryAgain(page, say).click()
  await expect(page.locator('.statement')).toBeVisible()
})

test('what names the other pieces is asked for anew when it did not come', async ({ page, say, consoleErrors }) => {
  consoleErrors.allow(NOT_FETCHED)
  await page.route(LIST, (route) => route.abort())
  await open(page, '/consultations/school-meals')
  const form = composer(page)
  await form.text.fill('Tushlik')
  await expect(form.failure).toContainText(say('problem_part_missing'))
  await page.unroute(LIST)
  await form.failure.getByRole('button', { name: say('try_again') }).click()
  await expect(form.send).toBeVisible()
  await expect(form.text).toHaveValue('Tushlik')
})

test.describe('the form for writing', () => {
  /** Lets it come only when that is called. */
  const held = async (page) => {
    let come = () => {}
    const isLet = new Promise((resolve) => (come = resolve))
    await page.route(WRITING, async (route) => {
      await isLet
      await route.continue()
    })
    return come
  }
  const place = async (locator) => (await locator.boundingBox()).y

  test('loses no letter that is typed before it is there, nor its place', async ({ page, say, check }) => {
    await open(page, '/consultations/school-meals')
    const form = composer(page)
    await check('nobody writes yet', { focus: 'free' })
    const letItCome = await held(page)
    const asked = page.waitForRequest(WRITING)
    await form.text.click()
    await asked
    await form.text.pressSequentially('Maktabda ')
    await expect(form.form).toHaveAttribute('aria-busy', 'true')
    await expect(form.send).toHaveCount(0)
    await check('typed before it is there')
    const before = await place(form.text)
    const typing = page.keyboard.type('issiq tushlik kerak', { delay: 15 })
    letItCome()
    await typing
    await expect(form.send).toBeVisible()
    await expect(form.text).toBeFocused()
    await expect(form.text).toHaveValue('Maktabda issiq tushlik kerak')
    expect.soft(await place(form.text)).toBeCloseTo(before, 0)
    await expect(form.form).not.toContainText(say('compose_draft_from_before'))
    await check('it is there')
  })

  test('leaves who has gone on by keyboard before it is there where they are', async ({ page, say }) => {
    await open(page, '/consultations/bus-lanes')
    await expect(page.locator('[data-comment]').first()).toBeVisible()
    const form = composer(page)
    const letItCome = await held(page)
    await form.text.focus()
    await page.keyboard.press('Tab')
    const order = page.getByLabel(say('thread_sort'))
    await expect(order).toBeFocused()
    const before = await place(order)
    letItCome()
    await expect(form.send).toBeVisible()
    await expect(order).toBeFocused()
    await expect(order).toBeInViewport({ ratio: 1 })
    expect.soft(Math.abs((await place(order)) - before), 'it stands still').toBeLessThan(2)
  })

  test('that does not come leaves the text, and comes at the next try', async ({ page, say, check, consoleErrors }) => {
    consoleErrors.allow(NOT_FETCHED)
    await open(page, '/consultations/school-meals')
    const form = composer(page)
    await page.route(WRITING, (route) => route.abort())
    await form.text.fill('Tushlik')
    await expect(form.failure).toContainText(say('problem_part_missing'))
    await expect(form.text).toHaveValue('Tushlik')
    await expect(form.text).toBeFocused()
    await check('it did not come')
    await page.unroute(WRITING)
    await tryAgain(page, say).click()
    await expect(form.send).toBeVisible()
    await expect(form.text).toBeFocused()
    await expect(form.text).toHaveValue('Tushlik')
    await check('it came')
  })

  test('that does not come for a reply can be left', async ({ page, say, check, consoleErrors }) => {
    consoleErrors.allow(NOT_FETCHED)
    await open(page, '/consultations/school-meals')
    await page.route(WRITING, (route) => route.abort())
    const reply = page.locator('[data-comment]').first().getByRole('button', { name: say('action_reply') })
    await reply.click()
    const waiting = page.locator('.comment + .composer')
    await expect(waiting.getByRole('alert')).toContainText(say('problem_part_missing'))
    await expect(waiting.locator('.composer__heading:focus')).toBeVisible()
    await check('it did not come')
    await waiting.getByRole('button', { name: say('cancel') }).click()
    await expect(reply).toBeFocused()
    await page.unroute(WRITING)
    await reply.click()
    await expect(waiting.locator('textarea')).toBeFocused()
    await check('it came')
  })

  test('takes no focus from who went elsewhere while it came', async ({ page }) => {
    await open(page, '/consultations/school-meals')
    const form = composer(page)
    const letItCome = await held(page)
    await form.text.fill('Tushlik')
    await page.locator('#thread-sort').focus()
    letItCome()
    await expect(form.send).toBeVisible()
    await expect(page.locator('#thread-sort')).toBeFocused()
    await expect(form.text).toHaveValue('Tushlik')
  })

  test('is whole at once where a draft was kept', async ({ page, say, check }) => {
    await open(page, '/consultations/school-meals')
    const form = composer(page)
    await form.write('Tushlik', 'against')
    await page.reload()
    await expect(form.send).toBeVisible()
    await expect(form.stance('against')).toBeChecked()
    await expect(form.text).toHaveValue('Tushlik')
    await expect(form.form).toContainText(say('compose_draft_from_before'))
    await check('whole at once', { focus: 'free' })
  })
})

test.describe('the other script', () => {
  const comment = (page) => page.locator('[data-comment]').filter({ has: page.locator('.comment__text[lang=uz-Cyrl]') }).first()

  test('that does not come leaves the original, and comes at the next press', async ({ page, say, check, consoleErrors }) => {
    consoleErrors.allow(NOT_FETCHED)
    await open(page, '/consultations/mahalla-libraries')
    const shown = commentById(page, await comment(page).getAttribute('data-comment'))
    const button = shown.getByRole('button', { name: say('script_read_latin') })
    await page.route(SCRIPT, (route) => route.abort())
    await button.click()
    await expect(shown.getByRole('alert')).toContainText(say('problem_part_missing'))
    await expect(shown.locator('.comment__text')).toHaveAttribute('lang', 'uz-Cyrl')
    await expect(button).toBeFocused()
    await check('it did not come')
    await page.unroute(SCRIPT)
    await button.click()
    await expect(shown.locator('.comment__text')).toHaveAttribute('lang', 'uz-Latn')
    await expect(shown.getByRole('alert')).toBeEmpty()
    await expect(politeRegion(page)).toHaveText(say('script_converted_latin'))
  })

  test('chosen for all says once that it does not come, and comes at the next try', async ({ page, say, check, consoleErrors }) => {
    consoleErrors.allow(NOT_FETCHED)
    await open(page, '/consultations/mahalla-libraries')
    await page.route(SCRIPT, (route) => route.abort())
    const always = page.getByRole('checkbox', { name: say('script_always_latin') })
    await always.check()
    await expect(page.getByRole('alert').filter({ hasText: say('problem_part_missing') })).toHaveCount(1)
    await expect(page.locator('.comment__text[lang=uz-Cyrl]').first()).toBeVisible()
    await check('it did not come')
    await page.unroute(SCRIPT)
    await tryAgain(page, say).click()
    await expect(page.locator('.comment__text[lang=uz-Cyrl]')).toHaveCount(0)
    await expect(always).toBeFocused()
    await check('it came')
  })

  test('chosen before comes together with the app', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('muloqot.own_script', '1'))
    let wasLet = () => {}
    const isLet = new Promise((resolve) => (wasLet = resolve))
    await page.route('**/assets/muloqot-*.wasm', async (route) => {
      await isLet
      await route.continue()
    })
    const asked = page.waitForRequest(SCRIPT)
    await page.goto('/consultations/mahalla-libraries', { waitUntil: 'commit' })
    await asked
    wasLet()
    await expect(page.locator('.comment__text[lang=uz-Latn]').first()).toBeVisible()
    await expect(page.locator('.comment__text[lang=uz-Cyrl]')).toHaveCount(0)
  })
})
