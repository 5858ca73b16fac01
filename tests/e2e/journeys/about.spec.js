// What stands around the text of a consultation: plain words, phases, documents, questions with threads of their own, and
// following it.
import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import { commentSaying, composer, composerOf, heading, open, politeRegion, signIn } from '../harness/app.js'
import { writer } from '../harness/writer.js'
import { BROWSERS } from '../harness/words.js'

const ID = 'market-stalls'
const PATH = `/consultations/${ID}`
const TOLL = `${PATH}/questions/tolov`
const DISCOUNT = `${PATH}/questions/chegirma`
const PIECE = '**/assets/about-*.wasm'
const WORDS = '**/about/*.json'

const sectionOf = (page, name) => page.getByRole('region', { name, exact: true })
const follow = (page, say) => page.getByRole('button', { name: say('follow') })
const news = (page) => page.locator('.following .news li')
const aboutIsThere = (page, say) => expect(follow(page, say)).toBeVisible()

/** The consultation as the platform tells it, changed. */
const changed = (page, change) =>
  page.route(`**/api/v1${PATH}`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change(await response.json()) })
  })

test('it is told in plain words, what happens when, why it is asked and what there is to read', async ({ page, say, check }) => {
  await open(page, PATH)
  await aboutIsThere(page, say)
  const headings = page.locator('main h2')
  const order = ['consultation_plain', 'consultation_body', 'about_questions', 'about_phases', 'about_why', 'about_purpose', 'about_invited', 'about_documents']
  await expect(headings).toContainText([...order.map((key) => say(key)), say('thread_title')])
  await expect(sectionOf(page, say('consultation_plain'))).toContainText('hamma bozorda bir xil')

  const phases = sectionOf(page, say('about_phases')).getByRole('listitem')
  await expect(phases).toHaveCount(5)
  await expect(phases.nth(1)).toHaveAttribute('aria-current', 'step')
  await expect(phases.nth(1).locator('time')).toHaveCount(2)
  await expect(phases.nth(1)).toContainText(say('stage_current'))
  await expect(phases.nth(3)).toContainText(say('about_note_answered'))
  await expect(page.locator('[aria-current=step]')).toHaveCount(1)

  const documents = sectionOf(page, say('about_documents')).getByRole('listitem')
  await expect(documents.first().getByRole('link')).toHaveAttribute('href', /^https:.*\.pdf$/)
  await expect(documents.first()).toContainText(/PDF, .*Oʻzbekcha/)
  await expect(documents.last()).toContainText('CSV')
  const byEmail = page.locator('.following').getByRole('link', { name: say('follow_by_email') })
  await expect(byEmail).toHaveAttribute('href', /^https:/)
  await expect(byEmail).toContainText(say('link_external'))
  await check('all of it', { focus: 'free' })
})

