import { expect, test } from '../harness/test.js'
import { commentById, commentSaying, composer, heading, open, politeRegion } from '../harness/app.js'

/**
 * Goes on with Tab, or back with Shift+Tab, until the focus is on an element; every stop on the
 * way must be seen.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Locator} wanted
 */
async function tabTo(page, wanted, key = 'Tab') {
  for (let stops = 0; stops < 240; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
    expect(await page.evaluate(whatHidesFocus), 'the focus can be seen').toBeNull()
  }
  throw new Error('Tab does not lead there')
}

/** What is wrong with how the focus is shown, or null. Runs in the page. */
function whatHidesFocus() {
  const element = document.activeElement
  // The browser's own bars are a stop of their own, after the last element.
  if (!element || element === document.body) return null
  const name = `${element.localName}#${element.id} “${element.textContent.trim().slice(0, 30)}”`
  // A radio is drawn by its label.
  const shown = element.matches('.radio input') ? element.nextElementSibling : element
  const style = getComputedStyle(shown)
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `${name} has no outline`
  const box = shown.getBoundingClientRect()
  if (box.width < 1 || box.height < 1) return `${name} has no size`
  if (box.bottom <= 0 || box.top >= innerHeight) return `${name} is out of sight`
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]))
  const isSeen = points.some(([x, y]) => {
    const hit = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height)
    return hit && (shown.contains(hit) || hit.contains(shown) || element.contains(hit) || hit === element)
  })
  return isSeen ? null : `${name} is covered`
}

test('the whole way is gone by keyboard alone', async ({ page, check, consoleErrors, say }, { project }) => {
  test.slow()
  consoleErrors.allow(/401.*\/comments/)
  const words = `Klaviaturada yozildi, ${project.name}`
  const keyboard = page.keyboard

  await open(page, '/')
  await keyboard.press('Tab')
  const skip = page.getByRole('link', { name: say('skip_to_content') })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await tabTo(page, page.locator('.hero a'))
  await keyboard.press('Enter')
  await expect(heading(page)).toHaveText(say('consultations_title'))
  await expect(heading(page)).toBeFocused()

  await tabTo(page, page.getByRole('searchbox'))
  await keyboard.type('kutubxona')
  await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: say('search_clear'), exact: true })).toBeFocused()
  const fold = page.getByRole('button', { name: say('filters'), exact: true })
  if (await fold.isVisible()) {
    await tabTo(page, fold)
    await keyboard.press('Enter')
  }
  const status = page.getByRole('combobox', { name: say('filter_status') })
  await tabTo(page, status)
  await keyboard.type(say('status_open').slice(0, 3))
  await expect(status).toHaveValue('open')
  await tabTo(page, page.getByRole('button', { name: say('filter_apply') }))
  await keyboard.press('Enter')
  await expect(page.locator('.card')).toHaveCount(1)
  await check('filtered by keyboard')
  const card = page.locator('.card a')
  await tabTo(page, card)
  await keyboard.press('Enter')
  await expect(page).toHaveURL('/consultations/mahalla-libraries')
  await expect(heading(page)).toBeFocused()

  const form = composer(page)
  await tabTo(page, form.text)
  await keyboard.type(words)
  await expect(form.send).toBeVisible()
  await expect(form.text).toBeFocused()
  await expect(form.text).toHaveValue(words)
  await keyboard.press('Tab')
  await expect(form.stance('for')).toBeFocused()
  await keyboard.press('Space')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowUp')
  await expect(form.stance('against')).toBeChecked()
  expect(await page.evaluate(whatHidesFocus)).toBeNull()
  await tabTo(page, form.send)
  await check('written by keyboard')
  await keyboard.press('Enter')

  await expect(page).toHaveURL(/session\/login/)
  const person = page.getByRole('button', { name: 'Nodira Saidova' })
  await tabTo(page, person)
  await keyboard.press('Enter')
  await expect(form.text).toBeFocused()
  await expect(form.text).toHaveValue(words)
  await tabTo(page, form.send)
  await keyboard.press('Space')
  const comment = commentSaying(page, words)
  await expect(comment).toBeFocused()
  expect(await page.evaluate(whatHidesFocus)).toBeNull()
  await check('sent by keyboard')

  await tabTo(page, comment.getByRole('button', { name: say('action_reply_to', { name: 'Nodira Saidova' }) }))
  await keyboard.press('Enter')
  const id = await comment.getAttribute('data-comment')
  const reply = composer(page, `reply-${id}`)
  await expect(reply.text).toBeFocused()
  await keyboard.type(`Javob. ${project.name}`)
  await tabTo(page, reply.send)
  await keyboard.press('Enter')
  const answered = commentSaying(page, `Javob. ${project.name}`)
  await expect(answered).toBeFocused()
  const answerId = await answered.getAttribute('data-comment')
  const answer = commentById(page, answerId)

  await tabTo(page, answer.getByRole('button', { name: say('action_edit') }))
  await keyboard.press('Enter')
  const edit = composer(page, `edit-${answerId}`)
  await expect(edit.text).toBeFocused()
  await keyboard.press('Control+End')
  await keyboard.type(' Ha.')
  await tabTo(page, edit.send)
  await keyboard.press('Enter')
  await expect(answer).toBeFocused()
  await expect(answer).toContainText(`Javob. ${project.name} Ha.`)

  await tabTo(page, answer.getByRole('button', { name: say('action_withdraw') }))
  await keyboard.press('Enter')
  await expect(page.locator('.withdrawal p').filter({ hasText: say('withdraw_question') })).toBeFocused()
  await tabTo(page, answer.getByRole('button', { name: say('withdraw_confirm') }))
  await keyboard.press('Enter')
  await expect(politeRegion(page)).toHaveText(say('withdrawn_done'))
  await expect(page.locator('[data-tombstone]:focus')).toHaveText(say('tombstone_withdrawn'))
  await check('edited and taken back by keyboard')

  const language = page.locator('#language-button')
  await tabTo(page, language, 'Shift+Tab')
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'English', exact: true }))
  await keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(language).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Sign out' }))
  await keyboard.press('Enter')
  await expect(page.locator('#sign-in')).toBeFocused()
  await expect(politeRegion(page)).toHaveText('You are signed out.')
  await check('signed out by keyboard')
})

test('no stop of Tab is hidden on a page full of comments', async ({ page }) => {
  test.slow()
  await open(page, '/consultations/bus-lanes')
  await expect(page.locator('[data-comment]').first()).toBeVisible()
  await tabTo(page, page.locator('.thread__row--more').getByRole('button'))
  await tabTo(page, page.locator('#thread-sort'), 'Shift+Tab')
})
