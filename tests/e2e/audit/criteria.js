// The success criteria of WCAG 2.2, at every level.
import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Criterion
 * @property {string} number
 * @property {string} name As WCAG has it.
 * @property {'A' | 'AA' | 'AAA'} level
 * @property {string} slug Of its page among W3C's explanations.
 */

/** @type {Criterion[]} */
export const CRITERIA = JSON.parse(readFileSync(new URL('wcag.json', import.meta.url), 'utf8'))

/** What the criterion is for and how it is met. @param {Criterion} criterion */
export const understanding = ({ slug }) => `https://www.w3.org/WAI/WCAG22/Understanding/${slug}`