test('questions are answered one by one, each in its own thread, by keyboard alone', async ({ page, sandbox, say, check }, { project }) => {
  const words = `Oʻn ming soʻm, ${project.name}`
  await signIn(page, 'sherzod', sandbox.address)
  await open(page, PATH)
  await aboutIsThere(page, say)
  const questions = sectionOf(page, say('about_questions')).getByRole('listitem')
  await questions.first().getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(TOLL)
  await expect(heading(page)).toHaveText('Kunlik rasta toʻlovi qancha boʻlsa adolatli?')
  await expect(heading(page)).toBeFocused()
  await expect(page.getByText(say('about_question_place', { number: 1, total: 2 }))).toBeVisible()
  await expect(page.getByText(say('thread_empty')).or(page.locator('[data-comment]').first())).toBeVisible()
  await check('at a question')

  const form = composer(page, 'answer-tolov')
  await form.begin()
  await page.keyboard.type(words)
  await form.stance('for').focus()
  await page.keyboard.press('Space')
  await form.send.focus()
  await page.keyboard.press('Enter')
  await expect(commentSaying(page, words)).toBeFocused()
  await expect(politeRegion(page)).toHaveText(say('compose_sent'))
  await check('answered')

  await page.getByRole('link', { name: 'Chegirma yoki bepul rasta' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(DISCOUNT)
  await expect(heading(page)).toBeFocused()
  await expect(heading(page)).toContainText('Chegirma')
  await expect(page.locator('main .loading')).toHaveCount(0)
  await expect(commentSaying(page, words), 'another question has another thread').toHaveCount(0)
  await check('at the next question')

  await page.locator('.question-way').getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(PATH)
  await aboutIsThere(page, say)
  await expect(page.locator('[data-comment]').first()).toBeVisible()
  await expect(commentSaying(page, words), 'and so has the whole').toHaveCount(0)
  await page.goBack()
  await expect(heading(page)).toContainText('Chegirma')
  await page.goBack()
  await expect(heading(page)).toHaveText('Kunlik rasta toʻlovi qancha boʻlsa adolatli?')
  await page.goBack()
  await aboutIsThere(page, say)
  await expect(questions.first().getByRole('link'), 'where it was left').toBeFocused()
  await check('back by the way of the browser')
  const { about } = await sandbox.read(PATH)
  const [{ counts }] = about.questions
  await expect(questions.first()).toContainText(say('about_answers', { count: counts.comments }))
  await check('back at the whole')
})

test('a link to an answer leads back to its question', async ({ page, playwright, sandbox, say, check }) => {
  const other = await writer(playwright, sandbox, 'dilnoza')
  const answer = await other.comment(ID, 'Nine thousand', { question_id: 'tolov' })
  await open(page, `${PATH}/comments/${answer.id}`)
  await expect(commentSaying(page, 'Nine thousand')).toBeFocused()
  const count = page.locator('.thread__count')
  await expect(count, 'an answer is none of the comments that are counted elsewhere').toBeEmpty()
  await check('at the answer')
  await page.getByRole('link', { name: say('show_whole_thread') }).click()
  await expect(page).toHaveURL(TOLL)
  await expect(count).not.toBeEmpty()
  await expect(commentSaying(page, 'Nine thousand')).toBeVisible()
})

test('a draft for a question survives a reload and is no other’s', async ({ page, say, check }) => {
  const form = await composerOf(page, 'bekzod', TOLL)
  await form.form.or(page.locator('form.composer')).first().waitFor()
  const answer = composer(page, 'answer-tolov')
  await answer.begin()
  await answer.write('Sakkiz ming')
  await page.reload()
  await expect(answer.text).toHaveValue('Sakkiz ming')
  await expect(answer.form).toContainText(say('compose_draft_from_before'))
  await check('restored', { focus: 'free' })
  await open(page, DISCOUNT)
  await expect(composer(page, 'answer-chegirma').text).toHaveValue('')
  await open(page, PATH)
  await expect(composer(page).text).toHaveValue('')
})

test('a visitor comes back from signing in to the question and to the words', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(/401/)
  await open(page, TOLL)
  const answer = composer(page, 'answer-tolov')
  await answer.begin()
  await answer.write('Yetti ming')
  await answer.send.click()
  await expect(page).toHaveURL(/session\/login/)
  await page.getByRole('button', { name: 'Bekzod' }).click()
  await expect(page).toHaveURL(TOLL)
  await expect(answer.text).toHaveValue('Yetti ming')
  await expect(answer.text).toBeFocused()
  await check('back at the answer')
})

test('what is followed tells once what is new', async ({ page, playwright, sandbox, say, check }) => {
  await open(page, PATH)
  await expect(follow(page, say)).toHaveAttribute('aria-pressed', 'false')
  await follow(page, say).focus()
  await page.keyboard.press('Space')
  await expect(follow(page, say)).toHaveAttribute('aria-pressed', 'true')
  await check('followed')
  await open(page, '/')
  const followed = page.locator('.followed li')
  await expect(followed).toContainText(say('news_none'))

  const other = await writer(playwright, sandbox, 'rustam')
  await other.comment(ID, 'QR code, please')
  await other.comment(ID, 'Five thousand', { question_id: 'tolov' })
  await open(page, '/')
  await expect(page.getByRole('heading', { name: say('followed_title') })).toBeVisible()
  await expect(followed.locator('.news')).toHaveText(say('news_comments', { count: 2 }))
  await check('at home', { focus: 'free' })
  await followed.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(PATH)
  await expect(page.getByRole('heading', { name: say('news_title') })).toBeVisible()
  await expect(news(page)).toHaveText(say('news_comments', { count: 2 }))
  await check('told')

  await page.goBack()
  await expect(followed.getByRole('link'), 'back where it was followed from').toBeFocused()
  await page.goForward()
  await aboutIsThere(page, say)

  await page.reload()
  await expect(page.locator('.following')).toContainText(say('news_none'))
  await expect(news(page), 'once').toHaveCount(0)

  const later = { status: 'answered', answered_at: '2026-01-02T03:04:05Z', has_outcome: true }
  await changed(page, (consultation) => ({ ...consultation, ...later }))
  await page.route(`**/api/v1${PATH}/outcome`, (route) => route.fulfill({ status: 200, json: {
    published_at: '2026-01-02T03:04:05Z', revision: 1, language: 'uz-Latn', lead: 'Bajarildi.', themes: [], cited: [],
  } }))
  await page.reload()
  await expect(news(page), 'no reply is told of where there is none').toHaveText([say('news_outcome')])
  await expect(sectionOf(page, say('about_phases')).locator('[aria-current=step]')).toContainText(say('status_answered'))
  await check('another phase', { focus: 'free' })

  await follow(page, say).click()
  await expect(follow(page, say)).toHaveAttribute('aria-pressed', 'false')
  await open(page, '/')
  await expect(page.locator('.card').first()).toBeVisible()
  await expect(page.locator('.followed')).toHaveCount(0)
})

test('what somebody writes where they follow is no news to them', async ({ page, sandbox, say }) => {
  await signIn(page, 'malika', sandbox.address)
  await open(page, PATH)
  await follow(page, say).click()
  const form = composer(page)
  await form.begin()
  await form.write('Oʻzim yozdim')
  await form.send.click()
  await expect(commentSaying(page, 'Oʻzim yozdim')).toBeFocused()
  await open(page, TOLL)
  const answer = composer(page, 'answer-tolov')
  await answer.begin()
  await answer.write('Oʻzim javob berdim')
  await answer.send.click()
  await expect(commentSaying(page, 'Oʻzim javob berdim')).toBeFocused()
  await open(page, '/')
  await expect(page.locator('.followed li')).toContainText(say('news_none'))
})

test('a device that keeps nothing says so', async ({ page, say, check }) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key, value) {
      if (key === 'muloqot.followed') throw new DOMException('full', 'QuotaExceededError')
      setItem.call(this, key, value)
    }
  })
  await open(page, PATH)
  await follow(page, say).click()
  await expect(page.locator('.following').getByRole('status')).toHaveText(say('follow_not_kept'))
  await expect(follow(page, say)).toHaveAttribute('aria-pressed', 'false')
  await check('not kept')
})

