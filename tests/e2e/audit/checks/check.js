// What one of our own checks is.

/**
 * @typedef {object} Check
 * @property {string} id
 * @property {string} title What holds when nothing is found.
 * @property {string[]} criteria Of WCAG.
 * @property {'state' | 'interaction' | 'arrival' | 'walk'} on When it is asked: in every state; after something was done;
 *   once a page has come, which it may disturb; or of a way through the page by Tab.
 * @property {(setting: import('../matrix.js').Setting) => boolean} [appliesTo] In every setting when absent.
 * @property {(page: import('@playwright/test').Page, given: Given) => Promise<Result>} run
 */

/**
 * @typedef {object} Result
 * @property {number} checked How many things were looked at.
 * @property {import('../outcome.js').Found[]} found What is wrong.
 */

/**
 * @typedef {object} Given
 * @property {import('../matrix.js').Setting} setting
 * @property {import('../walk.js').Walk} [walk]
 * @property {string} [step] What was done, for checks of an interaction.
 * @property {string[]} [messages] What live regions said since it was done.
 * @property {'page' | 'fixture'} [kind]
 */

export {}
