import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { chooseOnSignInPage, commentById, composer, listen, open, politeRegion, requestsOf, signIn } from '../harness/app.js'
import { writer } from '../harness/writer.js'

/** An open consultation of the agency that `otabek` speaks for. */
const CONSULTATION = 'coal-heating'
const REPORTS = { path: '/comments/*/reports' }

let words = 0

/** A comment of somebody else's, for this test alone. */
async function commentOf(playwright, sandbox, person = 'dilnoza') {
  const author = await writer(playwright, sandbox, person)
  words += 1
  return author.comment(CONSULTATION, `Ovozingiz kerak emas ${words} ${test.info().project.name}`)
}

const linkTo = ({ id }) => `/consultations/${CONSULTATION}/comments/${id}`

/** The form about a comment, and the button that opens it. */
function filing(page, { id }, kind, say) {
  const row = commentById(page, id)
  const form = page.locator(`[id="form-${kind}-${id}"]`)
  const label = { report: 'action_report', appeal: 'action_appeal', moderation: 'action_moderate' }[kind]
  return {
    row,
    form,
    button: row.getByRole('button', { name: say(label), exact: true }),
    heading: form.getByRole('heading'),
    choice: (name, value) => form.locator(`[id="${name}-${kind}-${id}-${value}"]`),
    note: form.locator('textarea'),
    send: form.locator('button[type=submit]'),
    cancel: form.getByRole('button', { name: say('cancel'), exact: true }),
    failure: form.getByRole('alert'),
    error: form.locator('.field__error:visible'),
  }
}

