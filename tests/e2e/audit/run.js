// The audit: every place in every setting, by two engines and our own checks, written down for a person and for machines.
// `cargo xtask audit` builds what is needed and sets CHROMIUM, MULOQOT_SANDBOX and MULOQOT_DIST.
import { mkdirSync } from 'node:fs'
import { Sandbox } from '../harness/sandbox.js'
import { LANGUAGES } from '../harness/words.js'
import { worsenings } from './baseline.js'
import { launch, openContext } from './browser.js'
import { work } from './lane.js'
import { readManual } from './manual.js'
import { covering, WIDTHS, whole } from './matrix.js'
import { readOptions } from './options.js'
import { contractsOf, fixturesOf } from './places/gallery.js'
import { pagesOf } from './places/pages.js'
import { inWords, Progress } from './progress.js'
import { writeReports, writeSummary } from './report/write.js'
import { StateLog } from './state_log.js'
import { numbersOf, readSummary } from './summary.js'
import { Tally } from './tally.js'
import { themesOf } from './themes.js'
import { ENGINES } from './visit.js'

/** As many as a small machine has processors. */
const LANES = 2

const options = readOptions(process.argv.slice(2))
const began = Date.now()
const { pages, fixtures, contracts, themes } = await lookAround()
const places = [...pages, ...fixtures].filter(
  ({ name }) => options.only.length === 0 || options.only.some((part) => name.includes(part)),
)
if (places.length === 0) throw new Error(`no place has ${options.only.join(' or ')} in its name`)
const jobs = (options.isQuick ? covering : whole)(places, themes.had)
const matrix = { languages: LANGUAGES, themes: themes.had, widths: WIDTHS, combinations: jobs.length }
console.log(
  `${places.length} places (${places.filter(({ kind }) => kind === 'fixture').length} of them fixtures of components), ` +
    `${jobs.length} combinations of place, language, theme and width`,
)
if (themes.missing.length > 0) console.log(`The app has no theme of its own for: ${themes.missing.join(', ')}`)

mkdirSync(options.out, { recursive: true })
const tally = new Tally()
const log = new StateLog(options.out)
const outcome = await runAll()
const numbers = numbersOf(tally, readManual(), {
  date: new Date().toISOString().slice(0, 10),
  engines: [...ENGINES.map(({ version }) => version), 'own checks of Muloqot'],
  matrix,
  missingThemes: themes.missing,
})
writeReports(options.out, { tally, numbers, contracts, manual: readManual(), isQuick: options.isQuick })
if (options.write) writeSummary(options.write, { [options.isQuick ? 'quick' : 'full']: numbers })
finish(outcome)

/** What there is to be audited. */
async function lookAround() {
  const sandbox = await Sandbox.start()
  const browser = await launch()
  const open = async (theme, path = '/') => {
    const context = await openContext(browser, { language: 'en', theme, width: 1280 }, sandbox.address)
    const page = await context.newPage()
    await page.goto(path)
    return page
  }
  try {
    const themes = await themesOf(open)
    const page = await open('light')
    const pages = await pagesOf(page)
    const fixtures = await fixturesOf(page)
    return { themes, pages, fixtures, contracts: await contractsOf(page, fixtures) }
  } finally {
    await browser.close()
    await sandbox.stop()
  }
}

async function runAll() {
  const progress = new Progress(jobs.length)
  const outcome = { passed: 0, failed: 0 }
  const done = (_job, states) => {
    const hasFailed = states.some(({ outcomes }) => outcomes.some(({ outcome }) => outcome === 'failed'))
    outcome[hasFailed ? 'failed' : 'passed'] += 1
    for (const state of states) {
      tally.add(state)
      log.keep(state)
    }
    progress.step(hasFailed)
  }
  await Promise.all(Array.from({ length: LANES }, () => work(jobs, done)))
  return outcome
}

/** Says what was found, in the words that a reader of test results knows. */
function finish({ passed, failed }) {
  const then = options.compare && options.only.length === 0 ? readSummary(options.compare).quick : undefined
  const worse = then ? worsenings(numbers, then) : []
  for (const { by, rule, criterion, target, why, times, where } of firstFailures()) {
    console.log(`✗ ${by} ${rule}${criterion}: ${target}: ${why}`)
    console.log(`    ${times} times, as at ${[...where][0]}`)
  }
  worse.forEach((sentence) => console.log(`✗ worse than docs/accessibility/summary.json: ${sentence}`))
  console.log(`${numbers.states} states, ${numbers.checks} checks, ${numbers.failures} failures; reports in ${options.out}`)
  const took = inWords(Date.now() - began)
  // What the summary already tells of is no news; it stays in the reports until it is mended.
  const failures = then ? worse.length : failed
  if (failures > 0) console.log(`  ${failures} failed`)
  console.log(`  ${passed + (then && worse.length === 0 ? 1 : 0)} passed (${took})`)
  process.exitCode = failures > 0 ? 1 : 0
}

/** Each failure once, though several criteria may ask for the same. */
function firstFailures() {
  const told = new Map()
  for (const { criterion, rules } of tally.criteria.values()) {
    for (const { by, rule, found } of rules.values()) {
      for (const it of found.values()) {
        const key = `${by} ${rule} ${it.target}`
        if (it.outcome !== 'failed' || told.has(key)) continue
        told.set(key, { by, rule, criterion: criterion ? ` (${criterion.number})` : '', ...it })
      }
    }
  }
  return told.values()
}
