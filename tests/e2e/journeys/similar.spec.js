// What others have said that is like what is being written.
import { expect, test } from '../harness/test.js'
import { commentById, commentSaying, composer, composerOf, listen, open, requestsOf, signIn } from '../harness/app.js'
import { writer } from '../harness/writer.js'

const CONSULTATION = 'open-data'
const LOOKING = /comments\/similar$/

const similarOf = (form) => form.form.locator('.similar')

/** A comment of somebody else's about a matter that no other is about. */
async function another(playwright, sandbox, matter) {
  const author = await writer(playwright, sandbox, 'dilnoza')
  return author.comment(CONSULTATION, `${matter} boʻyicha jadval <b>ochiq</b> koʻrinishda berilsin. ${test.info().project.name}`)
}

test('somebody who writes what another has said is told once, and agrees without losing a word', async ({ page, playwright, sandbox, say, check }, { project }) => {
  const comment = await another(playwright, sandbox, `Zoopark fillari ${project.name}`)
  const words = `Филлар зоопарки ${project.name} жадвали очиқ`
  const form = await composerOf(page, 'rustam', `/consultations/${CONSULTATION}`)
  await form.begin()
  const heard = await listen(page)
  const asked = requestsOf(page, 'GET', LOOKING)
  await form.text.pressSequentially(words)
  const similar = similarOf(form)
  await expect(similar.getByRole('heading')).toHaveText(say('similar_title'))
  const item = similar.getByRole('listitem').filter({ hasText: 'Zoopark fillari' })
  await expect(item).toContainText('<b>ochiq</b>')
  await expect(item.getByRole('link')).toHaveAttribute('href', `/consultations/${CONSULTATION}/comments/${comment.id}`)
  await expect(form.text).toBeFocused()
  expect(asked.length, 'once in a pause').toBe(1)
  await check('others have said it')
  await form.text.pressSequentially(' берилсин')
  await expect.poll(() => asked.length).toBe(2)
  const told = (await heard()).filter((said) => said.includes(say('similar_found', { count: 1 })))
  expect(told, 'told once').toHaveLength(1)

  const agree = item.getByRole('button', { name: say('vote_agree') })
  await agree.focus()
  await page.keyboard.press('Enter')
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
  await expect(item).toContainText(say('agree_count', { count: 1 }))
  await expect(agree).toBeFocused()
  await expect(form.text).toHaveValue(`${words} берилсин`)
  await check('agreed')
  await expect.poll(async () => (await sandbox.read(`/comments/${comment.id}`)).counts.agree).toBe(1)
  const row = commentById(page, comment.id)
  if (await row.count()) await expect(row).toContainText(say('agree_count', { count: 1 }))

  await form.stance('for').check()
  await form.send.click()
  await expect(commentSaying(page, `${words} берилсин`)).toBeFocused()
  await expect(similar).toHaveCount(0)
  await check('and sent all the same')
})

test('an answer is compared with answers to its own question', async ({ page, playwright, sandbox, say, check }) => {
  const author = await writer(playwright, sandbox, 'dilnoza')
  await author.comment('market-stalls', 'Sabzavot rastasi uchun muzlatgich ijarasi', { question_id: 'tolov' })
  await author.comment('market-stalls', 'Goʻsht rastasi uchun muzlatgich ijarasi')
  await signIn(page, 'rustam', sandbox.address)
  await open(page, '/consultations/market-stalls/questions/tolov')
  const form = composer(page, 'answer-tolov')
  await form.begin()
  await form.text.pressSequentially('Rasta uchun muzlatgich ijarasi')
  await expect(similarOf(form).getByRole('listitem')).toHaveCount(1)
  await expect(similarOf(form)).toContainText('Sabzavot')
  await check('another has answered so')
})

test('a visitor who agrees comes back to what they typed', async ({ page, playwright, sandbox, say, consoleErrors }, { project }) => {
  consoleErrors.allow(/401.*\/vote/)
  const comment = await another(playwright, sandbox, `Tramvay depolari ${project.name}`)
  await open(page, `/consultations/${CONSULTATION}`)
  const form = composer(page)
  const words = `tramvay depolarining jadvali ${project.name}`
  await form.begin()
  await form.text.pressSequentially(words)
  const agree = similarOf(form).getByRole('button', { name: say('vote_agree') }).first()
  await agree.click()
  await page.getByRole('button', { name: 'Jasur Toʻrayev' }).click()
  await expect(commentById(page, comment.id).getByRole('button', { name: say('vote_agree'), exact: true })).toHaveAttribute('aria-pressed', 'true')
  await open(page, `/consultations/${CONSULTATION}`)
  await expect(composer(page).text).toHaveValue(words)
})

test('nobody is asked about a few words, and nothing that fails stands in the way', async ({ page, sandbox, check, consoleErrors, baseURL }, { project }) => {
  consoleErrors.allow(/similar/)
  await sandbox.suffer({ path: '/consultations/*/comments/similar', status: 422 })
  await signIn(page, 'rustam', baseURL)
  await open(page, '/consultations/market-stalls')
  const form = composer(page)
  const asked = requestsOf(page, 'GET', LOOKING)
  await form.begin()
  await form.text.pressSequentially('Ha')
  const words = `Rastalar toʻlovi kamaytirilsin, ${project.name}`
  const refused = page.waitForResponse((answer) => answer.url().includes('/similar') && answer.status() === 422)
  await form.text.fill(words)
  await refused
  expect(asked).toHaveLength(1)
  await form.stance('for').check()
  await expect(similarOf(form)).toHaveCount(0)
  await check('nothing was found', { focus: 'free' })
  await form.send.click()
  await expect(commentSaying(page, words)).toBeFocused()
})
