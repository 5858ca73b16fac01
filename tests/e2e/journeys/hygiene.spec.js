import { expect, test } from '../harness/test.js'
import { commentById, open, signIn } from '../harness/app.js'

const ID = 'school-meals'

/** Opens a comment of the big thread by what it says. */
async function openSaying(page, sandbox, pattern) {
  const comment = (await sandbox.thread(ID)).find(({ text }) => text && pattern.test(text))
  await open(page, `/consultations/${ID}/comments/${comment.id}`)
  const shown = commentById(page, comment.id)
  await expect(shown).toBeFocused()
  return { comment, shown }
}

test('a quotation from right to left keeps to itself', async ({ page, sandbox, check }) => {
  const { comment, shown } = await openSaying(page, sandbox, /\p{Script=Arabic}{3}/u)
  const passages = shown.locator('.comment__text p')
  const texts = await passages.allTextContents()
  for (const line of comment.text.split('\n').filter((line) => line.trim())) {
    expect(texts.join('\n')).toContain(line.trim())
  }
  const isolated = await passages.evaluateAll((all) =>
    all.every((passage) => passage.dir === 'auto' || getComputedStyle(passage).unicodeBidi !== 'normal'),
  )
  expect(isolated).toBe(true)
  await check('a quotation from right to left')
})

test('a word that is too long for the line is broken, not cut', async ({ page, sandbox, check }) => {
  const { shown } = await openSaying(page, sandbox, /\p{L}{50}/u)
  const overflow = await shown.evaluate((element) => element.scrollWidth - element.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await check('a very long word')
})

test('what looks like HTML is text', async ({ page, sandbox, check }) => {
  const { shown } = await openSaying(page, sandbox, /<b>/)
  await expect(shown.locator('.comment__text')).toContainText('<b>muhim</b>')
  await expect(shown.locator('.comment__text :is(b, i)')).toHaveCount(0)
  await check('a comment that looks like HTML')
})

test('a comment can carry no script, no picture and no odd link', async ({ page, sandbox, check, baseURL }) => {
  const attack =
    '<img src=x onerror="document.title=1"> <script>document.title=2</script> javascript:alert(1) ' +
    '[a](javascript:alert(1)) https://example.uz/a?b=1&c="><svg onload=alert(1)> \u202Etxet'
  await signIn(page, 'berdaq', baseURL)
  const { csrf_token: token } = await (await page.request.get(`${baseURL}/api/v1/session`)).json()
  const posted = await page.request.post(`${baseURL}/api/v1/consultations/aral-saxaul/comments`, {
    headers: { 'x-csrf-token': token, 'idempotency-key': crypto.randomUUID() },
    data: { stance: 'neutral', text: attack, language: 'uz-Latn' },
  })
  expect(posted.status(), await posted.text()).toBe(201)
  const { id } = await posted.json()
  await open(page, `/consultations/aral-saxaul/comments/${id}`)
  const text = commentById(page, id).locator('.comment__text')
  await expect(text).toContainText('<img src=x onerror="document.title=1">')
  await expect(text.locator('img, script, svg')).toHaveCount(0)
  for (const link of await text.locator('a').all()) {
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/example\.uz\//)
    expect(await link.getAttribute('rel')).toMatch(/noopener|noreferrer|nofollow/)
  }
  await check('a comment with an attack')
})
