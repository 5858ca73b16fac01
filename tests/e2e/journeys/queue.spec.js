// What is sent while there is no connection waits on the device.
import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import {
  FAIR,
  chooseOnSignInPage,
  commentSaying,
  composer,
  composerOf,
  listen,
  open,
  politeRegion,
  requestsOf,
  signIn,
} from '../harness/app.js'

const OFFLINE = /ERR_INTERNET_DISCONNECTED/
const MARKUP = '<script>window.wasRun = true</script>'

/** How many comments with these words the server keeps. */
const keptTimes = async (sandbox, id, words) =>
  (await sandbox.thread(id)).filter(({ text }) => text === words).length

/** What waits, in the form of a place. */
function queueOf(form, say) {
  const queue = form.form.locator('.queue')
  const row = (words) => queue.getByRole('listitem').filter({ hasText: words })
  return {
    queue,
    title: queue.getByRole('heading', { name: say('queue_title') }),
    row,
    takeBack: (words) => row(words).getByRole('button', { name: say('queue_take_back') }),
    discard: (words) => row(words).getByRole('button', { name: say('compose_discard') }),
  }
}

/** What is needed without a connection has come. */
async function ready(page, form) {
  await form.begin()
  await page.waitForFunction(() => {
    const fetched = performance.getEntriesByType('resource').filter((it) => it.responseEnd > 0)
    return ['/queue-', '/writing/'].every((part) => fetched.some(({ name }) => name.includes(part)))
  })
  await page.waitForLoadState('networkidle')
}

