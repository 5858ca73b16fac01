// WCAG 1.4.10: at 320 px, which is 1280 px at 400 % zoom, a person scrolls in one direction alone.

import { misfits } from './text_fit.js'

/**
 * Fails where the page is wider than the window, or a text is cut off, overlaps another or leaves it.
 * @type {import('./check.js').Check}
 */
export const reflow = {
  id: 'reflow',
  title: 'At 320 px nothing scrolls sideways and no text is lost',
  criteria: ['1.4.10'],
  on: 'arrival',
  appliesTo: ({ width }) => width === 320,

  async run(page) {
    const { checked, found } = await misfits(page)
    const [wide, window] = await page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth])
    const sideways = wide > window ? [{ target: 'the page', why: `${wide} px wide in a window of ${window} px` }] : []
    return { checked: checked + 1, found: [...sideways, ...found] }
  },
}