test('markup in the texts of an agency is text, and only https is a link', async ({ page, say, check }) => {
  const bad = '<img src=x onerror=alert(1)><b>Qalin</b>'
  await changed(page, (consultation) => ({
    ...consultation,
    plain_text: bad,
    about: {
      invited: bad,
      email_updates_url: 'javascript:alert(1)',
      why: bad,
      purpose: bad,
      documents: [{ title: bad, url: 'javascript:alert(1)' }, { title: 'Loyiha', url: 'https://a.example.uz/a.pdf' }, { url: 7 }],
      questions: [{ id: 'tolov', text: bad, counts: { comments: 1 } }],
    },
  }))
  await open(page, PATH)
  await aboutIsThere(page, say)
  for (const key of ['consultation_plain', 'about_why', 'about_purpose', 'about_invited', 'about_documents', 'about_questions']) {
    await expect(sectionOf(page, say(key)), key).toContainText(bad)
  }
  await expect(page.locator('main img, main b')).toHaveCount(0)
  await expect(sectionOf(page, say('about_documents')).getByRole('listitem')).toHaveCount(2)
  await expect(sectionOf(page, say('about_documents')).getByRole('link')).toHaveCount(1)
  await expect(page.locator('.following a')).toHaveCount(0)
  await check('markup', { focus: 'free' })
  await page.getByRole('link', { name: bad }).click()
  await expect(heading(page)).toHaveText(bad)
  await check('in a heading')
})

