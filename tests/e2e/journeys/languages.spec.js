import { expect, test } from '../harness/test.js'
import { commentById, commentSaying, composer, heading, open, politeRegion } from '../harness/app.js'
import { foreignWords } from '../harness/foreign_words.js'
import { BROWSERS, LANGUAGES, shortMessagesOf, wordsOf } from '../harness/words.js'

const OWN_NAMES = { 'uz-Latn': 'Oʻzbekcha', 'uz-Cyrl': 'Ўзбекча', 'kaa-Latn': 'Qaraqalpaqsha', ru: 'Русский', en: 'English' }
const DATE = {
  'uz-Latn': /^\d{4}-yil \d{1,2}-[a-z]+$/,
  'uz-Cyrl': /^\d{4} йил \d{1,2} [а-я]+$/,
  'kaa-Latn': /^\d{4}-jıl \d{1,2}-[a-z]+$/,
  ru: /^\d{1,2} [а-я]+ \d{4} г\.$/,
  en: /^\d{1,2} [A-Z][a-z]+ \d{4}$/,
}

for (const tag of LANGUAGES) {
  test.describe(`in ${tag}`, () => {
    test.use({ locale: BROWSERS[tag] })

    test(`nobody meets a foreign word on the whole way in ${tag}`, async ({ page, check, consoleErrors, say }, { project }) => {
      test.slow()
      consoleErrors.allow(/401.*\/comments/)
      const words = `${tag} ${project.name}`
      const isOwn = async (name, options) => {
        await check(name, options)
        await expect(page.locator('html')).toHaveAttribute('lang', tag)
        expect.soft(await foreignWords(page, tag), name).toEqual([])
      }
      await open(page, '/')
      await expect(heading(page)).toHaveText(say('home_title'))
      await expect(page.locator('.card')).toHaveCount(9)
      await isOwn('home', { focus: 'free' })
      await page.locator('.hero a').click()
      await expect(page.locator('.card')).toHaveCount(16)
      await isOwn('the list')
      await page.locator('.card a').first().click()
      await expect(page.locator('[data-comment]').first()).toBeVisible()

      await open(page, '/consultations/bus-lanes')
      const form = composer(page)
      await form.begin()
      await form.send.click()
      await expect(form.text.or(form.stance('for')).first()).toBeVisible()
      await isOwn('what is missing is said')
      for (const day of await page.locator('.facts time').allTextContents()) {
        expect.soft(day.replaceAll('\u00a0', ' ')).toMatch(DATE[tag])
      }
      await form.write(words, 'question')
      await form.send.click()

      await expect(page).toHaveURL(/session\/login/)
      expect.soft(await foreignWords(page, tag), 'the page for signing in').toEqual([])
      await check('the page for signing in', { focus: 'free' })
      await page.getByRole('button', { name: 'Timur Rashidov' }).click()
      await expect(form.text).toHaveValue(words)
      await isOwn('back with the text')
      await form.send.click()
      const comment = commentSaying(page, words)
      await expect(comment).toBeFocused()
      await isOwn('sent')

      await comment.getByRole('button', { name: say('action_reply_to', { name: 'Timur Rashidov' }) }).click()
      const id = await comment.getAttribute('data-comment')
      const reply = composer(page, `reply-${id}`)
      await reply.text.fill(`${words}, 2`)
      await isOwn('the form for a reply')
      await reply.send.click()
      const answer = commentById(page, await commentSaying(page, `${words}, 2`).getAttribute('data-comment'))
      await expect(answer).toBeFocused()
      await answer.getByRole('button', { name: say('action_edit') }).click()
      await isOwn('the form for another wording')
      await page.keyboard.type(' 3')
      await page.locator('form.composer button[type=submit]').last().click()
      await expect(politeRegion(page)).toHaveText(say('compose_edit_sent'))
      await answer.getByRole('button', { name: say('action_withdraw') }).click()
      await isOwn('the question before it is taken back')
      await answer.getByRole('button', { name: say('withdraw_confirm') }).click()
      await expect(page.locator('[data-tombstone]:focus')).toHaveText(say('tombstone_withdrawn'))
      await isOwn('taken back')
      await page.getByRole('button', { name: say('sign_out') }).click()
      await expect(politeRegion(page)).toHaveText(say('signed_out'))

      await open(page, '/consultations/waste-sorting')
      await expect(page.locator('.official-reply')).toBeVisible()
      await isOwn('an answered consultation', { focus: 'free' })
      await open(page, '/no/such/page')
      await isOwn('no such page', { focus: 'free' })
    })

    test(`only the words of ${tag} are loaded, and the shell is in it before the app is there`, async ({ page, say }) => {
      const files = []
      page.on('request', (request) => {
        const file = /\/assets\/(\w\w\w?(?:-\w{4})?)-[0-9a-f]+\.json$/.exec(new URL(request.url()).pathname)
        if (file) files.push(file[1])
      })
      let letGo
      const held = new Promise((resolve) => (letGo = resolve))
      await page.route('**/*.wasm', async (route) => {
        await held
        await route.continue()
      })
      await page.goto('/')
      await expect(page.locator('#muloqot-shell .skip-link')).toHaveText(say('skip_to_content'))
      await expect(page.locator('#muloqot-loading label')).toHaveText(say('loading'))
      await expect(page.locator('.language-menu.shell__place')).toHaveText(OWN_NAMES[tag])
      expect(await foreignWords(page, tag)).toEqual([])
      letGo()
      await expect(heading(page)).toHaveText(say('home_title'))
      expect(files).toEqual([tag])
    })
  })
}

