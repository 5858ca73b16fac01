// What became of a consultation: "you said, we did", and whether that settles it.
import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { commentById, heading, open, politeRegion, requestsOf, signIn } from '../harness/app.js'
import { wordsOf } from '../harness/words.js'

const ID = 'waste-sorting'
const PATH = `/consultations/${ID}`
const WITHOUT = '/consultations/kindergarten-queue'
const API = /^\/api\/v1\//

const section = (page) => page.locator('section.outcome')
const theme = (page, id) => page.locator(`[id="outcome-${id}"]`)

/** The comment of a person that the outcome rests on, and in which theme. */
async function citedOf(sandbox, name) {
  const outcome = await sandbox.read(`/consultations/${ID}/outcome`)
  const cited = outcome.cited.find(({ author }) => author.name?.startsWith(name))
  return { ...cited, theme: outcome.themes.find(({ comments }) => comments.includes(cited.id)).id }
}

const saidOf = async (sandbox, id) => {
  const { cited } = await sandbox.read(`/consultations/${ID}/outcome`)
  return cited.find((it) => it.id === id).settlement?.settled
}

/** The question to the author of a cited comment. */
function settling(page, say) {
  const group = page.getByRole('group', { name: say('settle_question') })
  const button = (name) => group.getByRole('button', { name, exact: true })
  return {
    group,
    yes: button(say('settle_yes')),
    no: button(say('settle_no')),
    note: group.getByRole('textbox'),
    send: button(say('settle_note_send')),
    notice: group.locator('.notice'),
  }
}

test('an outcome says what was decided, why, and on whose word', async ({ page, say, check }) => {
  const asked = requestsOf(page, 'GET', API)
  await open(page, PATH)
  await expect(section(page).getByRole('heading', { level: 2 })).toHaveText(say('outcome_title'))
  const decisions = section(page).getByRole('list', { name: say('outcome_decisions') }).getByRole('listitem')
  await expect(decisions).toHaveText([
    `${say('decision_taken_up')} 3`,
    `${say('decision_in_part')} 1`,
    `${say('decision_not_taken')} 1`,
    `${say('decision_later')} 1`,
  ])
  await expect(section(page).getByRole('article')).toHaveCount(6)
  const part = theme(page, 'chegirma')
  await expect(part.locator('.tag')).toHaveText(say('decision_in_part'))
  await expect(part.locator('.prose')).toContainText('20 foiz')
  await expect(theme(page, 'ikki-quti').locator('.theme__document')).toContainText('PDF, ')
  await expect(section(page).locator('.outcome__said li')).toHaveCount(3)
  await expect(section(page).locator('.facts__pair')).toHaveCount(4)
  await expect(settling(page, say).group, 'a visitor is not asked').toHaveCount(0)
  await check('an outcome', { focus: 'free' })
  const paths = asked.map((request) => new URL(request.url()).pathname)
  expect(paths.filter((path) => path.endsWith('/outcome')), 'one request more').toHaveLength(1)
  expect(paths, 'and no other').toHaveLength(3)
  await part.getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(`${PATH}/comments/`))
})

test('contents lead to a theme, and so does a comment that it rests on', async ({ page, sandbox, say, check }) => {
  const { id, theme: name } = await citedOf(sandbox, 'Sherzod')
  await open(page, PATH)
  await section(page).locator('.outcome__contents a').last().click()
  await expect(theme(page, 'batareyka')).toBeFocused()
  await expect(heading(page)).toBeVisible()
  await check('at a theme')
  const link = commentById(page, id).getByRole('link', { name: say('cited_in_outcome') })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(theme(page, name)).toBeFocused()
  await expect(theme(page, name)).toBeInViewport()
  await check('from the comment')
})

test('a page without an outcome asks for none', async ({ page }) => {
  const outcomes = requestsOf(page, 'GET', /outcome/)
  await open(page, WITHOUT)
  await expect(page.locator('[data-comment]').first()).toBeVisible()
  await expect(section(page)).toHaveCount(0)
  expect(outcomes).toHaveLength(0)
})

test('an author says whether it settles the matter, and why, by keyboard alone', async ({ page, sandbox, say, check }) => {
  const { id } = await citedOf(sandbox, 'Sherzod')
  await signIn(page, 'sherzod', sandbox.address)
  await open(page, PATH)
  const { yes, no, note, send } = settling(page, say)
  await expect(yes).toHaveAttribute('aria-pressed', 'false')
  await expect(note).toHaveCount(0)
  await yes.focus()
  await page.keyboard.press('Space')
  await expect(yes).toHaveAttribute('aria-pressed', 'true')
  await expect(yes).toBeFocused()
  await expect(politeRegion(page)).toHaveText(say('settle_saved'))
  await expect.poll(() => saidOf(sandbox, id)).toBe(true)
  await expect(section(page).locator('.outcome__said')).toContainText(say('outcome_settled', { count: 3 }))
  await check('settled')

  await page.keyboard.press('Tab')
  await expect(no).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(no).toHaveAttribute('aria-pressed', 'true')
  await expect(yes).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => saidOf(sandbox, id)).toBe(false)
  await page.keyboard.press('Tab')
  await expect(note).toBeFocused()
  await page.keyboard.type('Hovlida joy bor.')
  await page.keyboard.press('Tab')
  await expect(send).toBeFocused()
  const puts = requestsOf(page, 'PUT', /\/settlement$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => puts.length).toBe(1)
  expect(puts[0].postDataJSON()).toEqual({ settled: false, note: 'Hovlida joy bor.' })
  await expect(send).toBeFocused()
  await check('with a word')

  await page.reload()
  await expect(no, 'the platform remembers').toHaveAttribute('aria-pressed', 'true')
  await expect(note).toHaveValue('Hovlida joy bor.')
  await check('after a reload', { focus: 'free' })
})

