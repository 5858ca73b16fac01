// A cheap phone on slow 4G, as the measurements have it, and how soon the first comment can be read on it.
import { chromium } from 'playwright-core'

export const COMMENT_TEXT = '[data-comment] .comment__text'
export const PHONE = { width: 390, height: 844 }
export const CPU_SLOWDOWN = 4
export const PATIENCE_MS = 60_000
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}

/** A browser run by root, as in a container, has no sandbox to put itself in. */
export const launch = (args = []) =>
  chromium.launch({ executablePath: process.env.CHROMIUM, chromiumSandbox: process.getuid?.() !== 0, args })

export const phone = (browser) =>
  browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true, locale: 'uz-UZ' })

export const slowCpu = (session) => session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })

export async function slowNetwork(session) {
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
}

/** Runs in the page, before anything of its own: what is seen, and when. */
function observe(selector) {
  const seen = { readable: null, longTasks: 0, shift: 0 }
  window.benchSeen = seen
  const watch = (type, add) =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true })
  watch('longtask', (task) => (seen.longTasks += task.duration))
  watch('layout-shift', (shift) => {
    if (!shift.hadRecentInput) seen.shift += shift.value
  })
  const looking = new MutationObserver(() => {
    const text = document.querySelector(selector)
    if (!text?.textContent.trim() || text.getClientRects().length === 0) return
    looking.disconnect()
    // The second frame after the change begins once the first has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.readable = performance.now())))
  })
  looking.observe(document, { childList: true, subtree: true, characterData: true })
}

/** Opens a thread and waits until its first comment can be read. */
export async function openThread(page, url) {
  await page.addInitScript(observe, COMMENT_TEXT)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.benchSeen?.readable, null, { timeout: PATIENCE_MS })
}

export const median = (numbers) => numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** A line of a table: the name, then the cells under each other. */
export const line = (cells) => cells.map((text, at) => (at === 0 ? text.padEnd(32) : text.padStart(14))).join('')
