// Every state as it was found, one a line, so that an audit that is broken off has not been for nothing.
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export class StateLog {
  #file

  /** @param {string} folder */
  constructor(folder) {
    this.#file = join(folder, 'states.jsonl')
    writeFileSync(this.#file, '')
  }

  /** @param {import('./visit.js').State} state */
  keep({ outcomes, ...state }) {
    const clean = outcomes.filter(({ outcome }) => outcome === 'clean').map(({ by, rule }) => `${by} ${rule}`)
    const told = outcomes.filter(({ outcome }) => outcome !== 'clean')
    appendFileSync(this.#file, `${JSON.stringify({ ...state, told, clean })}\n`)
  }
}
