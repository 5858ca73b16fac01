// WCAG 4.1.3, 3.3.1: what went wrong or well is told to those who do not see it.

/**
 * After a form was refused, or something was sent, either the focus has moved to what is to be read, or a live region
 * has said it. Fails where neither has happened. @type {import('./check.js').Check}
 */
export const statusMessage = {
  id: 'status-message',
  title: 'What came of sending a form is announced, or the focus goes there',
  criteria: ['3.3.1', '4.1.3'],
  on: 'interaction',

  async run(page, { step, messages }) {
    if (!/^(failed|sent)/.test(step)) return { checked: 0, found: [] }
    const isAtReason = await page.evaluate(() => {
      const element = document.activeElement
      // A radio has its reason at the group.
      return Boolean(element?.closest('[aria-invalid=true], [role=alert], [tabindex="-1"], [aria-describedby]'))
    })
    const found =
      isAtReason || messages.length > 0
        ? []
        : [{ target: 'the form', why: 'nothing was announced, and the focus is not at the reason either' }]
    return { checked: 1, found }
  },
}
