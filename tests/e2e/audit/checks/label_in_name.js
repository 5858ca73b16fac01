// WCAG 2.5.3: who speaks to the device says what they see, so the name a machine knows begins with or holds it.

/**
 * Compares the text that is seen in or beside a control with the accessible name that axe computes for it.
 * Fails where the name does not hold the text. @type {import('./check.js').Check}
 */
export const labelInName = {
  id: 'label-in-name',
  title: 'The name of a control holds the text that is seen on it',
  criteria: ['2.5.3'],
  on: 'state',

  run: (page) =>
    page.evaluate(() => {
      const plain = (text) =>
        text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()
      const labelOf = (element) => {
        if (!element.matches('input, select, textarea')) return window.auditor.visibleText(element)
        if (element.matches('[type=submit], [type=button], [type=reset]')) return element.value
        return [...(element.labels ?? [])].map(window.auditor.visibleText).join(' ')
      }
      window.axe.setup(document)
      try {
        const controls = window.auditor.pressable()
        const found = controls.flatMap((element) => {
          const label = plain(labelOf(element))
          const name = plain(window.axe.commons.text.accessibleText(element))
          // One word may stand in several elements.
          if (!label || name.replaceAll(' ', '').includes(label.replaceAll(' ', ''))) return []
          return [{ target: window.auditor.describe(element), why: `seen “${label}”, named “${name}”` }]
        })
        return { checked: controls.length, found }
      } finally {
        window.axe.teardown()
      }
    }),
}