const FIRST_VISITS = [
  { browser: 'uz-UZ', tag: 'uz-Latn' },
  { browser: 'uz-Cyrl', tag: 'uz-Cyrl' },
  { browser: 'kaa', tag: 'kaa-Latn' },
  { browser: 'fr-FR', tag: 'uz-Latn' },
  { browser: 'de-DE', address: 'ru', tag: 'ru' },
  { browser: 'en-GB', kept: 'ru', tag: 'ru' },
  { browser: 'en-GB', kept: 'ru', address: 'qr', tag: 'kaa-Latn' },
  { browser: 'en-GB', address: 'oz', tag: 'uz-Latn' },
  { browser: 'en-GB', address: 'uz_cyr', tag: 'uz-Cyrl' },
  { browser: 'en-GB', address: 'xx', tag: 'en' },
  { browser: 'ru-RU', kept: 'no-language', tag: 'ru' },
  { browser: 'uz-Cyrl-KZ', tag: 'uz-Cyrl' },
  { browser: 'en-GB', address: 'qr-UZ', tag: 'kaa-Latn' },
]

for (const { browser, kept, address, tag } of FIRST_VISITS) {
  test.describe(`a browser in ${browser}, ${kept ?? 'nothing'} chosen before, ${address ?? 'nothing'} in the address`, () => {
    test.use({ locale: browser })

    test(`starts in ${tag}, in the app and in the loader alike`, async ({ page }) => {
      const asked = []
      page.on('request', (request) => {
        if (request.url().endsWith('.json')) asked.push(new URL(request.url()).pathname)
      })
      if (kept) await page.addInitScript((kept) => localStorage.setItem('muloqot.language', kept), kept)
      await open(page, address ? `/?lang=${address}` : '/')
      await expect(page.locator('html')).toHaveAttribute('lang', tag)
      await expect(heading(page)).toHaveText(wordsOf(tag)('home_title'))
      expect(asked.filter((path) => path.startsWith('/assets/'))).toEqual([expect.stringContaining(`/${tag}-`)])
    })
  })
}