test('two comments written without a connection wait, and are sent in order when it is back', async ({ page, context, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(OFFLINE)
  const [first, second] = [`Birinchi ${MARKUP} ${project.name}`, `Ikkinchi, ${project.name}`]
  const form = await composerOf(page, 'sherzod', '/consultations/aral-saxaul')
  await ready(page, form)
  const { title, row } = queueOf(form, say)
  await context.setOffline(true)
  await form.write(first)
  await form.send.click()
  await expect(title).toBeFocused()
  await expect(row(first)).toContainText(say('queue_waits'))
  await expect(politeRegion(page)).toHaveText(say('queue_put'))
  await expect(form.text).toHaveValue('')
  await check('one waits')
  await form.write(second, 'against')
  await form.send.click()
  await expect(row(second)).toContainText(say('queue_waits'))
  await check('two wait')
  expect(await keptTimes(sandbox, 'aral-saxaul', first)).toBe(0)

  const posts = requestsOf(page, 'POST', /comments$/)
  await context.setOffline(false)
  await expect(commentSaying(page, first)).toBeVisible()
  await expect(commentSaying(page, second)).toBeVisible()
  await expect(title).toHaveCount(0)
  await expect(politeRegion(page)).toContainText(say('queue_sent'))
  await check('both are sent', { focus: 'free' })
  expect(posts.map((post) => post.postDataJSON().text)).toEqual([first, second])
  expect(await keptTimes(sandbox, 'aral-saxaul', first)).toBe(1)
  expect(await keptTimes(sandbox, 'aral-saxaul', second)).toBe(1)
  expect(await page.evaluate(() => window.wasRun)).toBeUndefined()
})

test('what waits is sent when the app starts again, once from two tabs', async ({ page, context, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(OFFLINE)
  const words = `Ertasiga, ${project.name}`
  const form = await composerOf(page, 'sherzod', '/consultations/aral-saxaul')
  await ready(page, form)
  await form.write(words)
  await context.setOffline(true)
  await form.send.click()
  await expect(queueOf(form, say).row(words)).toBeVisible()
  await page.close()
  await context.setOffline(false)
  const [one, other] = [await context.newPage(), await context.newPage()]
  const posts = [one, other].map((tab) => requestsOf(tab, 'POST', /comments$/))
  for (const tab of [one, other]) {
    await tab.addInitScript(() => localStorage.setItem('muloqot.may_be_signed_in', '1'))
  }
  await Promise.all([open(one, '/'), open(other, '/consultations/aral-saxaul')])
  await expect.poll(() => keptTimes(sandbox, 'aral-saxaul', words)).toBe(1)
  await expect.poll(() => one.evaluate(() => localStorage.getItem('muloqot.queue'))).toBeNull()
  expect(posts.flat(), 'by one tab alone').toHaveLength(1)
  await other.getByRole('combobox', { name: say('thread_sort') }).selectOption('newest')
  await expect(commentSaying(other, words)).toHaveCount(1)
  expect(await keptTimes(sandbox, 'aral-saxaul', words)).toBe(1)
  await check('sent at the next start', { page: other, focus: 'free' })
})

test('what waits is taken back into the form, or discarded after asking, by keyboard alone', async ({ page, context, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(OFFLINE)
  const [first, second] = [`Qaytaraman, ${project.name}`, `Oʻchiraman, ${project.name}`]
  const form = await composerOf(page, 'sherzod', '/consultations/aral-saxaul')
  await ready(page, form)
  await context.setOffline(true)
  const { title, row, takeBack, discard } = queueOf(form, say)
  for (const words of [first, second]) {
    await form.write(words, 'question')
    await form.send.focus()
    await page.keyboard.press('Enter')
    await expect(row(words)).toBeVisible()
  }
  await form.text.fill('Boshqa matn')
  await takeBack(first).focus()
  await page.keyboard.press('Enter')
  await expect(row(first).getByRole('alert')).toHaveText(say('queue_form_full'))
  await expect(form.text).toHaveValue('Boshqa matn')
  await check('the form is not free')
  await form.text.fill('')
  await takeBack(first).focus()
  await page.keyboard.press('Enter')
  await expect(form.text).toBeFocused()
  await expect(form.text).toHaveValue(first)
  await expect(form.stance('question')).toBeChecked()
  await expect(row(first)).toHaveCount(0)
  await check('taken back')

  await discard(second).focus()
  await page.keyboard.press('Enter')
  const question = row(second).locator('p').filter({ hasText: say('queue_discard_question') })
  await expect(question).toBeFocused()
  await check('asked')
  await page.keyboard.press('Escape')
  await expect(discard(second)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(title).toHaveCount(0)
  await expect(form.text).toBeFocused()
  await expect(politeRegion(page)).toContainText(say('compose_discarded'))
  await context.setOffline(false)
  await check('discarded')
})

test('a reply with a quotation waits too, and is sent where it belongs', async ({ page, context, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(OFFLINE)
  const words = `Javobim kutadi, ${project.name}`
  const thread = await sandbox.readAll(`/consultations/aral-saxaul/comments?${FAIR}`)
  const parent = thread.find(({ text, state }) => text?.length < 300 && state === 'visible')
  await signIn(page, 'rustam', sandbox.address)
  await open(page, `/consultations/aral-saxaul/comments/${parent.id}`)
  const form = composer(page, `reply-${parent.id}`)
  await page.locator(`[id="reply-${parent.id}-button"]`).click()
  await expect(form.text).toBeFocused()
  await form.form.getByRole('button', { name: say('compose_quote') }).click()
  await form.form.locator('.quoting').getByRole('radio').first().check()
  const quoted = await form.form.locator('.quoting blockquote').innerText()
  await form.text.fill(words)
  await context.setOffline(true)
  await form.send.click()
  const { title, row } = queueOf(form, say)
  await expect(title).toBeFocused()
  await expect(row(words)).toBeVisible()
  await check('the reply waits')
  await context.setOffline(false)
  const posted = commentSaying(page, words)
  await expect(posted).toBeVisible()
  await expect(posted.locator('blockquote')).toHaveText(quoted)
  expect(await keptTimes(sandbox, 'aral-saxaul', words)).toBe(1)
})

test('what was written before signing in is sent by nobody but who says so', async ({ page, context, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(OFFLINE)
  consoleErrors.allow(FAILED_ANSWER)
  const words = `Kirmasdan yozdim, ${project.name}`
  await open(page, '/consultations/aral-saxaul')
  const form = composer(page)
  await ready(page, form)
  await form.write(words)
  await context.setOffline(true)
  await form.send.click()
  const { row, queue } = queueOf(form, say)
  await expect(row(words)).toContainText(say('queue_waits'))
  await context.setOffline(false)
  await expect(row(words)).toContainText(say('queue_sign_in'))
  await check('told to sign in', { focus: 'free' })
  expect(await keptTimes(sandbox, 'aral-saxaul', words)).toBe(0)
  const posts = requestsOf(page, 'POST', /comments$/)
  await queue.getByRole('button', { name: say('sign_in'), exact: true }).click()
  await chooseOnSignInPage(page, 'Malika Hamidova')
  const back = queueOf(composer(page), say)
  await expect(back.row(words)).toContainText(say('queue_unsigned', { name: 'Malika Hamidova' }))
  await check('asked whose it is', { focus: 'free' })
  expect(posts).toHaveLength(0)
  await back.queue.getByRole('button', { name: say('queue_send_now') }).click()
  await expect(commentSaying(page, words)).toBeVisible()
  await expect(commentSaying(page, words)).toContainText('Malika Hamidova')
  await expect(back.queue).toHaveCount(0)
  expect(await keptTimes(sandbox, 'aral-saxaul', words)).toBe(1)
})

/** Puts comments on the device as if they had waited there. */
const letWait = (page, ...waiting) =>
  page.addInitScript((waiting) => localStorage.setItem('muloqot.queue', JSON.stringify(waiting)), waiting)

const HOUR = 3_600_000
const waitingFor = (consultation, person, words, hours) => ({
  ...{ consultation, parent: null, person, shown_as: null, refused: null },
  since: `${new Date(Date.now() - hours * HOUR).toISOString().slice(0, 19)}Z`,
  sent: { key: crypto.randomUUID(), stance: 'for', text: words, quote: null, language: 'uz-Latn' },
})

test('what has waited for more than a day is sent only when its author says so', async ({ page, sandbox, say, check, baseURL }, { project }) => {
  const words = `Kechadan beri kutadi, ${project.name}`
  await signIn(page, 'rustam', baseURL)
  const { person } = await (await page.request.get(`${baseURL}/api/v1/session`)).json()
  await letWait(page, waitingFor('aral-saxaul', person.id, words, 25))
  const posts = requestsOf(page, 'POST', /comments$/)
  await open(page, '/consultations/aral-saxaul')
  const form = composer(page)
  await form.begin()
  const { row, queue } = queueOf(form, say)
  await expect(row(words)).toContainText(say('queue_old'))
  await check('too old', { focus: 'free' })
  expect(posts).toHaveLength(0)
  await queue.getByRole('button', { name: say('queue_send_now') }).click()
  await expect(commentSaying(page, words)).toBeVisible()
  expect(await keptTimes(sandbox, 'aral-saxaul', words)).toBe(1)
})

test('what somebody else wrote on the device is not taken into the form of who is there', async ({ page, say, check, baseURL }, { project }) => {
  const words = `Boshqa odamniki, ${project.name}`
  await signIn(page, 'rustam', baseURL)
  await letWait(page, waitingFor('aral-saxaul', 'somebody-else', words, 1))
  const posts = requestsOf(page, 'POST', /comments$/)
  await open(page, '/consultations/aral-saxaul')
  const form = composer(page)
  await form.begin()
  const { row, queue, takeBack } = queueOf(form, say)
  await expect(row(words)).toContainText(say('queue_of_other'))
  await expect(takeBack(words)).toHaveCount(0)
  await expect(queue.getByRole('button', { name: say('queue_send_now') })).toHaveCount(0)
  await check('it waits for them', { focus: 'free' })
  expect(posts).toHaveLength(0)
})

test('a press sends what is seen there, and nothing that waits for another consultation', async ({ page, sandbox, say, baseURL }, { project }) => {
  const [here, elsewhere] = [`Shu yerda, ${project.name}`, `Boshqa joyda, ${project.name}`]
  await signIn(page, 'rustam', baseURL)
  await letWait(page, waitingFor('open-data', null, elsewhere, 1), waitingFor('aral-saxaul', null, here, 1))
  const posts = requestsOf(page, 'POST', /comments$/)
  await open(page, '/consultations/aral-saxaul')
  const form = composer(page)
  await form.begin()
  const { row, queue } = queueOf(form, say)
  await expect(row(here)).toBeVisible()
  await expect(row(elsewhere)).toHaveCount(0)
  await queue.getByRole('button', { name: say('queue_send_now') }).click()
  await expect(commentSaying(page, here)).toBeVisible()
  await expect(queue).toHaveCount(0)
  expect(posts).toHaveLength(1)
  expect(await keptTimes(sandbox, 'open-data', elsewhere)).toBe(0)
  const left = await page.evaluate(() => JSON.parse(localStorage.getItem('muloqot.queue')))
  expect(left.map(({ sent }) => sent.text)).toEqual([elsewhere])
})

test('what waits for a consultation that has closed is there to be read and discarded', async ({ page, say, check, baseURL }, { project }) => {
  const words = `Kech qoldi, ${project.name}`
  await signIn(page, 'rustam', baseURL)
  await letWait(page, waitingFor('lift-repair', 'somebody-else', words, 1))
  await open(page, '/consultations/lift-repair')
  const queue = page.locator('.thread .queue')
  const row = queue.getByRole('listitem').filter({ hasText: words })
  await expect(row).toContainText(say('queue_of_other'))
  await expect(row.getByRole('button')).toHaveText([say('compose_discard')])
  await expect(queue.getByRole('button', { name: say('queue_send_now') })).toHaveCount(0)
  await check('seen where it cannot be sent', { focus: 'free' })
  await row.getByRole('button').click()
  await row.getByRole('button', { name: say('compose_discard') }).click()
  await expect(queue).toHaveCount(0)
  await expect(page.locator('#thread-heading')).toBeFocused()
})

test('what is refused in the end is told with the reason, and its text stays', async ({ page, context, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(OFFLINE)
  consoleErrors.allow(/422/)
  const words = `Qabul qilinmaydi, ${project.name}`
  const form = await composerOf(page, 'sherzod', '/consultations/aral-saxaul')
  await ready(page, form)
  await form.write(words)
  await context.setOffline(true)
  await form.send.click()
  const { row, takeBack } = queueOf(form, say)
  await expect(row(words)).toBeVisible()
  await page.route('**/api/v1/consultations/*/comments', (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const json = { type: 'validation', title: 'x', status: 422, errors: [] }
    return route.fulfill({ status: 422, contentType: 'application/problem+json', json })
  })
  await context.setOffline(false)
  const reason = say('queue_refused', { reason: say('problem_validation') })
  await expect(page.locator('[data-region=assertive]')).toHaveText(reason)
  await expect(row(words)).toContainText(reason)
  await check('refused', { focus: 'free' })
  await takeBack(words).click()
  await expect(form.text).toHaveValue(words)
  await form.text.fill('')
})

test('a device that is full keeps the text in the form, and says that it was not sent', async ({ page, context, say, check, consoleErrors }) => {
  consoleErrors.allow(OFFLINE)
  const form = await composerOf(page, 'sherzod', '/consultations/aral-saxaul')
  await ready(page, form)
  await form.write('Joy yoʻq')
  await page.evaluate(() => {
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key, value) {
      if (key === 'muloqot.queue') throw new DOMException('full', 'QuotaExceededError')
      setItem.call(this, key, value)
    }
  })
  await context.setOffline(true)
  await form.send.click()
  await expect(form.failure.filter({ hasText: say('compose_failed_kept') })).toContainText(say('problem_offline'))
  await expect(form.text).toHaveValue('Joy yoʻq')
  await check('it is still in the form')
  await context.setOffline(false)
  await form.text.fill('')
})

test('the same comment from two tabs is posted once', async ({ page, context, sandbox, say, check }, { project }) => {
  const words = `Ikki varaqdan bir marta, ${project.name}`
  const form = await composerOf(page, 'sherzod', '/consultations/open-data')
  await form.write(words)
  const other = await context.newPage()
  await open(other, '/consultations/open-data')
  await expect(other.locator('.account button')).toBeVisible()
  const second = composer(other)
  await expect(second.text).toHaveValue(words)
  await form.send.click()
  await expect(commentSaying(page, words)).toBeFocused()
  await second.send.click()
  await expect(commentSaying(other, words)).toBeFocused()
  await check('posted from the second tab too', { page: other })
  expect(await keptTimes(sandbox, 'open-data', words)).toBe(1)

  const another = `Yana bir fikr, ${project.name}`
  await second.write(another)
  const heard = await listen(other)
  await second.send.click()
  await expect(commentSaying(other, another)).toBeFocused()
  expect(await heard()).toEqual([say('compose_sending'), say('compose_sent')])
  expect(await keptTimes(sandbox, 'open-data', another)).toBe(1)
})
