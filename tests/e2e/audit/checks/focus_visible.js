// WCAG 2.4.7, 2.4.13: where the focus is can be seen, by a change that is big and strong enough.

/** Fails where the focus changes no pixel by a contrast of 3:1. @type {import('./check.js').Check} */
export const focusVisible = {
  id: 'focus-visible',
  title: 'The focus changes the picture by a contrast of 3:1',
  criteria: ['2.4.7'],
  on: 'walk',

  async run(_page, { walk }) {
    const stops = walk.stops.filter(({ shown }) => shown)
    const found = stops
      .filter(({ shown }) => shown.pixels === 0)
      .map(({ target, shown }) => ({ target, why: `the greatest change is ${shown.greatest.toFixed(2)}:1` }))
    return { checked: stops.length, found }
  },
}

/** Rounded corners and the smoothing of lines take a part of the area that the criterion counts in whole pixels. */
const LENIENCE = 0.8

/**
 * Fails where the pixels that change by 3:1 are fewer than a line of 2 px around the thing has (2.4.13), with what the
 * window cuts off not asked for. @type {import('./check.js').Check}
 */
export const focusAppearance = {
  id: 'focus-appearance',
  title: 'The mark of the focus is as big as a line of 2 px around the thing',
  criteria: ['2.4.13'],
  on: 'walk',

  async run(page, { walk }) {
    const { width, height } = page.viewportSize()
    const stops = walk.stops.filter(({ shown }) => shown)
    const found = stops.flatMap(({ target, box, edge, shown }) => {
      const wide = Math.min(width, box.left + box.width) - Math.max(0, box.left)
      const high = Math.min(height, box.top + box.height) - Math.max(0, box.top)
      const needed = 2 * 2 * Math.min(wide + high, edge)
      return shown.pixels < needed * LENIENCE
        ? [{ target, why: `${shown.pixels} pixels change by 3:1, of ${Math.round(needed)} that are needed` }]
        : []
    })
    return { checked: stops.length, found }
  },
}
