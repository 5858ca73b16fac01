// WCAG 4.1.2: labels, descriptions and `aria-controls` point at identifiers, which lead astray when they are there twice.

/** Fails for every identifier that more than one element has. @type {import('./check.js').Check} */
export const uniqueIds = {
  id: 'unique-ids',
  title: 'No identifier is there twice',
  criteria: ['4.1.2', '1.3.1'],
  on: 'state',

  run: (page) =>
    page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      const repeated = new Set(ids.filter((id, at) => ids.indexOf(id) !== at))
      const found = [...repeated].map((id) => ({ target: `#${id}`, why: 'the identifier is there more than once' }))
      return { checked: ids.length, found }
    }),
}
