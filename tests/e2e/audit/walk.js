// A way through a page by Tab to its end, and back by Shift+Tab; several checks read what was met on it.
import { difference } from './pixels/contrast.js'
import { decode } from './pixels/png.js'

/**
 * @typedef {object} Stop
 * @property {string} target
 * @property {number} at Its place among all that Tab should stop at; -1 for what should be no stop.
 * @property {{left: number, top: number, width: number, height: number}} box In the window.
 * @property {number} edge Half of the way around it, of a link that goes on in another line around each piece. In pixels.
 * @property {{left: number, top: number, right: number, bottom: number}} place In the document, or in what holds it fixed.
 * @property {string} anchor What holds it fixed in the window; empty when it scrolls with the page.
 * @property {'ltr' | 'rtl'} direction
 * @property {'whole' | 'part' | 'none'} seen How much of it other things leave uncovered.
 * @property {{pixels: number, greatest: number}} [shown] What the focus changes in the picture, where it was measured.
 */

/**
 * @typedef {object} Walk
 * @property {Stop[]} stops In the order of Tab.
 * @property {string[]} missed What Tab should stop at, and does not.
 * @property {boolean} isOut Whether Tab led out of the page in the end.
 * @property {number} back How many of the stops Shift+Tab made on the way back.
 * @property {string[]} changes What the way itself has changed: the address, the title, the heading, an opened dialog.
 * @property {boolean} isBackOut Whether Shift+Tab led out at the start of the page.
 */

/** More stops than any page has; who has not come out by then is trapped. */
const MOST_STOPS = 400
/** Around what has the focus, so that an outline set off from it is in the picture, in pixels. */
const MARGIN = 10
/** Things that look alike show the focus alike: so many of each kind are measured. */
const MEASURED_OF_A_KIND = 1

/** @param {import('@playwright/test').Page} page @returns {Promise<Walk>} */
export async function walk(page) {
  const before = await page.evaluate(contextOf)
  const count = await page.evaluate(begin)
  const measured = new Map()
  const stops = []
  let isOut = false
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab')
    const met = await page.evaluate(look)
    // Out of the page is the browser's own bar, or, where it has none, the start of the page again.
    const isRound = stops.length > 1 || count === 1
    isOut = !met || (isRound && met.at >= 0 && met.at === stops[0]?.at)
    if (isOut) break
    const { kind, ...stop } = met
    const times = measured.get(kind) ?? 0
    if (times < MEASURED_OF_A_KIND && stop.seen !== 'none') {
      measured.set(kind, times + 1)
      stop.shown = await measure(page, stop.box)
    }
    stops.push(stop)
    if (isGoingRound(stops)) break
  }
  const [back, isBackOut] = isOut ? await goBack(page, stops) : [0, false]
  const after = await page.evaluate(contextOf)
  const changes = Object.keys(before).filter((what) => before[what] !== after[what])
  const met = new Set(stops.map(({ at }) => at))
  const missed = await page.evaluate(
    (places) => places.map((at) => window.auditor.describe(window.auditedStops[at])),
    Array.from({ length: count }, (_, at) => at).filter((at) => !met.has(at)),
  )
  return { stops, missed, isOut, back, isBackOut, changes }
}

/** The same few stops over and over. @param {Stop[]} stops */
function isGoingRound(stops) {
  const last = stops.at(-1)
  return stops.filter(({ at, target }) => at === last.at && target === last.target).length > 3 && last.at >= 0
}

/** How many of the stops are met on the way back, and whether it leads out. */
async function goBack(page, stops) {
  if (stops.length === 0) return [0, true]
  const met = new Set()
  // A browser may need a press more to come back in.
  for (let presses = 0; presses < stops.length + 5; presses += 1) {
    await page.keyboard.press('Shift+Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      return !element || element === document.body ? null : window.auditedPlaceOf(element)
    })
    const isOut = at === null || (met.has(stops[0].at) && at === stops.at(-1).at)
    if (isOut && met.size > 0) return [met.size, true]
    // What scrolls may be a stop of the browser's own, and not every time.
    if (at !== null && at >= 0) met.add(at)
  }
  return [met.size, false]
}

