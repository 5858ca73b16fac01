// What a person has to judge, how, and what was done of it.
import { readFileSync } from 'node:fs'

const FILE = new URL('../../../docs/accessibility/manual.json', import.meta.url)

/**
 * @typedef {object} Done
 * @property {string} on A day, as 2026-11-25.
 * @property {string} how What was looked at, and in what way.
 * @property {'met' | 'not-met' | 'not-applicable'} result
 */

/**
 * @typedef {object} Manual
 * @property {string[]} steps
 * @property {Done[]} done Nothing when nobody has judged it yet.
 */

/** By number of the criterion. @returns {Record<string, Manual>} */
export const readManual = () => JSON.parse(readFileSync(FILE, 'utf8')).criteria
