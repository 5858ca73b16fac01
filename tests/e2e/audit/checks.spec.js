// Each check, and each engine, finds what it is for, and nothing where there is nothing.
import { expect, test } from '@playwright/test'
import { CHECKS } from './checks/all.js'
import { scriptOf, whyImplausible } from './checks/language_of_text.js'
import { axe } from './engines/axe.js'
import { ibm } from './engines/ibm.js'
import { install } from './in_page.js'
import { walk } from './walk.js'

const OUTLINE = '<style>:focus-visible { outline: 4px solid #000; outline-offset: 2px } body { margin: 40px }</style>'
const BIG = 'style="display: inline-flex; width: 90px; height: 44px"'

/**
 * For each check, a page where it finds something and one where it does not.
 * @type {Record<string, {bad: string, good: string, step?: string, messages?: string[], width?: number}>}
 */
const PAGES = {
  'one-heading': { bad: '<h1>One</h1><h1>Two</h1>', good: '<h1>One</h1><h2>Two</h2>' },
  'unique-ids': { bad: '<p id=a>One</p><p id=a>Two</p>', good: '<p id=a>One</p><p id=b>Two</p>' },
  'language-of-text': {
    bad: '<p>Привет, как дела?</p>',
    good: '<p lang=ru>Привет, как дела?</p><p>Read this in PDF</p>',
  },
  'label-in-name': {
    bad: '<button aria-label="Submit">Send it</button>',
    good: '<button aria-label="Send it to the agency">Send it</button>',
  },
  'targets-of-24-px': {
    bad: '<button style="width: 18px; height: 18px; padding: 0">a</button><button style="width: 18px; height: 18px; padding: 0">b</button>',
    good: `<button ${BIG}>a</button><p>Read <a href="#">more of it</a> there</p>`,
  },
  'targets-of-44-px': {
    bad: '<button style="width: 30px; height: 30px">a</button>',
    good: `<button ${BIG}>a</button><p>Read <a href="#">more of it</a> there</p>`,
  },
  'focus-kept': {
    bad: '<button hidden>gone</button>',
    good: '<button autofocus>here</button><script>document.querySelector("button").focus()</script>',
    step: 'opened: a menu',
  },
  'status-message': {
    bad: '<form><button>Send</button><p>It is wrong</p></form>',
    good: '<form><input aria-invalid=true><script>document.querySelector("input").focus()</script></form>',
    step: 'failed: form',
  },
  'context-kept-by-focus': {
    bad: '<h1>A page</h1><button onfocus="document.querySelector(\'h1\').textContent = \'Another\'">one</button>',
    good: '<h1>A page</h1><button>one</button>',
  },
  'context-kept-by-input': {
    bad: '<h1>Another</h1><script>auditedBefore = { heading: "A page" }</script>',
    good: '<h1>A page</h1><script>auditedBefore = { heading: "A page" }</script>',
    step: 'filled',
  },
  'no-media': { bad: '<video src="x.mp4"></video>', good: '<p>Words</p>' },
  'reached-by-tab': {
    bad: `<button>one</button><button>two</button>
      <script>document.querySelector('button').addEventListener('keydown', (event) => { if (event.key === 'Tab') { event.preventDefault(); document.activeElement.blur() } })</script>`,
    good: '<button>one</button><input type=radio name=a><input type=radio name=a checked><button>two</button>',
  },
  'no-keyboard-trap': {
    bad: `<button>one</button><button id=two>two</button><button id=three>three</button>
      <script>three.addEventListener('keydown', (event) => { if (event.key === 'Tab') { event.preventDefault(); two.focus() } })</script>`,
    good: '<button>one</button><button>two</button><a href="#">three</a>',
  },
  'focus-order': {
    bad: '<div style="display: flex; flex-direction: column-reverse"><button>read first</button><button>seen first</button></div>',
    good: '<div style="display: flex"><button>one</button><button>two</button></div><button>three</button>',
  },
  'focus-visible': {
    bad: '<style>* { outline: none !important }</style><button style="border: 1px solid">one</button>',
    good: `${OUTLINE}<button>one</button>`,
  },
  'focus-appearance': {
    bad: '<style>:focus-visible { outline: none; border-bottom: 2px solid #000 } button { border: 2px solid #fff }</style><button style="width: 200px; height: 60px">one</button>',
    good:
      `${OUTLINE}<button>one</button><p style="width: 700px; line-height: 3">${'word '.repeat(15)}` +
      '<a href="#">link that</a></p>',
  },
  'focus-not-obscured': {
    bad: `<button ${BIG}>one</button><div style="position: fixed; inset: 0; background: #fff">A message over all</div>`,
    good: `<button ${BIG}>one</button><div style="position: fixed; bottom: 0; height: 20px">A message</div>`,
  },
  'focus-wholly-seen': {
    bad: `<button style="position: fixed; top: 0; left: 0; width: 200px; height: 100px">one</button><div style="position: fixed; top: 0; left: 0; width: 200px; height: 40px; background: #fff">Over it</div>`,
    good: `<button ${BIG}>one</button>`,
  },
  'reading-order': {
    bad: '<div style="display: flex; flex-direction: row-reverse"><p>read first</p><p>seen first</p></div>',
    good: '<div style="display: flex"><p>one</p><p>two</p></div><div style="display: grid; grid-template-columns: 1fr 1fr"><p>a</p><p>b</p><p>c</p></div>',
  },
  reflow: {
    bad: '<p style="width: 600px">A wide text that needs the page to be scrolled sideways to be read to its end</p>',
    good: '<p>A text that goes on in the next line where there is no room for it</p>',
    width: 320,
  },
  'text-spacing': {
    bad: '<p style="width: 150px; height: 1.2em; overflow: hidden; white-space: nowrap; font-size: 20px">Just fits in here</p>',
    good: '<p style="width: 150px; font-size: 20px">Goes on in the next line</p>',
  },
  'text-resize': {
    bad: '<p style="height: 40px; overflow: hidden; width: 20rem; font-size: 1rem">A text that is cut off as soon as somebody makes it twice as big as it was, since its box stays as it was</p>',
    good: '<p style="width: 20rem">A text whose box grows with it</p>',
  },
  'hover-alone': {
    bad: '<style>.more { display: none } .card:hover .more { display: block }</style><div class=card>A<p class=more>more</p></div>',
    good: '<style>.more { display: none } .card:hover .more, .card:focus .more { display: block } a:hover { color: red }</style>',
  },
  'reduced-motion': {
    bad: '<style>@keyframes turn { to { rotate: 1turn } } p { animation: turn 1s infinite linear }</style><p>turns</p>',
    good: '<style>@keyframes turn { to { rotate: 1turn } } @media (prefers-reduced-motion: no-preference) { p { animation: turn 1s infinite } }</style><p>turns</p>',
  },
  'forced-colours': {
    bad: '<button style="forced-color-adjust: none; background: #fff; border: 0; color: #fff">unseen</button>',
    good: '<button style="background: #fff; border: 0">seen</button>',
  },
}