/** Takes a picture with the focus, one without, and compares them. */
async function measure(page, box) {
  const { width, height } = page.viewportSize()
  const clip = {
    x: Math.max(0, Math.floor(box.left - MARGIN)),
    y: Math.max(0, Math.floor(box.top - MARGIN)),
  }
  clip.width = Math.min(width, Math.ceil(box.left + box.width + MARGIN)) - clip.x
  clip.height = Math.min(height, Math.ceil(box.top + box.height + MARGIN)) - clip.y
  if (clip.width < 1 || clip.height < 1) return { pixels: 0, greatest: 1 }
  const withFocus = decode(await page.screenshot({ clip, scale: 'css' }))
  const focused = await page.evaluateHandle(() => {
    const element = document.activeElement
    element.blur()
    return element
  })
  const without = decode(await page.screenshot({ clip, scale: 'css' }))
  await focused.evaluate((element) => element.focus({ preventScroll: true }))
  await focused.dispose()
  return difference(without, withFocus, 3)
}

/** Runs in the page: what tells a reader where they are. */
export const contextOf = () => ({
  address: location.href,
  title: document.title,
  heading: document.querySelector('h1')?.textContent ?? '',
  dialogs: document.querySelectorAll('dialog[open]').length,
})

/** Runs in the page: from where Tab starts, and what it should stop at. */
function begin() {
  window.auditedStops = window.auditor.tabbable()
  // A field that another of its name takes the place of when the focus comes to it is the same stop.
  window.auditedPlaceOf = (element) => {
    const isPredecessor = (stop) => stop === element || (!stop.isConnected && stop.id !== '' && stop.id === element.id)
    return window.auditedStops.findIndex(isPredecessor)
  }
  // What is removed while it has the focus leaves the start of the way where it was.
  const start = document.createElement('span')
  start.tabIndex = -1
  const dialog = document.querySelector('dialog:modal')
  ;(dialog ?? document.body).prepend(start)
  start.focus({ preventScroll: true })
  start.remove()
  scrollTo(0, 0)
  return window.auditedStops.length
}

/** Runs in the page: what has the focus now, or null where that is nothing of the page. */
function look() {
  const { describe, anchorOf } = window.auditor
  const element = document.activeElement
  if (!element || element === document.body) return null
  // A control that is there unseen is drawn by its label.
  const isUnseen = getComputedStyle(element).opacity === '0' && element.labels?.length > 0
  const shown = isUnseen ? element.labels[0] : element
  const box = shown.getBoundingClientRect()
  const anchor = anchorOf(element)
  const origin = anchor ? anchor.getBoundingClientRect() : { left: -scrollX, top: -scrollY }
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9]
  const points = parts.flatMap((x) => parts.map((y) => [box.left + x * box.width, box.top + y * box.height]))
  const isSeen = ([x, y]) => {
    const hit = document.elementFromPoint(x, y)
    return hit !== null && (shown.contains(hit) || hit.contains(shown) || element.contains(hit) || hit === element)
  }
  const uncovered = points.filter(isSeen).length
  const classes = (it) => (typeof it?.className === 'string' ? it.className : '')
  return {
    target: describe(element),
    at: window.auditedPlaceOf(element),
    kind: [element.localName, element.type, classes(element), classes(element.parentElement), anchor?.className].join(),
    box: { left: box.left, top: box.top, width: box.width, height: box.height },
    edge: [...shown.getClientRects()].reduce((sum, { width, height }) => sum + width + height, 0),
    place: {
      left: box.left - origin.left,
      top: box.top - origin.top,
      right: box.right - origin.left,
      bottom: box.bottom - origin.top,
    },
    anchor: anchor ? describe(anchor) : '',
    direction: getComputedStyle(element.parentElement).direction,
    seen: uncovered === points.length ? 'whole' : uncovered > 0 ? 'part' : 'none',
  }
}
