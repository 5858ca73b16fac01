import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { FAIR, chooseOnSignInPage, commentById, drawFairOrder, open, politeRegion, requestsOf, signIn } from '../harness/app.js'

const PATH = '/consultations/mahalla-libraries'
const VOTE = /\/comments\/[^/]+\/vote$/
/** Of one comment of the thread. */
const VOTING = { path: '/comments/*/vote' }

/** Who votes here, and so has written nothing of what is voted on. */
const VOTERS = ['Рустам Йўлдошев', 'Malika Hamidova']

/** The first comment of the thread that all of them may vote on, and some have (none are not told). */
async function votedOn(sandbox) {
  const { items } = await sandbox.read(`/consultations/mahalla-libraries/comments?${FAIR}`)
  const isVotedOn = ({ counts }) => counts.agree + counts.disagree > 0
  return items.find((it) => it.can.includes('vote') && isVotedOn(it) && !VOTERS.includes(it.author.name))
}

/** The two buttons of a comment, and what it says of its votes. */
function voting(page, id, say) {
  const row = commentById(page, id)
  const button = (name) => row.getByRole('button', { name, exact: true })
  return {
    agree: button(say('vote_agree')),
    disagree: button(say('vote_disagree')),
    numbers: row.locator('.comment__votes'),
    notice: row.locator('.comment__foot .notice'),
  }
}

const numbersOf = async (sandbox, id) => {
  const { counts } = await sandbox.read(`/comments/${id}`)
  return [counts.agree, counts.disagree]
}

/** What a comment says of its votes. */
const numbersSaid = (say, [agree, disagree]) =>
  say('agree_count', { count: agree }) + say('disagree_count', { count: disagree })

test('a vote is given, changed and taken back, by keyboard alone', async ({ page, sandbox, say, check }) => {
  await signIn(page, 'rustam', sandbox.address)
  const { id, counts } = await votedOn(sandbox)
  const before = [counts.agree, counts.disagree]
  await open(page, PATH)
  const { agree, disagree, numbers } = voting(page, id, say)
  await expect(agree).toHaveAttribute('aria-pressed', 'false')
  await expect(numbers).toHaveText(numbersSaid(say, before))

  await agree.focus()
  await page.keyboard.press('Space')
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
  await expect(disagree).toHaveAttribute('aria-pressed', 'false')
  await expect(agree).toBeFocused()
  await expect(numbers).toHaveText(numbersSaid(say, [before[0] + 1, before[1]]))
  await check('agreed')
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([before[0] + 1, before[1]])

  await page.keyboard.press('Tab')
  await expect(disagree).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(disagree).toHaveAttribute('aria-pressed', 'true')
  await expect(agree).toHaveAttribute('aria-pressed', 'false')
  await expect(numbers).toHaveText(numbersSaid(say, [before[0], before[1] + 1]))
  await expect(disagree).toBeFocused()
  await check('changed')
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([before[0], before[1] + 1])

  await page.reload()
  await expect(disagree, 'the platform remembers').toHaveAttribute('aria-pressed', 'true')
  await disagree.focus()
  await page.keyboard.press('Enter')
  await expect(disagree).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => numbersOf(sandbox, id)).toEqual(before)
  await check('taken back')
})

