// A thread of many thousand comments in the browser: its first page beside that of a thread of one page, all of it beside
// plain DOM calls that make the same rows, how long a frame takes while somebody scrolls and writes on a slow phone, and how
// much memory it needs. Prints the medians beside the goals; asserts nothing.
// Use: node bench/thread.mjs URL_OF_MANY URL_OF_FEW   (CHROMIUM: path of the browser)
import { CPU_SLOWDOWN, PATIENCE_MS, PHONE, launch, line, median, openThread, phone, slowCpu } from './phone.mjs'
import { openPlain, patternOf, showPlain } from './plain.mjs'

const FIRST_PAGE_RUNS = 7
const ALL_RUNS = 3
// As the app does it: src/consultation/thread/gathering.rs.
const PORTION = 500
// As the app does it: src/consultation/thread/section.rs.
const BLOCK = 25
const FIRST_PAGE = 20
const ROW = 'thread__row'
const ROWS = `.${ROW}`
const SHOW_ALL = '.thread__row--more .button--quiet'
const ALL_PATIENCE_MS = 10 * PATIENCE_MS
const WHEEL_TURNS = 40
const TYPED = 'Bu yerda suv bosimi past, chora koʻring. '

const [many, few] = process.argv.slice(2)
const { origin, pathname } = new URL(many)
const thread = `${origin}/api/v1${pathname}/comments`

/** How soon the first comment can be read, in ms; the browser's cache is filled. */
async function firstPage(context, url) {
  const page = await context.newPage()
  await slowCpu(await context.newCDPSession(page))
  await openThread(page, url)
  const { readable } = await page.evaluate(() => window.benchSeen)
  await page.close()
  return readable
}

/** Runs in the page: presses the button and waits until so many rows are painted; how long it took, in ms. */
function showAll({ button, rows, total }) {
  const began = performance.now()
  const list = document.querySelector('.thread__items')
  // Kept up to date by the browser, where looking for ten thousand rows at every change would be measured, too.
  const there = list.getElementsByClassName(rows)
  const isDone = () => there.length >= total && !document.querySelector(button)
  document.querySelector(button).click()
  return new Promise((done) => {
    const looking = new MutationObserver(() => {
      if (!isDone()) return
      looking.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)))
    })
    looking.observe(list, { childList: true, subtree: true })
  })
}

async function openAll(context) {
  const page = await context.newPage()
  page.setDefaultTimeout(ALL_PATIENCE_MS)
  await openThread(page, many)
  const { total } = await (await context.request.get(`${thread}?limit=1`)).json()
  // An order that costs the server the same on every page, so that it is the browser that is measured.
  const sorted = page.waitForResponse(/comments\?sort=oldest/)
  await page.locator('#thread-sort').selectOption('oldest')
  await sorted
  await page.locator(SHOW_ALL).waitFor()
  await page.waitForTimeout(1_000)
  const took = await page.evaluate(showAll, { button: SHOW_ALL, rows: ROW, total })
  return { page, took, total }
}

async function plain(context, pattern) {
  const page = await context.newPage()
  page.setDefaultTimeout(ALL_PATIENCE_MS)
  await openPlain(page, origin)
  const took = await page.evaluate(showPlain, { pattern, address: thread, first: FIRST_PAGE, portion: PORTION, block: BLOCK })
  await page.close()
  return took
}

/** The longest time between two frames in ms while something is done. */
async function longestFrame(page, act) {
  await page.evaluate(() => {
    window.benchFrames = []
    let before = performance.now()
    const frame = (now) => {
      window.benchFrames.push(now - before)
      before = now
      window.benchNext = requestAnimationFrame(frame)
    }
    window.benchNext = requestAnimationFrame(frame)
  })
  await act()
  return page.evaluate(() => {
    cancelAnimationFrame(window.benchNext)
    // The first one began before there was anything to do.
    return Math.max(...window.benchFrames.slice(1))
  })
}

