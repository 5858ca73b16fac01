// What stands under what in a thread: put away, led to, gone through by keys.
import { expect, test } from '../harness/test.js'
import { FAIR, commentById, composer, open, politeRegion, signIn } from '../harness/app.js'

const PATH = '/consultations/bus-lanes'
const rowOf = (page, id) => page.locator(`[id="comment-${id}"]`).locator('xpath=ancestor::li')
const shown = (page) => page.locator('[data-comment], [data-tombstone]')

/** Top comments with replies, in the order of the page. */
async function answered(sandbox) {
  const tops = await sandbox.readAll(`/consultations/bus-lanes/comments?${FAIR}`)
  return tops.slice(0, 20).filter(({ counts, text }) => counts.replies > 0 && text)
}

/** Brings the replies to a top comment. */
async function bringReplies(page, sandbox, say, { id, counts }) {
  await rowOf(page, id)
    .locator('xpath=following-sibling::li[1]')
    .getByRole('button', { name: say('show_replies', { count: counts.replies }) })
    .click()
  const replies = await sandbox.readAll(`/comments/${id}/replies`)
  await expect(page.locator(`[id="comment-${replies[0].id}"]`)).toBeFocused()
  return replies
}

test('replies are put away and come back, by keyboard, with the focus on the button', async ({ page, sandbox, say, check }) => {
  const [top] = await answered(sandbox)
  await open(page, PATH)
  const button = commentById(page, top.id).getByRole('button', { name: say('reply_count', { count: top.counts.replies }) })
  await expect(button, 'there is nothing to put away yet').toHaveCount(0)
  const replies = await bringReplies(page, sandbox, say, top)
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  const before = await shown(page).count()
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(shown(page)).toHaveCount(before - replies.length)
  await expect(page.locator(`[id="comment-${replies[0].id}"]`)).toHaveCount(0)
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(button).toBeFocused()
  await check('put away')
  await page.keyboard.press('Space')
  await expect(shown(page)).toHaveCount(before)
  await expect(button).toBeFocused()
  await check('there again')
})

test('an own reply is seen where the others are put away', async ({ page, sandbox, say, check }) => {
  await signIn(page, 'malika', sandbox.address)
  const top = (await answered(sandbox)).find(({ author }) => author.name !== 'Malika Hamidova')
  await open(page, PATH)
  const replies = await bringReplies(page, sandbox, say, top)
  const name = (count) => say('reply_count', { count })
  const row = commentById(page, top.id)
  await row.getByRole('button', { name: name(top.counts.replies) }).click()
  await expect(page.locator(`[id="comment-${replies[0].id}"]`)).toHaveCount(0)
  await row.getByRole('button', { name: say('action_reply') }).click()
  const form = composer(page, `reply-${top.id}`)
  await form.text.fill('Bu javob yigʻilgan joyda ham koʻrinadi.')
  await form.send.click()
  await expect(page.getByText('Bu javob yigʻilgan joyda ham koʻrinadi.')).toBeVisible()
  await expect(page.locator(`[id="comment-${replies[0].id}"]`)).toBeVisible()
  await expect(row.getByRole('button', { name: name(top.counts.replies + 1) })).toHaveAttribute('aria-expanded', 'true')
  await check('the reply is there')
})

test('a deep reply says what it answers and leads there, and the way back is the way back', async ({ page, sandbox, say, check }) => {
  const all = await sandbox.thread('bus-lanes')
  const deep = all.find(({ depth, state }) => depth === 3 && state === 'visible')
  const parent = all.find(({ id }) => id === deep.parent_id)
  await open(page, `${PATH}/comments/${deep.id}`)
  const words = say('in_reply_to', { name: parent.author.name })
  const link = commentById(page, deep.id).getByRole('link', { name: words })
  await expect(link).toBeVisible()
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(commentById(page, parent.id)).toBeFocused()
  await expect(commentById(page, parent.id)).toBeInViewport()
  await check('at what it answers')
  await page.goBack()
  await expect(page).toHaveURL(`${PATH}/comments/${deep.id}`)
  await expect(link).toBeInViewport()
  await expect(link).toBeFocused()
  await check('back at the reply')
})

test('Alt and an arrow lead from comment to comment of a level', async ({ page, sandbox, say, check }) => {
  const [top] = await answered(sandbox)
  const tops = await sandbox.readAll(`/consultations/bus-lanes/comments?${FAIR}`)
  const at = tops.findIndex(({ id }) => id === top.id)
  const element = (id) => page.locator(`[id="comment-${id}"]`)
  await open(page, PATH)
  const replies = await bringReplies(page, sandbox, say, top)

  await element(top.id).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(element(tops[at + 1].id), 'past the replies').toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(element(top.id)).toBeFocused()
  await check('back up')

  const first = replies.filter(({ depth }) => depth === 1)
  await element(first[0].id).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(politeRegion(page)).toHaveText(say('no_comment_further'))
  await expect(element(first[0].id)).toBeFocused()
  for (const next of first.slice(1)) {
    await page.keyboard.press('Alt+ArrowDown')
    await expect(element(next.id)).toBeFocused()
  }

  await element(tops[0].id).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(element(tops[0].id), 'nothing is above the first').toBeFocused()
})

test('Alt and an arrow are the text’s within a text', async ({ page, sandbox, say }) => {
  const [top] = await answered(sandbox)
  await open(page, PATH)
  await commentById(page, top.id).getByRole('button', { name: say('action_reply') }).click()
  const form = composer(page, `reply-${top.id}`)
  await expect(form.text).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.type('yozilyapti')
  await expect(form.text).toBeFocused()
  await expect(form.text).toHaveValue('yozilyapti')
})

test('replies are moved in four levels on a wide screen and two on a phone', async ({ page, sandbox }, { project }) => {
  const all = await sandbox.thread('bus-lanes')
  const deepest = Math.max(...all.map(({ depth }) => depth))
  expect(deepest, 'the seeds are deep enough').toBeGreaterThanOrEqual(4)
  const deep = all.find(({ depth, state }) => depth === deepest && state === 'visible')
  await open(page, `${PATH}/comments/${deep.id}`)
  await expect(shown(page)).toHaveCount(deepest + 1)
  const starts = await shown(page).evaluateAll((rows) =>
    rows.map((row) => row.getBoundingClientRect().left + parseFloat(getComputedStyle(row).paddingInlineStart)),
  )
  const steps = new Set(starts.map(Math.round)).size - 1
  expect(steps).toBe(project.name === 'phone' ? 2 : Math.min(deepest, 4))
})
