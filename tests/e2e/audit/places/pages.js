// The pages of the app, in each state that a person may find them in.
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { commentSaying, composer, heading, signIn } from '../../harness/app.js'
import { wordsOf } from '../../harness/words.js'

const seeded = (name) => new URL(`../../../../sandbox/seeds/attachments/${name}`, import.meta.url)
const SEEDED = [seeded('daraxtlar-rejasi.png'), seeded('murojaat.pdf')]

/** @param {string} path @param {import('../matrix.js').Setting} setting */
const inLanguage = (path, { language }) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`

async function open(page, path, { setting }) {
  await page.goto(inLanguage(path, setting))
  await expect(heading(page)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', setting.language)
}

const firstComment = (page) => expect(page.locator('[data-comment]').first()).toBeVisible()

/** A page that comes and is there when something is. */
const page = (name, title, path, isThere) => ({
  name,
  title,
  open: async (page, given) => {
    await open(page, path, given)
    await isThere(page, given)
  },
})

/** A comment to look at alone: a reply to a reply, with a long way above it. */
async function deepComment(sandbox) {
  const thread = await sandbox.thread('bus-lanes')
  return thread.find(({ depth, state }) => depth >= 2 && state === 'visible')
}

/** The form of somebody who has signed in. */
async function form(page, given, person, path) {
  await signIn(page, person, given.sandbox.address)
  await open(page, path, given)
  await expect(page.locator('.account button')).toBeVisible()
  return composer(page)
}

/** A comment of one's own, just published. */
async function sent(page, given, words) {
  const { send, write } = await form(page, given, 'sherzod', '/consultations/market-stalls')
  await write(words)
  await send.click()
  const comment = commentSaying(page, words)
  await expect(comment).toBeFocused()
  return comment
}

let sentSoFar = 0
/** Words of which none were sent before; figures are in no language. @param {string} words */
const unique = (words) => `${words} ${Date.now()}${(sentSoFar += 1)}`

/**
 * A thread whose form has come, as it does when the focus first gets there: what is looked at does not grow meanwhile.
 * The form that nobody has come to is looked at in `journeys/pieces.spec.js`.
 */
async function wholeForm(page) {
  await firstComment(page)
  await composer(page).begin()
  await page.evaluate(() => {
    document.activeElement.blur()
    scrollTo(0, 0)
  })
}

/** The statement on accessibility, where the app has one. @type {import('./place.js').Place} */
const STATEMENT = {
  kind: 'page',
  ...page('accessibility', 'The statement on accessibility', '/accessibility', () => {}),
}

/**
 * Every page there is; those that not every build has are asked for.
 * @param {import('@playwright/test').Page} page Of a reader of English.
 * @returns {Promise<import('./place.js').Place[]>}
 */
export async function pagesOf(page) {
  await page.goto('/accessibility?lang=en')
  await expect(heading(page)).toBeVisible()
  const isThere = (await heading(page).textContent()) !== wordsOf('en')('not_found_title')
  return isThere ? [...PAGES, STATEMENT] : PAGES
}

/** @type {import('./place.js').Place[]} */
const PAGES = [
  page('home', 'The home page', '/', (page) => expect(page.locator('.card')).toHaveCount(9)),
  page('list', 'The list of consultations', '/consultations', async (page) => {
    await expect(page.locator('.card')).toHaveCount(16)
    await expect(page.locator('#agency option').nth(1)).toBeAttached()
  }),
  page('list-empty', 'The list where nothing was found', '/consultations?q=qqqqq', async (page, { say }) => {
    await expect(page.getByText(say('consultations_none')).first()).toBeVisible()
  }),
  page('consultation-open', 'A consultation that takes comments, with its thread', '/consultations/bus-lanes', wholeForm),
  page('consultation-other-script', 'A thread with comments in two scripts', '/consultations/mahalla-libraries', wholeForm),
  page('consultation-announced', 'A consultation that has not begun', '/consultations/winter-timetable', (page, { say }) =>
    expect(page.getByText(say('thread_empty'))).toBeVisible(),
  ),
  page('consultation-closed', 'A consultation that is closed and not answered yet', '/consultations/evening-clinics', firstComment),
  page('consultation-answered', 'A consultation with the reply of the agency', '/consultations/waste-sorting', firstComment),
  page('consultation-files', 'A thread with files, and an author known by their district', '/consultations/street-trees', (page) =>
    expect(page.locator('.comment__files')).toBeVisible(),
  ),
  page('consultation-about', 'A consultation with plain words, questions, phases and documents', '/consultations/market-stalls', async (page) => {
    await expect(page.locator('.following')).toBeVisible()
    await wholeForm(page)
  }),
  page('question', 'A question of a consultation, with its own thread', '/consultations/school-meals/questions/usul', async (page) => {
    await expect(page.locator('.question-way')).toBeVisible()
    await firstComment(page)
  }),
  page('consultation-missing', 'A consultation that does not exist', '/consultations/no-such-consultation', (page, { say }) =>
    expect(page.getByText(say('problem_not_found'))).toBeVisible(),
  ),
  page('not-found', 'An address that leads nowhere', '/no/such/page', () => {}),
  {
    name: 'comment-link',
    title: 'A link to one comment, in its context',
    open: async (page, given) => {
      const { id } = await deepComment(given.sandbox)
      await open(page, `/consultations/bus-lanes/comments/${id}`, given)
      await expect(page.locator(`[data-comment="${id}"]`)).toBeFocused()
    },
  },
  {
    name: 'thread-replies',
    title: 'A thread with more comments and replies shown',
    isStill: true,
    open: async (page, given) => {
      await open(page, '/consultations/coal-heating', given)
      await wholeForm(page)
      const rows = page.locator('[data-comment], [data-tombstone]')
      const before = await rows.count()
      await page.locator('.thread__row .load-more button').first().click()
      await expect.poll(() => rows.count()).toBeGreaterThan(before)
      return 'opened: replies'
    },
  },
  {
    name: 'composer-filled',
    title: 'A comment written by somebody who is signed in',
    isStill: true,
    open: async (page, given) => {
      const { write } = await form(page, given, 'bekzod', '/consultations/open-data')
      await write('Bepul tushlik yaxshi fikr, lekin kim pishiradi?', 'question')
      return 'filled'
    },
  },
  {
    name: 'composer-files',
    title: 'A comment with a file that is described, and one that is missing its description',
    isStill: true,
    open: async (page, given) => {
      const { form: within, send, write } = await form(page, given, 'bekzod', '/consultations/open-data')
      await write('Ikki fayl ilova qildim')
      await within.getByRole('button', { name: given.say('compose_attach') }).click()
      const files = within.locator('.file-field__file')
      await within.locator('input[type=file]').setInputFiles(SEEDED.map((file) => fileURLToPath(file)))
      await expect(files.filter({ hasText: given.say('upload_done') })).toHaveCount(2)
      await files.first().getByRole('textbox').fill('Koʻcha rejasi')
      await send.click()
      await expect(files.last().getByRole('textbox')).toBeFocused()
      return 'failed: a description is missing'
    },
  },
  {
    name: 'composer-failed',
    title: 'A comment that is sent with nothing in it',
    isStill: true,
    open: async (page, given) => {
      const { begin, send, text } = await form(page, given, 'bekzod', '/consultations/open-data')
      await begin()
      await send.click()
      await expect(text).toBeFocused()
      return 'failed'
    },
  },
  {
    name: 'composer-unreachable',
    title: 'A comment that waits, because the connection is gone',
    isStill: true,
    open: async (page, given) => {
      const { form: whole, send, begin, write } = await form(page, given, 'bekzod', '/consultations/open-data')
      const [queue] = await Promise.all([page.waitForResponse(/\/queue-.*\.wasm/), begin()])
      await queue.finished()
      await write('Aloqa uzilganda')
      await page.context().setOffline(true)
      await send.click()
      await expect(whole.locator('.queue')).toContainText(given.say('queue_waits'))
      return 'waits: offline'
    },
  },
  {
    name: 'composer-preview',
    title: 'A comment that is looked at before it is sent',
    isStill: true,
    open: async (page, given) => {
      const { form: whole, write } = await form(page, given, 'bekzod', '/consultations/open-data')
      await write('Qator\n\nQarang: https://example.uz/qaror', 'question')
      await whole.getByRole('button', { name: given.say('compose_preview') }).click()
      await expect(whole.locator('.preview h4')).toBeFocused()
      return 'opened: preview'
    },
  },
  {
    name: 'comment-quoting',
    title: 'A reply with a quotation, the choice of another, and what a comment said before',
    isStill: true,
    open: async (page, given) => {
      const thread = await given.sandbox.thread('open-data')
      const reply = thread.find(({ quote }) => quote)
      const edited = thread.find(({ edited_at: at }) => at)
      await signIn(page, 'bekzod', given.sandbox.address)
      await open(page, '/consultations/open-data', given)
      await page.locator(`[id="history-${edited.id}-button"]`).click()
      await expect(page.locator('.history del').first()).toBeVisible()
      await page.locator(`[id="reply-${reply.parent_id}-button"]`).click()
      const { form: whole } = composer(page, `reply-${reply.parent_id}`)
      await whole.getByRole('button', { name: given.say('compose_quote') }).click()
      await whole.locator('.quoting').getByRole('radio').first().check()
      await expect(whole.locator('.quotation')).toBeVisible()
      return 'opened: quotation'
    },
  },
  {
    name: 'comment-sent',
    title: 'A comment just published, with its reply form, its editing and its withdrawal',
    open: async (page, given) => {
      await sent(page, given, unique('Rasta'))
      return 'sent'
    },
  },
  {
    name: 'sign-in',
    title: 'The page for signing in (of the reference server)',
    isStill: true,
    open: async (page, { setting }) => {
      await page.goto(inLanguage('/api/v1/session/login?return_to=%2F', setting))
      await expect(page.getByRole('button').first()).toBeVisible()
    },
  },
  {
    name: 'list-unreachable',
    title: 'The list when the platform does not answer',
    open: async (page, given) => {
      await page.route('**/api/v1/consultations?**', (route) => route.fulfill({ status: 500 }))
      await open(page, '/consultations', given)
      await expect(page.getByRole('alert').filter({ hasText: given.say('problem_when_reading') })).toBeVisible()
    },
  },
].map((place) => ({ kind: 'page', ...place }))
