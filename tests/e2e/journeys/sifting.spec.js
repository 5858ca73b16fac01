import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { FAIR, heading, open, signIn } from '../harness/app.js'

const ID = 'school-meals'
const PATH = `/consultations/${ID}`
const comments = (page) => page.locator('[data-comment]')
const idsOf = (page) => comments(page).evaluateAll((rows) => rows.map((row) => row.dataset.comment))
const found = (page) => page.locator('.thread__found')

/** The form within a thread, once it was asked for. */
async function sift(page, say) {
  await page.locator('.thread').getByRole('button', { name: say('filter_label') }).click()
  const form = page.locator('.thread').getByRole('search')
  const fields = {
    form,
    search: form.getByRole('searchbox'),
    stance: form.getByRole('combobox', { name: say('filter_stance') }),
    answered: form.getByRole('checkbox', { name: say('filter_answered') }),
    mine: form.getByRole('checkbox', { name: say('filter_mine') }),
    apply: form.getByRole('button', { name: say('filter_apply') }),
  }
  await expect(fields.search).toBeFocused()
  return fields
}

test('a thread is narrowed down and widened again, by keyboard alone', async ({ page, sandbox, say, check }) => {
  await open(page, PATH)
  await expect(comments(page).first()).toBeVisible()
  const button = page.locator('.thread').getByRole('button', { name: say('filter_label') })
  await button.focus()
  await page.keyboard.press('Enter')
  const form = page.locator('.thread').getByRole('search')
  await expect(form.getByRole('searchbox')).toBeFocused()
  await check('the form has come')

  await page.keyboard.type('ovqat')
  await page.keyboard.press('Enter')
  const { items, total } = await sandbox.read(`${PATH}/comments?${FAIR}&q=ovqat`)
  expect(total).toBeGreaterThan(1)
  await expect(found(page)).toHaveText(say('comments_found', { count: total }))
  await expect.poll(() => idsOf(page).then((ids) => ids.toSorted())).toEqual(items.map(({ id }) => id).toSorted())
  await expect(form.getByRole('searchbox')).toBeFocused()
  await check('found by a word')

  const stance = form.getByRole('combobox', { name: say('filter_stance') })
  await stance.focus()
  await stance.selectOption('question')
  await expect(found(page), 'nothing happens before “Show”').toHaveText(say('comments_found', { count: total }))
  await form.getByRole('button', { name: say('filter_apply') }).press('Enter')
  const fewer = await sandbox.read(`${PATH}/comments?${FAIR}&stance=question&q=ovqat`)
  await expect(found(page)).toHaveText(say('comments_found', { count: fewer.total }))
  await check('by a word and a side')

  const chips = form.locator('.chip')
  await expect(chips).toHaveCount(2)
  await chips.first().focus()
  await page.keyboard.press('Enter')
  await expect(chips).toHaveCount(1)
  await expect(chips.first(), 'the focus goes on to the next').toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form.getByRole('searchbox')).toBeFocused()
  await expect(found(page)).toBeEmpty()
  await expect(comments(page)).not.toHaveCount(0)
  await check('all of it again')
})

test('what the agency has answered, and what is one’s own', async ({ page, sandbox, say, check }) => {
  await signIn(page, 'dilnoza', sandbox.address)
  await open(page, PATH)
  const { form, answered, mine, apply } = await sift(page, say)
  await answered.check()
  await apply.click()
  const official = await sandbox.read(`${PATH}/comments?${FAIR}&answered=true`)
  await expect(found(page)).toHaveText(say('comments_found', { count: official.total }))
  await answered.uncheck()
  await mine.check()
  await apply.click()
  await expect(found(page)).toContainText(/\d/)
  for (const author of await comments(page).locator('.comment__author').allTextContents()) {
    expect(author).toContain('Dilnoza')
  }
  await expect(form.locator('.chip')).toHaveCount(1)
  await check('my own')
})

test('nothing found is said, and the order goes on within what was found', async ({ page, sandbox, say, check }) => {
  await open(page, PATH)
  const { search, apply, mine } = await sift(page, say)
  await expect(mine, 'a visitor has none').toHaveCount(0)
  await search.fill('zzzz bunday soʻz yoʻq')
  await apply.click()
  await expect(found(page)).toHaveText(say('comments_found', { count: 0 }))
  await expect(page.getByText(say('comments_none'))).toBeVisible()
  await check('nothing is found')

  await search.fill('ovqat')
  await apply.click()
  await page.getByRole('combobox', { name: say('thread_sort') }).selectOption('oldest')
  const { items } = await sandbox.read(`${PATH}/comments?sort=oldest&q=ovqat`)
  await expect(comments(page).first()).toHaveAttribute('data-comment', items[0].id)
  await expect(search, 'what was typed stays').toHaveValue('ovqat')
})

test('a link to a comment and back keeps what was asked for', async ({ page, sandbox, say }) => {
  await open(page, PATH)
  const { search, apply } = await sift(page, say)
  await search.fill('ovqat')
  await apply.click()
  const { total } = await sandbox.read(`${PATH}/comments?${FAIR}&q=ovqat`)
  await expect(found(page)).toHaveText(say('comments_found', { count: total }))
  await comments(page).first().getByRole('link', { name: say('comment_link') }).click()
  await expect(page.locator('.thread__linked')).toBeVisible()
  await page.locator('.thread__linked a').click()
  await expect(found(page)).toHaveText(say('comments_found', { count: total }))
  await expect(page.locator('.thread').getByRole('searchbox')).toHaveValue('ovqat')
  await expect(page.locator('#thread-heading')).toBeFocused()
})

test('a form that does not come says so, and comes at the next press', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(/sifting|Failed to fetch|ERR_FAILED/)
  await open(page, PATH)
  await expect(heading(page)).toBeVisible()
  await page.route(/\/assets\/sifting-/, (route) => route.abort())
  const button = page.locator('.thread').getByRole('button', { name: say('filter_label') })
  await button.click()
  await expect(page.locator('.thread')).toContainText(say('problem_part_missing'))
  await check('it did not come')
  await page.unroute(/\/assets\/sifting-/)
  await button.click()
  await expect(page.locator('.thread').getByRole('searchbox')).toBeFocused()
})

test('a platform that cannot narrow down says why, and the form stays', async ({ page, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  await open(page, PATH)
  const { search, apply } = await sift(page, say)
  await sandbox.suffer({ path: `/consultations/${ID}/comments`, status: 500 })
  await search.fill('ovqat')
  await apply.click()
  await expect(page.locator('.thread')).toContainText(say('problem_unavailable'))
  await expect(search).toHaveValue('ovqat')
  await check('refused')
  await sandbox.recover()
  await page.locator('.thread').getByRole('button', { name: say('try_again') }).click()
  await expect(found(page)).toContainText(/\d/)
})
