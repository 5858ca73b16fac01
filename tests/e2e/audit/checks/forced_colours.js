// Forced colours (Windows' contrast themes): nothing may be drawn by a background alone. No criterion of WCAG asks for
// it by name; 1.4.11 asks that what tells a control apart can be seen.
import { contrastWithin } from '../pixels/contrast.js'
import { decode } from '../pixels/png.js'

/** Pictures higher than this take longer than they tell. In pixels. */
const HIGHEST = 3_000

/**
 * With forced colours on, every control that can be seen without them must differ from its ground by 3:1 somewhere.
 * @type {import('./check.js').Check}
 */
export const forcedColours = {
  id: 'forced-colours',
  title: 'With forced colours every control can be seen',
  criteria: ['1.4.11'],
  on: 'arrival',

  async run(page) {
    await page.emulateMedia({ forcedColors: 'active' })
    try {
      const controls = await page.evaluate(() => {
        scrollTo(0, 0)
        const { pressable, isScrolledAway } = window.auditor
        const inSight = pressable().filter((element) => !isScrolledAway(element))
        return inSight.map((element) => {
          // A control that is there unseen is drawn by its label.
          const isUnseen = getComputedStyle(element).opacity === '0' && element.labels?.length > 0
          const { left, top, right, bottom } = (isUnseen ? element.labels[0] : element).getBoundingClientRect()
          return { target: window.auditor.describe(element), left, top: top + scrollY, right, bottom: bottom + scrollY }
        })
      })
      const { width } = page.viewportSize()
      const height = await page.evaluate(() => document.scrollingElement.scrollHeight)
      const clip = { x: 0, y: 0, width, height: Math.min(height, HIGHEST) }
      const picture = decode(await page.screenshot({ fullPage: true, clip, scale: 'css' }))
      const pictured = controls.filter(({ top, bottom, right }) => top >= 0 && bottom <= picture.height && right > 0)
      const found = pictured.flatMap(({ target, ...box }) => {
        const contrast = contrastWithin(picture, box)
        return contrast < 3 ? [{ target, why: `the greatest contrast in it is ${contrast.toFixed(2)}:1` }] : []
      })
      return { checked: pictured.length, found }
    } finally {
      await page.emulateMedia({ forcedColors: null })
    }
  },
}
