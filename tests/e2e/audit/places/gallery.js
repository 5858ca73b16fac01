// The fixtures of every component, each alone on an address of the gallery.
import { expect } from '@playwright/test'

const GALLERY = '/accessibility/components'

/** @param {string} path @param {import('../matrix.js').Setting} setting */
const address = (path, { language, theme }) => `${path}?lang=${language}&theme=${theme}`

/**
 * Every fixture that the gallery lists; none where there is no gallery.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<import('./place.js').Place[]>}
 */
export async function fixturesOf(page) {
  await page.goto(GALLERY)
  const links = page.locator('a[data-fixture]')
  await links.first().waitFor({ state: 'attached', timeout: 5_000 }).catch(() => {})
  const paths = await links.evaluateAll((links) => links.map((link) => new URL(link.href).pathname))
  return [...new Set(paths)].map((path) => ({
    name: decodeURIComponent(path.replace(`${GALLERY}/`, '')),
    kind: 'fixture',
    title: `The component ${path.split('/').slice(3).join(', ')}`,
    open: (page, given) => show(page, path, given),
  }))
}

/**
 * The criteria that each component says it meets, by its name.
 * @param {import('@playwright/test').Page} page @param {import('./place.js').Place[]} fixtures
 * @returns {Promise<Record<string, string[]>>}
 */
export async function contractsOf(page, fixtures) {
  const contracts = {}
  for (const component of new Set(fixtures.map(({ name }) => name.split('/')[0]))) {
    await page.goto(`${GALLERY}/${component}?lang=en`)
    await page.locator('main h1').first().waitFor()
    const said = await page.locator('main').first().getAttribute('data-criteria')
    contracts[component] = (said ?? '').split(/\s+/).filter(Boolean)
  }
  return contracts
}

/** Within the gallery the address changes without a load, so that thousands of fixtures take little time. */
async function show(page, path, { setting, isFirst }) {
  if (isFirst) {
    await page.goto(address(path, setting))
  } else {
    await page.evaluate(
      (to) =>
        new Promise((drawn) => {
          history.pushState(null, '', to)
          dispatchEvent(new PopStateEvent('popstate', { state: null }))
          // The first frame may come before the change has reached the page.
          requestAnimationFrame(() => requestAnimationFrame(drawn))
        }),
      address(path, setting),
    )
  }
  await expect(page.locator('main h1')).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('lang', setting.language)
}
