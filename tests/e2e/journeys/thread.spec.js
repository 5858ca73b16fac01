import { expect, test } from '../harness/test.js'
import { FAIR, commentById, listen, open, politeRegion, requestsOf } from '../harness/app.js'

const comments = (page) => page.locator('[data-comment], [data-tombstone]')
const idOf = (row) => row.evaluate((element) => element.dataset.comment ?? element.dataset.tombstone)
/** The button for a page more; where there are many, one for all follows it. */
const moreComments = (page) => page.locator('.thread__row--more').getByRole('button').first()

test('a big thread is read to its end, each comment exactly once', async ({ page, sandbox, say, check }) => {
  const id = 'school-meals'
  const top = await sandbox.readAll(`/consultations/${id}/comments?${FAIR}`)
  expect(top.length).toBeGreaterThan(60)
  await open(page, `/consultations/${id}`)
  await expect(comments(page)).toHaveCount(20)

  await page.getByRole('button', { name: say('more_comments', { count: top.length - 20 }) }).click()
  await expect(comments(page)).toHaveCount(40)
  await expect(comments(page).nth(20), 'reading goes on at the first new one').toBeFocused()
  await expect(politeRegion(page)).toHaveText(say('loaded_more', { count: 20 }))
  await check('twenty more comments')

  for (let shown = 60; shown < top.length; shown += 20) {
    await moreComments(page).click()
    await expect(comments(page)).toHaveCount(shown)
  }
  await moreComments(page).click()
  await expect(comments(page)).toHaveCount(top.length)
  await expect(moreComments(page)).toHaveCount(0)
  const ids = await comments(page).evaluateAll((rows) =>
    rows.map((row) => row.dataset.comment ?? row.dataset.tombstone),
  )
  expect(ids).toEqual(top.map((comment) => comment.id))
})

test('replies come on demand, under what they answer', async ({ page, sandbox, say, check }) => {
  const id = 'bus-lanes'
  const tops = await sandbox.readAll(`/consultations/${id}/comments?${FAIR}`)
  let [first, replies] = [null, []]
  for (const top of tops.slice(0, 20).filter(({ counts }) => counts.replies > 0)) {
    first = top
    replies = await sandbox.readAll(`/comments/${top.id}/replies`)
    // What another journey took away has no words to be told by.
    if (replies[0].state === 'visible') break
  }
  await open(page, `/consultations/${id}`)
  const row = commentById(page, first.id).locator('xpath=ancestor::li')
  const button = row.locator('xpath=following-sibling::li[1]').getByRole('button')
  await expect(button).toHaveText(say('show_replies', { count: replies.length }))
  await button.click()
  await expect(commentById(page, replies[0].id)).toBeFocused()
  await expect(politeRegion(page)).toHaveText(say('loaded_more', { count: replies.length }))
  const next = row.locator('xpath=following-sibling::li[1]').locator('[data-comment], [data-tombstone]')
  expect(await idOf(next)).toBe(replies[0].id)
  await expect(commentById(page, replies[0].id)).toContainText(say('in_reply_to', { name: first.author.name }))
  await check('replies')
})

test('a whole thread holds every comment once, replies too', async ({ page, sandbox }) => {
  const id = 'coal-heating'
  const all = await sandbox.thread(id)
  await open(page, `/consultations/${id}`)
  await expect(comments(page).first()).toBeVisible()
  const rest = page.locator('.thread__row .load-more button')
  while ((await rest.count()) > 0) {
    const before = await comments(page).count()
    await rest.first().click()
    await expect.poll(() => comments(page).count()).toBeGreaterThan(before)
  }
  const ids = await comments(page).evaluateAll((rows) =>
    rows.map((row) => row.dataset.comment ?? row.dataset.tombstone),
  )
  expect(ids.length).toBe(all.length)
  expect(new Set(ids)).toEqual(new Set(all.map((comment) => comment.id)))
})

test('another order shows other comments first and leaves the focus where it was', async ({ page, sandbox, say, check }) => {
  const id = 'bus-lanes'
  const [oldest] = await sandbox.readAll(`/consultations/${id}/comments?sort=oldest`)
  await open(page, `/consultations/${id}`)
  const order = page.getByRole('combobox', { name: say('thread_sort') })
  await order.focus()
  await order.selectOption('oldest')
  await expect.poll(() => idOf(comments(page).first())).toBe(oldest.id)
  await expect(order).toHaveValue('oldest')
  await expect(order).toBeFocused()
  await check('the oldest first')
})

test('what was taken away keeps its place and its replies', async ({ page, sandbox, say, check }) => {
  const all = await sandbox.thread('coal-heating')
  const taken = all.find(
    (comment) => !['visible', 'held'].includes(comment.state) && comment.counts.replies > 0,
  )
  expect(taken, 'the seeds hold one').toBeTruthy()
  expect(taken.text ?? null, 'what it said is not sent').toBeNull()
  const root = taken.root_id ?? taken.id
  const reply = all.find((comment) => comment.parent_id === taken.id)
  await open(page, '/consultations/coal-heating')
  const row = page.locator(`[id="comment-${root}"]`).locator('xpath=ancestor::li')
  await row.locator('xpath=following-sibling::li[1]').getByRole('button').click()
  const tombstone = page.locator(`[data-tombstone="${taken.id}"]`)
  await expect(tombstone).toContainText(say(`tombstone_${taken.state}`).replace(/\.$/, ''))
  await expect(page.locator(`[id="comment-${reply.id}"]`)).toBeVisible()
  const order = await comments(page).evaluateAll((rows) =>
    rows.map((row) => row.dataset.comment ?? row.dataset.tombstone),
  )
  expect(order.indexOf(reply.id)).toBe(order.indexOf(taken.id) + 1)
  await check('a tombstone with a reply')
})

