// What one rule or check says of one state of a page.

/**
 * @typedef {object} Found
 * @property {string} target Where, as a person would look for it.
 * @property {string} why
 */

/**
 * @typedef {object} Outcome
 * @property {'axe' | 'ibm' | 'muloqot'} by Who judged.
 * @property {string} rule
 * @property {string[]} criteria Numbers of WCAG; none for what goes beyond it.
 * @property {'failed' | 'undecided' | 'clean'} outcome `clean` says that no failure was found, and not that
 *   the criterion is met; `undecided` that a person has to look.
 * @property {string} [help]
 * @property {number} checked How many things were looked at.
 * @property {Found[]} found
 */

/**
 * The outcome of one of our own checks.
 * @param {{id: string, criteria: string[]}} check
 * @param {{checked: number, found: Found[]}} result
 * @returns {Outcome}
 */
export const outcomeOf = ({ id, criteria, title }, { checked, found }) => ({
  by: 'muloqot',
  rule: id,
  criteria,
  outcome: found.length > 0 ? 'failed' : 'clean',
  help: title,
  checked,
  found,
})
