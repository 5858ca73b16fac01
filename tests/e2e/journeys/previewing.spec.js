// Looking at a comment before it is sent.
import { expect, test } from '../harness/test.js'
import { commentSaying, composer, composerOf, listen, open, requestsOf } from '../harness/app.js'
import { wordsOf } from '../harness/words.js'

const MARKUP = '<b>muhim</b> <script>window.wasRun = true</script> <img src=x onerror="window.wasRun = true">'

const previewOf = (form) => form.form.locator('.preview')
const previewButton = (form, say) => form.form.getByRole('button', { name: say('compose_preview') })

test('a comment is looked at as it will read, and nothing is sent, by keyboard alone', async ({ page, say, check }) => {
  const form = await composerOf(page, 'timur', '/consultations/open-data')
  const posts = requestsOf(page, 'POST', /comments$/)
  await form.begin()
  const heard = await listen(page)
  await page.keyboard.type(`Birinchi qator\n${MARKUP}\n\nQarang: https://example.uz/qaror.`)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(form.stance('for')).not.toBeChecked()
  await form.stance('question').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+Tab')
  await expect(form.text).toBeFocused()
  const caret = () => form.text.evaluate((field) => field.selectionStart)
  const before = await caret()

  await previewButton(form, say).focus()
  await page.keyboard.press('Enter')
  const preview = previewOf(form)
  await expect(preview.getByRole('heading', { name: say('preview_title') })).toBeFocused()
  await expect(previewButton(form, say)).toHaveAttribute('aria-expanded', 'true')
  await expect(preview.locator('.prose p')).toHaveCount(2)
  await expect(preview.locator('.prose br')).toHaveCount(1)
  await expect(preview).toContainText(MARKUP)
  await expect(preview.getByRole('link', { name: 'https://example.uz/qaror' })).toHaveAttribute('rel', /nofollow/)
  await expect(preview).toContainText(say('stance_question'))
  await expect(preview).toContainText('Timur')
  expect(await heard()).toContain(say('preview_note'))
  await check('the preview')

  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(preview.getByRole('button', { name: say('preview_back') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(preview).toHaveCount(0)
  await expect(form.text, 'the focus is where it was').toBeFocused()
  expect(await caret(), 'and so is the cursor').toBe(before)
  await check('back to writing')

  await previewButton(form, say).focus()
  await page.keyboard.press('Enter')
  await expect(preview.getByRole('heading')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(preview).toHaveCount(0)
  await expect(form.text).toBeFocused()
  expect(posts).toHaveLength(0)
  expect(await page.evaluate(() => window.wasRun)).toBeUndefined()
})

test('an empty text has nothing to be looked at, and what is typed on is followed', async ({ page, say, check }) => {
  const form = await composerOf(page, 'timur', '/consultations/open-data')
  await form.begin()
  await previewButton(form, say).click()
  const preview = previewOf(form)
  await expect(preview).toContainText(say('preview_empty'))
  await check('nothing to look at')
  await form.text.fill('Endi bor')
  await expect(preview.locator('.prose')).toHaveText('Endi bor')
  await expect(preview).not.toContainText(say('preview_empty'))
  await check('followed')
})

test.describe('on the narrowest screen', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('a word without end is looked at and sent without scrolling sideways', async ({ page, say, check }, { project }) => {
    const form = await composerOf(page, 'timur', '/consultations/market-stalls')
    const end = project.name
    await form.write('a'.repeat(5_000 - end.length) + end)
    await previewButton(form, say).click()
    await expect(previewOf(form).locator('.prose')).toContainText('a'.repeat(4_000))
    await check('five thousand letters are looked at')
    await form.send.click()
    await expect(form.text).toBeFocused()
    await expect(form.form).toContainText(say('text_too_long', { count: 3_000 }))
    await expect(form.text).toHaveValue('a'.repeat(5_000 - end.length) + end)
    await check('they are too many')
    const longest = 'a'.repeat(2_000 - end.length) + end
    await form.text.fill(longest)
    await expect(previewOf(form).locator('.prose')).toHaveText(longest)
    await form.send.click()
    await expect(commentSaying(page, longest)).toBeFocused()
    await check('two thousand are sent')
    await open(page, '/consultations/market-stalls')
    await expect(composer(page).text).toHaveValue('')
  })
})

test('another language is spoken in place: what is open stays open, and nothing takes the focus', async ({ page, check }) => {
  const form = await composerOf(page, 'timur', '/consultations/open-data')
  const [uzbek, english] = [wordsOf('uz-Latn'), wordsOf('en')]
  await form.begin()
  await page.keyboard.type('Ochiq maʼlumot kerak')
  await previewButton(form, uzbek).click()
  await expect(previewOf(form).getByRole('heading', { name: uzbek('preview_title') })).toBeFocused()
  await page.locator('#language-button').click()
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(previewOf(form).getByRole('heading', { name: english('preview_title') })).toBeVisible()
  await expect(previewOf(form)).toContainText('Ochiq maʼlumot kerak')
  await expect(form.text).toHaveValue('Ochiq maʼlumot kerak')
  await expect(previewOf(form).getByRole('heading')).not.toBeFocused()
  await check('in English', { focus: 'free' })
})