test('a link to a comment opens it in its context, with the focus on it', async ({ page, sandbox, say, check }) => {
  const id = 'bus-lanes'
  const deep = (await sandbox.thread(id)).find((comment) => comment.depth >= 3 && comment.state === 'visible')
  const { ancestors } = await sandbox.read(`/comments/${deep.id}/context`)
  await open(page, `/consultations/${id}/comments/${deep.id}`)
  await expect(commentById(page, deep.id)).toBeFocused()
  await expect(commentById(page, deep.id)).toBeInViewport()
  await expect(comments(page)).toHaveCount(ancestors.length + 1)
  await expect(page.getByText(say('linked_comment'))).toBeVisible()
  await check('a comment that was linked to')

  const heard = await listen(page)
  await page.getByRole('link', { name: say('show_whole_thread') }).click()
  await expect(page).toHaveURL(`/consultations/${id}`)
  await expect(comments(page)).toHaveCount(20)
  expect(await heard()).toEqual([])
  await check('the whole thread')
})

test('every comment links to itself', async ({ page, say, check }) => {
  await open(page, '/consultations/bus-lanes')
  const comment = page.locator('[data-comment]').nth(2)
  const id = await idOf(comment)
  await comment.getByRole('link', { name: say('comment_link') }).click()
  await expect(page).toHaveURL(`/consultations/bus-lanes/comments/${id}`)
  await expect(comments(page)).toHaveCount(1)
  await expect(commentById(page, id)).toBeFocused()
  await check('one comment')
  await page.goBack()
  await expect(comments(page)).toHaveCount(20)
})

test('a link to a comment that is not there shows the thread and says so', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(/404.*\/context/)
  await open(page, '/consultations/bus-lanes/comments/no-such-comment')
  await expect(page.getByText(say('linked_comment_missing'))).toBeVisible()
  await expect(comments(page)).toHaveCount(20)
  await check('a comment that is not there', { focus: 'free' })
})

test.describe('the fair order', () => {
  const PATH = '/consultations/school-meals'
  const shown = (page) => comments(page).evaluateAll((rows) => rows.map((row) => row.id))
  const firstPages = (page) => requestsOf(page, 'GET', /\/school-meals\/comments$/)

  test('is drawn once for a device, differs from the next one, and is asked for once', async ({ browser, baseURL }) => {
    const orders = []
    for (const drawn of [0.1, 0.9]) {
      const context = await browser.newContext({ baseURL })
      await context.addInitScript((drawn) => (Math.random = () => drawn), drawn)
      const page = await context.newPage()
      const asked = firstPages(page)
      await open(page, PATH)
      await expect(comments(page)).toHaveCount(20)
      const order = await shown(page)
      expect(asked.map((request) => new URL(request.url()).search)).toEqual([`?sort=fair&seed=${Math.floor(drawn * 256)}&limit=20`])
      await page.evaluate(() => (Math.random = () => 0.5))
      await page.reload()
      await expect(comments(page)).toHaveCount(20)
      expect(await shown(page), 'the same at the next visit').toEqual(order)
      orders.push(order.join())
      await context.close()
    }
    expect(orders[0]).not.toBe(orders[1])
  })

  test('holds for a visit where nothing may be kept, and asks no more than once', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL })
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('forbidden', 'SecurityError') } })
    })
    const page = await context.newPage()
    const asked = firstPages(page)
    await open(page, PATH)
    await expect(comments(page)).toHaveCount(20)
    expect(asked).toHaveLength(1)
    await moreComments(page).click()
    await expect(comments(page)).toHaveCount(40)
    const ids = await shown(page)
    expect(new Set(ids).size, 'the second page goes on with the first').toBe(40)
    await context.close()
  })

  for (const odd of ['300', '-1', 'x', '', '007']) {
    test(`is drawn anew or read right where “${odd}” is kept`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL })
      await context.addInitScript((odd) => localStorage.setItem('muloqot.fair_order', odd), odd)
      const page = await context.newPage()
      const asked = firstPages(page)
      await open(page, PATH)
      await expect(comments(page)).toHaveCount(20)
      expect(asked).toHaveLength(1)
      expect(new URL(asked[0].url()).search).toMatch(/^\?sort=fair&seed=(0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])&limit=20$/)
      await context.close()
    })
  }
})

test('every order can be chosen, and is said', async ({ page, sandbox, say, check }) => {
  const id = 'school-meals'
  await open(page, `/consultations/${id}`)
  const order = page.getByRole('combobox', { name: say('thread_sort') })
  await expect(order).toHaveValue('fair')
  await order.focus()
  for (const sort of ['most_supported', 'most_discussed', 'newest', 'oldest', 'fair']) {
    await order.selectOption(sort)
    await expect(politeRegion(page)).toHaveText(say(`sort_${sort}`))
    const query = sort === 'fair' ? FAIR : `sort=${sort}`
    const { items } = await sandbox.read(`/consultations/${id}/comments?${query}`)
    await expect(comments(page).first()).toHaveAttribute('id', `comment-${items[0].id}`)
    await expect(order).toBeFocused()
  }
  await check('back in the fair order')
})
