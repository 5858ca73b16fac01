// Components that are operated, each alone in the gallery, by keyboard as the gallery says.
import { expect, test } from '../harness/test.js'
import { politeRegion } from '../harness/app.js'

const show = async (page, component, fixture) => {
  await page.goto(`/accessibility/components/${component}/${fixture}?lang=uz-Latn`)
  await expect(page.locator('main[data-fixture]')).toBeVisible()
}
const press = (page, key) => page.keyboard.press(key)

test('tabs: arrows go around, Home and End to the ends, Tab into the panel', async ({ page, check }) => {
  await show(page, 'tabs', 'the-first-is-shown')
  const tabs = page.getByRole('tab')
  const isShown = async (at) => {
    await expect(tabs.nth(at)).toBeFocused()
    await expect(tabs.nth(at)).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel')).toHaveCount(1)
    await expect(page.getByRole('tabpanel')).toHaveAttribute('aria-labelledby', await tabs.nth(at).getAttribute('id'))
  }
  await tabs.first().focus()
  await press(page, 'ArrowRight')
  await isShown(1)
  await press(page, 'End')
  await isShown(2)
  await press(page, 'ArrowRight')
  await isShown(0)
  await press(page, 'ArrowLeft')
  await isShown(2)
  await press(page, 'Home')
  await isShown(0)
  await press(page, 'Tab')
  await expect(page.getByRole('tabpanel')).toBeFocused()
  await check('in the panel')
})

test('dialog: the focus begins at its heading, stays inside, and goes back', async ({ page, check }) => {
  await show(page, 'dialog', 'closed')
  const opener = page.locator('main > button')
  await opener.focus()
  await press(page, 'Enter')
  await expect(page.getByRole('dialog').getByRole('heading')).toBeFocused()
  await check('it is open')
  for (const _ of Array(8)) {
    await press(page, 'Tab')
    const isBehind = await page.evaluate(() => document.activeElement?.matches('main > button, nav *'))
    expect(isBehind, 'the focus does not get behind it').toBe(false)
  }
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(opener).toBeFocused()
})

test('menu: Escape and choosing give the focus back, going elsewhere closes it', async ({ page, check }) => {
  await show(page, 'menu', 'closed')
  const [button, list] = [page.locator('#actions-button'), page.locator('#actions-list')]
  await button.focus()
  await press(page, 'Enter')
  await expect(list).toBeVisible()
  await press(page, 'Tab')
  await expect(list.getByRole('button').first()).toBeFocused()
  await check('it is open')
  await press(page, 'Escape')
  await expect(list).toBeHidden()
  await expect(button).toBeFocused()
  await press(page, 'Enter')
  await press(page, 'Tab')
  await press(page, 'Enter')
  await expect(list, 'after choosing').toBeHidden()
  await expect(button).toBeFocused()
  await press(page, 'Enter')
  await press(page, 'Shift+Tab')
  await expect(list, 'after the focus has left').toBeHidden()
  await button.click()
  await expect(list).toBeVisible()
  await page.locator('h1').click()
  await expect(list, 'after a press elsewhere').toBeHidden()
})

test('table: a head sorts either way, tells it, and what is not known stays last', async ({ page, check }) => {
  await show(page, 'table', 'sortable')
  const head = page.getByRole('columnheader').nth(1)
  const votes = async () => {
    const texts = await page.locator('tbody tr td:nth-child(2) span:last-child').allTextContents()
    // A number does not break: its groups are joined by a no-break space.
    return texts.map((text) => text.replace('\u00a0', ' '))
  }
  await head.getByRole('button').focus()
  await press(page, 'Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(votes).toEqual(['987', '4 210', '–'])
  await expect(politeRegion(page)).not.toBeEmpty()
  await press(page, 'Space')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(votes).toEqual(['4 210', '987', '–'])
  await expect(head.getByRole('button')).toBeFocused()
  await check('it is sorted')
})

test('table: one that is too wide can be scrolled by key, and one that is not is passed by', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await show(page, 'table', 'too-wide')
  const region = page.getByRole('region')
  await region.focus()
  await press(page, 'ArrowRight')
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
  await show(page, 'table', 'sortable')
  await expect(page.getByRole('region')).toHaveCount(0)
})

test('files: one is refused and costs no other, one is taken out again', async ({ page, check }) => {
  await show(page, 'file_field', 'empty')
  const input = page.locator('#files')
  await input.setInputFiles([
    { name: 'ariza.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    { name: 'dastur.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    { name: 'rasm.png', mimeType: 'image/png', buffer: Buffer.from('png') },
  ])
  const rows = page.locator('.file-field__file')
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('group').getByRole('alert')).toContainText('dastur.exe')
  await expect(politeRegion(page)).toContainText('ariza.pdf')
  await check('two are there', { focus: 'free' })
  await rows.first().getByRole('button').focus()
  await press(page, 'Enter')
  await expect(rows).toHaveCount(1)
  await expect(rows.getByRole('button')).toBeFocused()
  await press(page, 'Enter')
  await expect(rows).toHaveCount(0)
  await expect(input).toBeFocused()
})

test('toast: it takes no focus, stays, and closing it goes back', async ({ page, check }) => {
  await show(page, 'toast', 'nothing-to-say')
  const send = page.locator('main > button')
  await send.focus()
  await press(page, 'Enter')
  await expect(page.locator('.toast')).toBeVisible()
  await expect(send).toBeFocused()
  await check('it is there')
  await press(page, 'Tab')
  await expect(page.locator('.toast button')).toBeFocused()
  await press(page, 'Enter')
  await expect(page.locator('.toast')).toHaveCount(0)
  await expect(send).toBeFocused()
})

test('form: what is missing is said at its head, and the link leads to the field', async ({ page, check }) => {
  await show(page, 'form', 'empty')
  await page.locator('#form-name').focus()
  await press(page, 'Enter')
  await expect(page.locator('.error-summary')).toBeFocused()
  await check('something is missing')
  await press(page, 'Tab')
  await press(page, 'Enter')
  await expect(page.locator('#form-name')).toBeFocused()
  await page.keyboard.type('Dilnoza')
  await expect(page.locator('.error-summary')).toHaveCount(0)
  await expect(page.locator('#form-name')).toHaveValue('Dilnoza')
})

test('a button that is held back says why and does nothing', async ({ page, check }) => {
  await show(page, 'guarded_button', 'held-back')
  const button = page.locator('.guarded-button button')
  await button.focus()
  await press(page, 'Enter')
  const reason = await page.locator('.guarded-button p, .guarded-button [id$=reason]').first().textContent()
  await expect(politeRegion(page)).toHaveText(reason.trim())
  await expect(button).toBeFocused()
  await check('held back')
})

test('the numbers of a chart are one press away', async ({ page, check }) => {
  await show(page, 'bar_chart', 'three-bars')
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.locator('summary').focus()
  await press(page, 'Enter')
  await expect(page.getByRole('table')).toBeVisible()
  await check('the table is open')
})
