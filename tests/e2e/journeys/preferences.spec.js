// How the app is to look, sound and load, as the reader prefers.
import { expect, test } from '../harness/test.js'
import { open, politeRegion, requestsOf } from '../harness/app.js'

const PAGE = '/consultations/school-meals'
const button = (page, say) => page.getByRole('button', { name: say('preferences') })
const dialog = (page) => page.getByRole('dialog')
const kept = (page) => page.evaluate(() => localStorage.getItem('muloqot.preferences'))
const attribute = (page, name) => page.evaluate((name) => document.documentElement.getAttribute(`data-${name}`), name)

test('the panel opens by key, takes the focus, and Escape gives it back', async ({ page, say, check }) => {
  await open(page, PAGE)
  await button(page, say).focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('heading', { name: say('preferences') })).toBeFocused()
  await check('the panel is open')
  for (const _ of Array(30)) await page.keyboard.press('Tab')
  const isInside = () => page.evaluate(() => document.activeElement.closest('dialog') !== null || document.activeElement === document.body)
  expect(await isInside(), 'the focus does not get behind the panel').toBe(true)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(button(page, say)).toBeFocused()
  await check('the panel is closed')
})

test('what is chosen holds at once, after a reload before the app is there, and in other tabs', async ({ page, context, say, check }) => {
  await open(page, PAGE)
  const other = await context.newPage()
  await open(other, '/')
  await button(page, say).click()
  await dialog(page).getByLabel(say('preferences_theme')).selectOption('contrast')
  await dialog(page).getByLabel(say('preferences_size')).selectOption('200')
  await dialog(page).getByLabel(say('preferences_lines')).selectOption('wider')
  await dialog(page).getByLabel(say('preferences_letters')).selectOption('wider')
  await dialog(page).getByLabel(say('preferences_font')).selectOption('easy')
  for (const key of ['underline', 'mark', 'still', 'plain']) {
    await dialog(page).getByLabel(say(`preferences_${key}`), { exact: true }).check()
  }
  const look = (page) =>
    page.evaluate(() => {
      const body = getComputedStyle(document.body)
      return [getComputedStyle(document.documentElement).backgroundColor, body.color, getComputedStyle(document.documentElement).fontSize]
    })
  expect(await look(page)).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', '32px'])
  await check('everything is chosen')
  await expect.poll(() => look(other), 'the other tab').toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', '32px'])
  let letGo
  const held = new Promise((resolve) => (letGo = resolve))
  await page.route('**/*.wasm', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(PAGE, { waitUntil: 'commit' })
  await expect(page.locator('#muloqot-loading')).toBeVisible()
  expect(await look(page), 'before the app is there').toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', '32px'])
  letGo()
  await expect(page.locator('[data-comment]').first()).toBeVisible()
  await check('the page in its largest and plainest form', { focus: 'free' })
})

test('one press makes everything usual again', async ({ page, say }) => {
  await page.addInitScript(() => localStorage.setItem('muloqot.preferences', '{"theme":"mono","mark":"on"}'))
  await open(page, PAGE)
  expect(await attribute(page, 'theme')).toBe('mono')
  await button(page, say).click()
  await expect(dialog(page).getByLabel(say('preferences_mark'))).toBeChecked()
  await dialog(page).getByRole('button', { name: say('preferences_reset') }).click()
  await expect(dialog(page).getByLabel(say('preferences_mark'))).not.toBeChecked()
  await expect(dialog(page).getByLabel(say('preferences_theme'))).toHaveValue('')
  expect(await attribute(page, 'theme')).toBeNull()
  expect(await kept(page)).toBeNull()
})

test('what somebody else put in the storage does no harm', async ({ page, say }) => {
  await page.addInitScript(() => localStorage.setItem('muloqot.preferences', '{"size":"9000","x y":1,'))
  await open(page, PAGE)
  await button(page, say).click()
  await dialog(page).getByLabel(say('preferences_size')).selectOption('150')
  expect(await kept(page)).toBe('{"size":"150"}')
})

test('who saves data is sent shorter pages, also the one that is asked for ahead of the app', async ({ page, context }) => {
  await context.addInitScript(() => localStorage.setItem('muloqot.preferences', '{"save":"on"}'))
  const threads = requestsOf(page, 'GET', /\/comments$/)
  await open(page, PAGE)
  await expect(page.locator('[data-comment]').first()).toBeVisible()
  const limits = threads.map((request) => new URL(request.url()).searchParams.get('limit'))
  expect([...new Set(limits)]).toEqual(['10'])
})

test('a panel that does not come says so and comes at the next press', async ({ page, say, consoleErrors }) => {
  consoleErrors.allow(/\/assets\/|Failed to fetch|ERR_FAILED/)
  await open(page, PAGE)
  await page.route('**/assets/preferences-*.wasm', (route) => route.abort())
  await button(page, say).click()
  await expect(page.locator('[data-region=assertive]')).toHaveText(say('problem_part_missing'))
  await page.unroute('**/assets/preferences-*.wasm')
  await button(page, say).click()
  await expect(dialog(page)).toBeVisible()
  await expect(page.locator('[data-region=assertive]')).toBeEmpty()
})

test.describe('reading aloud', () => {
  const bar = (page, say) => page.getByRole('region', { name: say('read_aloud') })
  const startReading = async (page, say) => {
    await button(page, say).click()
    await dialog(page).getByRole('button', { name: say('read_aloud') }).click()
    await expect(bar(page, say).getByRole('button', { name: say('read_play') })).toBeFocused()
  }

  test('says plainly when the device has no voice for the language', async ({ page, say, check }) => {
    await open(page, PAGE)
    await startReading(page, say)
    await bar(page, say).getByRole('button', { name: say('read_play') }).click()
    await expect(bar(page, say).getByRole('status')).toContainText('Oʻzbekcha')
    await check('no voice')
    await bar(page, say).getByRole('button', { name: say('close') }).click()
    await expect(button(page, say)).toBeFocused()
  })

  test('reads passage by passage, pauses where it is, goes on and skips', async ({ page, say }) => {
    await page.addInitScript(() => {
      window.spoken = []
      const voice = Object.create(SpeechSynthesisVoice.prototype, { lang: { value: 'uz-UZ' } })
      const synthesis = {
        getVoices: () => [voice],
        cancel: () => {},
        speak: (utterance) => {
          window.spoken.push(utterance.text)
          window.finish = () => utterance.onend?.(new Event('end'))
        },
      }
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
      window.SpeechSynthesisUtterance = class {
        constructor(text) {
          this.text = text
        }
      }
    })
    await open(page, PAGE)
    await expect(page.locator('[data-comment]').first()).toBeVisible()
    await startReading(page, say)
    const play = bar(page, say).getByRole('button', { name: say('read_play') })
    const spoken = () => page.evaluate(() => window.spoken)
    await play.click()
    const [first] = await spoken()
    await expect(page.locator('[data-being-read]')).toHaveCount(1)
    await page.evaluate(() => window.finish())
    await expect.poll(spoken).toHaveLength(2)
    await bar(page, say).getByRole('button', { name: say('read_pause') }).click()
    await expect(page.locator('[data-being-read]')).toHaveCount(0)
    await play.click()
    const said = await spoken()
    expect(said[2], 'the same passage again').toBe(said[1])
    expect(said[1]).not.toBe(first)
    await bar(page, say).getByRole('button', { name: say('read_next') }).click()
    await expect.poll(spoken).toHaveLength(4)
    expect((await spoken())[3]).not.toBe(said[2])
  })
})

test('no message of the panel was left behind', async ({ page, say }) => {
  await open(page, PAGE)
  await button(page, say).click()
  await dialog(page).getByLabel(say('preferences_mark')).check()
  await dialog(page).getByRole('button', { name: say('preferences_reset') }).click()
  await expect(politeRegion(page)).toHaveText(say('preferences_were_reset'))
})
