// WCAG 1.2.1 to 1.2.9, 1.4.2, 1.4.7: what holds for sound and video is met by having none.

/**
 * Fails for every recording, player or embedded page: whoever adds the first has to see to captions, descriptions and
 * controls, and to a check that looks at them. What a script plays without an element needs a person.
 * @type {import('./check.js').Check}
 */
export const noMedia = {
  id: 'no-media',
  title: 'There is no sound and no video',
  criteria: ['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.2.6', '1.2.7', '1.2.8', '1.2.9', '1.4.2', '1.4.7'],
  on: 'state',

  run: (page) =>
    page.evaluate(() => {
      const players = [...document.querySelectorAll('audio, video, object, embed, iframe')]
      const found = players.map((player) => ({ target: window.auditor.describe(player), why: 'plays or embeds something' }))
      return { checked: 1, found }
    }),
}