test('a comment is reported once, by keyboard alone', async ({ page, playwright, sandbox, say, check }) => {
  const comment = await commentOf(playwright, sandbox)
  await signIn(page, 'rustam', sandbox.address)
  await open(page, linkTo(comment))
  const { row, form, button, heading, choice, note, send, error } = filing(page, comment, 'report', say)
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(row, 'the link leads to the comment').toBeFocused()
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(heading).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await check('the form')

  await page.keyboard.press('Tab')
  await expect(choice('reason', 'insult')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(choice('reason', 'something_else')).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(note).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(send).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(note).toBeFocused()
  await expect(error).toHaveText(say('text_empty'))
  await check('without what is needed')

  await page.keyboard.type('Qoʻrqitmoqda')
  await expect(error).toHaveCount(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  const done = row.locator('.notice--done')
  await expect(done).toHaveText(say('report_done'))
  await expect(politeRegion(page)).toHaveText(say('report_done'))
  await expect(done.locator('..')).toBeFocused()
  await check('reported')
  await button.click()
  await expect(done).toHaveCount(0)
  await button.click()
  await expect(done, 'and asks no second time').toHaveText(say('report_done'))
  await expect(form).toHaveCount(0)

  const reporter = await writer(playwright, sandbox, 'rustam')
  const { items: [report] } = await reporter.read('reports')
  expect(report).toMatchObject({ comment_id: comment.id, reason: 'something_else', note: 'Qoʻrqitmoqda', outcome: 'open' })
  await page.reload()
  await expect(row).toBeVisible()
  await expect(button, 'once a person').toHaveCount(0)
})

test('a report says what is wrong, at the field', async ({ page, playwright, sandbox, say, check }) => {
  const comment = await commentOf(playwright, sandbox)
  await signIn(page, 'rustam', sandbox.address)
  await open(page, linkTo(comment))
  const { form, button, choice, note, send, cancel, error } = filing(page, comment, 'report', say)
  const posts = requestsOf(page, 'POST', /\/reports$/)
  await button.click()
  await note.fill('a'.repeat(501))
  await send.click()
  await expect(error).toHaveText([say('reason_missing'), say('text_too_long', { count: 1 })])
  await expect(choice('reason', 'insult')).toBeFocused()
  await check('with two mistakes')
  expect(posts).toHaveLength(0)

  await note.fill('Uchinchi marta')
  await choice('reason', 'spam').check()
  await expect(error).toHaveCount(0)
  await cancel.click()
  await expect(form).toHaveCount(0)
  await expect(button).toBeFocused()
  await check('closed')
  await page.reload()
  await button.click()
  await expect(note, 'what was typed is still there').toHaveValue('Uchinchi marta')
  await expect(choice('reason', 'spam')).toBeChecked()
})

test('a visitor signs in on sending, and goes on in the form', async ({ page, playwright, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(/401.*\/reports/)
  const comment = await commentOf(playwright, sandbox)
  await open(page, linkTo(comment))
  const { row, button, heading, choice, note, send } = filing(page, comment, 'report', say)
  await button.click()
  await choice('reason', 'insult').check()
  await note.fill('Meni haqorat qildi')
  await expect(send).toHaveText(say('compose_sign_in_and_send'))
  await check('a visitor')
  await send.click()
  await chooseOnSignInPage(page, 'Рустам Йўлдошев')
  await expect(heading).toBeFocused()
  await expect(note).toHaveValue('Meni haqorat qildi')
  await expect(choice('reason', 'insult')).toBeChecked()
  await expect(send).toHaveText(say('report_send'))
  await check('back from signing in')
  await send.click()
  await expect(row.locator('.notice--done')).toHaveText(say('report_done'))
  await check('reported')
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({})
})

test('when sending fails nothing typed is lost, and a report whose answer is lost counts once', async ({ page, playwright, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  const comment = await commentOf(playwright, sandbox)
  await signIn(page, 'rustam', sandbox.address)
  await open(page, linkTo(comment))
  const { row, button, choice, note, send, failure } = filing(page, comment, 'report', say)
  await button.click()
  await choice('reason', 'advertising').check()
  await note.fill('Doʻkonini maqtaydi')
  await sandbox.suffer({ ...REPORTS, status: 500, after_write: true })
  await send.click()
  await expect(failure).toContainText(say('problem_unavailable'))
  await expect(failure).toContainText(say('perhaps_arrived'))
  await expect(note).toHaveValue('Doʻkonini maqtaydi')
  await check('failed')
  await sandbox.recover()
  await failure.getByRole('button').click()
  await expect(row.locator('.notice--done')).toHaveText(say('report_done'))
  await check('sent again')
  const reporter = await writer(playwright, sandbox, 'rustam')
  const { items } = await reporter.read('reports')
  expect(items.filter((report) => report.comment_id === comment.id)).toHaveLength(1)
})

test('the form of an officer opens also when it was asked for before its part had come', async ({ page, playwright, sandbox, say, check }) => {
  const comment = await commentOf(playwright, sandbox)
  await signIn(page, 'otabek', sandbox.address)
  let letGo
  const held = new Promise((resolve) => { letGo = resolve })
  await page.route(/\/assets\/moderation-/, (route) => held.then(() => route.continue()))
  await open(page, linkTo(comment))
  const officer = filing(page, comment, 'moderation', say)
  await expect(officer.row).toBeFocused()
  await officer.button.focus()
  await page.keyboard.press('Enter')
  await expect(officer.button).toHaveAttribute('aria-expanded', 'true')
  await expect(officer.form).toHaveCount(0)
  letGo()
  await expect(officer.heading).toBeFocused()
  await check('it has come')
})

test('an officer removes a comment while another reads it, and its author appeals', async ({ page, browser, playwright, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(/410.*\/comments/)
  const comment = await commentOf(playwright, sandbox)
  const elsewhere = async (person) => {
    const context = await browser.newContext({ ...project.use, baseURL: sandbox.address, locale: 'uz-Latn-UZ' })
    const tab = await context.newPage()
    await signIn(tab, person, sandbox.address)
    return tab
  }
  const reader = await elsewhere('rustam')
  await open(reader, linkTo(comment))
  await commentById(reader, comment.id).getByRole('button', { name: say('action_reply') }).click()
  const reply = composer(reader, `reply-${comment.id}`)
  await reply.text.fill('Bunday demang')

  await signIn(page, 'otabek', sandbox.address)
  await open(page, linkTo(comment))
  const officer = filing(page, comment, 'moderation', say)
  const heard = await listen(page)
  await officer.button.click()
  await expect(officer.heading).toBeFocused()
  await check('the form of an officer')
  await officer.send.click()
  await expect(officer.error).toHaveText(say('decision_missing'))
  await expect(officer.choice('decision', 'hold')).toBeFocused()
  await officer.choice('decision', 'remove').check()
  await officer.send.click()
  await expect(officer.error).toHaveText(say('reason_missing'))
  await check('without a reason')
  await officer.choice('reason', 'insult').check()
  await officer.note.fill('Odamlarni kamsitmang.')
  await officer.send.click()
  await expect(officer.row).toContainText(say('tombstone_removed_insult'))
  await expect(officer.row, 'who moderates reads on').toContainText(comment.text)
  await expect(officer.row).toBeFocused()
  await expect.poll(heard).toContain(say('removed_done'))
  await check('removed')

  await reply.send.click()
  await expect(reply.failure).toContainText(say('problem_gone'))
  await expect(reply.text).toHaveValue('Bunday demang')
  await check('a reply to what was removed', { page: reader })
  await reader.reload()
  await expect(reader.locator(`[data-tombstone="${comment.id}"]`)).toContainText(say('tombstone_removed_insult'))
  await check('what others see', { page: reader, focus: 'free' })

  const author = await elsewhere('dilnoza')
  await open(author, linkTo(comment))
  const appeal = filing(author, comment, 'appeal', say)
  await expect(appeal.row).toContainText(say('tombstone_removed_insult'))
  await expect(appeal.row).toContainText('Odamlarni kamsitmang.')
  await expect(appeal.row, 'its author reads it').toContainText(comment.text)
  await check('what its author sees', { page: author })
  await appeal.button.click()
  await expect(appeal.heading).toBeFocused()
  await check('the form for an appeal', { page: author })
  await appeal.send.click()
  await expect(appeal.error).toHaveText(say('text_empty'))
  await expect(appeal.note).toBeFocused()
  await appeal.note.fill('Men hech kimni haqorat qilmadim')
  await appeal.send.click()
  await expect(appeal.row).toContainText(say('appeal_open'))
  await expect(appeal.button).toHaveCount(0)
  await check('appealed', { page: author })

  await page.reload()
  await officer.button.click()
  await expect(officer.form).toContainText('Men hech kimni haqorat qilmadim')
  await officer.choice('decision', 'restore').check()
  await expect(officer.choice('reason', 'insult'), 'what is read needs none').toHaveCount(0)
  await check('an appeal to decide')
  await officer.send.click()
  await expect(officer.row).not.toContainText(say('tombstone_removed_insult'))
  await expect(officer.row).toBeFocused()
  await author.reload()
  await expect(appeal.row).toContainText(say('appeal_upheld'))
  await check('the appeal was upheld', { page: author, focus: 'free' })
  await reader.context().close()
  await author.context().close()
})

test('of two officers at once the second looks again, with all that was typed', async ({ page, playwright, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(/409.*\/moderation/)
  const comment = await commentOf(playwright, sandbox)
  const reporter = await writer(playwright, sandbox, 'rustam')
  await reporter.write('POST', `comments/${comment.id}/reports`, { reason: 'insult', note: 'Baqirdi' })
  await signIn(page, 'otabek', sandbox.address)
  await open(page, linkTo(comment))
  const { row, form, button, choice, note, send, failure } = filing(page, comment, 'moderation', say)
  await button.click()
  await expect(form).toContainText(say('reports_count', { count: 1 }))
  await expect(form).toContainText('Baqirdi')
  await choice('decision', 'remove').check()
  await choice('reason', 'spam').check()
  await note.fill('Takror yozmang.')
  const other = await writer(playwright, sandbox, 'otabek')
  await other.moderate(comment.id, { decision: 'hold' })
  await send.click()
  await expect(failure).toContainText(say('moderate_conflict'))
  await expect(form).toContainText(say('tombstone_held'))
  await expect(note).toHaveValue('Takror yozmang.')
  await expect(choice('decision', 'remove')).toBeChecked()
  await check('somebody was quicker')
  await send.click()
  await expect(row).toContainText(say('tombstone_removed_spam'))
  await check('removed after all')
  const { items } = await reporter.read('reports')
  expect(items.find((report) => report.comment_id === comment.id).outcome).toBe('upheld')
})
