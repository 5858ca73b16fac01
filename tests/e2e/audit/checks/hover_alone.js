// WCAG 1.4.13, 2.1.1: who has no pointer, or cannot hold it still, gets the same as who has.

/**
 * Reads the style sheets: fails for a rule that shows, moves or resizes something under `:hover` where no rule does the
 * same under `:focus`. What a script would do on hover, no style sheet tells; that needs a person.
 * @type {import('./check.js').Check}
 */
export const hoverAlone = {
  id: 'hover-alone',
  title: 'No style sheet shows anything to a pointer alone',
  criteria: ['1.4.13', '2.1.1'],
  on: 'arrival',

  run: (page) =>
    page.evaluate(() => {
      const SHOWING = ['display', 'visibility', 'opacity', 'clip-path', 'content', 'height', 'block-size', 'max-height', 'max-block-size', 'transform', 'translate', 'inset', 'top', 'left']
      const rules = []
      const collect = (list) => {
        for (const rule of list) {
          if (rule.selectorText) rules.push(rule)
          if (rule.cssRules) collect(rule.cssRules)
        }
      }
      for (const sheet of document.styleSheets) collect(sheet.cssRules)
      const alike = (selector) => selector.replace(/:(hover|focus-visible|focus-within|focus)/g, ':*')
      const focused = new Set(
        rules.flatMap(({ selectorText }) => selectorText.split(',')).filter((it) => /:focus/.test(it)).map((it) => alike(it.trim())),
      )
      const hovered = rules.filter(({ selectorText }) => /:hover/.test(selectorText))
      const found = hovered.flatMap(({ selectorText, style }) => {
        const shows = SHOWING.filter((property) => style.getPropertyValue(property) !== '')
        const alone = selectorText.split(',').filter((it) => /:hover/.test(it) && !focused.has(alike(it.trim())))
        return shows.length > 0 && alone.length > 0
          ? [{ target: alone.join(',').trim(), why: `changes ${shows.join(', ')} on hover, and nothing does on focus` }]
          : []
      })
      return { checked: hovered.length, found }
    }),
}
