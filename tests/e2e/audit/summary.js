// The result in few numbers: committed, and what a later result may not be worse than.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CRITERIA } from './criteria.js'
import { verdictOf } from './verdict.js'

/**
 * Of one kind of run, `quick` or `full`.
 * @typedef {object} Numbers
 * @property {string} date
 * @property {string[]} engines With their versions.
 * @property {{languages: string[], themes: string[], widths: number[], combinations: number}} matrix
 * @property {string[]} missing_themes Such as the app does not have yet.
 * @property {number} states How many states of places were looked at.
 * @property {number} checks How often a rule or check had something to look at.
 * @property {number} failures How often it found a failure.
 * @property {string[]} places
 * @property {Record<string, {verdict: string, checks: number, failures: number, undecided: number}>} criteria
 * @property {{checks: number, failures: number, undecided: number}} beyond What no criterion asks for.
 */

/**
 * @param {import('./tally.js').Tally} tally
 * @param {Record<string, import('./manual.js').Manual>} manual
 * @param {{date: string, engines: string[], matrix: Numbers['matrix'], missingThemes: string[]}} about
 * @returns {Numbers}
 */
export function numbersOf(tally, manual, { date, engines, matrix, missingThemes }) {
  const counts = ({ checks, failed, undecided }) => ({ checks, failures: failed, undecided })
  const criteria = CRITERIA.map(({ number }) => {
    const of = tally.criteria.get(number)
    return [number, { verdict: verdictOf(of, manual[number]), ...counts(of) }]
  })
  return {
    ...{ date, engines, matrix, missing_themes: missingThemes },
    ...{ states: tally.states, checks: tally.checks, failures: tally.failed },
    places: [...tally.places.keys()].sort(),
    criteria: Object.fromEntries(criteria),
    beyond: counts(tally.criteria.get('')),
  }
}

/** @param {string} folder @returns {{quick?: Numbers, full?: Numbers}} */
export function readSummary(folder) {
  const file = join(folder, 'summary.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}
