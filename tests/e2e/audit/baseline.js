// Whether a result is worse than the one that was committed.

/** What a page holds changes with the day, and a rule that finds nothing to look at does not count: a part of few is much. */
const LENIENCE = { part: 0.95, few: 3 }

/**
 * @param {import('./summary.js').Numbers} now
 * @param {import('./summary.js').Numbers} then
 * @returns {string[]} Each thing that is worse, in a sentence.
 */
export function worsenings(now, then) {
  const gone = then.places.filter((place) => !now.places.includes(place))
  const themes = then.matrix.themes.filter((theme) => !now.matrix.themes.includes(theme))
  const fewer = (what, count, before) =>
    count < before * LENIENCE.part - LENIENCE.few ? [`${count} ${what} instead of ${before}: something is not looked at any more`] : []
  const criteria = Object.entries(then.criteria).flatMap(([number, before]) => {
    const after = now.criteria[number] ?? { checks: 0, failures: 0 }
    return [
      ...(after.failures > before.failures ? [`${number} fails ${after.failures} times instead of ${before.failures}`] : []),
      ...fewer(`checks of ${number}`, after.checks, before.checks),
    ]
  })
  const beyond = now.beyond.failures > then.beyond.failures
  return [
    ...gone.map((place) => `the place ${place} has vanished`),
    ...themes.map((theme) => `the theme ${theme} has vanished`),
    ...fewer('states', now.states, then.states),
    ...criteria,
    ...(beyond ? [`beyond WCAG, ${now.beyond.failures} failures instead of ${then.beyond.failures}`] : []),
  ]
}
