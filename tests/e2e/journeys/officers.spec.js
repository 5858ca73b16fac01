// What officers of the agency that asks do besides deciding about one comment.
import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { commentById, open, signIn } from '../harness/app.js'
import { writer } from '../harness/writer.js'

const ID = 'coal-heating'
const PATH = `/consultations/${ID}`
const linkTo = ({ id }) => `${PATH}/comments/${id}`
const answered = (row, say) => row.locator('.comment__meta').getByText(say('filter_answered'))

/** A comment for this test alone. */
async function commentOf(playwright, server, words) {
  const author = await writer(playwright, server, 'dilnoza')
  return author.comment(ID, `${words} ${test.info().project.name}`)
}

test('a comment is marked as answered and that is taken back, by keyboard alone', async ({ page, playwright, sandbox, say, check }) => {
  const comment = await commentOf(playwright, sandbox, 'Qachon ulaysizlar?')
  await signIn(page, 'otabek', sandbox.address)
  await open(page, linkTo(comment))
  const row = commentById(page, comment.id)
  const button = row.getByRole('button', { name: say('mark_answered'), exact: true })
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await expect(answered(row, say)).toHaveCount(0)
  await expect(row, 'the link leads to the comment').toBeFocused()
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(button, 'it keeps the focus').toBeFocused()
  await expect(answered(row, say)).toBeVisible()
  await check('marked')
  expect((await sandbox.read(`/comments/${comment.id}`)).is_answered, 'a visitor sees it').toBe(true)
  await page.reload()
  await expect(answered(row, say)).toBeVisible()
  await expect(row).toBeFocused()
  await button.focus()
  await page.keyboard.press('Space')
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await expect(answered(row, say)).toHaveCount(0)
})

