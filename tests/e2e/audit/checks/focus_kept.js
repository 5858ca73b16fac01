// WCAG 2.4.3: who works by keyboard loses their place when what had the focus goes away.

/** Fails where, after something was done, nothing or something hidden has the focus. @type {import('./check.js').Check} */
export const focusKept = {
  id: 'focus-kept',
  title: 'What was done leaves the focus somewhere',
  criteria: ['2.4.3'],
  on: 'interaction',

  async run(page, { step }) {
    // Fields are filled here without going to them.
    if (step === 'filled') return { checked: 0, found: [] }
    return page.evaluate((step) => {
      const element = document.activeElement
      const isLost = !element || element === document.body || element.getClientRects().length === 0
      const found = isLost ? [{ target: window.auditor.describe(element), why: `the focus is lost after “${step}”` }] : []
      return { checked: 1, found }
    }, step)
  },
}
