// What a person does and looks at in the app.
import { expect } from '@playwright/test'

/** @typedef {import('@playwright/test').Page} Page */

/** The query of the order in which a reader's threads stand here. */
export const FAIR = 'sort=fair&seed=7'

/** Lets every page of a context read in that order, as a device would that once drew it. @param {import('@playwright/test').BrowserContext} context */
export async function drawFairOrder(context) {
  await context.addInitScript(() => {
    try {
      localStorage.setItem('muloqot.fair_order', '7')
    } catch {
      // Where nothing may be kept, no order is.
    }
  })
}

/** Opens an address and waits for its page. @param {Page} page @param {string} path */
export async function open(page, path) {
  await page.goto(path)
  await expect(heading(page)).toBeVisible()
}

/** The heading of the page the app shows. @param {Page} page */
export const heading = (page) => page.locator('#main h1')

/** @param {Page} page */
export const politeRegion = (page) => page.locator('[data-region=polite]')

/** @param {Page} page @param {string} id */
export const commentById = (page, id) => page.locator(`[data-comment="${id}"]`)

/** @param {Page} page @param {string} text */
export const commentSaying = (page, text) => page.locator('[data-comment]').filter({ hasText: text })

/**
 * Signs in without the page for it.
 * @param {Page} page @param {string} person The key of a seeded person.
 * @param {string} address Of the server.
 */
export async function signIn(page, person, address) {
  const answer = await page.request.post(`${address}/api/v1/session/login`, {
    form: { person, return_to: '/' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await page.addInitScript(() => localStorage.setItem('muloqot.may_be_signed_in', '1'))
}

/**
 * Waits for the sandbox's page for signing in, in whichever language: it shows somebody's name.
 * @param {Page} page @param {string} name
 */
export async function atSignInPage(page, name) {
  await expect(page).toHaveURL(/\/api\/v1\/session\/login/)
  await expect(page.getByRole('button', { name })).toBeVisible()
}

/** Chooses somebody on the sandbox's page for signing in. @param {Page} page @param {string} name */
export async function chooseOnSignInPage(page, name) {
  await atSignInPage(page, name)
  await page.getByRole('button', { name }).click()
}

/**
 * The form that writes at a place.
 * @param {Page} page
 * @param {string} place `new`, `reply-ID` or `edit-ID`.
 */
export function composer(page, place = 'new') {
  const form = page.locator('form.composer').filter({ has: page.locator(`[id="text-${place}"]`) })
  const text = form.locator('textarea')
  const stance = (value) => form.locator(`[id="stance-${place}-${value}"]`)
  const send = form.locator('button[type=submit]')
  return {
    form,
    text,
    stance,
    send,
    failure: form.getByRole('alert'),
    /** Comes to the text, so that the rest of the form follows. */
    async begin() {
      await text.focus()
      await expect(send).toBeVisible()
      await expect(text).toBeFocused()
    },
    /** @param {string} words @param {string} side */
    async write(words, side = 'for') {
      await text.fill(words)
      await stance(side).check()
    },
  }
}

/**
 * The form of a comment at an address, once the app knows who writes there.
 * @param {Page} page @param {string} person The key of a seeded person. @param {string} path
 */
export async function composerOf(page, person, path) {
  await signIn(page, person, '')
  await open(page, path)
  await expect(page.locator('.account button')).toBeVisible()
  return composer(page)
}

/**
 * Keeps everything the polite region says from now on.
 * @param {Page} page
 * @returns {Promise<() => Promise<string[]>>} What it has said so far.
 */
export async function listen(page) {
  await page.evaluate(() => {
    const region = document.querySelector('[data-region=polite]')
    window.heard = []
    new MutationObserver(() => {
      const said = region.textContent.trim()
      if (said) window.heard.push(said)
    }).observe(region, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => window.heard)
}

/** Requests of one kind from now on. @param {Page} page @param {string} method @param {RegExp} path */
export function requestsOf(page, method, path) {
  const requests = []
  page.on('request', (request) => {
    if (request.method() === method && path.test(new URL(request.url()).pathname)) requests.push(request)
  })
  return requests
}
