// What is done at a place by itself: forms are sent empty and filled, and whatever opens is opened.

/** How long a page must not change to be at rest, and how long it is waited for. In milliseconds. */
const [REST, PATIENCE] = [120, 2_500]

/** A sample in each language, long enough to wrap. */
const SAMPLES = {
  'uz-Latn': 'Mahallamizda yangi kutubxona kerak',
  'uz-Cyrl': 'Маҳалламизда янги кутубхона керак',
  'kaa-Latn': 'Máhállemizge jańa kitapxana kerek',
  ru: 'Нашей махалле нужна новая библиотека',
  en: 'Our neighbourhood needs a new library',
}

/** Waits until nothing changes any more. @param {import('@playwright/test').Page} page */
export const rest = (page) =>
  page.evaluate(
    ([rest, patience]) =>
      new Promise((resolve) => {
        const done = () => {
          observer.disconnect()
          clearTimeout(limit)
          requestAnimationFrame(() => requestAnimationFrame(resolve))
        }
        let timer = setTimeout(done, rest)
        const limit = setTimeout(done, patience)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, rest)
        })
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
      }),
    [REST, PATIENCE],
  )

/**
 * Does one thing after another, and says each when it is done.
 * @param {import('@playwright/test').Page} page
 * @param {import('./matrix.js').Setting} setting
 * @returns {AsyncGenerator<string>}
 */
export async function* interactions(page, { language }) {
  await page.evaluate(() => {
    // A form that nobody has taken would load the page anew.
    window.addEventListener('submit', (event) => event.preventDefault())
  })
  yield* sendEmpty(page)
  yield* fill(page, SAMPLES[language])
  yield* openAll(page)
}

async function* sendEmpty(page) {
  const buttons = page.locator('form:not([role=search]) button[type=submit]:visible')
  for (let at = 0; at < (await buttons.count()); at += 1) {
    const button = buttons.nth(at)
    const isEmpty = await button.evaluate(({ form }) =>
      [...form.querySelectorAll('textarea, input:not([type=radio], [type=checkbox])')].every(({ value }) => !value),
    )
    const isBusy = (await button.getAttribute('aria-busy')) === 'true' || (await button.getAttribute('aria-disabled')) === 'true'
    if (!isEmpty || isBusy) continue
    await button.click()
    await rest(page)
    yield `failed: ${await button.evaluate(({ form }) => window.auditor.describe(form))}`
  }
}

async function* fill(page, sample) {
  const filled = await page.evaluate((sample) => {
    const before = { address: location.href, title: document.title, heading: document.querySelector('h1')?.textContent ?? '' }
    const change = (element) => ['input', 'change'].forEach((name) => element.dispatchEvent(new Event(name, { bubbles: true })))
    const fields = [...document.querySelectorAll('input, textarea, select')].filter(
      (element) => element.checkVisibility() && !element.matches(':disabled, [readonly], [type=hidden], [type=file]'),
    )
    const groups = new Set()
    for (const field of fields) {
      if (field.matches('[type=radio]')) {
        if (!groups.has(field.name)) field.click()
        groups.add(field.name)
      } else if (field.matches('[type=checkbox]')) {
        field.click()
      } else if (field.matches('select')) {
        field.selectedIndex = field.options.length - 1
        change(field)
      } else {
        const values = { date: '2026-12-31', number: '7', email: 'name@example.uz', range: '7', tel: '+998901234567', time: '10:30' }
        field.value = values[field.type] ?? sample
        change(field)
      }
    }
    return { fields: fields.length, before }
  }, sample)
  if (filled.fields === 0) return
  await rest(page)
  await page.evaluate((before) => {
    window.auditedBefore = before
  }, filled.before)
  yield 'filled'
}

const OPENERS = '[aria-expanded=false], summary, [aria-haspopup]:not([aria-expanded]), [role=tab][aria-selected=false]'

/** Of openers that look alike, the first; each is closed again before the next. */
async function* openAll(page) {
  const kinds = await page.evaluate((openers) => {
    const kinds = new Map()
    for (const opener of document.querySelectorAll(openers)) {
      if (!window.auditor.isShown(opener) || opener.matches('[aria-disabled=true]')) continue
      const kind = `${opener.localName}.${opener.className}.${opener.parentElement.className}`
      if (kinds.has(kind)) continue
      kinds.set(kind, window.auditor.describe(opener))
      opener.dataset.audited = String(kinds.size - 1)
    }
    return [...kinds.values()]
  }, OPENERS)
  for (const [at, name] of kinds.entries()) {
    const opener = page.locator(`[data-audited="${at}"]`)
    if (!(await opener.isVisible())) continue
    await opener.click()
    await rest(page)
    yield `opened: ${name}`
    await page.keyboard.press('Escape')
    await rest(page)
    const isOpen = (await opener.count()) === 1 && (await opener.getAttribute('aria-expanded')) === 'true'
    if (isOpen) await opener.click()
    await rest(page)
  }
}
