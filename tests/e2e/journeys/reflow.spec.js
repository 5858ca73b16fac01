import { expect, test } from '../harness/test.js'
import { checkpoint } from '../harness/checkpoint.js'
import { composer, heading, open } from '../harness/app.js'
import { BROWSERS } from '../harness/words.js'

/** WCAG 1.4.12: what a person may set without losing anything. */
const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`

const PAGES = {
  home: async (page) => {
    await open(page, '/')
    await expect(page.locator('.card')).toHaveCount(9)
  },
  list: async (page) => {
    await open(page, '/consultations')
    await expect(page.locator('.card')).toHaveCount(16)
  },
  thread: async (page, { longWord }) => {
    await open(page, '/consultations/school-meals')
    await expect(page.locator('[data-comment]').first()).toBeVisible()
    await composer(page).text.fill(longWord)
    await composer(page).send.click()
    await expect(page.locator('.field__error:visible').first()).toBeVisible()
  },
  comment: async (page, { longComment }) => {
    await open(page, `/consultations/school-meals/comments/${longComment}`)
    await expect(page.locator('[data-comment]').first()).toBeVisible()
  },
  closed: async (page) => {
    await open(page, '/consultations/waste-sorting')
    await expect(page.locator('[data-comment]').first()).toBeVisible()
  },
  'not found': (page) => open(page, '/no/such/page'),
  'signing in': async (page) => {
    await page.goto('/api/v1/session/login?return_to=%2F')
    await expect(page.getByRole('button').first()).toBeVisible()
  },
}

const NARROW = { width: 320, height: 568 }

const CONDITIONS = [
  ...Object.entries(BROWSERS).map(([tag, locale]) => ({
    name: `at 320 pixels in ${tag}`,
    use: { viewport: NARROW, locale },
  })),
  { name: 'at 400 % zoom', use: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } },
  { name: 'with wide text spacing', use: { viewport: { width: 390, height: 844 } }, style: SPACING },
  { name: 'with forced colours', use: { contextOptions: { forcedColors: 'active' } } },
  { name: 'in the dark', use: { colorScheme: 'dark' } },
  { name: 'with less motion, on a wide screen', use: { contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 1920, height: 1080 } } },
]

for (const { name, use, style } of CONDITIONS) {
  test.describe(name, () => {
    test.use(use)

    test(`every page can be read and used ${name}`, async ({ page, sandbox, consoleErrors }) => {
      test.slow()
      const comment = (await sandbox.thread('school-meals')).find(({ text }) => /\p{L}{50}/u.test(text ?? ''))
      const given = { longWord: 'q'.repeat(180), longComment: comment.id }
      for (const [title, visit] of Object.entries(PAGES)) {
        await visit(page, given)
        if (style) await page.evaluate(addStyle, style)
        await checkpoint(page, `${title} ${name}`, { focus: 'free' })
        expect.soft(await page.evaluate(clippedTexts), `${title}: text that is cut off`).toEqual([])
        expect.soft(await page.evaluate(smallTargets), `${title}: targets that are hard to hit`).toEqual([])
      }
      expect(consoleErrors.left()).toEqual([])
    })
  })
}

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing moves', async ({ page, sandbox }) => {
    await sandbox.suffer({ path: '/consultations', delay_ms: 2_000 })
    await open(page, '/consultations')
    await expect(page.locator('.loading').first()).toBeVisible()
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  })
})

for (const [tag, locale] of Object.entries(BROWSERS)) {
  test.describe(`in ${tag}`, () => {
    test.use({ locale })

    test(`text of ${tag} stays readable when it alone is twice as big`, async ({ page }) => {
      for (const path of ['/', '/consultations', '/consultations/open-data']) {
        await open(page, path)
        await expect(page.locator('.card, [data-comment]').first()).toBeVisible()
        await page.evaluate(addStyle, 'html { font-size: 200% }')
        await checkpoint(page, `${path} with text at 200 %`, { focus: 'free' })
        expect(await page.evaluate(clippedTexts)).toEqual([])
      }
    })
  })
}

test('lines are no longer than 70 characters', async ({ page }) => {
  await open(page, '/consultations/school-meals')
  await expect(page.locator('[data-comment]').first()).toBeVisible()
  const longest = await page.evaluate(() => {
    const counts = [...document.querySelectorAll('.prose p, .lead')].map((passage) => {
      const range = document.createRange()
      range.selectNodeContents(passage)
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom / 8))).size
      return lines > 2 ? passage.textContent.length / lines : 0
    })
    return Math.max(...counts)
  })
  expect(longest).toBeGreaterThan(30)
  expect(longest).toBeLessThanOrEqual(75)
})

// The policy allows no style element, but a person's own browser asks no policy.
function addStyle(css) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

/** Elements that hold text of their own and cut it off. Runs in the page. */
function clippedTexts() {
  const holdsText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
  return [...document.querySelectorAll('body *')]
    .filter((element) => holdsText(element) && element.checkVisibility() && !element.closest('.visually-hidden, svg, option'))
    .filter((element) => {
      const style = getComputedStyle(element)
      const isTooWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      const isTooHigh = element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0
      const clips = (overflow) => overflow === 'hidden' || overflow === 'clip'
      return (isTooWide && clips(style.overflowX)) || (isTooHigh && clips(style.overflowY))
    })
    .map((element) => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`)
}

/** Controls lower than they should be: 44 px, or 24 px for a link in a text. Runs in the page. */
function smallTargets() {
  const controls = document.querySelectorAll('button, a[href], input, select, textarea, summary')
  return [...controls]
    .filter((element) => element.checkVisibility() && !element.matches('.skip-link'))
    .map((element) => {
      const style = getComputedStyle(element)
      const isInline = element.matches('a') && !element.matches('.button') && !element.closest('nav')
      // A check box is hit by its label too.
      const hit = element.matches('[type=checkbox]') ? element.labels[0] : element
      const height = style.display === 'inline' ? parseFloat(style.lineHeight) : hit.getBoundingClientRect().height
      const least = isInline ? 24 : 44
      return { element, height, least }
    })
    .filter(({ height, least }) => height < least - 0.5)
    .map(({ element, height, least }) => `${element.localName} “${element.textContent.trim().slice(0, 30)}”: ${height} of ${least}`)
}
