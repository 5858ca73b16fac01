import { readFileSync } from 'node:fs'
import { expect, test, FAILED_ANSWER } from '../harness/test.js'
import {
  atSignInPage,
  chooseOnSignInPage,
  commentSaying,
  composer,
  composerOf,
  listen,
  open,
  requestsOf,
  signIn,
} from '../harness/app.js'
import { Line } from '../harness/line.js'

const PLACE = '/consultations/open-data'
const seeded = (name) => readFileSync(new URL(`../../../sandbox/seeds/attachments/${name}`, import.meta.url))
const PNG = { name: 'reja.png', mimeType: 'image/png', buffer: seeded('daraxtlar-rejasi.png') }
const PDF = { name: 'murojaat.pdf', mimeType: 'application/pdf', buffer: seeded('murojaat.pdf') }
/** Long enough to be cut in the middle. */
const LONG = { name: 'ilova.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([seeded('murojaat.pdf'), Buffer.alloc(300_000, '%'), Buffer.from('\n%%EOF\n')]) }
const PROGRAM = { name: 'rasm.png', mimeType: 'image/png', buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5_000)]) }

/** The field for the files of a form. @param {import('@playwright/test').Page} page */
function attaching(page, say, place = 'new') {
  const { form } = composer(page, place)
  const input = form.locator(`[id="files-${place}"]`)
  const files = form.locator('.file-field__file')
  return {
    button: form.getByRole('button', { name: say('compose_attach') }),
    input,
    files,
    refused: form.locator('.file-field [role=alert]'),
    /** The row of a file. @param {string} name */
    file: (name) => files.filter({ hasText: name }),
    /** The field for what is to be seen in a file. @param {string} name */
    about: (name) => files.filter({ hasText: name }).getByRole('textbox'),
    /** Asks for the field. */
    async begin() {
      await form.getByRole('button', { name: say('compose_attach') }).click()
      await expect(input).toBeFocused()
    },
    /** Waits until the platform has a file. @param {string} name */
    async sent(name) {
      await expect(files.filter({ hasText: name })).toContainText(say('upload_done'))
    },
  }
}

/** The links to the files of a comment. */
const linksOf = (comment) => comment.locator('.comment__files a')

