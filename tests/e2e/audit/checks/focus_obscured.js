// WCAG 2.4.11, 2.4.12: nothing lies over what has the focus.

/** Fails where all of it is covered, or out of the window. @type {import('./check.js').Check} */
export const focusNotObscured = {
  id: 'focus-not-obscured',
  title: 'What has the focus is not covered',
  criteria: ['2.4.11'],
  on: 'walk',

  run: async (_page, { walk: { stops } }) => ({
    checked: stops.length,
    found: stops.filter(({ seen }) => seen === 'none').map(({ target }) => ({ target, why: 'is covered, or out of sight' })),
  }),
}

/**
 * Fails where a part of it is covered, or out of the window though it would fit in.
 * @type {import('./check.js').Check}
 */
export const focusWhollySeen = {
  id: 'focus-wholly-seen',
  title: 'No part of what has the focus is covered',
  criteria: ['2.4.12'],
  on: 'walk',

  async run(page, { walk: { stops } }) {
    const { height } = page.viewportSize()
    const fits = ({ box }) => box.height < height / 2
    const found = stops
      .filter((stop) => stop.seen === 'part' && fits(stop))
      .map(({ target }) => ({ target, why: 'is covered in part' }))
    return { checked: stops.length, found }
  },
}