test('an answer that is refused goes back to what it was, with the reason', async ({ page, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  await signIn(page, 'nodira', sandbox.address)
  await open(page, PATH)
  const { yes, no, notice } = settling(page, say)
  await expect(yes).toHaveAttribute('aria-pressed', 'true')
  for (const [fault, key] of [
    [{ status: 409 }, 'problem_conflict'],
    [{ status: 500 }, 'problem_unavailable'],
  ]) {
    await sandbox.suffer({ path: '/comments/*/settlement', delay_ms: 2_000, ...fault })
    await no.click()
    await expect(no, 'shown at once').toHaveAttribute('aria-pressed', 'true')
    const words = say('settle_failed', { reason: say(key) })
    await expect(notice).toHaveText(words)
    await expect(politeRegion(page)).toHaveText(words)
    await expect(yes).toHaveAttribute('aria-pressed', 'true')
    await expect(no).toHaveAttribute('aria-pressed', 'false')
    await expect(no).toBeFocused()
    await check(`refused: ${key}`)
  }
})

test('a word that is too long is told at its field, and not sent', async ({ page, sandbox, say, check }) => {
  await signIn(page, 'bekzod', sandbox.address)
  await open(page, PATH)
  const { note, send } = settling(page, say)
  const puts = requestsOf(page, 'PUT', /\/settlement$/)
  await note.fill('a'.repeat(501))
  await send.click()
  await expect(note).toBeFocused()
  await expect(note).toHaveAttribute('aria-invalid', 'true')
  await check('too long')
  expect(puts).toHaveLength(0)
})

test('markup in an outcome is shown as text, and only https is linked', async ({ page, check }) => {
  const odd = '<img src=x onerror="document.title=1"> <b>qalin</b>'
  await page.route('**/api/v1/consultations/*/outcome', async (route) => {
    const outcome = await (await route.fetch()).json()
    Object.assign(outcome, { lead: odd })
    Object.assign(outcome.themes[0], { title: odd, reason: odd })
    Object.assign(outcome.themes[0].document, { title: odd, url: 'javascript:document.title=1' })
    outcome.cited.forEach((cited) => Object.assign(cited, { excerpt: odd, author: { name: odd } }))
    outcome.themes[1].decision = 'of_a_newer_server'
    await route.fulfill({ json: outcome })
  })
  await open(page, PATH)
  const first = theme(page, 'ikki-quti')
  await expect(first.getByRole('heading', { level: 3 })).toHaveText(odd)
  await expect(first.locator('.prose')).toHaveText(odd)
  await expect(first.locator('.theme__document')).toContainText(odd)
  await expect(first.locator('.theme__document a')).toHaveCount(0)
  await expect(first.locator('.theme__cited li').first()).toContainText(odd)
  await expect(section(page).locator('img, b')).toHaveCount(0)
  await check('markup', { focus: 'free' })
})

test('an outcome that does not come is asked for again', async ({ page, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  await sandbox.suffer({ path: '/consultations/*/outcome', body: 'garbage' })
  await open(page, PATH)
  const again = page.getByRole('button', { name: say('try_again') })
  await expect(again).toBeVisible()
  await check('it did not come', { focus: 'free' })
  await sandbox.recover()
  await again.click()
  await expect(section(page)).toBeVisible()
  await expect(page.locator('#outcome-heading')).toBeFocused()
  await check('it has come')
})

test('another language is spoken in the section too', async ({ page, say, check }) => {
  await open(page, PATH)
  await expect(section(page).getByRole('heading', { level: 2 })).toHaveText(say('outcome_title'))
  await page.goto(`${PATH}?lang=ru`)
  const ru = wordsOf('ru')
  await expect(section(page).getByRole('heading', { level: 2 })).toHaveText(ru('outcome_title'))
  await expect(theme(page, 'chegirma').locator('.tag')).toHaveText(ru('decision_in_part'))
  await check('in Russian', { focus: 'free' })
})

/** The form of an officer. */
function publishing(page, say) {
  const form = page.locator('form#publish')
  const field = (theme, name) => form.locator(`[id="publish-${theme}-${name}"]`)
  return {
    form,
    field,
    lead: form.locator('#publish-lead'),
    add: form.getByRole('button', { name: say('publish_add'), exact: true }),
    send: form.getByRole('button', { name: say('publish_send'), exact: true }),
    summary: form.locator('.error-summary'),
  }
}

test('an officer publishes what became of a consultation, and keeps a draft over a reload', async ({ page, ownSandbox, say, check }) => {
  const { address } = ownSandbox
  const { items } = await ownSandbox.read('/consultations/kindergarten-queue/comments?sort=oldest')
  const rested = items.find(({ author }) => author.name.startsWith('Dilnoza'))
  await signIn(page, 'shahnoza', address)
  await page.goto(`${address}${WITHOUT}`)
  const opening = page.getByRole('button', { name: say('publish_open') })
  await expect(section(page)).toHaveCount(0)
  await opening.click()
  const { form, field, lead, add, send, summary } = publishing(page, say)
  await expect(lead).toBeFocused()
  await check('an empty form')

  await send.click()
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveCount(2)
  await check('nothing written')
  await summary.getByRole('link').first().click()
  await expect(lead).toBeFocused()

  await lead.fill('Navbat ochiq sahifada koʻrinadi.')
  await add.click()
  await expect(field('t1', 'title')).toBeFocused()
  await field('t1', 'title').fill('Navbat nega siljigani koʻrinsin')
  await field('t1', 'reason').fill('Sahifada sababi yoziladi.')
  await field('t1', 'comments').fill('https://example.uz/elsewhere')
  await field('t1', 'document-url').fill('http://example.gov.uz/tartib.pdf')
  await send.click()
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveCount(4)
  await expect(field('t1', 'comments')).toHaveAttribute('aria-invalid', 'true')
  await check('mistakes at their fields')

  await page.reload()
  await opening.click()
  await expect(field('t1', 'title'), 'kept on the device').toHaveValue('Navbat nega siljigani koʻrinsin')
  await field('t1', 'decision-taken_up').check()
  await field('t1', 'comments').fill(`${address}${WITHOUT}/comments/${rested.id}`)
  await field('t1', 'document-title').fill('Tartib')
  await field('t1', 'document-url').fill('https://example.gov.uz/tartib.pdf')
  await field('t1', 'document-size').fill('120')
  await add.click()
  await form.getByRole('button', { name: say('publish_remove', { number: '2' }) }).click()
  await expect(add).toBeFocused()
  await send.click()
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('button', { name: say('publish_change') })).toBeFocused()
  await expect(politeRegion(page)).toHaveText(say('publish_done'))
  await expect(theme(page, 't1').locator('.theme__document')).toContainText('PDF, 120')
  await expect(theme(page, 't1').locator('.theme__cited')).toContainText('Dilnoza')
  await check('published')
  const outcome = await ownSandbox.read('/consultations/kindergarten-queue/outcome')
  expect(outcome.themes[0].document).toMatchObject({ media_type: 'application/pdf', bytes: 120_000 })
  expect(await page.evaluate(() => localStorage.getItem('muloqot.outcome/kindergarten-queue'))).toBeNull()
})

test('what another officer published meanwhile is not overwritten, and nothing typed is lost', async ({ page, ownSandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  const { address } = ownSandbox
  await signIn(page, 'otabek', address)
  await page.goto(`${address}${PATH}`)
  await page.getByRole('button', { name: say('publish_change') }).click()
  const { form, lead, send } = publishing(page, say)
  await expect(form.getByRole('group', { name: say('publish_theme', { number: '6' }), exact: true })).toBeVisible()
  await lead.fill('Yangi soʻz.')
  await ownSandbox.suffer({ method: 'PUT', path: '/consultations/*/outcome', status: 409 })
  await send.click()
  await expect(form.getByRole('alert')).toContainText(say('problem_conflict'))
  await expect(lead).toHaveValue('Yangi soʻz.')
  await check('refused')
  await ownSandbox.recover()
  await send.click()
  await expect(form).toHaveCount(0)
  await expect(section(page)).toContainText('Yangi soʻz.')
})

test('an outcome whose answer is lost is published once by pressing again', async ({ page, ownSandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  consoleErrors.allow(/ERR_FAILED|Failed to fetch/)
  const { address } = ownSandbox
  const { revision } = await ownSandbox.read('/consultations/waste-sorting/outcome')
  await signIn(page, 'otabek', address)
  await page.goto(`${address}${PATH}`)
  await page.getByRole('button', { name: say('publish_change') }).click()
  const { form, lead, send } = publishing(page, say)
  await lead.fill('Bir marta aytiladi.')
  const route = '**/waste-sorting/outcome'
  await page.route(route, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    await route.fetch()
    await route.abort()
  })
  await send.click()
  await expect(form.getByRole('alert')).not.toBeEmpty()
  await expect(lead).toHaveValue('Bir marta aytiladi.')
  await check('the answer is lost')
  await page.unroute(route)
  await send.click()
  await expect(form).toHaveCount(0)
  await expect(section(page)).toContainText('Bir marta aytiladi.')
  expect((await ownSandbox.read('/consultations/waste-sorting/outcome')).revision).toBe(revision + 1)
})
