// One place in one setting: it is looked at, walked through, and used.
import { CHECKS } from './checks/all.js'
import { axe } from './engines/axe.js'
import { ibm } from './engines/ibm.js'
import { install } from './in_page.js'
import { interactions, rest } from './interactions.js'
import { takeMessages } from './messages.js'
import { outcomeOf } from './outcome.js'
import { walk } from './walk.js'

export const ENGINES = [axe, ibm]

/**
 * What was found in one state of a place.
 * @typedef {object} State
 * @property {string} place
 * @property {'page' | 'fixture'} kind
 * @property {import('./matrix.js').Setting} setting
 * @property {string} step `loaded`, or what was done.
 * @property {import('./outcome.js').Outcome[]} outcomes
 * @property {string[]} messages What live regions said on the way.
 */

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('./matrix.js').Job} job
 * @param {import('./places/place.js').Given} given
 * @returns {Promise<State[]>}
 */
export async function visit(page, { place, setting, isDeep }, given) {
  const states = []
  const keep = (step, messages, outcomes) => {
    states.push({ place: place.name, kind: place.kind, setting, step, messages, outcomes })
  }
  const step = (await place.open(page, given)) ?? 'loaded'
  await install(page)
  await rest(page)
  const context = { setting, kind: place.kind, step, messages: await takeMessages(page) }
  const seen = await look(page, context, step === 'loaded' ? ['state'] : ['state', 'interaction'])
  keep(step, context.messages, isDeep ? [...seen, ...(await goThrough(page, context))] : seen)
  if (!isDeep || place.isStill) return states
  for await (const step of interactions(page, setting)) {
    const messages = await takeMessages(page)
    const context = { setting, kind: place.kind, step, messages }
    keep(step, messages, await look(page, context, ['state', 'interaction']))
  }
  return states
}

/** Both engines, and the checks that change nothing. */
async function look(page, context, times) {
  const outcomes = []
  for (const engine of ENGINES) outcomes.push(...(await engine.run(page)))
  return [...outcomes, ...(await ask(page, context, times))]
}

/** The checks that move through the page or change how it is shown; it is left as it was. */
async function goThrough(page, context) {
  const disturbing = await ask(page, context, ['arrival'])
  return [...disturbing, ...(await ask(page, { ...context, walk: await walk(page) }, ['walk']))]
}

async function ask(page, context, times) {
  const outcomes = []
  for (const check of CHECKS) {
    if (!times.includes(check.on) || !(check.appliesTo?.(context.setting) ?? true)) continue
    const result = await check.run(page, context)
    if (result.checked > 0) outcomes.push(outcomeOf(check, result))
  }
  return outcomes
}
