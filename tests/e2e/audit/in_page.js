// What the checks need inside the page: what is shown, what can be pressed, and how to name it in a report.

/** Puts `window.auditor` there, once for a document. @param {import('@playwright/test').Page} page */
export async function install(page) {
  await page.evaluate(define)
}

function define() {
  if (window.auditor) return

  /** Read by screen readers alone: a box of a pixel, cut away. */
  const isOffered = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const { clipPath, position, overflow } = getComputedStyle(it)
      if (clipPath === 'inset(50%)') return false
      const box = it.getBoundingClientRect()
      if (position === 'absolute' && overflow === 'hidden' && box.width <= 1 && box.height <= 1) return false
    }
    return true
  }

  /** Whether a person with sight can see it, or could after scrolling. */
  const isShown = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false
    const box = element.getBoundingClientRect()
    return box.width >= 1 && box.height >= 1 && isOffered(element)
  }

  const TABBABLE =
    'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, ' +
    'audio[controls], video[controls], [contenteditable]:not([contenteditable=false]), [tabindex]'

  /** What Tab should stop at; of the radios of one name, one. */
  const tabbable = () => {
    return [...document.querySelectorAll(TABBABLE)].filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled') || element.closest('[inert]')) return false
      if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false
      const dialog = document.querySelector('dialog:modal')
      if (dialog && !dialog.contains(element)) return false
      if (!element.matches('input[type=radio]') || !element.name) return true
      const radios = document.querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)
      const group = [...radios].filter((radio) => radio.form === element.form)
      return element === (group.find((radio) => radio.checked) ?? group[0])
    })
  }

  /** Whether what scrolls, other than the page itself, has moved it out of sight; it is looked at where it fits in. */
  const isScrolledAway = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    for (let it = element.parentElement; it && it !== document.body; it = it.parentElement) {
      const box = it.getBoundingClientRect()
      const isOut = x < box.left || x > box.right || y < box.top || y > box.bottom
      if (isOut && getComputedStyle(it).overflow !== 'visible') return true
    }
    return false
  }

  /** What a pointer presses; nothing behind a dialog is. */
  const pressable = () =>
    [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=menuitem], [role=switch]')].filter(
      (element) => {
        const dialog = document.querySelector('dialog:modal')
        return isShown(element) && !element.matches(':disabled') && (!dialog || dialog.contains(element))
      },
    )

  /** As a person would look for it, and the same in every language as far as can be. */
  const describe = (element) => {
    if (!element || element === document.body) return 'the page itself'
    const classes = typeof element.className === 'string' ? element.className.trim().split(/\s+/).filter(Boolean) : []
    const own = element.localName + (element.id ? `#${element.id}` : classes.map((name) => `.${name}`).join(''))
    const within = element.parentElement?.closest('[class]')
    const place = within && within !== document.body ? `.${[...within.classList].join('.')} ` : ''
    return `${place}${own}`
  }

  /** The text a person sees in it. */
  const visibleText = (element) => {
    let text = ''
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent.closest('[aria-hidden=true]') || !isShown(parent)) continue
      text += `${node.data} `
    }
    return text.replace(/\s+/g, ' ').trim()
  }

  /** Elements that hold text of their own that is seen. */
  const textHolders = () =>
    [...document.querySelectorAll('body *')].filter(
      (element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
        !element.closest('svg, option, script, style, noscript') &&
        isShown(element),
    )

  /** What keeps an element in its place of the window, or null when it scrolls with the page. */
  const anchorOf = (element) => {
    for (let it = element; it; it = it.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(it).position) || it.matches('dialog')) return it
    }
    return null
  }

  window.auditor = { isShown, isOffered, isScrolledAway, tabbable, pressable, describe, visibleText, textHolders, anchorOf }
}
