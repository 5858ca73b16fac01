// WCAG 1.3.2: what is read one after another is also seen one after another.

/** A column of its own beside a text: either may be read first, and the meaning is the same. */
const APART = '.facts, aside'

/**
 * In every flex box and grid, compares the order of the children in the document, which a screen reader follows, with
 * the order in which they are seen: downwards, and along the line. Fails where a later one stands before an earlier one.
 * @type {import('./check.js').Check}
 */
export const readingOrder = {
  id: 'reading-order',
  title: 'Things are seen in the order in which they are read',
  criteria: ['1.3.2'],
  on: 'arrival',

  run: (page) =>
    page.evaluate((apart) => {
      const { isShown, describe } = window.auditor
      const boxes = [...document.querySelectorAll('body *')].filter((element) =>
        /flex|grid/.test(getComputedStyle(element).display),
      )
      const isInFlow = (element) => !['absolute', 'fixed'].includes(getComputedStyle(element).position)
      const found = []
      let checked = 0
      for (const box of boxes) {
        const isRightToLeft = getComputedStyle(box).direction === 'rtl'
        const children = [...box.children].filter((child) => isInFlow(child) && isShown(child))
        children.slice(1).forEach((next, at) => {
          checked += 1
          if (next.matches(apart) || children[at].matches(apart)) return
          const [one, two] = [children[at], next].map((child) => child.getBoundingClientRect())
          const isAbove = two.bottom <= one.top + 1
          const isBesides = isRightToLeft ? two.right <= one.left + 1 : two.left >= one.right - 1
          const isBefore = isRightToLeft ? two.left >= one.right - 1 : two.right <= one.left + 1
          const inCommon = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top)
          const isOnOneLine = inCommon > 0.5 * Math.min(one.bottom - one.top, two.bottom - two.top)
          if ((isAbove && !isBesides) || (isOnOneLine && isBefore)) {
            found.push({ target: describe(next), why: `is seen before ${describe(children[at])}, and read after it` })
          }
        })
      }
      return { checked, found }
    }, APART),
}
