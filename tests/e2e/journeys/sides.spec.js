// The sides of a thread apart.
import { expect, test } from '../harness/test.js'
import { FAIR, commentSaying, composerOf, open } from '../harness/app.js'

const ID = 'school-meals'
const PATH = `/consultations/${ID}`
const STANCES = ['for', 'against', 'neutral', 'question']
const sideOf = (page, stance) => page.locator(`section[aria-labelledby=side-${stance}]`)
const idsIn = (place) => place.locator('[data-comment]').evaluateAll((rows) => rows.map((row) => row.dataset.comment))

/** Asks for the sides apart in the form of the thread, by keyboard. */
async function askForSides(page, say) {
  await page.locator('.thread').getByRole('button', { name: say('filter_label') }).press('Enter')
  const form = page.locator('.thread').getByRole('search')
  await form.getByRole('checkbox', { name: say('filter_apart') }).press('Space')
  await form.getByRole('button', { name: say('filter_apply') }).press('Enter')
  return form
}

async function expectSide(page, sandbox, say, stance) {
  const { items, total } = await sandbox.read(`${PATH}/comments?${FAIR}&stance=${stance}`)
  const side = sideOf(page, stance)
  await expect(side.getByRole('heading', { level: 3 })).toHaveText(say('side_count', { side: say(`stance_${stance}`), number: total }))
  // A reply stands under what it answers, where that is on its side too.
  await expect.poll(() => idsIn(side).then((ids) => ids.toSorted())).toEqual(items.map(({ id }) => id).toSorted())
}

test('each side stands apart, beside the other or as a tab', async ({ page, sandbox, say, check }, { project }) => {
  await open(page, PATH)
  const form = await askForSides(page, say)
  const isWide = project.name === 'desktop'
  await expect(page.getByRole('tab')).toHaveCount(isWide ? 0 : STANCES.length)
  await expectSide(page, sandbox, say, 'for')
  await check('apart', { focus: 'free' })
  if (isWide) {
    await expectSide(page, sandbox, say, 'against')
    const [left, right] = await Promise.all(['for', 'against'].map((stance) => sideOf(page, stance).boundingBox()))
    expect(left.y).toBe(right.y)
    expect(left.x + left.width).toBeLessThanOrEqual(right.x)
  } else {
    await page.getByRole('tab').first().focus()
    await page.keyboard.press('ArrowRight')
    await expect(sideOf(page, 'against')).toBeVisible()
    await expect(sideOf(page, 'for')).toBeHidden()
    await expectSide(page, sandbox, say, 'against')
    await check('the second tab')
  }
  const more = sideOf(page, 'against').getByRole('button', { name: /\(/ }).last()
  await more.press('Enter')
  await expect(sideOf(page, 'against').locator('[data-comment]')).not.toHaveCount(20)

  const chip = form.locator('.chip').filter({ hasText: say('filter_apart') })
  await chip.press('Enter')
  await expect(page.locator('.sides, [role=tablist]')).toHaveCount(0)
  await expect(page.locator('[data-comment], [data-tombstone]')).toHaveCount(20)
})

test('what one writes goes to its side, and a turned phone shows the same', async ({ page, say }, { project }) => {
  const words = `Taraf: ${project.name}`
  const form = await composerOf(page, 'timur', PATH)
  await askForSides(page, say)
  await expect(sideOf(page, 'against').locator('[data-comment]')).toHaveCount(20)
  await form.write(words, 'for')
  await form.send.click()
  await expect(sideOf(page, 'for').locator('[data-comment]').first()).toContainText(words)
  await expect(commentSaying(page, words)).toBeFocused()
  await page.setViewportSize(project.name === 'desktop' ? { width: 600, height: 900 } : { width: 1280, height: 800 })
  await expect(page.getByRole('tab')).toHaveCount(project.name === 'desktop' ? STANCES.length : 0)
  await expect(commentSaying(page, words)).toBeVisible()
})

test('a thread is narrowed down to a language', async ({ page, sandbox, say }) => {
  await open(page, PATH)
  await page.locator('.thread').getByRole('button', { name: say('filter_label') }).click()
  const form = page.locator('.thread').getByRole('search')
  await form.getByRole('combobox', { name: say('language') }).selectOption('ru')
  await form.getByRole('button', { name: say('filter_apply') }).click()
  const { total } = await sandbox.read(`${PATH}/comments?${FAIR}&language=ru`)
  expect(total).toBeGreaterThan(0)
  await expect(page.locator('.thread__found')).toHaveText(say('comments_found', { count: total }))
  await expect(form.locator('.chip')).toContainText('Русский')
})

test('one side alone where one is wanted, with the number of what was found', async ({ page, sandbox, say }) => {
  await open(page, PATH)
  await page.locator('.thread').getByRole('button', { name: say('filter_label') }).click()
  const form = page.locator('.thread').getByRole('search')
  await form.getByRole('searchbox').fill('ovqat')
  await form.getByRole('combobox', { name: say('filter_stance') }).selectOption('for')
  await form.getByRole('checkbox', { name: say('filter_apart') }).check()
  await form.getByRole('button', { name: say('filter_apply') }).click()
  const { total } = await sandbox.read(`${PATH}/comments?${FAIR}&stance=for&q=ovqat`)
  expect(total).toBeGreaterThan(0)
  const title = say('side_count', { side: say('stance_for'), number: total })
  await expect(sideOf(page, 'for').getByRole('heading', { level: 3 })).toHaveText(title)
  await expect(sideOf(page, 'against')).toHaveCount(0)
})
