// What must hold after every step of every journey.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Axe finds nothing; the focus is not lost; nothing makes the page scroll sideways; no identifier
 * is there twice; there is exactly one `h1`.
 * @param {import('@playwright/test').Page} page
 * @param {string} name What has just happened.
 * @param {object} [options]
 * @param {'kept' | 'free'} [options.focus] `free` where nothing was done that should leave the
 *   focus anywhere, as after the first load of a page.
 */
export async function checkpoint(page, name, { focus = 'kept' } = {}) {
  await test.step(`checkpoint: ${name}`, async () => {
    if (focus === 'kept') {
      await expect
        .poll(() => page.evaluate(describeFocus), {
          message: `${name}: the focus is lost`,
          timeout: 2_000,
        })
        .not.toMatch(/^(body|html|nothing|hidden)/)
    }
    const facts = await page.evaluate(gatherFacts)
    expect.soft(facts.headings, `${name}: one h1`).toHaveLength(1)
    expect.soft(facts.repeatedIds, `${name}: identifiers that are there twice`).toEqual([])
    // A phone's layout grows with what overflows, so that the page's own width tells nothing.
    const width = page.viewportSize()?.width ?? 0
    expect.soft(facts.width, `${name}: sideways scrolling`).toBeLessThanOrEqual(width)
    expect.soft(await violations(page), `${name}: axe`).toEqual([])
  })
}

/** What axe finds on the page, in words. @param {import('@playwright/test').Page} page */
export async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(async (rules) => {
    // With forced colours the browser paints others than it computes: the contrast is the person's own choice.
    const isForced = matchMedia('(forced-colors: active)').matches
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: rules },
      rules: { 'color-contrast': { enabled: !isForced } },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => {
        const why = failureSummary?.split('\n').slice(1).join(' ').trim()
        return `${id} (${help}) at ${target.join(' ')}: ${why}`
      }),
    )
  }, RULES)
}

function describeFocus() {
  const element = document.activeElement
  if (!element) return 'nothing'
  const isShown = element.getClientRects().length > 0
  return `${isShown ? '' : 'hidden '}${element.localName}#${element.id}`
}

function gatherFacts() {
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
  return {
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent),
    repeatedIds: ids.filter((id, at) => ids.indexOf(id) !== at),
    width: document.scrollingElement.scrollWidth,
  }
}
