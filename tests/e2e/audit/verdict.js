// What may be said of a criterion. Machines find failures; that there are none, they cannot tell.

/**
 * - `failed`: an engine, a check or a person found that it is not met;
 * - `met`: a person judged it by the steps that are written down;
 * - `not-applicable`: a person found that there is nothing it speaks of;
 * - `no-failure-found`: engines and checks looked, found nothing, and a person has not judged it yet;
 * - `needs-a-person`: no engine or check looks at it, and nobody has judged it yet.
 * @typedef {'failed' | 'met' | 'not-applicable' | 'no-failure-found' | 'needs-a-person'} Verdict
 */

/**
 * @param {import('./tally.js').CriterionTally} tally
 * @param {import('./manual.js').Manual | undefined} manual
 * @returns {Verdict}
 */
export function verdictOf(tally, manual) {
  const last = manual?.done.at(-1)
  if (tally.failed > 0 || last?.result === 'not-met') return 'failed'
  if (last?.result === 'met' || last?.result === 'not-applicable') return last.result
  return tally.checks > 0 ? 'no-failure-found' : 'needs-a-person'
}

/** @type {Record<Verdict, string>} */
export const WORDS = {
  failed: 'failed',
  met: 'met, judged by a person',
  'not-applicable': 'not applicable, judged by a person',
  'no-failure-found': 'no failure found by machines; a person has not judged it',
  'needs-a-person': 'needs a person; not done',
}