test('a visitor signs in on voting, and the vote is counted on coming back', async ({ page, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(/401.*\/vote/)
  const { id, counts } = await votedOn(sandbox)
  await open(page, PATH)
  const { agree } = voting(page, id, say)
  await agree.click()
  await chooseOnSignInPage(page, 'Malika Hamidova')
  await expect(agree).toBeFocused()
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
  await check('back with the vote')
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([counts.agree + 1, counts.disagree])
  await page.reload()
  await expect(agree, 'it is not cast again').toHaveAttribute('aria-pressed', 'true')
  await agree.click()
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([counts.agree, counts.disagree])
})

test('who does not sign in comes back to an uncounted vote, and is told so', async ({ page, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(/401.*\/vote/)
  const { id, counts } = await votedOn(sandbox)
  await open(page, PATH)
  const { agree, notice } = voting(page, id, say)
  await agree.click()
  await expect(page).toHaveURL(/session\/login/)
  await page.getByRole('link').first().click()
  await expect(notice).toHaveText(say('vote_failed', { reason: say('problem_not_signed_in') }))
  await expect(agree).toHaveAttribute('aria-pressed', 'false')
  await check('back without signing in')
  expect(await numbersOf(sandbox, id)).toEqual([counts.agree, counts.disagree])
})

test('who comes back as the author of the comment casts nothing, now or later', async ({ page, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(/401.*\/vote/)
  const items = await sandbox.readAll(`/consultations/mahalla-libraries/comments?${FAIR}`)
  const { id, counts } = items.find(({ author }) => author.name === VOTERS[0])
  await open(page, PATH)
  const { agree, numbers } = voting(page, id, say)
  await agree.click()
  await chooseOnSignInPage(page, VOTERS[0])
  await expect(numbers).toHaveText(numbersSaid(say, [counts.agree, counts.disagree]))
  await expect(agree).toHaveCount(0)
  expect(await page.evaluate(() => sessionStorage.getItem('muloqot.interrupted'))).toBeNull()
  expect(await numbersOf(sandbox, id)).toEqual([counts.agree, counts.disagree])
  await check('back as the author', { focus: 'free' })
})

test('a vote that is refused goes back to what it was, with the reason', async ({ page, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  await signIn(page, 'rustam', sandbox.address)
  const { id, counts } = await votedOn(sandbox)
  const before = [counts.agree, counts.disagree]
  await open(page, PATH)
  const { agree, numbers, notice } = voting(page, id, say)
  for (const [fault, key] of [
    [{ status: 409 }, 'problem_conflict'],
    [{ status: 500 }, 'problem_unavailable'],
    [{ body: 'garbage' }, 'problem_unreadable'],
  ]) {
    await sandbox.suffer({ ...VOTING, delay_ms: 2_000, ...fault })
    await agree.click()
    await expect(agree, 'shown at once').toHaveAttribute('aria-pressed', 'true')
    const words = say('vote_failed', { reason: say(key) })
    await expect(notice).toHaveText(words)
    await expect(politeRegion(page)).toHaveText(words)
    await expect(agree).toHaveAttribute('aria-pressed', 'false')
    await expect(numbers).toHaveText(numbersSaid(say, before))
    await expect(agree).toBeFocused()
    await check(`refused: ${key}`)
  }
  await sandbox.recover()
  await agree.click()
  await expect(notice).toHaveCount(0)
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([before[0] + 1, before[1]])
  await agree.click()
  await expect.poll(() => numbersOf(sandbox, id)).toEqual(before)
})

test('presses while a vote is on its way end in the last one, counted once', async ({ page, sandbox, say }) => {
  await signIn(page, 'rustam', sandbox.address)
  const { id, counts } = await votedOn(sandbox)
  const before = [counts.agree, counts.disagree]
  await open(page, PATH)
  const { agree, disagree, numbers } = voting(page, id, say)
  const puts = requestsOf(page, 'PUT', VOTE)
  await sandbox.suffer({ ...VOTING, delay_ms: 500 })
  await agree.click()
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
  await disagree.click()
  await agree.click()
  await disagree.click()
  await expect(disagree).toHaveAttribute('aria-pressed', 'true')
  await expect(numbers).toHaveText(numbersSaid(say, [before[0], before[1] + 1]))
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([before[0], before[1] + 1])
  await expect(disagree, 'and stays so').toHaveAttribute('aria-pressed', 'true')
  expect(puts.length, 'what was not meant any more is not sent').toBe(2)
  await sandbox.recover()
  await disagree.click()
  await expect.poll(() => numbersOf(sandbox, id)).toEqual(before)
})

test('an answer that is lost on its way is asked for again, and counts once', async ({ page, sandbox, say, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  await signIn(page, 'rustam', sandbox.address)
  const { id, counts } = await votedOn(sandbox)
  await open(page, PATH)
  const { agree, numbers } = voting(page, id, say)
  await sandbox.suffer({ ...VOTING, status: 503, after_write: true, times: 1 })
  await agree.click()
  await expect(numbers).toHaveText(numbersSaid(say, [counts.agree + 1, counts.disagree]))
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([counts.agree + 1, counts.disagree])
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
  await agree.click()
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([counts.agree, counts.disagree])
})

test('two citizens vote at once, and both are counted', async ({ page, browser, sandbox, say }, { project }) => {
  const { id, counts } = await votedOn(sandbox)
  const context = await browser.newContext({ ...project.use, baseURL: sandbox.address })
  await drawFairOrder(context)
  const other = await context.newPage()
  const people = [
    [page, 'rustam'],
    [other, 'malika'],
  ]
  for (const [where, person] of people) {
    await signIn(where, person, sandbox.address)
    await open(where, PATH)
  }
  const buttons = people.map(([where]) => voting(where, id, say).agree)
  await Promise.all(buttons.map((button) => button.click()))
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([counts.agree + 2, counts.disagree])
  await Promise.all(buttons.map((button) => button.click()))
  await expect.poll(() => numbersOf(sandbox, id)).toEqual([counts.agree, counts.disagree])
  await context.close()
})

test('nobody votes where nothing is asked any more', async ({ page, sandbox, say, check }) => {
  const { items } = await sandbox.read('/consultations?status=answered&limit=1')
  const { items: [comment] } = await sandbox.read(`/consultations/${items[0].id}/comments?${FAIR}`)
  await open(page, `/consultations/${items[0].id}`)
  const { agree, numbers } = voting(page, comment.id, say)
  await expect(numbers).toHaveText(numbersSaid(say, [comment.counts.agree, comment.counts.disagree]))
  await expect(agree).toHaveCount(0)
  await check('a thread that is closed', { focus: 'free' })
})
