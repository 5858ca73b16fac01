// WCAG 1.3.1, 2.4.6: one heading of the first level names what the page is about.

/** Fails where no `h1`, an empty one, or more than one is shown. @type {import('./check.js').Check} */
export const oneHeading = {
  id: 'one-heading',
  title: 'Exactly one h1 names the page',
  criteria: ['1.3.1', '2.4.6'],
  on: 'state',

  run: (page) =>
    page.evaluate(() => {
      const headings = [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility())
      const names = headings.map((heading) => heading.textContent.trim())
      const found =
        names.length === 1 && names[0] !== ''
          ? []
          : [{ target: 'h1', why: `${names.length} headings of the first level: ${names.join(' | ').slice(0, 200)}` }]
      return { checked: 1, found }
    }),
}
