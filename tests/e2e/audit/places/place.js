// What a place is: something with an address, in some state, that is looked at in every setting.

/**
 * @typedef {object} Place
 * @property {string} name
 * @property {'page' | 'fixture'} kind
 * @property {string} title What is there to see.
 * @property {boolean} [isStill] Nothing is pressed there: that would lead away.
 * @property {(page: import('@playwright/test').Page, given: Given) => Promise<string | void>} open
 *   May name the step it ends with, such as `failed` or `sent`.
 */

/**
 * @typedef {object} Given
 * @property {import('../matrix.js').Setting} setting
 * @property {import('../../harness/sandbox.js').Sandbox} sandbox
 * @property {(key: string, values?: Record<string, string | number>) => string} say
 * @property {boolean} isFirst Whether the page is new, and nothing of the same source was open in it before.
 */

export {}
