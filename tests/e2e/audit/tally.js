// Adds up what was found, by criterion.
import { CRITERIA } from './criteria.js'

/**
 * What one rule said in all states together.
 * @typedef {object} RuleTally
 * @property {string} by
 * @property {string} rule
 * @property {string} help
 * @property {number} checks In how many states it had something to look at.
 * @property {number} failed In how many it found a failure.
 * @property {number} undecided In how many it could not tell.
 * @property {Map<string, {outcome: string, target: string, why: string, times: number, where: Set<string>}>} found
 * @property {Map<string, 'failed' | 'undecided' | 'clean'>} outcomes The gravest, by place.
 */

/**
 * @typedef {object} CriterionTally
 * @property {import('./criteria.js').Criterion | null} criterion `null` gathers what no criterion asks for.
 * @property {Map<string, RuleTally>} rules
 * @property {number} checks
 * @property {number} failed
 * @property {number} undecided
 */

const GRAVITY = { clean: 0, undecided: 1, failed: 2 }

/** Examples of where a thing was found; more tell no more. */
const EXAMPLES = 4

export class Tally {
  states = 0
  checks = 0
  failed = 0
  /** @type {Map<string, 'page' | 'fixture'>} */
  places = new Map()
  /** @type {Map<string, CriterionTally>} */
  criteria = new Map()
  /** What live regions said, by place. @type {Map<string, Set<string>>} */
  messages = new Map()

  constructor() {
    for (const criterion of CRITERIA) this.criteria.set(criterion.number, empty(criterion))
    this.criteria.set('', empty(null))
  }

  /** @param {import('./visit.js').State} state */
  add({ place, kind, setting, step, outcomes, messages }) {
    this.states += 1
    this.places.set(place, kind)
    const said = this.messages.get(place) ?? new Set()
    if (setting.language === 'en') messages.forEach((message) => said.add(`${step}: ${message}`))
    this.messages.set(place, said)
    const where = `${place}, ${step}, ${setting.language}, ${setting.theme}, ${setting.width} px`
    for (const outcome of outcomes) {
      this.checks += 1
      if (outcome.outcome === 'failed') this.failed += 1
      const numbers = outcome.criteria.filter((number) => this.criteria.has(number))
      for (const number of numbers.length > 0 ? numbers : ['']) {
        count(this.criteria.get(number), outcome, where, place)
      }
    }
  }
}

/** @returns {CriterionTally} */
const empty = (criterion) => ({ criterion, rules: new Map(), checks: 0, failed: 0, undecided: 0 })

function count(tally, { by, rule, help, outcome, found }, where, place) {
  const key = `${by} ${rule}`
  const of = tally.rules.get(key) ?? {
    ...{ by, rule, help: '', checks: 0, failed: 0, undecided: 0 },
    ...{ found: new Map(), outcomes: new Map() },
  }
  tally.rules.set(key, of)
  if (help) of.help = help
  const grave = of.outcomes.get(place)
  if (!grave || GRAVITY[outcome] > GRAVITY[grave]) of.outcomes.set(place, outcome)
  for (const it of [tally, of]) {
    it.checks += 1
    if (outcome === 'failed') it.failed += 1
    if (outcome === 'undecided') it.undecided += 1
  }
  if (outcome === 'clean') return
  for (const { target, why } of found) {
    const known = of.found.get(`${outcome} ${target}`) ?? { outcome, target, why, times: 0, where: new Set() }
    known.times += 1
    if (known.where.size < EXAMPLES) known.where.add(where)
    of.found.set(`${outcome} ${target}`, known)
  }
}
