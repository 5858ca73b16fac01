// What was found as EARL 1.0 in JSON-LD, the W3C's vocabulary for results of evaluations.
//
// An assertion of a machine is about one of its rules at one place, which it can judge. About a criterion there is an
// assertion of a person, or that it is untested.
import { CRITERIA, understanding } from '../criteria.js'

const CONTEXT = {
  earl: 'http://www.w3.org/ns/earl#',
  dcterms: 'http://purl.org/dc/terms/',
  wcag: 'https://www.w3.org/TR/WCAG22/#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'dcterms:date': { '@type': 'xsd:date' },
  'dcterms:isPartOf': { '@type': '@id' },
  'earl:assertedBy': { '@type': '@id' },
  'earl:outcome': { '@type': '@id' },
  'earl:mode': { '@type': '@id' },
}

const PERSON = '_:person'
const OUTCOMES = { met: 'earl:passed', 'not-met': 'earl:failed', 'not-applicable': 'earl:inapplicable' }

/** @param {import('./write.js').Audit} audit */
export function earl({ tally, numbers, manual }) {
  return { '@context': CONTEXT, '@graph': [...asserters(numbers), ...ofMachines(tally, numbers), ...ofPersons(manual)] }
}

const asserterOf = (by) => `_:${by}`

const asserters = ({ engines }) => [
  ...['axe', 'ibm', 'muloqot'].map((by, at) => ({
    '@id': asserterOf(by),
    '@type': ['earl:Assertor', 'earl:Software'],
    'dcterms:title': engines[at],
  })),
  { '@id': PERSON, '@type': ['earl:Assertor'], 'dcterms:title': 'By hand, by the steps in docs/accessibility/manual.json' },
]

/** Of a rule that serves several criteria, one assertion for each place, which names them all. */
function ofMachines(tally, { date }) {
  const rules = new Map()
  for (const { criterion, rules: found } of tally.criteria.values()) {
    for (const [key, rule] of found) {
      const known = rules.get(key) ?? { rule, criteria: [] }
      if (criterion) known.criteria.push(criterion)
      rules.set(key, known)
    }
  }
  return [...rules.values()].flatMap(({ rule, criteria }) =>
    [...rule.outcomes].map(([place, outcome]) => ({
      '@type': 'earl:Assertion',
      'earl:assertedBy': asserterOf(rule.by),
      'earl:mode': 'earl:automatic',
      'earl:subject': { '@type': 'earl:TestSubject', 'dcterms:title': place },
      'earl:test': {
        '@type': 'earl:TestCase',
        'dcterms:title': rule.rule,
        'dcterms:description': rule.help,
        'dcterms:isPartOf': criteria.map(({ slug }) => `wcag:${slug}`),
      },
      'earl:result': {
        '@type': 'earl:TestResult',
        'earl:outcome': { failed: 'earl:failed', undecided: 'earl:cantTell', clean: 'earl:passed' }[outcome],
        'dcterms:date': date,
      },
    })),
  )
}

const ofPersons = (manual) =>
  CRITERIA.map((criterion) => {
    const last = manual[criterion.number]?.done.at(-1)
    return {
      '@type': 'earl:Assertion',
      'earl:assertedBy': PERSON,
      'earl:mode': 'earl:manual',
      'earl:subject': { '@type': 'earl:TestSubject', 'dcterms:title': 'Muloqot' },
      'earl:test': {
        '@id': `wcag:${criterion.slug}`,
        '@type': 'earl:TestRequirement',
        'dcterms:title': `${criterion.number} ${criterion.name} (${criterion.level})`,
        'dcterms:references': understanding(criterion),
      },
      'earl:result': {
        '@type': 'earl:TestResult',
        'earl:outcome': last ? OUTCOMES[last.result] : 'earl:untested',
        ...(last ? { 'dcterms:date': last.on, 'dcterms:description': last.how } : {}),
      },
    }
  })
