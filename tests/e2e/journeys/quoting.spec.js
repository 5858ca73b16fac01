// A reply that quotes a passage of what it answers.
import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { commentById, commentSaying, composer, listen, open, signIn } from '../harness/app.js'
import { writer } from '../harness/writer.js'

/** An open consultation of the agency that `otabek` speaks for. */
const CONSULTATION = 'coal-heating'
const MARKUP = '<b>Tutun</b> <script>window.wasRun = true</script> yomon & xavfli.'

let parents = 0

/** A comment of Dilnoza's, for this test alone, and who wrote it. */
async function parentOf(playwright, sandbox, text) {
  const author = await writer(playwright, sandbox, 'dilnoza')
  parents += 1
  const parent = await author.comment(CONSULTATION, `${text} ${parents} ${test.info().project.name}`)
  return { author, parent }
}

const linkTo = ({ id }) => `/consultations/${CONSULTATION}/comments/${id}`

/** The form for a reply, and what of it quotes. */
function quoting(page, { id }, say) {
  const form = composer(page, `reply-${id}`)
  return {
    ...form,
    reply: page.locator(`[id="reply-${id}-button"]`),
    quote: form.form.getByRole('button', { name: say('compose_quote') }),
    passage: (words) => form.form.getByRole('radio', { name: words, exact: true }),
    quotation: form.form.locator('.quoting .quotation'),
    remove: form.form.getByRole('button', { name: say('quote_remove') }),
  }
}

test('a passage is chosen by keyboard alone, kept, looked at and sent, and others read whose it is', async ({ page, browser, playwright, sandbox, say, check }, { project }) => {
  const { parent } = await parentOf(playwright, sandbox, `Birinchi gap. ${MARKUP} Oxirgi gap`)
  const words = `Toʻgʻri aytdingiz, ${project.name}`
  await signIn(page, 'rustam', sandbox.address)
  await open(page, linkTo(parent))
  const form = quoting(page, parent, say)
  await form.reply.focus()
  await page.keyboard.press('Enter')
  await expect(form.text).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(form.quote).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form.quote).toHaveAttribute('aria-expanded', 'true')
  await expect(form.form.getByRole('group', { name: say('quote_title') })).toBeVisible()
  await check('the choice of a passage')

  const heard = await listen(page)
  await page.keyboard.press('Tab')
  await expect(form.form.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(form.passage(MARKUP)).toBeChecked()
  await expect(form.quotation.locator('blockquote')).toHaveText(MARKUP)
  await expect(form.quotation).toContainText(say('quote_of', { name: parent.author.name }))
  expect(await heard()).toEqual([say('quote_chosen')])
  await check('a passage is quoted')

  await page.reload()
  await form.reply.click()
  await expect(form.quotation.locator('blockquote'), 'kept with the draft').toHaveText(MARKUP)
  await form.text.fill(words)
  await form.form.getByRole('button', { name: say('compose_preview') }).click()
  const preview = form.form.locator('.preview')
  await expect(preview.locator('blockquote')).toHaveText(MARKUP)
  await check('looked at')
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(posted).toBeFocused()
  await expect(posted.locator('blockquote')).toHaveText(MARKUP)
  await check('sent')
  expect(await page.evaluate(() => window.wasRun)).toBeUndefined()

  const context = await browser.newContext({ ...project.use, baseURL: sandbox.address, locale: 'uz-Latn-UZ' })
  const other = await context.newPage()
  await signIn(other, 'malika', sandbox.address)
  await open(other, linkTo({ id: await posted.getAttribute('data-comment') }))
  const seen = commentSaying(other, words)
  await expect(seen.locator('blockquote')).toHaveText(MARKUP)
  await expect(seen.locator('figcaption')).toHaveText(say('quote_of', { name: parent.author.name }))
  await check('read by another', { page: other })
  await context.close()
})

