// Whether every text can be read in whole: asked at 320 px, with wide spacing and with text at 200 %.

/**
 * Texts that are cut off, that lie over one another, or that stick out of the window.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<import('./check.js').Result>}
 */
export const misfits = (page) =>
  page.evaluate(() => {
    const { textHolders, describe, anchorOf } = window.auditor
    const holders = textHolders()
    const found = []
    const clips = (overflow) => overflow === 'hidden' || overflow === 'clip'
    for (const element of holders) {
      const style = getComputedStyle(element)
      // A pixel is rounding; marks above and below a line may reach out of it.
      const isTooWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      const isTooHigh = element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0
      if ((isTooWide && clips(style.overflowX)) || (isTooHigh && clips(style.overflowY))) {
        found.push({ target: describe(element), why: `text is cut off: “${element.textContent.trim().slice(0, 40)}”` })
      }
    }
    const lines = holders.flatMap((element) => {
      const anchor = anchorOf(element)
      return [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
        .flatMap((node) => {
          const range = document.createRange()
          range.selectNodeContents(node)
          return [...range.getClientRects()].map((box) => ({ element, anchor, box }))
        })
        .filter(({ box }) => box.width > 1 && box.height > 1)
    })
    lines.sort((one, other) => one.box.top - other.box.top)
    const told = new Set()
    lines.forEach(({ element, anchor, box }, at) => {
      for (let next = at + 1; next < lines.length && lines[next].box.top < box.bottom; next += 1) {
        const other = lines[next]
        if (other.element === element || other.anchor !== anchor) continue
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        // Lines may share the empty space above and below their letters.
        if (across > 2 && down > 0.35 * Math.min(box.height, other.box.height)) {
          const pair = `${describe(element)} and ${describe(other.element)}`
          if (!told.has(pair)) found.push({ target: pair, why: 'one text lies over the other' })
          told.add(pair)
        }
      }
    })
    const { width } = { width: document.documentElement.clientWidth }
    const isScrolled = (element) => {
      for (let it = element.parentElement; it && it !== document.body; it = it.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(it).overflowX)) return true
      }
      return false
    }
    const wide = lines.filter(({ element, box }) => box.right > width + 1 && !isScrolled(element))
    for (const element of new Set(wide.map(({ element }) => element))) {
      found.push({ target: describe(element), why: 'text sticks out of the window' })
    }
    return { checked: holders.length, found }
  })

/**
 * The same while a style of the reader's own is in force.
 * @param {import('@playwright/test').Page} page @param {string} css
 */
export async function misfitsWith(page, css) {
  // The policy allows no style element, but a person's own browser asks no policy.
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }, css)
  try {
    return await misfits(page)
  } finally {
    await page.evaluate(() => {
      document.adoptedStyleSheets.pop()
    })
  }
}