test.describe('in a browser that is set to German', () => {
  test.use({ locale: 'de-DE', timezoneId: 'America/New_York' })

  for (const tag of LANGUAGES) {
    test(`nothing of the browser’s own language and time shows through in ${tag}`, async ({ page }) => {
      await open(page, `/consultations/open-data?lang=${tag}`)
      const say = wordsOf(tag)
      for (const time of await page.locator('.facts time').all()) {
        const day = (await time.textContent()).replaceAll('\u00a0', ' ')
        expect.soft(day).toMatch(DATE[tag])
        // The day in Tashkent, five hours ahead of UTC, and not in New York.
        const there = new Date(Date.parse(await time.getAttribute('datetime')) + 5 * 3_600_000)
        expect.soft(day).toMatch(new RegExp(`(^|\\D)${there.getUTCDate()}(\\D|$)`))
      }
      await expect(page.getByText(say('compose_limit', { count: 2000 }))).toBeVisible()
      for (const count of [1, 2, 5, 11, 21]) {
        await composer(page).text.fill('a'.repeat(2000 - count))
        await expect(composer(page).form.locator('.field__count')).toHaveText(say('compose_left', { count }))
      }
    })
  }
})

test('a language in the address holds for the visit, until another is chosen', async ({ page }) => {
  await open(page, '/consultations?lang=ru')
  await page.locator('.card a').first().click()
  await expect(page).not.toHaveURL(/lang=/)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await open(page, '/consultations?status=open&lang=ru')
  await page.locator('#language-button').click()
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(page).toHaveURL(/\/consultations\?status=open$/)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('every language is named in itself, and the page in each is linked', async ({ page, baseURL }) => {
  await open(page, '/consultations?topic=health')
  await page.locator('#language-button').click()
  for (const tag of LANGUAGES) {
    await expect(page.getByRole('button', { name: OWN_NAMES[tag], exact: true })).toHaveAttribute('lang', tag)
  }
  const links = () =>
    page
      .locator('link[rel=alternate][hreflang]')
      .evaluateAll((links) => Object.fromEntries(links.map((link) => [link.hreflang, link.href])))
  const wanted = (path) => ({
    'x-default': `${baseURL}${path}`,
    ...Object.fromEntries(LANGUAGES.map((tag) => [tag, `${baseURL}${path}${path.includes('?') ? '&' : '?'}lang=${tag}`])),
  })
  expect(await links()).toEqual(wanted('/consultations?topic=health'))
  await page.getByRole('link', { name: wordsOf('uz-Latn')('nav_home') }).first().click()
  await expect.poll(links).toEqual(wanted('/'))
})

test.describe('what others wrote in the other script', () => {
  const CYRILLIC = /[\u0400-\u04FF]{4}/
  const comment = (page) => page.locator('[data-comment]').filter({ has: page.locator('.comment__text[lang=uz-Cyrl]') }).first()

  test('is read in one’s own by a press, and in the original by another', async ({ page, say, check }) => {
    await open(page, '/consultations/mahalla-libraries')
    const id = await comment(page).getAttribute('data-comment')
    const shown = commentById(page, id)
    const original = await shown.locator('.comment__text').textContent()
    const button = shown.getByRole('button', { name: say('script_read_latin') })
    await button.click()
    await expect(shown.locator('.comment__text')).toHaveAttribute('lang', 'uz-Latn')
    expect(await shown.locator('.comment__text').textContent()).not.toMatch(CYRILLIC)
    await expect(shown).toContainText(say('script_converted_latin'))
    await expect(politeRegion(page)).toHaveText(say('script_converted_latin'))
    const back = shown.getByRole('button', { name: say('script_read_original') })
    await expect(back).toBeFocused()
    await check('read in Latin')
    await back.press('Enter')
    await expect(shown.locator('.comment__text')).toHaveText(original)
    await expect(shown.locator('.comment__text')).toHaveAttribute('lang', 'uz-Cyrl')
    await check('the original')
  })

  test('is always read in one’s own when that was chosen', async ({ page, say, check }) => {
    await open(page, '/consultations/mahalla-libraries')
    await page.getByRole('checkbox', { name: say('script_always_latin') }).check()
    await expect(page.locator('.comment__text[lang=uz-Cyrl]')).toHaveCount(0)
    await check('everything in Latin')
    await page.reload()
    await expect(page.getByRole('checkbox', { name: say('script_always_latin') })).toBeChecked()
    await expect(page.locator('.comment__text[lang=uz-Cyrl]')).toHaveCount(0)
    for (const text of await page.locator('.comment__text').allTextContents()) expect(text).not.toMatch(CYRILLIC)
    await page.locator('#language-button').click()
    await page.getByRole('button', { name: OWN_NAMES['uz-Cyrl'] }).click()
    const always = page.getByRole('checkbox', { name: wordsOf('uz-Cyrl')('script_always_cyrillic') })
    await expect(always).toBeChecked()
    await expect(page.locator('.comment__text[lang=uz-Latn]')).toHaveCount(0)
    await check('everything in Cyrillic')
  })

  test('is read in Latin in Karakalpak too', async ({ page, sandbox, check }) => {
    const { id } = (await sandbox.thread('aral-saxaul')).find(({ language }) => language === 'kaa-Cyrl')
    await open(page, `/consultations/aral-saxaul/comments/${id}?lang=kaa-Latn`)
    const shown = commentById(page, id)
    await expect(shown.locator('.comment__text')).toHaveText(CYRILLIC)
    await shown.getByRole('button', { name: wordsOf('kaa-Latn')('script_read_latin') }).click()
    await expect(shown.locator('.comment__text')).toHaveText(/seksewildi hár úyden bir adam shıǵıp yekken/)
    await check('Karakalpak in Latin')
  })

  test('stays as it is for readers of another language', async ({ page, check }) => {
    await open(page, '/consultations/mahalla-libraries?lang=ru')
    await expect(page.locator('.comment__text[lang=uz-Cyrl]').first()).toBeVisible()
    await expect(page.locator('.other-script')).toHaveCount(0)
    await check('in Russian', { focus: 'free' })
  })
})

test('a word is found however it is typed', async ({ page }) => {
  for (const typed of ['kutubxona', 'КУТУБХОНА', 'Kutub', 'кутубхон']) {
    await open(page, `/consultations?q=${encodeURIComponent(typed)}`)
    await expect(page.locator('.card a[href="/consultations/mahalla-libraries"]'), typed).toBeVisible()
  }
})

test.describe('in a language of which words are 40 % longer', () => {
  const PATHS = ['/', '/consultations', '/consultations/school-meals', '/consultations/waste-sorting']
  const longer = (text) => text.replace(/\p{L}{3,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)))

  for (const width of [320, 768, 1280]) {
    test(`every page holds at ${width} pixels`, async ({ page, check }) => {
      test.slow()
      const messages = Object.entries(shortMessagesOf('ru')).map(([key, entry]) => [
        key,
        typeof entry === 'string'
          ? entry.replace(/[^{}]+(?![^{]*\})/g, longer)
          : Object.fromEntries(Object.entries(entry).map(([form, text]) => [form, text.replace(/[^{}]+(?![^{]*\})/g, longer)])),
      ])
      await page.route('**/assets/ru-*.json', (route) => route.fulfill({ json: Object.fromEntries(messages) }))
      await page.setViewportSize({ width, height: 800 })
      for (const path of PATHS) {
        await open(page, `${path}?lang=ru`)
        await expect(page.locator('.card, [data-comment]').first()).toBeVisible()
        await check(path, { focus: 'free' })
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll('button, .tag, label, nav a, h1, h2, h3')]
            .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== 'visible' && element.getClientRects().length > 0 && !element.closest('.visually-hidden'))
            .map((element) => element.outerHTML.slice(0, 100)),
        )
        expect.soft(cut, path).toEqual([])
      }
    })
  }
})