/** The outcome of one check on a page that is made of some markup. */
async function show(page, body, width = 1280) {
  await page.setViewportSize({ width, height: 600 })
  await page.goto('about:blank')
  await page.setContent(`<!doctype html><html lang=en><title>A page</title><main>${body}</main></html>`)
  await install(page)
  await axe.run(page)
}

async function ask(page, check, body, { step = 'loaded', messages = [], width = 1280 } = {}) {
  await show(page, body, width)
  const given = { setting: { language: 'en', theme: 'light', width }, kind: 'page', step, messages }
  return check.run(page, check.on === 'walk' ? { ...given, walk: await walk(page) } : given)
}

for (const check of CHECKS) {
  test(`${check.id}: ${check.title}`, async ({ page }) => {
    const { bad, good, ...given } = PAGES[check.id]
    const failing = await ask(page, check, bad, given)
    expect(failing.found.length, 'finds what is wrong').toBeGreaterThan(0)
    for (const { target, why } of failing.found) expect(`${target}${why}`).toMatch(/\S{3}/)
    const clean = await ask(page, check, good, given)
    expect(clean.found, 'finds nothing where nothing is').toEqual([])
  })
}

for (const check of CHECKS.filter(({ on }) => on === 'arrival')) {
  test(`${check.id} leaves the page as it was`, async ({ page }) => {
    await show(page, '<h1>Words</h1><p>Some more words</p><button>one</button>')
    const before = await page.screenshot()
    await check.run(page, { setting: { language: 'en', theme: 'light', width: 1280 }, kind: 'page', step: 'loaded', messages: [] })
    expect(before.equals(await page.screenshot()), 'the picture is the same').toBe(true)
  })
}