test('what is selected in the comment is quoted, and can be taken out again', async ({ page, playwright, sandbox, say, check }) => {
  const { parent } = await parentOf(playwright, sandbox, 'Havo iflos, bolalar kasal boʻlyapti.\n\nIltimos, choralar koʻring.')
  await signIn(page, 'rustam', sandbox.address)
  await open(page, linkTo(parent))
  const form = quoting(page, parent, say)
  await form.reply.click()
  await expect(form.text).toBeFocused()
  await form.quote.click()
  await expect(form.form.getByRole('group', { name: say('quote_title') })).toBeVisible()
  const select = (from, to) =>
    commentById(page, parent.id)
      .locator('.comment__text')
      .evaluate(
        (text, { from, to }) => {
          const [first, second] = text.querySelectorAll('p')
          getSelection().setBaseAndExtent(first.firstChild, from, (to.of === 2 ? second : first).firstChild, to.at)
        },
        { from, to },
      )
  await select(12, { of: 2, at: 8 })
  const selected = 'bolalar kasal boʻlyapti. Iltimos,'
  const button = form.form.getByRole('button', { name: say('quote_selected', { words: selected }) })
  await expect(button).toBeVisible()
  await check('something is selected')
  await button.click()
  await expect(form.quotation.locator('blockquote p')).toHaveText(['bolalar kasal boʻlyapti.', 'Iltimos,'])
  await form.remove.click()
  await expect(form.quotation).toHaveCount(0)
  await expect(form.quote).toBeFocused()
  await check('nothing is quoted any more')
})

test('a quotation stays as it was when the comment changes, and says so', async ({ page, playwright, sandbox, say, check }, { project }) => {
  const { author, parent } = await parentOf(playwright, sandbox, 'Kechasi tutun chiqadi.')
  const replier = await writer(playwright, sandbox, 'rustam')
  const words = `Bizda ham, ${project.name}`
  const reply = await replier.comment(CONSULTATION, words, { parent_id: parent.id, quote: { text: 'Kechasi tutun' } })
  await author.edit(parent.id, 'Kunduzi tutun chiqadi.')
  await open(page, linkTo(reply))
  const seen = commentById(page, reply.id)
  await expect(seen.locator('blockquote')).toHaveText('Kechasi tutun')
  await expect(seen.locator('figcaption')).toContainText(say('quote_since_edited'))
  await check('since edited')
})

test('words that are not in the comment any more are not quoted, and it is said why', async ({ page, playwright, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(/422.*\/comments/)
  const { author, parent } = await parentOf(playwright, sandbox, 'Kechasi tutun chiqadi. Nafas qisadi.')
  const words = `Javob, ${project.name}`
  await signIn(page, 'rustam', sandbox.address)
  await open(page, linkTo(parent))
  const form = quoting(page, parent, say)
  await form.reply.click()
  await form.quote.click()
  await form.passage('Kechasi tutun chiqadi.').check()
  await form.text.fill(words)
  await author.edit(parent.id, 'Nafas qisadi.')
  await form.send.click()
  await expect(form.remove).toBeFocused()
  await expect(form.remove).toHaveAccessibleDescription(say('quote_not_there'))
  await expect(form.text).toHaveValue(words)
  await check('refused')
  await form.remove.click()
  await form.send.click()
  await expect(commentSaying(page, words)).toBeFocused()
  await expect(commentSaying(page, words).locator('blockquote')).toHaveCount(0)
})

test('a comment that is removed while it is answered takes its quotations with it', async ({ page, playwright, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(FAILED_ANSWER)
  const { parent } = await parentOf(playwright, sandbox, 'Yoqimsiz soʻzlar. Ikkinchi gap.')
  const before = await writer(playwright, sandbox, 'malika')
  const earlier = await before.comment(CONSULTATION, `Avvalgi javob, ${project.name}`, {
    parent_id: parent.id,
    quote: { text: 'Yoqimsiz soʻzlar.' },
  })
  await signIn(page, 'rustam', sandbox.address)
  await open(page, linkTo(parent))
  const form = quoting(page, parent, say)
  await form.reply.click()
  await form.quote.click()
  await form.passage('Yoqimsiz soʻzlar.').check()
  await form.text.fill('Javobim bor')
  const officer = await writer(playwright, sandbox, 'otabek')
  await officer.moderate(parent.id, { decision: 'remove', reason: 'insult' })
  await form.send.click()
  await expect(form.failure).toContainText(say('compose_failed_kept'))
  await expect(form.failure).toContainText(say('problem_gone'))
  await expect(form.text).toHaveValue('Javobim bor')
  await check('it is gone')
  await open(page, linkTo(earlier))
  await expect(commentById(page, earlier.id)).toBeVisible()
  await expect(page.getByText('Yoqimsiz soʻzlar.')).toHaveCount(0)
  await officer.moderate(parent.id, { decision: 'restore' })
  await open(page, linkTo(earlier))
  await expect(commentById(page, earlier.id).locator('blockquote')).toHaveText('Yoqimsiz soʻzlar.')
})
