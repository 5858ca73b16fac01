// Puts the reports where a person or a machine will read them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSummary } from '../summary.js'
import { earl } from './earl.js'
import { html } from './html.js'
import { openAcr } from './openacr.js'
import { readme } from './readme.js'

/**
 * @typedef {object} Audit
 * @property {import('../tally.js').Tally} tally
 * @property {import('../summary.js').Numbers} numbers
 * @property {Record<string, import('../manual.js').Manual>} manual
 * @property {Record<string, string[]>} contracts The criteria that each component says it meets.
 * @property {boolean} isQuick
 */

/** @param {string} folder @param {Audit} audit */
export function writeReports(folder, audit) {
  writeFileSync(join(folder, 'report.html'), html(audit))
  writeFileSync(join(folder, 'openacr.yaml'), openAcr(audit))
  writeFileSync(join(folder, 'earl.jsonld'), `${JSON.stringify(earl(audit), null, 2)}\n`)
}

/** @param {string} folder @param {{quick?: object, full?: object}} part What is new; the other kind of run stays. */
export function writeSummary(folder, part) {
  mkdirSync(folder, { recursive: true })
  const summary = { ...readSummary(folder), ...part }
  writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  writeFileSync(join(folder, 'README.md'), readme(summary))
}
