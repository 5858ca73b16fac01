// WCAG 2.4.3, 1.3.2: the focus goes on as a person reads.

/**
 * From each stop of Tab to the next, among those that scroll together: fails where the focus goes up to something that
 * does not stand in a column of its own, or back along one line. @type {import('./check.js').Check}
 */
export const focusOrder = {
  id: 'focus-order',
  title: 'The focus goes in the order in which things are seen',
  criteria: ['2.4.3', '1.3.2'],
  on: 'walk',

  async run(_page, { walk: { stops } }) {
    const found = []
    stops.slice(1).forEach((next, at) => {
      const last = stops[at]
      if (last.anchor !== next.anchor) return
      const [one, two] = [last.place, next.place]
      const isRightToLeft = next.direction === 'rtl'
      const isAbove = two.bottom <= one.top + 1
      const isBesides = isRightToLeft ? two.right <= one.left + 1 : two.left >= one.right - 1
      const isBefore = isRightToLeft ? two.left >= one.right - 1 : two.right <= one.left + 1
      const inCommon = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top)
      const isOnOneLine = inCommon > 0.5 * Math.min(one.bottom - one.top, two.bottom - two.top)
      if ((isAbove && !isBesides) || (isOnOneLine && isBefore)) {
        found.push({ target: next.target, why: `has the focus after ${last.target}, and is seen before it` })
      }
    })
    return { checked: stops.length, found }
  },
}
