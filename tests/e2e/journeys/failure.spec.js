import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import {
  chooseOnSignInPage,
  commentSaying,
  composer,
  composerOf,
  heading,
  open,
  requestsOf,
  signIn,
} from '../harness/app.js'

const POSTING = { method: 'POST', path: '/consultations/*/comments' }
/** What is said where nobody can know whether it arrived. */
const UNCERTAIN = 'compose_perhaps_sent'
const problem = (code) => ({ type: code, title: code, status: 409, detail: 'The prose of a server', errors: [] })

/** How many comments with these words the server keeps. */
const keptTimes = async (sandbox, id, words) =>
  (await sandbox.thread(id)).filter(({ text }) => text === words).length

test.describe('while sending', () => {
  test('offline, and nothing can wait: the text is kept, and one press sends it once the connection is back', async ({ page, context, sandbox, say, check, consoleErrors }, { project }) => {
    consoleErrors.allow(/ERR_INTERNET_DISCONNECTED/)
    const words = `Aloqa uzilganda, ${project.name}`
    const form = await composerOf(page, 'sherzod', '/consultations/aral-saxaul')
    await form.write(words)
    await page.evaluate(() => {
      const { setItem } = Storage.prototype
      Storage.prototype.setItem = function (key, value) {
        if (key === 'muloqot.queue') throw new DOMException('full', 'QuotaExceededError')
        setItem.call(this, key, value)
      }
    })
    await context.setOffline(true)
    await form.send.click()
    await expect(form.failure).toContainText(say('compose_failed_kept'))
    await expect(form.failure).toContainText(say('problem_offline'))
    await expect(form.text).toHaveValue(words)
    await check('offline')
    await form.failure.getByRole('button', { name: say('try_again') }).click()
    await expect(form.failure, 'still offline').toContainText(say('problem_offline'))
    await check('offline again')
    await context.setOffline(false)
    await form.failure.getByRole('button', { name: say('try_again') }).click()
    await expect(commentSaying(page, words)).toBeFocused()
    await expect(form.form).not.toContainText(say('compose_failed_kept'))
    await check('sent when back online')
    expect(await keptTimes(sandbox, 'aral-saxaul', words)).toBe(1)
  })

  test('an expired session: signing in again comes back to the text', async ({ page, sandbox, say, check, consoleErrors }, { project }) => {
    consoleErrors.allow(/401.*\/comments/)
    const words = `Sessiya tugaganda, ${project.name}`
    const form = await composerOf(page, 'sherzod', '/consultations/mahalla-libraries')
    await form.write(words, 'question')
    await sandbox.endAllSessions()
    await form.send.click()
    await expect(form.failure).toContainText(say('problem_not_signed_in'))
    await expect(form.text).toHaveValue(words)
    await check('the session has expired')
    await form.failure.getByRole('button', { name: say('sign_in_again') }).click()
    await chooseOnSignInPage(page, 'Sherzod Nazarov')
    await expect(form.text).toHaveValue(words)
    await expect(form.text).toBeFocused()
    await form.send.click()
    await expect(commentSaying(page, words)).toBeFocused()
    await check('sent after signing in again')
    expect(await keptTimes(sandbox, 'mahalla-libraries', words)).toBe(1)
  })

  const refusals = [
    { name: '409', fault: { status: 409 }, key: 'problem_conflict' },
    { name: '422 without fields', fault: { status: 422 }, key: 'problem_validation' },
    { name: '429 for long', fault: { status: 429, retry_after: 30 }, key: 'problem_rate_limited_for', values: { count: 30 } },
    { name: '500', fault: { status: 500 }, key: 'problem_unavailable', kept: UNCERTAIN },
    { name: '503 for long', fault: { status: 503, retry_after: 60 }, key: 'problem_unavailable', kept: UNCERTAIN },
    { name: 'a page instead of JSON', fault: { body: 'html' }, key: 'problem_unreadable', kept: UNCERTAIN },
    { name: 'something that is no JSON', fault: { body: 'garbage' }, key: 'problem_unreadable', kept: UNCERTAIN },
    { name: 'nothing', fault: { body: 'empty' }, key: 'problem_unreadable', kept: UNCERTAIN },
  ]

  test('whatever the server says, the text stays and the reason is in words', async ({ page, sandbox, check, consoleErrors, say }, { project }) => {
    test.slow()
    consoleErrors.allow(FAILED_ANSWER)
    const words = `Server javob bermaganda, ${project.name}`
    const form = await composerOf(page, 'bekzod', '/consultations/aral-saxaul')
    await form.write(words)
    for (const { name, fault, key, values, kept = 'compose_failed_kept' } of refusals) {
      await sandbox.suffer({ ...POSTING, delay_ms: 600, ...fault })
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await form.send.click()
      await expect(form.failure, `${name}: the last reason is gone`).toHaveCount(0)
      await answered
      await expect(form.failure, name).toContainText(say(kept))
      await expect(form.failure, name).toContainText(say(key, values))
      await expect(form.failure, 'no prose of a server').not.toContainText(/error|conflict|gateway/i)
      await expect(form.failure.getByRole('button', { name: say('try_again') })).toBeVisible()
      await expect(form.text).toHaveValue(words)
      await check(name)
    }
    await sandbox.recover()
    await form.failure.getByRole('button', { name: say('try_again') }).click()
    await expect(commentSaying(page, words)).toBeFocused()
    expect(await keptTimes(sandbox, 'aral-saxaul', words)).toBe(1)
  })

  test('a consultation that closed meanwhile says so and offers no vain try', async ({ page, say, check, baseURL, consoleErrors }) => {
    consoleErrors.allow(/409/)
    await signIn(page, 'bekzod', baseURL)
    await page.route('**/api/v1/consultations/*/comments', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem('closed') })
        : route.continue(),
    )
    await open(page, '/consultations/bus-lanes')
    const form = composer(page)
    await form.begin()
    await expect(form.send).toHaveText(say('compose_send'))
    await form.write('Kech qoldim')
    await form.send.click()
    await expect(form.failure).toContainText(say('problem_closed'))
    await expect(form.failure.getByRole('button')).toHaveCount(0)
    await expect(form.text).toHaveValue('Kech qoldim')
    await check('closed meanwhile')
  })

  test('what the server finds wrong in a field is said at the field', async ({ page, say, check, baseURL, consoleErrors }) => {
    consoleErrors.allow(/422/)
    await signIn(page, 'bekzod', baseURL)
    await page.route('**/api/v1/consultations/*/comments', (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      const errors = [{ pointer: '/text', code: 'too_long', params: { over: 7 } }]
      const json = { ...problem('validation'), status: 422, errors }
      return route.fulfill({ status: 422, contentType: 'application/problem+json', json })
    })
    await open(page, '/consultations/bus-lanes')
    const form = composer(page)
    await form.begin()
    await expect(form.send).toHaveText(say('compose_send'))
    await form.write('Juda uzun')
    await form.send.click()
    await expect(form.text).toBeFocused()
    await expect(form.form).toContainText(say('text_too_long', { count: 7 }))
    await check('a field that the server refused')
  })

  const losses = [
    { name: 'the connection breaks after the write', fault: { body: 'cut', after_write: true, times: 1 } },
    { name: 'a proxy answers 503 after the write', fault: { status: 503, after_write: true, times: 1 } },
  ]
  for (const { name, fault } of losses) {
    test(`${name}: the comment is there once all the same`, async ({ page, sandbox, check, consoleErrors }, { project }) => {
      consoleErrors.allow(FAILED_ANSWER)
      const words = `${name}, ${project.name}`
      const form = await composerOf(page, 'muhammadyusuf', '/consultations/aral-saxaul')
      const posts = requestsOf(page, 'POST', /comments$/)
      await form.write(words)
      await sandbox.suffer({ ...POSTING, ...fault })
      await form.send.click()
      await expect(commentSaying(page, words)).toBeFocused()
      await check('posted in the end')
      // A browser sends again by itself what it lost before the first byte.
      const keys = await Promise.all(posts.map((post) => post.headerValue('idempotency-key')))
      expect(new Set(keys).size).toBe(1)
      expect(await keptTimes(sandbox, 'aral-saxaul', words)).toBe(1)
    })
  }

  test('half an answer to a write: the comment is there once all the same', async ({ page, sandbox, say, check, baseURL }, { project }) => {
    const words = `Yarim javob, ${project.name}`
    await signIn(page, 'muhammadyusuf', baseURL)
    let answers = 0
    await page.route('**/api/v1/consultations/*/comments', async (route) => {
      if (route.request().method() !== 'POST' || answers++ > 0) return route.continue()
      const response = await route.fetch()
      const body = await response.text()
      await route.fulfill({ response, body: body.slice(0, body.length / 2) })
    })
    await open(page, '/consultations/aral-saxaul')
    const form = composer(page)
    await form.begin()
    await expect(form.send).toHaveText(say('compose_send'))
    await form.write(words)
    await form.send.click()
    await expect(form.failure).toContainText(say('problem_unreadable'))
    await expect(form.text).toHaveValue(words)
    await check('half an answer')
    await form.failure.getByRole('button', { name: say('try_again') }).click()
    await expect(commentSaying(page, words)).toBeFocused()
    await check('posted in the end')
    expect(await keptTimes(sandbox, 'aral-saxaul', words)).toBe(1)
  })

  test('a write whose answer was lost is recognised even after a reload', async ({ page, sandbox, say, check, consoleErrors }, { project }) => {
    consoleErrors.allow(FAILED_ANSWER)
    const words = `Javob yoʻqolganda, ${project.name}`
    const form = await composerOf(page, 'muhammadyusuf', '/consultations/mahalla-libraries')
    await form.write(words)
    await sandbox.suffer({ ...POSTING, status: 500, after_write: true })
    await form.send.click()
    await expect(form.failure).toContainText(say(UNCERTAIN))
    await sandbox.recover()
    await page.reload()
    await expect(form.text).toHaveValue(words)
    await expect(form.send).toHaveText(say('compose_send'))
    await form.send.click()
    await expect(commentSaying(page, words)).toBeFocused()
    await expect(commentSaying(page, words)).toHaveCount(1)
    await check('posted after a reload')
    expect(await keptTimes(sandbox, 'mahalla-libraries', words)).toBe(1)
  })

  test('another wording after a lost answer is not posted beside the first one unasked', async ({ page, sandbox, say, check, consoleErrors }, { project }) => {
    consoleErrors.allow(FAILED_ANSWER)
    const words = `Birinchi nusxa, ${project.name}`
    const form = await composerOf(page, 'muhammadyusuf', '/consultations/mahalla-libraries')
    await form.write(words)
    await sandbox.suffer({ ...POSTING, status: 500, after_write: true })
    await form.send.click()
    await expect(form.failure).toContainText(say(UNCERTAIN))
    await sandbox.recover()
    await form.text.fill(`${words}, tuzatilgan`)
    await form.send.click()
    await expect(form.failure).toContainText(say('compose_already_sent'))
    await expect(form.failure.getByRole('button')).toHaveCount(0)
    await check('the first wording had arrived')
    expect(await keptTimes(sandbox, 'mahalla-libraries', words)).toBe(1)
    expect(await keptTimes(sandbox, 'mahalla-libraries', `${words}, tuzatilgan`)).toBe(0)
    await form.send.click()
    await expect(commentSaying(page, `${words}, tuzatilgan`)).toBeFocused()
    await check('posted beside it on purpose')
  })

  test('a change of language between two tries posts once', async ({ page, sandbox, say, check, consoleErrors }, { project }) => {
    consoleErrors.allow(FAILED_ANSWER)
    const words = `Language changed ${project.name}`
    const form = await composerOf(page, 'muhammadyusuf', '/consultations/mahalla-libraries')
    await form.write(words)
    await sandbox.suffer({ ...POSTING, status: 500, after_write: true })
    await form.send.click()
    await expect(form.failure).toContainText(say(UNCERTAIN))
    await sandbox.recover()
    await page.locator('#language-button').click()
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await form.send.click()
    await expect(commentSaying(page, words)).toBeFocused()
    await check('posted in another language')
    expect(await keptTimes(sandbox, 'mahalla-libraries', words)).toBe(1)
  })

  test('nobody writes in the name of another who has signed in meanwhile', async ({ page, sandbox, say, check, baseURL, consoleErrors }, { project }) => {
    consoleErrors.allow(/403.*\/comments/)
    const words = `Kimning nomidan, ${project.name}`
    const form = await composerOf(page, 'sherzod', '/consultations/mahalla-libraries')
    await form.write(words)
    await signIn(page, 'malika', baseURL)
    await form.send.click()
    await expect(page.getByText(say('compose_welcome_back', { name: 'Malika Hamidova' }))).toBeVisible()
    await expect(page.locator('.account')).toContainText('Malika Hamidova')
    await expect(form.text).toHaveValue(words)
    await expect(form.text).toBeFocused()
    await check('somebody else is signed in')
    expect(await keptTimes(sandbox, 'mahalla-libraries', words)).toBe(0)
    await form.send.click()
    await expect(commentSaying(page, words)).toBeFocused()
    await expect(commentSaying(page, words)).toContainText('Malika Hamidova')
    await check('written in their own name')
  })

  test('a withdrawal that failed says so and can be tried again', async ({ page, sandbox, say, check, baseURL, consoleErrors }, { project }) => {
    consoleErrors.allow(FAILED_ANSWER)
    const words = `Qaytarib olaman, ${project.name}`
    await signIn(page, 'bekzod', baseURL)
    await open(page, '/consultations/market-stalls')
    await composer(page).write(words)
    await composer(page).send.click()
    const comment = commentSaying(page, words)
    await comment.getByRole('button', { name: say('action_withdraw') }).click()
    await sandbox.suffer({ method: 'DELETE', path: '/comments/*', status: 500, times: 1 })
    const confirm = comment.getByRole('button', { name: say('withdraw_confirm') })
    await confirm.click()
    await expect(comment.getByRole('alert')).not.toBeEmpty()
    await expect(confirm).toBeFocused()
    await check('not withdrawn')
    await confirm.click()
    await expect(page.getByText(words)).toHaveCount(0)
    await check('withdrawn')
  })
})

