// A whole thread at once.
import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { listen, open, signIn } from '../harness/app.js'

const ID = 'school-meals'
const PATH = `/consultations/${ID}`
const rows = (page) => page.locator('[data-comment], [data-tombstone]')
const LAST_PAGES = { path: `/consultations/${ID}/comments` }

/** The button for all, once there is one. */
const showAll = (page, say) => page.locator('.thread').getByRole('button', { name: say('show_whole_thread') })

const topCount = async (sandbox) => (await sandbox.read(`${PATH}/comments?limit=1`)).total

/** Waits until no more comments get their buttons because the reader is near. */
async function allNearAreAwake(page) {
  const counts = []
  await expect
    .poll(async () => counts.unshift(await page.locator('.comment--resting').count()) > 4 && new Set(counts.slice(0, 5)).size, { intervals: [200] })
    .toBe(1)
}

test('all comments come at once, by keyboard alone', async ({ page, sandbox, say, check }) => {
  const total = await topCount(sandbox)
  expect(total, 'more than some pages').toBeGreaterThan(120)
  await open(page, PATH)
  await expect(rows(page)).toHaveCount(20)
  const heard = await listen(page)
  await showAll(page, say).focus()
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(total)
  await expect(rows(page).nth(20), 'the first that came').toBeFocused()
  await expect.poll(heard).toEqual([say('loaded_more', { count: total - 20 })])
  await expect(showAll(page, say)).toHaveCount(0)

  const last = page.locator('[data-comment]').last()
  await expect(last.locator('.comment__text')).not.toBeEmpty()
  await expect(last.getByRole('button'), 'far away there are words alone').toHaveCount(0)
  // As a screen reader does, or Tab from below: to what is there, its link.
  await last.locator('a.comment__time').focus()
  await expect(last.getByRole('button').first()).toBeVisible()
  await expect(last.locator('a.comment__time'), 'the focus stays on it').toBeFocused()
  await page.keyboard.press('Tab')
  await expect(last.getByRole('button').first()).toBeFocused()
  await check('at the end of it', { focus: 'free' })
})

test('a vote among all comments touches its row alone', async ({ page, sandbox, say }) => {
  await signIn(page, 'malika', sandbox.address)
  const total = await topCount(sandbox)
  await open(page, PATH)
  await showAll(page, say).click()
  await expect(rows(page)).toHaveCount(total)
  const agree = page.locator('[data-comment]').nth(total - 40).getByRole('button', { name: say('vote_agree'), exact: true })
  await page.locator('[data-comment]').nth(total - 40).scrollIntoViewIfNeeded()
  await expect(agree).toBeVisible()
  await allNearAreAwake(page)
  // Where the pointer goes, the page may have to be moved a little, and other rows come near.
  await agree.hover()
  await allNearAreAwake(page)
  await page.locator('.thread__items').evaluate((list) => {
    window.touched = new Set()
    new MutationObserver((changes) => {
      for (const { target } of changes) window.touched.add(target.closest?.('.thread__row') ?? target.parentElement?.closest('.thread__row') ?? target)
    }).observe(list, { attributes: true, characterData: true, childList: true, subtree: true })
  })
  const was = await agree.getAttribute('aria-pressed')
  const sent = page.waitForResponse(/\/vote$/)
  await agree.click()
  await expect(agree).toHaveAttribute('aria-pressed', String(was !== 'true'))
  await sent
  const touched = await agree.evaluate((button) => {
    const row = button.closest('.thread__row')
    return { count: window.touched.size, isOwn: window.touched.has(row) }
  })
  expect(touched).toEqual({ count: 1, isOwn: true })
})

test('when a page does not come, what came stays and the rest can be asked for', async ({ page, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  const total = await topCount(sandbox)
  await open(page, PATH)
  await expect(rows(page)).toHaveCount(20)
  await sandbox.suffer({ ...LAST_PAGES, status: 500, body: 'empty' })
  await showAll(page, say).click()
  await expect(page.locator('.thread__row--more').getByRole('alert').last()).toContainText(say('problem_unavailable'))
  await expect(rows(page)).toHaveCount(20)
  await expect(showAll(page, say)).toBeFocused()
  await check('it failed')
  await sandbox.recover()
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(total)
})

test('another order ends it', async ({ page, say }) => {
  const asked = []
  await open(page, PATH)
  await expect(rows(page)).toHaveCount(20)
  let letItCome
  const isLetCome = new Promise((come) => (letItCome = come))
  const isOfAll = ({ searchParams }) => searchParams.get('sort') === 'fair' && searchParams.has('cursor')
  await page.route(isOfAll, async (route) => {
    asked.push(route.request())
    await isLetCome
    await route.continue()
  })
  await showAll(page, say).click()
  await expect.poll(() => asked.length).toBe(1)
  const sorted = page.waitForResponse(/sort=oldest/)
  await page.locator('#thread-sort').selectOption('oldest')
  await sorted
  letItCome()
  await asked[0].response()
  await expect(showAll(page, say), 'it can be asked for anew').toBeVisible()
  await expect(rows(page)).toHaveCount(20)
  expect(asked).toHaveLength(1)
})

test('in another language each comment far off has one head, in that language', async ({ page, sandbox, say }) => {
  const total = await topCount(sandbox)
  await open(page, PATH)
  await showAll(page, say).click()
  await expect(rows(page)).toHaveCount(total)
  const resting = page.locator('.comment--resting')
  await expect(resting.first()).toContainText(say('comment_link'))
  const before = await resting.count()
  expect(before).toBeGreaterThan(0)
  await page.getByRole('button', { name: say('language') }).click()
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(resting.last()).toContainText('Link to this comment')
  const heads = (all) => all.map((one) => one.querySelectorAll('header').length)
  expect(new Set(await resting.evaluateAll(heads))).toEqual(new Set([1]))
})

/** What the rows say that can be read while far off, from top to bottom. */
const words = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-comment], [data-tombstone]')].map((one) => {
      const part = (selector) => one.querySelector(selector)
      return {
        id: one.id,
        author: document.getElementById(one.getAttribute('aria-labelledby'))?.textContent.trim(),
        address: part('.comment__time')?.getAttribute('href'),
        moment: part('time')?.dateTime,
        text: part('.comment__text')?.textContent.trim(),
        language: part('.comment__text [dir=auto]')?.closest('[lang]').lang,
        gone: one.dataset.tombstone && one.textContent.trim(),
        depth: one.closest('.thread__row').dataset.depth,
      }
    }),
  )

