// What live regions say, kept from the start of a page.

/** @param {import('@playwright/test').BrowserContext} context */
export const listenFromTheStart = (context) =>
  context.addInitScript(() => {
    const REGION = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]'
    window.auditedMessages = []
    const say = (region) => {
      if (!region.checkVisibility()) return
      const text = region.textContent.replace(/\s+/g, ' ').trim()
      if (text && window.auditedMessages.at(-1) !== text) window.auditedMessages.push(text)
    }
    const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)
    new MutationObserver((changes) => {
      const regions = new Set()
      for (const { target, addedNodes } of changes) {
        const region = elementOf(target)?.closest(REGION)
        if (region) regions.add(region)
        for (const node of addedNodes) {
          // An alert that comes with its text is said; a polite region that does is not, in most readers.
          if (node.nodeType !== Node.ELEMENT_NODE) continue
          if (node.matches('[role=alert]')) regions.add(node)
          node.querySelectorAll('[role=alert]').forEach((alert) => regions.add(alert))
        }
      }
      regions.forEach(say)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })

/** What was said since it was asked last. @param {import('@playwright/test').Page} page @returns {Promise<string[]>} */
export const takeMessages = (page) => page.evaluate(() => window.auditedMessages?.splice(0) ?? [])