test('a platform that tells nothing more has its phases alone', async ({ page, say, check }) => {
  await changed(page, ({ about, plain_text, general_counts, ...rest }) => rest)
  await open(page, PATH)
  await aboutIsThere(page, say)
  await expect(page.locator('main h2')).toContainText([say('consultation_body'), say('about_phases'), say('thread_title')])
  await expect(sectionOf(page, say('about_questions'))).toHaveCount(0)
  await check('little', { focus: 'free' })
})

test('a question that is not asked is not found', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  await open(page, `${PATH}/questions/nowhere`)
  await expect(heading(page)).toHaveText(say('not_found_title'))
  await check('not found', { focus: 'free' })
})

test('what was typed for a question that is asked no more can be read and copied', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  await composerOf(page, 'bekzod', TOLL)
  const answer = composer(page, 'answer-tolov')
  await answer.begin()
  await answer.write('Yetti ming')
  await changed(page, ({ about, ...rest }) => ({ ...rest, about: { ...about, questions: [] } }))
  await page.reload()
  await expect(heading(page)).toHaveText(say('not_found_title'))
  await expect(page.locator('main textarea')).toHaveValue('Yetti ming')
  await check('asked no more', { focus: 'free' })
})

test('one followed consultation that does not come costs itself alone, and one that is gone is followed no more', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(FAILED_ANSWER)
  const visit = (id) => ({ id, comments: 0, status: 'open', has_reply: false, has_outcome: false })
  const visits = [visit(ID), visit('school-meals'), visit('gone-for-ever')]
  await page.addInitScript((visits) => {
    if (!localStorage.getItem('muloqot.followed')) localStorage.setItem('muloqot.followed', visits)
  }, JSON.stringify(visits))
  await page.route('**/api/v1/consultations/school-meals', (route) => route.fulfill({ status: 400, json: {} }))
  await open(page, '/')
  await expect(page.locator('.followed > li')).toHaveCount(1)
  await expect(page.locator('.followed')).toContainText('Dehqon')
  await check('one of three', { focus: 'free' })
  const followed = await page.evaluate(() => JSON.parse(localStorage.getItem('muloqot.followed')).map(({ id }) => id))
  expect(followed).toEqual([ID, 'school-meals'])
  await page.unroute('**/api/v1/consultations/school-meals')
  await page.reload()
  await expect(page.locator('.followed > li')).toHaveCount(2)
})

test('a part that does not come says so and comes at the next try', async ({ page, say, check, consoleErrors }) => {
  consoleErrors.allow(/\/assets\/|\/about\/|Failed to fetch|ERR_FAILED|TypeError/)
  for (const part of [PIECE, WORDS]) {
    await page.route(part, (route) => route.abort())
    await open(page, PATH)
    const again = page.getByRole('button', { name: say('try_again') })
    await expect(again.first()).toBeVisible()
    await expect(page.locator('[data-comment]').first(), 'the rest is there').toBeVisible()
    await check(`${part} did not come`, { focus: 'free' })
    await page.unroute(part)
    await again.first().click()
    await aboutIsThere(page, say)
    await expect(page.getByRole('button', { name: say('try_again') })).toHaveCount(0)
    await expect(page.getByRole('heading', { name: say('about_phases') }), 'what has come has the focus').toBeFocused()
  }
})

for (const tag of ['en', 'ru']) {
  test.describe(`in ${tag}`, () => {
    test.use({ locale: BROWSERS[tag] })

    test('it speaks the language of the reader, and tells that of the texts', async ({ page, say, check }) => {
      await open(page, PATH)
      await aboutIsThere(page, say)
      const why = sectionOf(page, say('about_why'))
      await expect(why.locator('[lang=uz-Latn]').first()).toContainText('214')
      await expect(page.locator('.questions a').first()).toHaveAttribute('lang', 'uz-Latn')
      await check('the page', { focus: 'free' })
      await page.locator('.questions a').first().click()
      await expect(heading(page)).toHaveAttribute('lang', 'uz-Latn')
      await expect(page.getByText(say('about_question_place', { number: 1, total: 2 }))).toBeVisible()
      await check('a question')
    })
  })
}
