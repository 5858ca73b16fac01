// An Accessibility Conformance Report in the open format of GSA (OpenACR 0.1.0), for those who buy and compare software.
import { dump } from 'js-yaml'
import { CRITERIA } from '../criteria.js'
import { verdictOf, WORDS } from '../verdict.js'

const CHAPTERS = { A: 'success_criteria_level_a', AA: 'success_criteria_level_aa', AAA: 'success_criteria_level_aaa' }

/**
 * What the catalogue of OpenACR calls each verdict. It foresees "not evaluated" for level AAA alone; here it stands at
 * every level for what no person has judged, since machines alone cannot say that a criterion is supported.
 * @type {Record<import('../verdict.js').Verdict, string>}
 */
export const TERMS = {
  failed: 'partially-supports',
  met: 'supports',
  'not-applicable': 'not-applicable',
  'no-failure-found': 'not-evaluated',
  'needs-a-person': 'not-evaluated',
}

/** @param {import('./write.js').Audit} audit @returns {string} */
export function openAcr({ tally, numbers, manual }) {
  const criteria = (level) =>
    CRITERIA.filter((criterion) => criterion.level === level).map(({ number }) => {
      const of = tally.criteria.get(number)
      const verdict = verdictOf(of, manual[number])
      const adherence = { level: TERMS[verdict], notes: notes(verdict, of, manual[number]) }
      return { num: number, components: [{ name: 'web', adherence }] }
    })
  const report = {
    title: 'Muloqot Accessibility Conformance Report',
    product: {
      name: 'Muloqot',
      description: 'The front end through which citizens talk with their state, in the browser.',
    },
    // A deployment names its own; the format asks for an address.
    author: { name: 'The makers of Muloqot', email: 'accessibility@muloqot.example' },
    vendor: { name: 'The makers of Muloqot', email: 'accessibility@muloqot.example' },
    report_date: numbers.date,
    version: 1,
    catalog: '2.5-edition-wcag-2.2-en',
    notes:
      'Written by `cargo xtask audit`. "Not evaluated" stands at every level for what no person has judged yet, even ' +
      'where machines found no failure: they cannot tell that a criterion is met.',
    evaluation_methods_used:
      `${numbers.engines.join(', ')}; ${numbers.places.length} places in ${numbers.matrix.languages.length} languages, ` +
      `${numbers.matrix.themes.length} themes and ${numbers.matrix.widths.length} widths, ${numbers.states} states; ` +
      'what a person did is named at each criterion.',
    license: 'EUPL-1.2',
    chapters: Object.fromEntries(Object.entries(CHAPTERS).map(([level, name]) => [name, { criteria: criteria(level) }])),
  }
  return dump(report, { lineWidth: 120 })
}

function notes(verdict, { checks, failed, undecided, rules }, manual) {
  const by = [...new Set([...rules.values()].map(({ by }) => by))].join(', ')
  const machines = checks > 0 ? `${checks} checks by ${by}: ${failed} failures, ${undecided} undecided.` : 'No machine looks at it.'
  const last = manual?.done.at(-1)
  const person = last ? `By hand on ${last.on}: ${last.how}` : 'By hand: not done.'
  return `${WORDS[verdict]}. ${machines} ${person}`
}
