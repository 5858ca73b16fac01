// Two lanes work at the same time, each with a browser and a server of its own.
import { Sandbox } from '../harness/sandbox.js'
import { wordsOf } from '../harness/words.js'
import { launch, openContext } from './browser.js'
import { nameOf } from './matrix.js'
import { visit } from './visit.js'

/** One place takes no longer than this. In milliseconds. */
const PATIENCE = 120_000

/**
 * Takes jobs until there are none.
 * @param {import('./matrix.js').Job[]} jobs Shared with the other lanes.
 * @param {(job: import('./matrix.js').Job, states: import('./visit.js').State[]) => void} done
 */
export async function work(jobs, done) {
  const sandbox = await Sandbox.start()
  const browser = await launch()
  const pages = new Pages(browser, sandbox)
  try {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      done(job, await attempt(job, pages, sandbox))
    }
  } finally {
    await browser.close()
    await sandbox.stop()
  }
}

/** A place that breaks is a failure of that place, and the audit goes on. */
async function attempt(job, pages, sandbox) {
  const { place, setting } = job
  const { page, isFirst } = await pages.pageFor(place, setting)
  const given = { setting, sandbox, isFirst, say: wordsOf(setting.language) }
  let late
  try {
    const tooLate = new Promise((_, reject) => {
      late = setTimeout(() => reject(new Error(`not done after ${PATIENCE / 1000} s`)), PATIENCE)
    })
    return await Promise.race([visit(page, job, given), tooLate])
  } catch (error) {
    await pages.drop()
    return [{ place: place.name, kind: place.kind, setting, step: 'broken', messages: [], outcomes: [broken(error)] }]
  } finally {
    clearTimeout(late)
  }
}

/** @returns {import('./outcome.js').Outcome} */
const broken = (error) => ({
  by: 'muloqot',
  rule: 'place-works',
  criteria: [],
  outcome: 'failed',
  help: 'The place can be opened and used',
  checked: 1,
  found: [{ target: 'the place', why: String(error.message ?? error).split('\n').slice(0, 4).join(' ') }],
})

/** Fixtures of one setting are shown one after another in one page; a page of the app gets a new one. */
class Pages {
  #browser
  #sandbox
  #page = null
  #key = ''

  constructor(browser, sandbox) {
    this.#browser = browser
    this.#sandbox = sandbox
  }

  async pageFor(place, setting) {
    const key = place.kind === 'fixture' ? nameOf(setting) : ''
    if (this.#page && key !== '' && key === this.#key) return { page: this.#page, isFirst: false }
    await this.drop()
    const context = await openContext(this.#browser, setting, this.#sandbox.address)
    this.#page = await context.newPage()
    this.#key = key
    return { page: this.#page, isFirst: true }
  }

  async drop() {
    await this.#page?.context().close()
    this.#page = null
  }
}