test('when it cannot be marked, the officer is told why', async ({ page, playwright, sandbox, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  const comment = await commentOf(playwright, sandbox, 'Javob bormi?')
  await signIn(page, 'otabek', sandbox.address)
  await open(page, linkTo(comment))
  const row = commentById(page, comment.id)
  const button = row.getByRole('button', { name: say('mark_answered'), exact: true })
  await expect(button).toBeVisible()
  await sandbox.suffer({ method: 'PUT', path: '/comments/*/answered', status: 409 })
  await button.click()
  await expect(row.locator('.moderation .notice')).toContainText(say('problem_conflict'))
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await check('refused')
})

test('citizens cannot mark, and an official reply answers by itself', async ({ page, playwright, sandbox, say }) => {
  const comment = await commentOf(playwright, sandbox, 'Kim javob beradi?')
  await signIn(page, 'rustam', sandbox.address)
  await open(page, linkTo(comment))
  const row = commentById(page, comment.id)
  await expect(row.getByRole('button', { name: say('vote_agree'), exact: true })).toBeVisible()
  await expect(row.getByRole('button', { name: say('mark_answered') })).toHaveCount(0)
  const officer = await writer(playwright, sandbox, 'otabek')
  await officer.write('POST', `consultations/${ID}/comments`, { parent_id: comment.id, stance: 'neutral', text: 'Biz.', language: 'uz-Latn' })
  await page.reload()
  await expect(answered(row, say)).toBeVisible()
})

test.describe('on a server of its own', () => {
  test.use({ baseURL: async ({ ownSandbox }, use) => use(ownSandbox.address) })

  test('reports wait in a list, each with the way to its comment, until they are decided', async ({ page, playwright, ownSandbox, baseURL, say, check }) => {
    const comment = await commentOf(playwright, ownSandbox, 'Arzon koʻmir sotaman')
    const reporter = await writer(playwright, ownSandbox, 'rustam')
    await reporter.write('POST', `comments/${comment.id}/reports`, { reason: 'advertising', note: '<b>Reklama</b>' })
    await signIn(page, 'otabek', baseURL)
    await open(page, PATH)
    const list = page.getByRole('region', { name: say('reports_waiting', { count: 1 }) })
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await expect(list.getByRole('listitem')).toContainText(say('reason_advertising'))
    await expect(list.getByRole('listitem'), 'markup is text').toContainText('<b>Reklama</b>')
    await check('one waits', { focus: 'free' })

    const way = list.getByRole('link', { name: say('reports_comment') })
    await way.focus()
    await page.keyboard.press('Enter')
    await expect(commentById(page, comment.id)).toBeFocused()
    const officer = await writer(playwright, ownSandbox, 'otabek')
    await officer.moderate(comment.id, { decision: 'remove', reason: 'advertising' })
    await page.goBack()
    await expect(page.getByRole('region', { name: say('reports_waiting', { count: 0 }) })).toContainText(say('reports_none'))
    await check('none waits', { focus: 'free' })
  })
})

test('nobody but officers of the agency sees what is reported', async ({ page, sandbox, say }) => {
  for (const person of ['rustam', 'shahnoza']) {
    await signIn(page, person, sandbox.address)
    await open(page, PATH)
    await expect(page.locator('[data-comment]').first()).toBeVisible()
    await expect(page.locator('.reports')).toHaveCount(0)
  }
})

test('the comments a theme rests on are chosen from a list, by keyboard alone', async ({ page, ownSandbox, say, check }) => {
  const { address } = ownSandbox
  const CLOSED = '/consultations/kindergarten-queue'
  const { items } = await ownSandbox.read(`${CLOSED}/comments?sort=most_supported`)
  const [first] = items
  await signIn(page, 'shahnoza', address)
  await page.goto(`${address}${CLOSED}`)
  await page.getByRole('button', { name: say('publish_open') }).press('Enter')
  const form = page.locator('form#publish')
  await form.getByRole('button', { name: say('publish_add'), exact: true }).press('Enter')
  await expect(form.locator('[id="publish-t1-title"]'), 'what is typed would go there').toBeFocused()
  const links = form.locator('[id="publish-t1-comments"]')
  await links.fill('yarim havola')
  const look = form.getByRole('button', { name: say('publish_look') })
  await look.press('Enter')
  const search = form.locator('[id="publish-t1-search"]')
  await expect(search).toBeFocused()
  const box = form.locator(`[id="publish-t1-cite-${first.id}"]`)
  await expect(box).not.toBeChecked()
  await check('the list has come')
  await box.focus()
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
  await expect(links, 'what was typed stays').toHaveValue(`yarim havola\n${CLOSED}/comments/${first.id}`)

  await search.focus()
  await page.keyboard.type('qqqq')
  await page.keyboard.press('Enter')
  await expect(form.locator('[id="publish-t1-found"]')).toHaveText(say('comments_none'))
  await expect(form, 'nothing was published').toBeVisible()
  await check('nothing found')
  await search.fill('')
  await page.keyboard.press('Enter')
  await box.focus()
  await expect(box).toBeChecked()
  await page.keyboard.press('Space')
  await expect(links).toHaveValue('yarim havola')
})

test('every report that waits is told, however many pages they are', async ({ page, playwright, sandbox, say }) => {
  const comment = await commentOf(playwright, sandbox, 'Koʻp shikoyat')
  await signIn(page, 'otabek', sandbox.address)
  const report = (id, outcome) => ({
    ...{ id, comment_id: comment.id, consultation_id: ID, reason: 'spam', created_at: comment.created_at, outcome },
    ...(outcome === 'open' ? {} : { decided_at: comment.created_at }),
  })
  await page.route(`**/consultations/${ID}/reports?**`, (route) => {
    const cursor = new URL(route.request().url()).searchParams.get('cursor')
    const pages = {
      null: { items: [report('r1', 'open'), report('r2', 'open')], next_cursor: 'second', total: 5 },
      second: { items: [report('r3', 'open'), report('r4', 'upheld')], next_cursor: 'third', total: 5 },
    }
    return route.fulfill({ json: pages[cursor] })
  })
  await open(page, PATH)
  const list = page.getByRole('region', { name: say('reports_waiting', { count: 3 }) })
  await expect(list.getByRole('listitem')).toHaveCount(3)
})
