import { expect, test } from '../harness/test.js'
import { heading, open } from '../harness/app.js'
import { checkpoint, violations } from '../harness/checkpoint.js'

const get = (address, headers = {}) =>
  fetch(address, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd', ...headers } })

test('there is an icon, and it is no page', async ({ page, baseURL }) => {
  await open(page, '/')
  const icon = await page.evaluate(() => document.querySelector('link[rel~=icon]')?.href ?? '/favicon.ico')
  const { status, headers } = await get(new URL(icon, baseURL))
  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch(/^image\//)
})

test('what has not changed is not sent again', async ({ baseURL }) => {
  for (const path of ['/', '/api/v1/consultations', '/api/v1/consultations/open-data/comments']) {
    const tag = (await get(baseURL + path)).headers.get('etag')
    expect.soft(tag, path).toBeTruthy()
    const again = await get(baseURL + path, { 'if-none-match': tag })
    expect.soft(again.status, path).toBe(304)
    expect.soft(await again.text(), path).toBe('')
  }
})

test('a piece of an older build is missing, not a page', async ({ baseURL }) => {
  const { status, headers } = await get(`${baseURL}/assets/muloqot-0000000000000000.wasm`)
  expect(status).toBe(404)
  expect(headers.get('cache-control')).toBe('no-store')
})

test('a first visit to a thread asks the platform twice and fetches the app once', async ({ page, check }) => {
  const asked = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const warnings = []
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text())
  })
  await open(page, '/consultations/school-meals')
  await expect(page.locator('[data-comment] .comment__text').first()).toBeVisible()
  await check('a cold visit', { focus: 'free' })
  // Chromium complains of what was preloaded in vain a few seconds after the page has loaded.
  await page.waitForTimeout(4_000)
  expect(asked.filter((path) => path.startsWith('/api/')).sort()).toEqual([
    '/api/v1/consultations/school-meals',
    '/api/v1/consultations/school-meals/comments',
  ])
  const code = asked.filter((path) => path.endsWith('.wasm'))
  expect(code.filter((path) => path.startsWith('/assets/muloqot-'))).toHaveLength(1)
  expect(code, 'what stands around the text comes in pieces, each once').toEqual([...new Set(code)])
  expect(asked.filter((path) => path.includes('/locales/') || /\/assets\/(uz-Latn|en)-/.test(path))).toHaveLength(1)
  expect(warnings).toEqual([])
})

test('a second visit takes the app from the browser’s own store', async ({ page, context }) => {
  await open(page, '/consultations/open-data')
  const again = await context.newPage()
  const fetched = []
  const session = await context.newCDPSession(again)
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ response }) => {
    const { pathname } = new URL(response.url)
    if (pathname.startsWith('/assets/') && !response.fromDiskCache) fetched.push(pathname)
  })
  await open(again, '/consultations/open-data')
  await expect(again.locator('[data-comment]').first()).toBeVisible()
  expect(fetched).toEqual([])
})

test('an app that is not what was built is not run', async ({ page, say, consoleErrors }) => {
  consoleErrors.allow(/not what was built|CompileError|wasm/)
  await page.route('**/*.wasm', async (route) => {
    const answer = await route.fetch()
    const body = await answer.body()
    // The last bytes are data or names, so that it still compiles.
    body[body.length - 3] ^= 1
    await route.fulfill({ response: answer, body })
  })
  await page.goto('/')
  const stopped = page.locator('#muloqot-reload')
  await expect(stopped).toBeVisible()
  await expect(stopped).toContainText(say('app_stopped'))
  await expect(page.locator('#main')).toHaveCount(0)
  await checkpoint(page, 'the app was not run', { focus: 'free' })
  await page.unrouteAll()
  await stopped.getByRole('button').click()
  await expect(heading(page)).toBeVisible()
})

test('an app that does not come leaves a way to reload', async ({ page, consoleErrors }) => {
  consoleErrors.allow(/./)
  await page.route('**/*.wasm', (route) => route.abort())
  await page.goto('/consultations/open-data')
  await expect(page.locator('#muloqot-reload')).toBeVisible()
  await checkpoint(page, 'the app did not come', { focus: 'free' })
})

test('an app that traps says so and keeps what was written', async ({ page, check, say }) => {
  await open(page, '/consultations/open-data')
  await page.locator('#text-new').fill('Yozib boʻlgandim')
  await page.evaluate(() => window.muloqotStopped())
  const stopped = page.getByRole('alert').filter({ hasText: say('app_stopped') })
  await expect(stopped).toBeVisible()
  await expect(stopped).toBeInViewport()
  await check('stopped')
  await stopped.getByRole('button').click()
  await expect(page.locator('#text-new')).toHaveValue('Yozib boʻlgandim')
  await expect(page.getByText(say('compose_draft_from_before'))).toBeVisible()
})

test('a trap in the app itself is noticed', async ({ page, consoleErrors }) => {
  consoleErrors.allow(/RuntimeError|unreachable/)
  await open(page, '/')
  // (module (func (export "trap") unreachable))
  await page.evaluate(() => {
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11]
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)))
    setTimeout(exports.trap)
  })
  await expect(page.locator('#muloqot-reload')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says what it needs, in three languages', async ({ page }) => {
    await page.goto('/consultations/open-data')
    await expect(page.locator('h1')).toHaveText('Muloqot')
    const needs = page.locator('noscript p')
    await expect(needs).toHaveCount(3)
    await expect(needs.first()).toBeVisible()
    await expect(needs.first()).toContainText('brauzeringizda JavaScript yoqilgan')
    await expect(page.getByRole('progressbar'), 'nothing is being loaded').toBeHidden()
    await expect(page.locator('#muloqot-reload')).toBeHidden()
  })
})

test('the page that is seen before the app is there is accessible', async ({ page }) => {
  await page.route('**/*.wasm', () => {})
  await page.goto('/')
  await expect(page.getByRole('progressbar')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})