test.describe('while reading', () => {
  const notice = (page, say) => page.getByRole('alert').filter({ hasText: say('problem_when_reading') })
  const tryAgain = (page, say) => page.getByRole('button', { name: say('try_again') })

  test('a consultation that does not come can be asked for again', async ({ page, sandbox, say, check, consoleErrors }) => {
    consoleErrors.allow(FAILED_ANSWER)
    await sandbox.suffer({ path: '/consultations/open-data', status: 500 })
    await open(page, '/consultations/open-data')
    await expect(notice(page, say)).toHaveCount(1)
    await check('a consultation that did not come', { focus: 'free' })
    await tryAgain(page, say).click()
    await expect(notice(page, say)).toHaveCount(1)
    await check('nor at the second try')
    await sandbox.recover()
    await tryAgain(page, say).click()
    await expect(heading(page)).toHaveText('Which public data sets should be opened first?')
    await check('a consultation that came at last')
  })

  for (const fault of [{ status: 500 }, { body: 'html' }, { body: 'garbage' }]) {
    test(`a thread that answers ${JSON.stringify(fault)} costs only the thread`, async ({ page, sandbox, say, check, consoleErrors }) => {
      consoleErrors.allow(FAILED_ANSWER)
      // Other journeys write there too.
      const { total } = await sandbox.read('/consultations/open-data/comments?limit=1')
      await sandbox.suffer({ path: '/consultations/open-data/comments', ...fault })
      await open(page, '/consultations/open-data')
      await expect(heading(page)).toHaveText('Which public data sets should be opened first?')
      await expect(notice(page, say)).toHaveCount(1)
      await expect(composer(page).text, 'writing needs no reading').toBeVisible()
      await check('a thread that did not come', { focus: 'free' })
      await sandbox.recover()
      await tryAgain(page, say).click()
      await expect(page.locator('[data-comment], [data-tombstone]')).toHaveCount(total)
      await check('a thread that came at last')
    })
  }

  test('a cut answer is asked for again without a word', async ({ page, sandbox, consoleErrors }) => {
    consoleErrors.allow(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONTENT_LENGTH_MISMATCH|ERR_CONNECTION|Failed to load/)
    await sandbox.suffer(
      { path: '/consultations', body: 'cut', times: 1 },
      { path: '/agencies', status: 503, times: 1 },
    )
    await open(page, '/consultations')
    await expect(page.locator('.card')).toHaveCount(16)
    await expect(page.locator('#agency option')).not.toHaveCount(1)
  })

  test('a server that never answers is given up in words', async ({ page, say, check }) => {
    await page.clock.install()
    const held = []
    await page.route('**/api/v1/consultations?**', (route) => {
      held.push(route)
    })
    await open(page, '/consultations')
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await expect.poll(() => held.length).toBe(attempt)
      await page.clock.runFor(10_500)
      await page.clock.runFor(3_500)
    }
    await expect(notice(page, say)).toContainText(say('problem_timed_out'))
    await page.clock.resume()
    await check('given up', { focus: 'free' })
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await tryAgain(page, say).click()
    await expect(page.locator('.card')).toHaveCount(16)
    await check('the list came at last')
  })

  test('an item that cannot be read costs that item', async ({ page, check }) => {
    await page.route('**/api/v1/consultations?**', async (route) => {
      const answer = await route.fetch()
      const json = await answer.json()
      json.items[3] = { id: 'broken', title: 7 }
      await route.fulfill({ response: answer, json })
    })
    await open(page, '/consultations')
    await expect(page.locator('.card')).toHaveCount(15)
    await check('a list with a broken item', { focus: 'free' })
  })

  test('what a newer server says that is not known yet breaks nothing', async ({ page, say, check }) => {
    await page.route('**/api/v1/consultations/open-data', async (route) => {
      const answer = await route.fetch()
      const json = { ...(await answer.json()), status: 'paused', topic: 'space', new_field: { a: [1] } }
      await route.fulfill({ response: answer, json })
    })
    await open(page, '/consultations/open-data')
    await expect(page.getByText(say('status_other'))).toBeVisible()
    await expect(page.getByText(say('topic_other'))).toBeVisible()
    await check('an unknown status', { focus: 'free' })
  })

  test('more comments that do not come can be asked for again', async ({ page, sandbox, check, consoleErrors }) => {
    consoleErrors.allow(FAILED_ANSWER)
    const shown = page.locator('[data-comment], [data-tombstone]')
    const row = page.locator('.thread__row--more')
    await open(page, '/consultations/bus-lanes')
    await expect(shown).toHaveCount(20)
    await sandbox.suffer({ path: '/consultations/bus-lanes/comments', status: 500, times: 1 })
    await row.getByRole('button').click()
    await expect(row.getByRole('alert')).not.toBeEmpty()
    await expect(shown).toHaveCount(20)
    await check('more comments that did not come')
    await row.getByRole('button').click()
    await expect(shown.nth(20)).toBeFocused()
    await check('more comments that came at last')
  })

  test('leaving a page ends what it asked for', async ({ page, sandbox, say }) => {
    await open(page, '/')
    await expect(page.locator('.card')).toHaveCount(9)
    await sandbox.suffer({ path: '/consultations', delay_ms: 4_000, times: 1 })
    const isOfList = (request) => request.url().includes('/api/v1/consultations?')
    const asked = page.waitForRequest(isOfList)
    const ended = page.waitForEvent('requestfailed', isOfList)
    const sections = page.getByRole('navigation', { name: say('navigation') })
    await sections.getByRole('link', { name: say('nav_consultations') }).click()
    await expect(heading(page)).toHaveText(say('consultations_title'))
    await asked
    await sections.getByRole('link', { name: say('nav_home') }).click()
    expect((await ended).failure().errorText).toBe('net::ERR_ABORTED')
    await expect(page.locator('.card')).toHaveCount(9)
  })
})
