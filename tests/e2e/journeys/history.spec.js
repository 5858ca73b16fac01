// What a comment said before its author changed it.
import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { commentById, open, signIn } from '../harness/app.js'
import { writer } from '../harness/writer.js'

/** An open consultation of the agency that `otabek` speaks for. */
const CONSULTATION = 'coal-heating'
const linkTo = ({ id }) => `/consultations/${CONSULTATION}/comments/${id}`

/** A comment of Dilnoza's that was changed twice. */
async function edited(playwright, sandbox) {
  const author = await writer(playwright, sandbox, 'dilnoza')
  const comment = await author.comment(CONSULTATION, `Bir ikki <b>uch</b> ${test.info().project.name}`)
  await author.edit(comment.id, `Bir toʻrt <b>uch</b> ${test.info().project.name}`)
  await author.edit(comment.id, `Bir toʻrt <b>uch</b> <script>window.wasRun = true</script>`, { stance: 'against' })
  return comment
}

test('what changed is read by keyboard alone, told by words and by marks', async ({ page, playwright, sandbox, say, check }) => {
  const comment = await edited(playwright, sandbox)
  await signIn(page, 'rustam', sandbox.address)
  await open(page, linkTo(comment))
  const row = commentById(page, comment.id)
  const button = row.getByRole('button', { name: say('edited') })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await button.focus()
  await page.keyboard.press('Enter')
  const history = row.locator('.history')
  await expect(history.locator('p').filter({ hasText: say('history_title') })).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  const wordings = history.locator('.history__wordings > li')
  await expect(wordings).toHaveCount(3)
  await expect(wordings.first()).toContainText('Bir ikki <b>uch</b>')
  await expect(wordings.nth(1).locator('del')).toHaveText(`${say('history_deleted')} ikki ${say('history_end')}`)
  await expect(wordings.nth(1).locator('ins')).toHaveText(`${say('history_added')} toʻrt ${say('history_end')}`)
  const stance = say('history_stance', { before: say('stance_for'), after: say('stance_against') })
  await expect(wordings.nth(2)).toContainText(stance)
  await expect(wordings.nth(2).locator('ins')).toContainText('<script>window.wasRun = true</script>')
  await check('what it said')
  expect(await page.evaluate(() => window.wasRun)).toBeUndefined()
  await page.keyboard.press('Escape')
  await expect(history).toHaveCount(0)
  await expect(button).toBeFocused()
  await check('closed')
})

test('what a removed comment said before is read by nobody but its author and the agency', async ({ page, playwright, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  const comment = await edited(playwright, sandbox)
  await open(page, linkTo(comment))
  const row = commentById(page, comment.id)
  const officer = await writer(playwright, sandbox, 'otabek')
  await officer.moderate(comment.id, { decision: 'remove', reason: 'off_topic' })
  await row.getByRole('button', { name: say('edited') }).click()
  await expect(row.locator('.history')).toContainText(say('problem_not_found'))
  await check('it cannot be read any more')
  expect((await officer.read(`comments/${comment.id}/versions`)).items).toHaveLength(3)
  const author = await writer(playwright, sandbox, 'dilnoza')
  expect((await author.read(`comments/${comment.id}/versions`)).items).toHaveLength(3)
})

test('a wording that was not kept is told to be missing', async ({ page, sandbox, say, check }) => {
  const thread = await sandbox.thread('aral-saxaul')
  const comment = thread.find(({ edited_at: at }) => at)
  await open(page, `/consultations/aral-saxaul/comments/${comment.id}`)
  const row = commentById(page, comment.id)
  await row.getByRole('button', { name: say('edited') }).click()
  await expect(row.locator('.history')).toContainText(say('history_hidden'))
  await check('nothing earlier')
})

test.describe('with a clock of its own', () => {
  test.use({ baseURL: async ({ ownSandbox }, use) => use(ownSandbox.address) })

  test('what a comment said before it was held stays unread when it is shown again', async ({ page, playwright, ownSandbox, say, check }) => {
    const author = await writer(playwright, ownSandbox, 'dilnoza')
    const comment = await author.comment(CONSULTATION, 'Oldingi soʻzlar')
    await ownSandbox.stopClockAt(new Date(Date.parse(comment.created_at) + 60_000))
    await author.edit(comment.id, 'Keyingi soʻzlar')
    const officer = await writer(playwright, ownSandbox, 'otabek')
    await officer.moderate(comment.id, { decision: 'hold', reason: 'off_topic' })
    await officer.moderate(comment.id, { decision: 'restore' })
    await open(page, linkTo(comment))
    const row = commentById(page, comment.id)
    await row.getByRole('button', { name: say('edited') }).click()
    await expect(row.locator('.history')).toContainText(say('history_hidden'))
    await expect(row.locator('.history__wordings > li')).toHaveCount(1)
    await expect(row.locator('.history')).not.toContainText(say('history_first'))
    await check('the last wording alone')
  })
})
