// How soon a citizen with a cheap phone on slow 4G can read the first comment of a thread, for a first visit and for one
// with the browser's cache filled. Prints the median of some runs beside the goals; asserts nothing.
// Use: node bench/page.mjs URL   (CHROMIUM: path of the browser)
import { COMMENT_TEXT, CPU_SLOWDOWN, PHONE, launch, line, median, openThread, phone, slowCpu, slowNetwork } from './phone.mjs'

const RUNS = 3
// Requests and layout shifts that come after the comment was read belong to the visit too.
const SETTLE_MS = 2_000

const MEASURES = [
  { name: 'first comment readable', unit: 's', digits: 2, goal: { cold: 2.2, warm: 1 } },
  { name: 'bytes on the wire', unit: 'B', digits: 0, goal: {} },
  { name: 'API requests', unit: '', digits: 0, goal: { cold: 2, warm: 2 } },
  { name: 'long tasks', unit: 's', digits: 2, goal: { cold: 0.3, warm: 0.3 } },
  { name: 'layout shift', unit: '', digits: 3, goal: { cold: 0, warm: 0 } },
]

async function visit(context, url) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await slowNetwork(session)
  await slowCpu(session)
  let bytes = 0
  let requests = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (new URL(request.url).pathname.startsWith('/api/')) requests += 1
  })
  await openThread(page, url)
  await page.waitForTimeout(SETTLE_MS)
  const { readable, longTasks, shift } = await page.evaluate(() => window.benchSeen)
  await page.close()
  return [readable / 1000, bytes, requests, longTasks / 1000, shift]
}

function print(visits) {
  const cell = (value, { unit, digits }) =>
    value === undefined ? '' : `${value.toFixed(Number.isInteger(value) ? 0 : digits)} ${unit}`.trim()
  console.log(line(['', 'cold', 'goal', 'warm', 'goal']))
  MEASURES.forEach((measure, at) => {
    const [cold, warm] = ['cold', 'warm'].map((kind) => median(visits[kind].map((row) => row[at])))
    const cells = [measure.name, cell(cold, measure), cell(measure.goal.cold, measure)]
    cells.push(cell(warm, measure), cell(measure.goal.warm, measure))
    console.log(line(cells))
  })
}

const url = process.argv[2]
const browser = await launch()
const visits = { cold: [], warm: [] }
try {
  for (let run = 0; run < RUNS; run += 1) {
    const context = await phone(browser)
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
