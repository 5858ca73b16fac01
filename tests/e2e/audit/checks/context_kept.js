// WCAG 3.2.1, 3.2.2: nothing leads away, opens or becomes another page because a thing was reached or filled in.

/** Fails where Tab alone changed the address, the title, the heading, or opened a dialog. @type {import('./check.js').Check} */
export const contextKeptByFocus = {
  id: 'context-kept-by-focus',
  title: 'Going through the page by Tab changes nothing of it',
  criteria: ['3.2.1'],
  on: 'walk',

  run: async (_page, { walk: { changes, stops } }) => ({
    checked: stops.length,
    found: changes.map((what) => ({ target: 'the page', why: `Tab has changed: ${what}` })),
  }),
}

/** Fails where filling in every field changed the address, the title or the heading. @type {import('./check.js').Check} */
export const contextKeptByInput = {
  id: 'context-kept-by-input',
  title: 'Filling in the fields leads nowhere',
  criteria: ['3.2.2'],
  on: 'interaction',

  async run(page, { step }) {
    if (step !== 'filled') return { checked: 0, found: [] }
    return page.evaluate(() => {
      const before = window.auditedBefore
      // A place that comes filled has no before.
      if (!before) return { checked: 0, found: [] }
      const now = { address: location.href, title: document.title, heading: document.querySelector('h1')?.textContent ?? '' }
      const changes = Object.keys(before).filter((what) => before[what] !== now[what])
      return { checked: 1, found: changes.map((what) => ({ target: 'the page', why: `filling in has changed: ${what}` })) }
    })
  },
}
