import { expect, test } from '../harness/test.js'
import {
  FAIR,
  atSignInPage,
  chooseOnSignInPage,
  commentById,
  commentSaying,
  composer,
  composerOf,
  listen,
  open,
  politeRegion,
  requestsOf,
  signIn,
} from '../harness/app.js'

test('a visitor writes first, signs in on sending and comes back to the text', async ({ page, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(/401.*\/comments/)
  const words = `Kechqurun avtobus kam yuradi, ${project.name}.`
  await open(page, '/consultations/bus-lanes')
  const form = composer(page)
  await form.write(words, 'question')
  await expect(form.send).toHaveText(say('compose_sign_in_and_send'))
  await check('a comment is written')
  await form.send.click()

  await atSignInPage(page, 'Jasur Toʻrayev')
  await check('the page for signing in', { focus: 'free' })
  await chooseOnSignInPage(page, 'Jasur Toʻrayev')

  await expect(page).toHaveURL('/consultations/bus-lanes')
  await expect(form.text).toHaveValue(words)
  await expect(form.text).toBeFocused()
  await expect(form.stance('question')).toBeChecked()
  const welcome = page.getByText(say('compose_welcome_back', { name: 'Jasur Toʻrayev' }))
  await expect(welcome).toBeVisible()
  await expect(form.send).toHaveText(say('compose_send'))
  await check('back with the text')

  const count = page.locator('.thread__count')
  const before = Number(await count.textContent())
  const heard = await listen(page)
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(posted).toBeFocused()
  await expect(posted).toContainText(say('author_you', { name: 'Jasur Toʻrayev' }))
  expect(await heard()).toEqual([say('compose_sending'), say('compose_sent')])
  await expect(form.text).toHaveValue('')
  await expect(count, 'the new one is counted').toHaveText(String(before + 1))
  await expect(welcome, 'the text is not ready to be sent any more').toBeHidden()
  await check('the comment is published')

  await page.reload()
  await page.getByRole('combobox', { name: say('thread_sort') }).selectOption('newest')
  await expect(commentSaying(page, words)).toHaveCount(1)
  await expect(form.text).toHaveValue('')
})

test('a visitor replies, signs in on sending and comes back to the reply', async ({ page, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(/401.*\/comments/)
  const words = `Qoʻshilaman, ${project.name}.`
  const [parent] = (await sandbox.readAll(`/consultations/mahalla-libraries/comments?${FAIR}`)).filter(
    (comment) => comment.author.name,
  )
  await open(page, '/consultations/mahalla-libraries')
  const reply = page.getByRole('button', { name: say('action_reply_to', { name: parent.author.name }) }).first()
  await reply.click()
  const form = composer(page, `reply-${parent.id}`)
  await expect(form.text).toBeFocused()
  await expect(reply).toHaveAttribute('aria-expanded', 'true')
  await check('the form for a reply')
  await form.text.fill(words)
  await page.addInitScript(() => {
    globalThis.focused = []
    addEventListener('focusin', (event) => globalThis.focused.push(event.target.id))
  })
  await form.send.click()
  await chooseOnSignInPage(page, 'Malika Hamidova')

  await expect(form.text).toHaveValue(words)
  await expect(form.text).toBeFocused()
  await expect(form.form).toContainText(say('compose_welcome_back', { name: 'Malika Hamidova' }))
  await check('back with the reply')
  const focused = await page.evaluate(() => globalThis.focused)
  expect(focused, 'the comment does not take the focus from the form').not.toContain(`comment-${parent.id}`)
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(posted).toBeFocused()
  await expect(politeRegion(page)).toHaveText(say('compose_reply_sent'))
  await expect(posted).toContainText(say('in_reply_to', { name: parent.author.name }))
  await expect(posted.locator('xpath=ancestor::li')).toHaveAttribute('data-depth', '1')
  await check('the reply is published')
})

test('a comment is edited and taken back by its author', async ({ page, say, check }, { project }) => {
  const words = `Birinchi soʻz, ${project.name}.`
  const form = await composerOf(page, 'timur', '/consultations/open-data')
  await form.write(words)
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(posted).toBeFocused()
  const id = await posted.getAttribute('data-comment')
  const comment = commentById(page, id)

  await comment.getByRole('button', { name: say('action_edit') }).click()
  const edit = composer(page, `edit-${id}`)
  await expect(edit.text).toBeFocused()
  await expect(edit.text).toHaveValue(words)
  await expect(edit.stance('for')).toBeChecked()
  await check('the form for another wording')
  await edit.text.fill('Boshqa')
  await edit.form.getByRole('button', { name: say('cancel') }).click()
  await expect(comment.getByRole('button', { name: say('action_edit') })).toBeFocused()
  await expect(comment).toContainText(words)

  await comment.getByRole('button', { name: say('action_edit') }).click()
  await expect(edit.text).toHaveValue(words)
  await edit.text.fill(`${words} Aniqroq.`)
  await edit.stance('neutral').check()
  await edit.send.click()
  await expect(comment).toBeFocused()
  await expect(comment).toContainText(`${words} Aniqroq.`)
  await expect(comment).toContainText(say('stance_neutral'))
  await expect(comment).toContainText(say('edited'))
  await expect(politeRegion(page)).toHaveText(say('compose_edit_sent'))
  await check('edited')

  const withdraw = comment.getByRole('button', { name: say('action_withdraw') })
  const question = page.locator('.withdrawal p').filter({ hasText: say('withdraw_question') })
  await withdraw.click()
  await expect(question).toBeFocused()
  await check('the question before it is taken back')
  await comment.getByRole('button', { name: say('cancel') }).click()
  await expect(question).toBeHidden()
  await expect(withdraw).toBeFocused()

  await withdraw.click()
  await expect(question).toBeFocused()
  await comment.getByRole('button', { name: say('withdraw_confirm') }).click()
  const tombstone = page.locator(`[data-tombstone="${id}"]`)
  await expect(tombstone).toHaveText(say('tombstone_withdrawn'))
  await expect(tombstone).toBeFocused()
  await expect(politeRegion(page)).toHaveText(say('withdrawn_done'))
  await check('taken back')

  await page.goto(`/consultations/open-data/comments/${id}`)
  await expect(tombstone).toHaveText(say('tombstone_withdrawn'))
  await expect(page.getByText(words)).toHaveCount(0)
})

test('Escape leaves a comment that was not to be taken back', async ({ page, say, check, baseURL }, { project }) => {
  const words = `Qaytarmayman, ${project.name}.`
  await signIn(page, 'rustam', baseURL)
  await open(page, '/consultations/open-data')
  await composer(page).write(words)
  await composer(page).send.click()
  const comment = commentSaying(page, words)
  await expect(comment).toBeFocused()
  const withdraw = comment.getByRole('button', { name: say('action_withdraw') })
  await withdraw.click()
  await expect(page.locator('.withdrawal p').filter({ hasText: say('withdraw_question') })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.withdrawal p').filter({ hasText: say('withdraw_question') })).toBeHidden()
  await expect(withdraw).toBeFocused()
  await check('left as it was')
})

test.describe('with a clock of its own', () => {
  test.use({ baseURL: async ({ ownSandbox }, use) => use(ownSandbox.address) })

  test('after 15 minutes a comment is not changed any more, and the text is kept', async ({ page, ownSandbox, say, check, consoleErrors, baseURL }) => {
    consoleErrors.allow(/403.*\/comments\//)
    await signIn(page, 'elena', baseURL)
    await open(page, '/consultations/open-data')
    await composer(page).write('Birinchi fikr')
    await composer(page).send.click()
    const comment = commentSaying(page, 'Birinchi fikr')
    await expect(comment).toBeFocused()
    const id = await comment.getAttribute('data-comment')
    await comment.getByRole('button', { name: say('action_edit') }).click()
    const edit = composer(page, `edit-${id}`)
    await edit.text.fill('Ikkinchi fikr')
    await ownSandbox.stopClockAt(new Date(Date.now() + 16 * 60_000))
    await edit.send.click()
    await expect(edit.failure).toContainText(say('compose_failed_kept'))
    await expect(edit.failure).toContainText(say('problem_not_allowed'))
    await expect(edit.text).toHaveValue('Ikkinchi fikr')
    await check('too late to change')
  })
})

test('what is missing is said at its field, and the first of them takes the focus', async ({ page, say, check, baseURL }) => {
  await signIn(page, 'gulbahar', baseURL)
  await open(page, '/consultations/open-data')
  const form = composer(page)
  const posts = requestsOf(page, 'POST', /comments$/)
  await form.begin()
  await form.send.click()
  await expect(form.text).toBeFocused()
  const group = form.form.getByRole('group', { name: say('compose_stance') })
  await expect(group).toHaveAccessibleDescription(say('compose_stance_missing'))
  await expect(form.text).toHaveAttribute('aria-invalid', 'true')
  await expect(form.text).toHaveAccessibleDescription(new RegExp(`^${say('text_empty')}`))
  await check('nothing written')

  await form.text.fill('Bozor')
  await form.send.click()
  await expect(form.stance('for')).toBeFocused()
  await check('no stance taken')

  await form.stance('against').check()
  await form.text.fill('я'.repeat(2_001))
  await form.send.click()
  await expect(form.text).toBeFocused()
  await expect(form.text).toHaveAccessibleDescription(
    new RegExp(`^${say('text_too_long', { count: 1 }).replace('.', '\\.')}`),
  )
  await expect(form.text).toHaveValue('я'.repeat(2_001))
  await expect(group).not.toHaveAccessibleDescription(say('compose_stance_missing'))
  await check('one character too many')
  expect(posts).toHaveLength(0)
})

test('the count is announced at its marks and not at every key', async ({ page, say, baseURL }) => {
  await signIn(page, 'gulbahar', baseURL)
  await open(page, '/consultations/open-data')
  const { text, form } = composer(page)
  await text.fill('a'.repeat(1_947))
  await expect(form).toContainText(say('compose_left', { count: 53 }))
  const heard = await listen(page)
  await text.press('End')
  await text.press('Control+End')
  await text.pressSequentially('b'.repeat(55))
  await expect(form).toContainText(say('compose_over', { count: 2 }))
  expect(await heard()).toEqual([
    say('compose_left', { count: 50 }),
    say('compose_left', { count: 20 }),
    say('compose_left', { count: 0 }),
    say('compose_over', { count: 1 }),
  ])
  await text.press('Backspace')
  await text.press('Backspace')
  await expect(form).toContainText(say('compose_left', { count: 0 }))
})

test('pressing twice posts once', async ({ page, sandbox, check, baseURL }, { project }) => {
  const words = `Bir marta, ${project.name}`
  await signIn(page, 'nodira', baseURL)
  await open(page, '/consultations/market-stalls')
  const form = composer(page)
  await form.write(words)
  const posts = requestsOf(page, 'POST', /comments$/)
  let letItGo = () => {}
  const isLet = new Promise((resolve) => (letItGo = resolve))
  await page.route('**/market-stalls/comments', async (route) => {
    await isLet
    await route.continue()
  })
  await form.send.dblclick()
  await expect(form.send).toHaveAttribute('aria-busy', 'true')
  await expect(form.send, 'a busy button keeps the focus').toBeFocused()
  await form.text.press('Control+Enter')
  letItGo()
  await expect(commentSaying(page, words)).toBeFocused()
  await check('posted')
  expect(posts).toHaveLength(1)
  const kept = (await sandbox.thread('market-stalls')).filter(({ text }) => text === words)
  expect(kept).toHaveLength(1)
})

test('drafts survive a reload and a crash, each in its place', async ({ page, context, sandbox, say, check }) => {
  const [first, second] = (await sandbox.readAll(`/consultations/coal-heating/comments?${FAIR}`)).filter(({ text }) => text)
  await open(page, '/consultations/coal-heating')
  await composer(page).write('Umumiy fikr', 'against')
  await page.locator(`[id="reply-${first.id}-button"]`).click()
  await composer(page, `reply-${first.id}`).text.fill('Birinchiga javob')
  await composer(page, `reply-${first.id}`).form.getByRole('button', { name: say('cancel') }).click()
  await expect(page.locator(`[id="reply-${first.id}-button"]`)).toBeFocused()
  await check('a reply put aside')
  await page.locator(`[id="reply-${second.id}-button"]`).click()
  await composer(page, `reply-${second.id}`).text.fill('Ikkinchiga javob')
  await page.goto('/consultations/aral-saxaul')
  await expect(composer(page).text).toHaveValue('')
  await composer(page).text.fill('Orol haqida')
  await page.reload()
  await expect(composer(page).text).toHaveValue('Orol haqida')
  await check('restored after a reload', { focus: 'free' })
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await open(again, '/consultations/coal-heating')
  const form = composer(again)
  await expect(form.text).toHaveValue('Umumiy fikr')
  await expect(form.stance('against')).toBeChecked()
  await expect(form.form).toContainText(say('compose_draft_from_before'))
  for (const [comment, words] of [
    [first, 'Birinchiga javob'],
    [second, 'Ikkinchiga javob'],
  ]) {
    await again.locator(`[id="reply-${comment.id}-button"]`).click()
    await expect(composer(again, `reply-${comment.id}`).text).toHaveValue(words)
    await expect(composer(again, `reply-${comment.id}`).text).toBeFocused()
  }
  await check('restored after a crash', { page: again })
})