for (const [count, body] of ['<h1>Words</h1>', '<h1>Words</h1><button>one</button>'].entries()) {
  test(`a page with ${count} stops is gone through and left`, async ({ page }) => {
    await page.setContent(`<!doctype html><html lang=en><title>A page</title><main>${body}</main></html>`)
    await install(page)
    expect(await walk(page)).toMatchObject({ stops: { length: count }, missed: [], isOut: true, back: count, isBackOut: true })
  })
}

test('a field that another takes the place of when the focus comes to it is a stop, and one that goes is none', async ({ page }) => {
  const swap = (name) => `onfocus="const field = this.cloneNode(); field.onfocus = null; field.id = '${name}'; this.replaceWith(field); field.focus()"`
  const body = (name) => `<h1>Words</h1><button>one</button><input id=field aria-label=field ${swap(name)}><button>two</button>`
  await show(page, body('field'))
  expect((await walk(page)).missed).toEqual([])
  await show(page, body('other'))
  expect((await walk(page)).missed).toHaveLength(1)
})

for (const engine of [axe, ibm]) {
  test(`${engine.name} finds a picture without words, and names the criterion`, async ({ page }) => {
    await page.setContent('<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1><img src="x.png"></main></html>')
    const failed = (await engine.run(page)).filter(({ outcome }) => outcome === 'failed')
    expect(failed.map(({ criteria }) => criteria)).toContainEqual(expect.arrayContaining(['1.1.1']))
    expect(failed[0].found[0].why).toMatch(/\w/)
  })

  test(`${engine.name} finds nothing on a page that is well made`, async ({ page }) => {
    await page.setContent(
      '<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1><p>Some words.</p><img src="x.png" alt="A map of the town"></main></html>',
    )
    expect((await engine.run(page)).filter(({ outcome }) => outcome === 'failed')).toEqual([])
  })
}

test('axe looks at what AAA asks for: a contrast of 7:1', async ({ page }) => {
  await page.setContent('<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1><p style="color: #666; background: #fff">5.7:1</p></main></html>')
  const failed = (await axe.run(page)).filter(({ outcome }) => outcome === 'failed')
  expect(failed.map(({ rule }) => rule)).toEqual(['color-contrast-enhanced'])
  expect(failed[0].criteria).toEqual(['1.4.6'])
})

test('axe excuses what an opened menu lies over in part, and nothing else', async ({ page }) => {
  // Each thing that can be pressed, from its left edge on: those further down in the page lie over those before.
  const at = (left, words, tag = 'a href="#"') =>
    `<${tag} style="position: absolute; top: 100px; left: ${left}px; width: 60px; height: 44px">${words}</${tag.split(' ')[0]}>`
  const failures = async (links, menu, isOpen = true) => {
    await page.setContent(
      `<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>${links}
        <div class=menu><button aria-expanded=${isOpen}>Menu</button>
          <ul class=menu__list style="position: absolute; inset: 0; top: 100px; left: 200px; width: 300px; height: 44px">
            <li>${menu}</li></ul></div></main></html>`,
    )
    const rules = await axe.run(page)
    return rules.filter(({ rule, outcome }) => rule === 'target-size' && outcome === 'failed').flatMap(({ found }) => found).length
  }
  const item = at(0, 'item', 'button').replace('top: 100px', 'top: 0')
  expect(await failures(at(190, 'under'), item), 'under the menu').toBe(0)
  expect(await failures(at(190, 'under'), item, false), 'the same under a list that is no opened menu').toBe(1)
  expect(await failures(at(600, 'under') + at(610, 'over'), item), 'under something else').toBe(1)
  const narrow = item.replace('left: 0', 'left: 10')
  expect(await failures('', item + narrow), 'within the menu').toBe(1)
})

test('a language is known by its script, and a foreign word makes no foreign text', () => {
  expect(['ru', 'uz-Cyrl', 'uz-Latn', 'kaa-Latn', 'en', 'uz'].map(scriptOf)).toEqual(['Cyrl', 'Cyrl', 'Latn', 'Latn', 'Latn', 'Latn'])
  expect(whyImplausible('Мы читаем https://lex.uz и PDF', 'ru')).toBeNull()
  expect(whyImplausible('Убрать: ariza_va_ilovalar.pdf', 'ru')).toBeNull()
  expect(whyImplausible('We read this', 'ru')).not.toBeNull()
  expect(whyImplausible('Сиз нима дейсиз?', 'uz-Latn')).not.toBeNull()
  expect(whyImplausible('Рустам Йўлдошев', 'en'), 'a name is in no language').toBeNull()
  expect(whyImplausible('anything', '')).toBe('no language is said')
})
