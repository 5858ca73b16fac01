// The themes that the app has; the audit asks for each of them, and says which are not there.

/** What follows the device looks like one of the first two. */
const THEMES = ['light', 'dark', 'contrast', 'mono']

/** What the browser itself says it prefers with a theme. @param {string} theme */
export const schemeOf = (theme) => (theme === 'dark' ? 'dark' : 'light')

/**
 * Chooses a theme before the page is there, as the preferences of the app do.
 * @param {import('@playwright/test').BrowserContext} context @param {string} theme
 */
export async function choose(context, theme) {
  await context.addInitScript((theme) => {
    localStorage.setItem('muloqot.preferences', JSON.stringify({ theme }))
    if (document.documentElement) document.documentElement.dataset.theme = theme
  }, theme)
}

/**
 * Those that look like no other; `light` always is.
 * @param {(theme: string) => Promise<import('@playwright/test').Page>} open
 * @returns {Promise<{had: string[], missing: string[]}>}
 */
export async function themesOf(open) {
  const looks = new Map()
  for (const theme of THEMES) {
    const page = await open(theme)
    const look = await page.evaluate(() => {
      const names = ['--paper', '--paper-raised', '--ink', '--lapis', '--edge', '--hairline']
      const style = getComputedStyle(document.documentElement)
      return names.map((name) => style.getPropertyValue(name)).join()
    })
    await page.context().close()
    if (![...looks.values()].includes(look)) looks.set(theme, look)
  }
  return { had: [...looks.keys()], missing: THEMES.filter((theme) => !looks.has(theme)) }
}
