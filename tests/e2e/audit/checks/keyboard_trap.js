// WCAG 2.1.1, 2.1.2: everything is reached by Tab, and everything is left by it.

/** Fails for what Tab passes by. @type {import('./check.js').Check} */
export const reachedByTab = {
  id: 'reached-by-tab',
  title: 'Tab stops at everything that can be used',
  criteria: ['2.1.1'],
  on: 'walk',

  run: async (_page, { walk }) => ({
    checked: walk.stops.length + walk.missed.length,
    // Who is trapped misses the rest; that is told once, by the other check.
    found: walk.isOut ? walk.missed.map((target) => ({ target, why: 'Tab never stops there' })) : [],
  }),
}

/** Fails where Tab does not lead out at the end, or Shift+Tab at the start. @type {import('./check.js').Check} */
export const noKeyboardTrap = {
  id: 'no-keyboard-trap',
  title: 'Tab leads through the page and out, and Shift+Tab back',
  criteria: ['2.1.2'],
  on: 'walk',

  async run(_page, { walk }) {
    const last = walk.stops.at(-1)?.target ?? 'the page'
    const there = new Set(walk.stops.map(({ at }) => at).filter((at) => at >= 0)).size
    const found = []
    if (!walk.isOut) found.push({ target: last, why: 'Tab does not lead out of the page' })
    else if (!walk.isBackOut) found.push({ target: last, why: 'Shift+Tab does not lead out of the page' })
    else if (walk.back !== there) {
      found.push({ target: 'the page', why: `${there} stops by Tab, and ${walk.back} back by Shift+Tab` })
    }
    return { checked: 1, found }
  },
}
