// How soon a citizen with a cheap phone on slow 4G can read the first comment of a thread, for a first visit and for one
// with the browser's cache filled. Prints the median of some runs beside the goals; asserts nothing.
// Use: node bench/page.mjs URL   (CHROMIUM: path of the browser)
import { chromium } from 'playwright-core'

const COMMENT_TEXT = '[data-comment] .comment__text'
const RUNS = 3
const PHONE = { width: 390, height: 844 }
const CPU_SLOWDOWN = 4
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const PATIENCE_MS = 60_000
// Requests and layout shifts that come after the comment was read belong to the visit too.
const SETTLE_MS = 2_000

const MEASURES = [
  { name: 'first comment readable', unit: 's', digits: 2, goal: { cold: 2.2, warm: 1 } },
  { name: 'bytes on the wire', unit: 'B', digits: 0, goal: {} },
  { name: 'API requests', unit: '', digits: 0, goal: { cold: 2, warm: 2 } },
  { name: 'long tasks', unit: 's', digits: 2, goal: { cold: 0.3, warm: 0.3 } },
  { name: 'layout shift', unit: '', digits: 3, goal: { cold: 0, warm: 0 } },
]

/** Runs in the page, before anything of its own. */
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

async function visit(context, url) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  let bytes = 0
  let requests = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (new URL(request.url).pathname.startsWith('/api/')) requests += 1
  })
  await page.addInitScript(observe, COMMENT_TEXT)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.benchSeen?.readable, null, { timeout: PATIENCE_MS })
  await page.waitForTimeout(SETTLE_MS)
  const { readable, longTasks, shift } = await page.evaluate(() => window.benchSeen)
  await page.close()
  return [readable / 1000, bytes, requests, longTasks / 1000, shift]
}

const median = (numbers) => numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

function print(visits) {
  const cell = (value, { unit, digits }) =>
    value === undefined ? '' : `${value.toFixed(Number.isInteger(value) ? 0 : digits)} ${unit}`.trim()
  console.log(['', 'cold', 'goal', 'warm', 'goal'].map((head, at) => pad(head, at)).join(''))
  MEASURES.forEach((measure, at) => {
    const [cold, warm] = ['cold', 'warm'].map((kind) => median(visits[kind].map((row) => row[at])))
    const cells = [measure.name, cell(cold, measure), cell(measure.goal.cold, measure)]
    cells.push(cell(warm, measure), cell(measure.goal.warm, measure))
    console.log(cells.map(pad).join(''))
  })
}

const pad = (text, at) => (at === 0 ? text.padEnd(24) : text.padStart(12))

const url = process.argv[2]
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  // A browser run by root, as in a container, has no sandbox to put itself in.
  chromiumSandbox: process.getuid?.() !== 0,
})
const visits = { cold: [], warm: [] }
try {
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true, locale: 'uz-UZ' })
    visits.cold.push(await visit(context, url))
    visits.warm.push(await visit(context, url))
    await context.close()
  }
  console.log(`${url}\n${RUNS} runs, median; ${PHONE.width} px, CPU ${CPU_SLOWDOWN} times slower, 150 ms, 1.6 Mbit/s`)
  print(visits)
} catch (error) {
  console.error(`The page could not be measured: no ${COMMENT_TEXT} was there in time (${error.message})`)
  process.exitCode = 1
} finally {
  await browser.close()
}
