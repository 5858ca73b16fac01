// Sharing a consultation, copying its address, keeping its deadline, printing it.
import { readFile } from 'node:fs/promises'
import { expect, test } from '../harness/test.js'
import { heading, open, politeRegion } from '../harness/app.js'

const PATH = '/consultations/school-meals'

async function ways(page, say, path = PATH) {
  await open(page, path)
  const button = page.getByRole('button', { name: say('take_along') })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(button).toBeFocused()
  const way = (key) => page.getByRole('button', { name: say(key), exact: true })
  await expect(way('print')).toBeVisible()
  return { button, way, calendar: page.getByRole('link', { name: say('add_to_calendar') }) }
}

test('the address is copied, by keyboard, and said to be', async ({ page, context, say, check, sandbox }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { button, way } = await ways(page, say)
  await check('the ways')
  await way('copy_link').focus()
  await page.keyboard.press('Enter')
  await expect(politeRegion(page)).toHaveText(say('link_copied'))
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${sandbox.address}${PATH}`)
  await expect(way('copy_link')).toBeFocused()
  await button.press('Space')
  await expect(way('copy_link')).toHaveCount(0)
  await expect(button).toHaveAttribute('aria-expanded', 'false')
})

test('an address that cannot be copied is shown', async ({ page, say, check, sandbox }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  const { way } = await ways(page, say)
  await way('copy_link').click()
  await expect(page.getByRole('status').filter({ hasText: say('link_not_copied') })).toContainText(`${sandbox.address}${PATH}`)
  await check('the address, to be copied by hand')
})

test('the last day goes into a calendar', async ({ page, say, sandbox }) => {
  const { closes_at, title } = await sandbox.read('/consultations/school-meals')
  const { calendar } = await ways(page, say)
  const coming = page.waitForEvent('download')
  await calendar.click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('school-meals.ics')
  const lines = (await readFile(await file.path(), 'utf8')).replaceAll('\r\n ', '').split('\r\n')
  const day = new Date(Date.parse(closes_at) - 1000 + 5 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
  expect(lines).toContain(`DTSTART;VALUE=DATE:${day}`)
  expect(lines).toContain(`SUMMARY:${title.replace(/[\\;,]/g, '\\$&')}`)
  expect(lines).toContain(`URL:${sandbox.address}${PATH}`)
  expect(lines.at(-2)).toBe('END:VCALENDAR')
})

test('what is over has no deadline to keep', async ({ page, say }) => {
  const { calendar, way } = await ways(page, say, '/consultations/waste-sorting')
  await expect(way('copy_link')).toBeVisible()
  await expect(calendar).toHaveCount(0)
})

test('a device that shares is asked to', async ({ page, say, sandbox }) => {
  await page.addInitScript(() => {
    navigator.share = async (what) => (globalThis.shared = what)
    globalThis.print = () => (globalThis.printed = true)
  })
  const { way } = await ways(page, say)
  await way('share').click()
  const shared = await page.evaluate(() => globalThis.shared)
  expect(shared).toEqual({ title: await heading(page).textContent(), url: `${sandbox.address}${PATH}` })
  await way('print').click()
  expect(await page.evaluate(() => globalThis.printed)).toBe(true)
})
