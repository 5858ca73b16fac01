// What the command is told.
import { parseArgs } from 'node:util'

/**
 * @typedef {object} Options
 * @property {string[]} only Parts of the names of places; all where there are none.
 * @property {string} out The folder for the reports.
 * @property {boolean} isQuick Whether the covering subset is enough.
 * @property {string} [write] The folder whose summary is written anew.
 * @property {string} [compare] The folder whose summary nothing may be worse than.
 */

/** @param {string[]} args @returns {Options} */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      quick: { type: 'boolean', default: false },
      write: { type: 'string' },
      compare: { type: 'string' },
    },
  })
  if (!values.out) throw new Error('say where to: --out FOLDER')
  return { only: values.only, out: values.out, isQuick: values.quick, write: values.write, compare: values.compare }
}
