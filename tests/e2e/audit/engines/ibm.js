// IBM's engine of the Equal Access Checker, put into the page: its own wrapper would download the rules.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const require = createRequire(import.meta.url)
const SOURCE = readFileSync(require.resolve('accessibility-checker-engine/ace.js'), 'utf8')
const RULESETS = ['WCAG_2_2', 'IBM_Accessibility']

/** Rules that are off, each with the reason. */
const OFF = {
  aria_role_redundant:
    'Safari takes a list without bullets for no list unless it is said to be one: role="list" is there on purpose.',
  aria_article_label_unique:
    'An article is no landmark. Each comment is named by its author, and the same person may write twice.',
  fieldset_label_valid:
    'Two forms may ask for the same, as the comment and a reply do: each group stands in a form with a name of its own.',
}

export const ibm = {
  name: 'ibm',
  version: `accessibility-checker-engine ${require('accessibility-checker-engine/package.json').version}`,
  off: OFF,

  /**
   * @param {import('@playwright/test').Page} page
   * @returns {Promise<import('../outcome.js').Outcome[]>}
   */
  async run(page) {
    // The script declares a variable, and no property of the window, when it is evaluated in a function.
    if (!(await page.evaluate(() => 'ace' in window))) await page.evaluate(SOURCE)
    const rules = await page.evaluate(runInPage, { rulesets: RULESETS, off: Object.keys(OFF) })
    return rules.map((rule) => ({ by: 'ibm', ...rule }))
  },
}

async function runInPage({ rulesets, off }) {
  const checker = (window.aceChecker ??= new window.ace.Checker())
  const criteria = {}
  for (const { id, checkpoints } of checker.rulesets) {
    if (!rulesets.includes(id)) continue
    for (const { num, rules } of checkpoints) {
      // Checkpoints that are no criteria of WCAG have other numbers, as IBM's own have.
      if (!/^\d\.\d\.\d+$/.test(num)) continue
      for (const rule of rules) (criteria[rule.id] ??= new Set()).add(num)
    }
  }
  const weights = { clean: 0, undecided: 1, failed: 2 }
  const outcomeOf = ([, confidence]) =>
    confidence === 'PASS' ? 'clean' : confidence === 'FAIL' ? 'failed' : 'undecided'
  const { results } = await checker.check(document, rulesets)
  const rules = new Map()
  for (const { ruleId, value, message, node, path, reasonId } of results) {
    if (off.includes(ruleId)) continue
    const outcome = outcomeOf(value)
    const rule = rules.get(ruleId) ?? {
      rule: ruleId,
      criteria: [...(criteria[ruleId] ?? [])],
      outcome: 'clean',
      help: '',
      checked: 0,
      found: [],
    }
    rule.checked += 1
    if (weights[outcome] > weights[rule.outcome]) Object.assign(rule, { outcome, help: message, found: [] })
    if (outcome !== 'clean' && outcome === rule.outcome) {
      const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement
      const mark = element ? `${element.localName}${element.id ? `#${element.id}` : ''}` : ''
      rule.found.push({ target: `${mark} ${path.dom}`.trim(), why: `${message} (${value[0]} ${reasonId})` })
    }
    rules.set(ruleId, rule)
  }
  return [...rules.values()]
}