async function scroll(page) {
  for (let turn = 0; turn < WHEEL_TURNS; turn += 1) {
    await page.mouse.wheel(0, PHONE.height / 2)
    await page.waitForTimeout(50)
  }
}

const megabytes = (bytes) => bytes / 1_000_000

/** What the page holds in memory in all, in MB, as the browser itself counts it. */
const memory = (page) => page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes).then(megabytes)

/** The browser counts the memory of isolated pages only. */
async function isolate(context) {
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const isolation = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
    return route.fulfill({ response, headers: { ...response.headers(), ...isolation } })
  })
}

const wide = (browser) => browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'uz-UZ' })

const say = (name, measured, goal = '') => console.log(line([name, measured, goal]))
const ratio = (number) => number.toFixed(2)
const ms = (number) => `${number.toFixed(0)} ms`

/** The first page of the big thread beside that of the small one. */
async function compareFirstPages(browser) {
  const context = await phone(browser)
  await firstPage(context, many)
  const times = { many: [], few: [] }
  for (let run = 0; run < FIRST_PAGE_RUNS; run += 1) {
    times.few.push(await firstPage(context, few))
    times.many.push(await firstPage(context, many))
  }
  await context.close()
  const [firstMany, firstFew] = [times.many, times.few].map(median)
  say('first page', ms(firstMany))
  say('  of a thread of one page', ms(firstFew))
  say('  ratio', ratio(firstMany / firstFew), 'under 1.10')
}

/** All of it, beside plain DOM calls that make the same rows. */
async function compareWhole(context) {
  const { page, total } = await openAll(context)
  const rows = page.locator(`${ROWS}:has([data-comment])`)
  const full = await rows.first().evaluate(patternOf)
  const resting = await rows.last().evaluate(patternOf)
  await page.close()
  const all = { app: [], resting: [], full: [] }
  for (let run = 0; run < ALL_RUNS; run += 1) {
    all.resting.push(await plain(context, resting))
    all.full.push(await plain(context, full))
    const { page, took } = await openAll(context)
    all.app.push(took)
    await page.close()
  }
  const [app, plainResting, plainFull] = [all.app, all.resting, all.full].map(median)
  say(`all ${total}`, ms(app))
  say('  plain DOM, the same rows', ms(plainResting))
  say('  ratio', ratio(app / plainResting), 'under 1.50')
  say('  plain DOM, all buttons', ms(plainFull))
  say('  ratio', ratio(app / plainFull))
}

/** What all of it holds in memory. */
async function weigh(browser) {
  const context = await wide(browser)
  await isolate(context)
  const { page } = await openAll(context)
  say('memory', `${(await memory(page)).toFixed(0)} MB`, 'under 150 MB')
  await context.close()
}

/** The longest frames while somebody scrolls and writes on a slow machine. */
async function frames(context) {
  const { page } = await openAll(context)
  await slowCpu(await context.newCDPSession(page))
  await page.mouse.move(640, 450)
  const goal = 'under 100 ms'
  say(`scrolling, CPU ${CPU_SLOWDOWN} times slower`, ms(await longestFrame(page, () => scroll(page))), goal)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
  await page.waitForTimeout(2_000)
  say('  in the middle', ms(await longestFrame(page, () => scroll(page))), goal)
  await page.evaluate(() => scrollTo(0, 0))
  const area = page.locator('.thread textarea').first()
  await area.click()
  await page.waitForTimeout(2_000)
  // Not by the field's own name: looking for it among all those rows would be measured, too.
  const type = () => page.keyboard.type(TYPED, { delay: 60 })
  say('typing, likewise', ms(await longestFrame(page, type)), goal)
  await page.close()
}

const browser = await launch(['--enable-blink-features=ForceEagerMeasureMemory'])
try {
  say(new URL(many).pathname, 'measured', 'goal')
  await compareFirstPages(browser)
  await weigh(browser)
  const context = await wide(browser)
  await compareWhole(context)
  await frames(context)
} catch (error) {
  console.error(`The thread could not be measured: ${error.message}`)
  process.exitCode = 1
} finally {
  await browser.close()
}
