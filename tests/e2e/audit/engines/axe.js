// axe-core, the engine of Deque: every rule of WCAG 2.x at A, AA and AAA, and its best practices.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const require = createRequire(import.meta.url)
const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const TAGS = [
  ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag21aaa', 'wcag22a', 'wcag22aa', 'wcag22aaa'],
  ...['best-practice', 'experimental'],
]

/** Rules that axe leaves off unless asked: our goal is AAA where it can be had. */
const ALSO = ['color-contrast-enhanced', 'identical-links-same-purpose', 'meta-refresh-no-exceptions', 'target-size']

/** Rules that are off, each with the reason. */
const OFF = {
  'hidden-content': 'It only says that something is hidden; whatever can be opened is opened here, and looked at then.',
}

/** @typedef {import('../outcome.js').Outcome} Outcome */

export const axe = {
  name: 'axe',
  version: `axe-core ${require('axe-core/package.json').version}`,
  off: OFF,

  /**
   * @param {import('@playwright/test').Page} page
   * @returns {Promise<Outcome[]>}
   */
  async run(page) {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
    const rules = await page.evaluate(runInPage, { tags: TAGS, also: ALSO, off: Object.keys(OFF) })
    return rules.map(({ tags, ...rule }) => ({ by: 'axe', criteria: criteriaOf(tags), ...rule }))
  },
}

/** `wcag111` is 1.1.1 and `wcag1410` is 1.4.10; `wcag2a` is a level. @param {string[]} tags */
const criteriaOf = (tags) =>
  tags.flatMap((tag) => {
    const parts = /^wcag(\d)(\d)(\d+)$/.exec(tag)
    return parts ? [parts.slice(1).join('.')] : []
  })

async function runInPage({ tags, also, off }) {
  // With forced colours the browser paints others than it computes: the contrast is the person's own choice.
  const isForced = matchMedia('(forced-colors: active)').matches
  const enabled = Object.fromEntries(also.map((rule) => [rule, { enabled: true }]))
  const disabled = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]))
  const ofColour = Object.fromEntries(
    ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'].map((rule) => [rule, { enabled: !isForced }]),
  )
  const results = await window.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: { ...enabled, ...ofColour, ...disabled },
    resultTypes: ['violations', 'incomplete'],
  })
  // What a menu that the reader has opened lies over in part can be pressed again once a press elsewhere closes it.
  const menu = document.querySelector('.menu:has([aria-expanded=true])')
  const panel = menu?.querySelector('.menu__list')?.getBoundingClientRect()
  const isUnderMenu = ({ any, target }) => {
    if (!panel || !any.some(({ data }) => data?.messageKey === 'partiallyObscured')) return false
    const element = document.querySelector(target.flat().at(-1))
    if (!element || menu.contains(element)) return false
    const box = element.getBoundingClientRect()
    const across = Math.min(box.right, panel.right) - Math.max(box.left, panel.left)
    return across > 0 && Math.min(box.bottom, panel.bottom) > Math.max(box.top, panel.top)
  }
  const rules = new Map()
  const take = (list, outcome) => {
    for (const { id, tags, help, nodes: all } of list) {
      const nodes = all.filter((node) => !isUnderMenu(node))
      if (nodes.length === 0) continue
      const known = rules.get(id)
      const rule = known ?? { rule: id, tags, outcome, help, checked: 0, found: [] }
      rule.checked += nodes.length
      // The gravest is taken first, and what follows does not soften it.
      if (!known && outcome !== 'clean') {
        rule.found = nodes.map(({ target, failureSummary }) => ({
          target: target.flat().join(' '),
          why: (failureSummary ?? '').split('\n').slice(1).join(' ').trim(),
        }))
      }
      rules.set(id, rule)
    }
  }
  take(results.violations, 'failed')
  take(results.incomplete, 'undecided')
  take(results.passes, 'clean')
  return [...rules.values()]
}