test('what is read far off is what is read once the reader has come near', async ({ page, sandbox, say }) => {
  const total = await topCount(sandbox)
  await open(page, PATH)
  await showAll(page, say).click()
  await expect(rows(page)).toHaveCount(total)
  const far = await words(page)
  expect(far.filter(({ gone }) => gone).length, 'some cannot be read').toBeGreaterThan(0)
  const resting = page.locator('.comment--resting')
  expect(await resting.count()).toBeGreaterThan(100)
  const restingOnceNear = () =>
    page.evaluate(() => {
      const resting = document.querySelectorAll('.comment--resting')
      resting[0]?.scrollIntoView()
      return resting.length
    })
  await expect.poll(restingOnceNear, { intervals: [200], timeout: 25_000 }).toBe(0)
  expect(await words(page)).toEqual(far)
})

test('a comment that cannot be read keeps the focus when the reader comes near', async ({ page, sandbox, say }) => {
  const total = await topCount(sandbox)
  await open(page, PATH)
  await showAll(page, say).click()
  await expect(rows(page)).toHaveCount(total)
  const gone = page.locator('[data-tombstone]').last()
  await gone.evaluate((one) => (one.isOld = true))
  await gone.focus()
  await expect.poll(() => gone.evaluate((one) => Boolean(one.isOld)), 'made anew').toBe(false)
  await expect(gone).toBeFocused()
})

test('what comes meanwhile leaves the focus where the reader is', async ({ page, sandbox, say }) => {
  const total = await topCount(sandbox)
  await open(page, PATH)
  let letItCome
  const isLetCome = new Promise((come) => (letItCome = come))
  let pages = 0
  await page.route(
    ({ searchParams }) => searchParams.has('cursor'),
    async (route) => {
      pages += 1
      if (pages > 1) await isLetCome
      await route.continue()
    },
  )
  await showAll(page, say).click()
  await expect(rows(page)).toHaveCount(120)
  // In a list that goes on with what has not come.
  const button = page.locator('[data-comment]').nth(110).getByRole('button').last()
  await page.locator('[data-comment]').nth(110).scrollIntoViewIfNeeded()
  await expect(button).toBeVisible()
  await allNearAreAwake(page)
  await button.focus()
  letItCome()
  await expect(rows(page)).toHaveCount(total)
  await allNearAreAwake(page)
  await expect(button).toBeFocused()
})

test('all of it is read in the own script, far off too', async ({ page, sandbox, say }) => {
  const total = await topCount(sandbox)
  await open(page, PATH)
  await showAll(page, say).click()
  await expect(rows(page)).toHaveCount(total)
  await page.getByRole('button', { name: say('language') }).click()
  await page.getByRole('button', { name: 'Ўзбекча', exact: true }).click()
  const resting = page.locator('.comment--resting')
  const latin = resting.locator('.comment__text[lang=uz-Latn]')
  const cyrillic = resting.locator('.comment__text[lang=uz-Cyrl]')
  await expect(resting.last()).toContainText('Шу фикрга ҳавола')
  const [inLatin, inCyrillic] = [await latin.count(), await cyrillic.count()]
  expect(inLatin).toBeGreaterThan(50)
  const always = page.getByRole('checkbox', { name: 'Фикрлар доим кирилл ёзувида кўрсатилсин' })
  await always.check()
  await expect(latin).toHaveCount(0)
  const labels = resting.locator('.other-script > span').filter({ hasText: /\S/ })
  await expect(labels, 'each says that it was converted').toHaveCount((await cyrillic.count()) - inCyrillic)
  const said = (await cyrillic.allTextContents()).join('')
  expect(said).toMatch(/[а-яўқғҳ]{4}/)
  expect(said).not.toMatch(/ oʻqu| maktab/)
  await always.uncheck()
  await expect(latin).toHaveCount(inLatin)
})

test('after all of it, another order has its buttons in every row', async ({ page, sandbox, say }) => {
  const total = await topCount(sandbox)
  await open(page, PATH)
  await showAll(page, say).click()
  await expect(rows(page)).toHaveCount(total)
  await page.locator('#thread-sort').selectOption('oldest')
  await expect(rows(page)).toHaveCount(20)
  await page.getByRole('button', { name: say('more_comments', { count: total - 20 }) }).click()
  await expect(rows(page)).toHaveCount(40)
  const readable = await page.locator('[data-comment]').count()
  await expect(page.locator('[data-comment]').filter({ has: page.getByRole('button') })).toHaveCount(readable)
})