async function tabTo(page, wanted) {
  for (let stops = 0; stops < 60; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

/** Chooses files at the field in focus, by keyboard. */
async function chooseByKeyboard(page, files) {
  const coming = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  const chooser = await coming
  expect(chooser.isMultiple()).toBe(true)
  await chooser.setFiles(files)
}

test('two files are attached, described and sent by keyboard alone, and read by others as they were', async ({ page, browser, baseURL, say, check }, { project }) => {
  const words = `Ikki fayl ilova qildim, ${project.name}.`
  const form = await composerOf(page, 'nodira', PLACE)
  const field = attaching(page, say)
  await form.begin()
  await page.keyboard.type(words)
  await tabTo(page, form.stance('for'))
  await page.keyboard.press('Space')
  await tabTo(page, field.button)
  await page.keyboard.press('Enter')
  await expect(field.input).toBeFocused()
  await check('the field for files')

  const heard = await listen(page)
  await chooseByKeyboard(page, [PNG, PDF])
  await field.sent(PNG.name)
  await field.sent(PDF.name)
  expect((await heard()).some((said) => said.includes(PNG.name) && said.includes(PDF.name))).toBe(true)
  await check('two files are there')
  await tabTo(page, field.about(PNG.name))
  await page.keyboard.type('Koʻcha rejasi')
  await tabTo(page, form.send)
  await page.keyboard.press('Enter')
  await expect(field.about(PDF.name), 'what is missing takes the focus').toBeFocused()
  await expect(field.about(PDF.name)).toHaveAccessibleDescription(new RegExp(`^${say('describe_missing', { name: `\u2068${PDF.name}\u2069` })}`))
  await check('a description is missing')
  await page.keyboard.type('Aholi murojaati')
  await tabTo(page, form.send)
  await page.keyboard.press('Enter')

  const posted = commentSaying(page, words)
  await expect(posted).toBeFocused()
  const told = (kind) => say('link_file', { kind, size: say('size_kilobytes', { amount: '1' }) })
  await expect(linksOf(posted)).toHaveText([`Koʻcha rejasi ${told('PNG')}`, `Aholi murojaati ${told('PDF')}`])
  await expect(field.button, 'the form is empty again').toBeVisible()
  await check('the comment is published with its files')

  const id = await posted.getAttribute('data-comment')
  const other = await browser.newContext()
  const reader = await other.newPage()
  await open(reader, `${baseURL}${PLACE}/comments/${id}`)
  for (const [place, { name, buffer, mimeType }] of [PNG, PDF].entries()) {
    const link = linksOf(reader.locator(`[data-comment="${id}"]`)).nth(place)
    const coming = reader.waitForEvent('download')
    await link.focus()
    await reader.keyboard.press('Enter')
    const download = await coming
    expect(download.suggestedFilename()).toBe(name)
    expect(readFileSync(await download.path()).equals(buffer)).toBe(true)
    const answer = await reader.request.get(`${baseURL}${await link.getAttribute('href')}`)
    const headers = answer.headers()
    expect((await answer.body()).equals(buffer)).toBe(true)
    expect(headers['content-type']).toBe(mimeType)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${name}`)
    expect(headers['cache-control']).toContain('private')
  }
  await other.close()
})

test('a file is what its content is, whatever it is called', async ({ page, sandbox, say, check }, { project }) => {
  const words = `Nomi boshqacha, ${project.name}.`
  const form = await composerOf(page, 'nodira', PLACE)
  const field = attaching(page, say)
  await form.write(words)
  await field.begin()
  const uploads = requestsOf(page, 'POST', /\/attachments$/)
  await field.input.setInputFiles(PROGRAM)
  await expect(field.refused).toContainText('rasm.png')
  await expect(field.files).toHaveCount(0)
  expect(uploads, 'what would be refused is not sent').toHaveLength(0)
  await check('a program is refused')

  await field.input.setInputFiles({ ...PNG, name: 'hujjat.pdf' })
  await field.sent('hujjat.pdf')
  await expect(field.refused).toBeEmpty()
  await field.about('hujjat.pdf').fill('Reja')
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(linksOf(posted)).toHaveText(/^Reja \(PNG, /)
  const id = await posted.getAttribute('data-comment')
  const { attachments } = await sandbox.read(`/comments/${id}`)
  expect(attachments).toMatchObject([{ name: 'hujjat.pdf.png', media_type: 'image/png', description: 'Reja' }])

  const { csrf_token: token } = await (await page.request.get('/api/v1/session')).json()
  const upload = (file, key) =>
    page.request.post(`/api/v1/attachments?name=${file.name}`, {
      headers: { 'x-csrf-token': token, 'idempotency-key': `${key}-${project.name}`, 'content-type': 'image/png' },
      data: file.buffer,
    })
  const refused = await upload(PROGRAM, 'program')
  expect(refused.status()).toBe(422)
  expect((await refused.json()).errors).toMatchObject([{ code: 'unknown_value' }])
  const heavy = await upload({ name: 'a.pdf', buffer: Buffer.concat([PDF.buffer, Buffer.alloc(5_000_001)]) }, 'heavy')
  expect(heavy.status()).toBe(413)
})

test('a fourth file, one that is too large and one that is empty are refused in words', async ({ page, say, check }) => {
  const form = await composerOf(page, 'nodira', PLACE)
  const field = attaching(page, say)
  await form.begin()
  await field.begin()
  const large = Buffer.concat([PDF.buffer.subarray(0, 9), Buffer.alloc(5_000_001 - PDF.buffer.length, ' '), PDF.buffer.subarray(9)])
  expect(large).toHaveLength(5_000_001)
  await field.input.setInputFiles([{ ...PDF, name: 'katta.pdf', buffer: large }, { ...PDF, name: 'bosh.pdf', buffer: Buffer.alloc(0) }])
  const size = say('size_megabytes', { amount: '5' })
  await expect(field.refused).toContainText(say('file_too_big', { name: '\u2068katta.pdf\u2069', size }))
  await expect(field.refused).toContainText(say('file_empty', { name: '\u2068bosh.pdf\u2069' }))
  await check('too large and empty')
  const most = { ...PDF, name: 'eng-katta.pdf', buffer: Buffer.concat([large.subarray(0, 9), large.subarray(10)]) }
  await field.input.setInputFiles([most, PNG, PDF])
  await expect(field.files).toHaveCount(3)
  for (const { name } of [most, PNG, PDF]) await field.sent(name)
  await field.input.setInputFiles({ ...PDF, name: 'tortinchi.pdf' })
  await expect(field.refused).toContainText(say('file_too_many', { name: '\u2068tortinchi.pdf\u2069', number: 3 }))
  await expect(field.files).toHaveCount(3)
  await check('one too many')
  await field.file(PNG.name).getByRole('button', { name: say('remove') }).click()
  await expect(field.files).toHaveCount(2)
  await expect(field.file(PDF.name).getByRole('button', { name: say('remove') }), 'the next one takes the focus').toBeFocused()
})

test('a file whose upload is cut stays with the text, and sending again posts both once', async ({ page, sandbox, say, check, consoleErrors }, { project }) => {
  test.slow()
  consoleErrors.allow(/attachments/)
  const words = `Aloqa uzildi, ${project.name}.`
  const form = await composerOf(page, 'nodira', PLACE)
  const field = attaching(page, say)
  await form.write(words)
  await field.begin()
  const uploads = requestsOf(page, 'POST', /\/attachments$/)
  await sandbox.suffer({ method: 'POST', path: '/attachments', body: 'cut', after_write: true })
  await field.input.setInputFiles(PNG)
  await expect(field.file(PNG.name)).toContainText(say('problem_unavailable'), { timeout: 30_000 })
  await expect(field.file(PNG.name).getByRole('button', { name: say('upload_again') })).toBeVisible()
  await field.about(PNG.name).fill('Reja')
  await check('the upload was cut', { focus: 'free' })
  await form.send.click()
  await expect(form.failure.filter({ hasText: say('compose_failed_kept') })).toBeVisible({ timeout: 30_000 })
  await expect(form.text).toHaveValue(words)
  await check('neither is sent')

  await sandbox.recover()
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(posted).toBeFocused()
  await expect(linksOf(posted)).toHaveCount(1)
  await check('both are sent')
  const keys = new Set(uploads.map((request) => request.headers()['idempotency-key']))
  expect(keys.size, 'the file was sent under one key').toBe(1)
  const kept = (await sandbox.thread('open-data')).filter(({ text }) => text === words)
  expect(kept).toHaveLength(1)
  expect(kept[0].attachments).toHaveLength(1)
})

test.describe('over a line that breaks', () => {
  let line
  test.use({
    baseURL: async ({ sandbox }, use) => {
      line = await Line.laid(sandbox.address)
      await use(line.address)
      line.taken()
    },
  })

  test('a file of which only a half has come is none, and is sent whole and once when the line holds', async ({ page, sandbox, say, check, consoleErrors }, { project }) => {
    test.slow()
    consoleErrors.allow(/attachments|ERR_CONNECTION|ERR_EMPTY/)
    const words = `Yarmi yetib bordi, ${project.name}.`
    await signIn(page, 'nodira', line.address)
    await open(page, PLACE)
    const form = composer(page)
    const field = attaching(page, say)
    await form.begin()
    await form.write(words)
    await field.begin()
    line.breakAt('POST /api/v1/attachments')
    await field.input.setInputFiles(LONG)
    await expect(field.file(LONG.name).getByRole('button', { name: say('upload_again') })).toBeVisible({ timeout: 30_000 })
    expect(line.broken, 'it broke in the middle').toBeGreaterThan(0)
    await expect(form.text).toHaveValue(words)
    await check('a half has come', { focus: 'free' })

    line.mend()
    await field.file(LONG.name).getByRole('button', { name: say('upload_again') }).click()
    await field.sent(LONG.name)
    await field.about(LONG.name).fill('Reja')
    await form.send.click()
    const posted = commentSaying(page, words)
    await expect(posted).toBeFocused()
    await expect(linksOf(posted)).toHaveCount(1)
    await check('all of it has come')
    const kept = (await sandbox.thread('open-data')).filter(({ text }) => text === words)
    expect(kept.map((comment) => comment.attachments.length)).toEqual([1])
    const file = await page.request.get(await linksOf(posted).getAttribute('href'))
    expect((await file.body()).byteLength, 'and is whole').toBe(kept[0].attachments[0].bytes)
  })
})

test('without a connection a comment stays in its form with its files, and is sent with them', async ({ page, context, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(/ERR_INTERNET_DISCONNECTED/)
  const words = `Fayli bilan kutadi, ${project.name}`
  const form = await composerOf(page, 'nodira', PLACE)
  const field = attaching(page, say)
  await form.begin()
  await form.write(words)
  await field.begin()
  await field.input.setInputFiles([PNG])
  await field.sent(PNG.name)
  await field.about(PNG.name).fill('Daraxtlar rejasi')
  await context.setOffline(true)
  await form.send.click()
  await expect(form.failure).toContainText(say('compose_failed_kept'))
  await expect(form.text).toHaveValue(words)
  await expect(field.file(PNG.name)).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('muloqot.queue'))).toBeNull()
  await check('it stays in its form')
  await context.setOffline(false)
  await form.failure.getByRole('button', { name: say('try_again') }).click()
  await expect(commentSaying(page, words)).toBeFocused()
  await expect(linksOf(commentSaying(page, words))).toHaveCount(1)
  const kept = (await sandbox.thread('open-data')).filter(({ text }) => text === words)
  expect(kept.map((comment) => comment.attachments.length)).toEqual([1])
})

test('a file that does not get on can be taken out, and the comment goes without it', async ({ page, say, check }, { project }) => {
  const words = `Faylsiz ketadi, ${project.name}`
  const form = await composerOf(page, 'nodira', PLACE)
  const field = attaching(page, say)
  await form.begin()
  await form.write(words)
  await page.route('**/api/v1/attachments**', () => new Promise(() => {}))
  await field.begin()
  await field.input.setInputFiles([PNG])
  await field.about(PNG.name).fill('Daraxtlar rejasi')
  await form.send.click()
  await expect(form.form.getByRole('button', { name: say('compose_sending') })).toBeVisible()
  await field.file(PNG.name).getByRole('button', { name: new RegExp(`^${say('remove')}`) }).click()
  await expect(commentSaying(page, words)).toBeVisible()
  await expect(linksOf(commentSaying(page, words))).toHaveCount(0)
  await check('sent without it', { focus: 'free' })
})

test('who changes a comment changes its files, by keyboard alone, and who gives it up changes none', async ({ page, baseURL, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(FAILED_ANSWER)
  const words = `Fayllari oʻzgaradi, ${project.name}.`
  const form = await composerOf(page, 'nodira', PLACE)
  const first = attaching(page, say)
  await form.begin()
  await form.write(words)
  await first.begin()
  await first.input.setInputFiles([PNG, PDF])
  for (const { name } of [PNG, PDF]) {
    await first.sent(name)
    await first.about(name).fill(`Bu ${name}`)
  }
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(linksOf(posted)).toHaveText([/^Bu reja/, /^Bu murojaat/])
  const removed = await linksOf(posted).nth(1).getAttribute('href')

  const id = await posted.getAttribute('data-comment')
  const comment = page.locator(`[data-comment="${id}"]`)
  const change = comment.getByRole('button', { name: say('action_edit') })
  const edit = composer(page, `edit-${id}`)
  const files = attaching(page, say, `edit-${id}`)
  const takeOut = (name) => files.file(name).getByRole('button', { name: new RegExp(`^${say('remove')}`) })
  await change.focus()
  await page.keyboard.press('Enter')
  await expect(edit.text).toBeFocused()
  await expect(files.about(PDF.name)).toHaveValue('Bu murojaat.pdf')
  await expect(files.file(PDF.name), 'it is seen already').not.toContainText(say('upload_done'))
  await check('the files of a comment that is changed')
  await tabTo(page, takeOut(PNG.name))
  await page.keyboard.press('Enter')
  await tabTo(page, takeOut(PDF.name))
  await page.keyboard.press('Enter')
  await expect(files.files).toHaveCount(0)
  await tabTo(page, edit.form.getByRole('button', { name: say('cancel') }))
  await page.keyboard.press('Enter')
  await expect(change).toBeFocused()
  await expect(linksOf(comment), 'given up').toHaveCount(2)

  await page.keyboard.press('Enter')
  await expect(files.about(PNG.name), 'and forgotten').toHaveValue('Bu reja.png')
  await tabTo(page, files.about(PNG.name))
  await page.keyboard.press('End')
  await page.keyboard.type(', chap tomoni')
  await tabTo(page, takeOut(PDF.name))
  await page.keyboard.press('Enter')
  await expect(files.files).toHaveCount(1)
  await page.reload()
  await change.focus()
  await page.keyboard.press('Enter')
  await expect(files.about(PNG.name), 'kept like the text').toHaveValue('Bu reja.png, chap tomoni')
  await expect(files.files).toHaveCount(1)
  await files.input.setInputFiles([LONG])
  await files.sent(LONG.name)
  await tabTo(page, files.about(LONG.name))
  await page.keyboard.type('Ilova')
  await check('other files of a comment that is changed')
  await sandbox.suffer({ path: `/comments/${id}`, status: 500, times: 1 })
  await page.keyboard.press('Enter')
  await expect(edit.failure.filter({ hasText: say('try_again') })).toBeVisible()
  await expect(files.about(PNG.name), 'nothing is lost when the server fails').toHaveValue('Bu reja.png, chap tomoni')
  await expect(files.about(LONG.name)).toHaveValue('Ilova')
  await expect(edit.text).toHaveValue(words)
  await check('a change that did not arrive', { focus: 'free' })
  await tabTo(page, edit.send)
  await page.keyboard.press('Enter')
  await expect(linksOf(comment)).toHaveText([/^Bu reja.png, chap tomoni/, /^Ilova/])
  await expect(comment).toBeFocused()
  await check('the changed comment')
  expect((await page.request.get(`${baseURL}${removed}`)).status(), 'what was taken out is deleted').toBe(404)

  await change.click()
  await edit.text.fill(`${words} Boshqa soʻz.`)
  const asked = page.waitForRequest((request) => request.method() === 'PATCH')
  await edit.send.click()
  expect((await asked).postDataJSON(), 'another tab may have changed them').not.toHaveProperty('attachments')
  await expect(comment).toContainText('Boshqa soʻz')
  await expect(linksOf(comment)).toHaveCount(2)
})

test('a visitor signs in before choosing, and files and descriptions survive a reload and a session that ended', async ({ page, sandbox, say, check, consoleErrors }, { project }) => {
  consoleErrors.allow(/401/)
  const words = `Kirib yozdim, ${project.name}.`
  await open(page, PLACE)
  const form = composer(page)
  const field = attaching(page, say)
  await form.write(words)
  await field.button.click()
  const signingIn = form.form.getByRole('button', { name: say('attach_sign_in') })
  await expect(signingIn).toBeFocused()
  await expect(form.form).toContainText(say('attach_sign_in_first'))
  await check('a visitor asks for the field')
  await signingIn.click()
  await chooseOnSignInPage(page, 'Nodira Saidova')
  await expect(form.text).toHaveValue(words)

  await field.begin()
  await field.input.setInputFiles(PNG)
  await field.sent(PNG.name)
  await field.about(PNG.name).fill('Reja, qayta yuklangandan keyin ham')
  await page.reload()
  await expect(field.about(PNG.name)).toHaveValue('Reja, qayta yuklangandan keyin ham')
  await field.sent(PNG.name)
  await check('back after a reload', { focus: 'free' })

  await sandbox.endAllSessions()
  await field.input.setInputFiles(PDF)
  await expect(form.form).toContainText(say('attach_left_behind'))
  await field.about(PDF.name).fill('Murojaat')
  await check('the session has ended', { focus: 'free' })
  await form.send.click()
  await expect(form.failure.filter({ hasText: say('problem_not_signed_in') }), 'nobody is sent away unasked').toBeVisible()
  await form.form.getByRole('button', { name: say('sign_in_again') }).click()
  await atSignInPage(page, 'Nodira Saidova')
  await chooseOnSignInPage(page, 'Nodira Saidova')
  await expect(form.text).toHaveValue(words)
  await field.sent(PNG.name)
  await expect(field.file(PDF.name)).toContainText(say('upload_lost'))
  await expect(field.about(PDF.name)).toHaveValue('Murojaat')
  await check('back from signing in')
  await field.input.setInputFiles(PDF)
  await field.sent(PDF.name)
  await expect(field.files).toHaveCount(2)
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(linksOf(posted)).toHaveText([/^Reja, qayta/, /^Murojaat/])
})

test('markup in the name or the description of a file is text', async ({ page, say }, { project }) => {
  const words = `Belgilar, ${project.name}.`
  const form = await composerOf(page, 'nodira', PLACE)
  const field = attaching(page, say)
  await form.write(words)
  await field.begin()
  const name = '<img src=x onerror=alert(1)>.png'
  await field.input.setInputFiles({ ...PNG, name })
  await field.sent(name)
  await field.about(name).fill('<b>qalin</b> <script>alert(1)</script>')
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(linksOf(posted)).toContainText('<b>qalin</b> <script>alert(1)</script>')
  await expect(page.locator('#main img, .comment__files b, .comment__files script')).toHaveCount(0)
})

test('who chooses to be shown by their district is named to nobody', async ({ page, browser, baseURL, sandbox, say, check }, { project }) => {
  const words = `Ismimsiz yozdim, ${project.name}.`
  const form = await composerOf(page, 'bekzod', PLACE)
  await form.write(words)
  const choice = form.form.getByRole('group', { name: say('shown_as') })
  await expect(choice.getByRole('radio', { name: 'Bekzod Umarov' })).toBeChecked()
  const district = say('author_of_district', { district: 'Namangan shahri' })
  await choice.getByRole('radio', { name: district }).check()
  await check('the district is chosen')
  await page.reload()
  await expect(choice.getByRole('radio', { name: district }), 'the choice is kept with the draft').toBeChecked()
  await form.send.click()
  const posted = commentSaying(page, words)
  await expect(posted.getByRole('heading')).toHaveText(say('author_you', { name: district }))
  await check('shown by the district')
  const id = await posted.getAttribute('data-comment')

  await page.goto(`${PLACE}/comments/${id}`)
  await expect(posted.getByRole('heading')).toHaveText(say('author_you', { name: district }))
  await posted.getByRole('button', { name: say('action_edit') }).click()
  const edit = composer(page, `edit-${id}`)
  await expect(edit.form.getByRole('group', { name: say('shown_as') }).getByRole('radio', { name: district })).toBeChecked()
  await edit.text.fill(`${words} Toʻgʻriladim.`)
  await edit.send.click()
  await expect(commentSaying(page, 'Toʻgʻriladim').getByRole('heading')).toHaveText(say('author_you', { name: district }))

  const read = await sandbox.read(`/comments/${id}/context`)
  expect(read.comment.author).toEqual({ district: expect.objectContaining({ 'uz-Latn': 'Namangan shahri' }), is_reader: false })
  expect(JSON.stringify(read)).not.toMatch(/bekzod|Umarov/i)
  const other = await browser.newContext({ locale: 'ru-RU' })
  const reader = await other.newPage()
  await signIn(reader, 'otabek', baseURL)
  await open(reader, `${baseURL}${PLACE}/comments/${id}`)
  const seen = reader.locator(`[data-comment="${id}"]`)
  await expect(seen.getByRole('heading')).toHaveText('Житель: город Наманган')
  await expect(seen).not.toContainText('Umarov')
  await other.close()
})

test('whose district is not known has no choice', async ({ page, say }) => {
  const form = await composerOf(page, 'shahnoza', '/consultations/school-meals')
  await form.begin()
  await expect(form.form.getByRole('group', { name: say('compose_stance') })).toBeVisible()
  await expect(form.form.getByRole('group', { name: say('shown_as') })).toHaveCount(0)
})
