import { expect, test } from '../harness/test.js'
import { heading, open, politeRegion } from '../harness/app.js'

const BUS_LANES = 'Toshkentning toʻqqiz koʻchasida avtobus yoʻlaklari'

const cards = (page) => page.locator('.card')
const choice = (page, say, key) => page.getByRole('combobox', { name: say(key), exact: true })
const count = (page) => page.locator('.results').getByRole('status').first()
const show = (page, say) => page.getByRole('button', { name: say('filter_apply'), exact: true })

test('a word is found however its apostrophe and its script are', async ({ page, say, check }) => {
  await open(page, '/consultations')
  const search = page.getByRole('searchbox', { name: say('filter_search') })
  for (const typed of ["to'qqiz ko`cha", 'toqqiz kocha', 'тўққиз кўча', 'TO‘QQIZ']) {
    await search.fill(typed)
    await search.press('Enter')
    await expect(page).toHaveURL(`/consultations?q=${encodeURIComponent(typed).replaceAll("'", '%27')}`)
    await expect(count(page)).toHaveText(say('consultations_found', { count: 1 }))
    await expect(cards(page)).toHaveText(new RegExp(BUS_LANES))
    await expect(search, 'searching leaves the focus in the field').toBeFocused()
  }
  await expect(page.locator('#main h1')).toHaveText(say('consultations_title'))
  await check('what was found')
})

test('filters live in the address, survive a reload and come back with it', async ({ page, say, check }) => {
  await open(page, '/consultations')
  await expect(cards(page)).toHaveCount(16)
  await choice(page, say, 'filter_status').selectOption('open')
  await choice(page, say, 'filter_topic').selectOption('environment')
  await expect(cards(page), 'choosing alone changes nothing').toHaveCount(16)
  await show(page, say).click()
  await expect(page).toHaveURL('/consultations?status=open&topic=environment')
  await expect(count(page)).toHaveText(say('consultations_found', { count: 2 }))
  await expect(cards(page)).toHaveCount(2)
  await expect(show(page, say)).toBeFocused()
  await expect(page, 'one title for the list').toHaveTitle(
    say('title_of_page', { page: say('consultations_title') }),
  )
  await check('two filters')

  await page.reload()
  await expect(cards(page)).toHaveCount(2)
  await expect(choice(page, say, 'filter_status')).toHaveValue('open')
  await expect(choice(page, say, 'filter_topic')).toHaveValue('environment')

  await choice(page, say, 'filter_topic').selectOption('')
  await choice(page, say, 'filter_agency').selectOption('school-education')
  await choice(page, say, 'sort_label').selectOption('newest')
  await show(page, say).click()
  await expect(page).toHaveURL('/consultations?status=open&agency=school-education&sort=newest')
  await expect(cards(page)).toHaveCount(1)
  await check('another agency and order')

  await page.goBack()
  await expect(page).toHaveURL('/consultations?status=open&topic=environment')
  await expect(cards(page)).toHaveCount(2)
  await expect(choice(page, say, 'filter_topic')).toHaveValue('environment')
  await expect(choice(page, say, 'filter_agency')).toHaveValue('')
  await expect(choice(page, say, 'sort_label')).toHaveValue('closing_soon')
  await page.goForward()
  await expect(choice(page, say, 'filter_agency')).toHaveValue('school-education')
  await expect(choice(page, say, 'sort_label')).toHaveValue('newest')
  await expect(cards(page)).toHaveCount(1)
})

test('an address with a filter opens the form filled in', async ({ page, say }) => {
  await open(page, '/consultations?status=answered&agency=school-education&q=telefon&sort=newest')
  await expect(cards(page)).toHaveCount(1)
  await expect(page.getByRole('searchbox')).toHaveValue('telefon')
  await expect(choice(page, say, 'filter_status')).toHaveValue('answered')
  await expect(choice(page, say, 'filter_agency')).toHaveValue('school-education')
  await expect(choice(page, say, 'sort_label')).toHaveValue('newest')
})

test('nothing found is said, and clearing shows everything again', async ({ page, say, check }) => {
  await open(page, '/consultations')
  const search = page.getByRole('searchbox')
  await search.fill('qwertyuiop')
  await show(page, say).click()
  await expect(page.getByText(say('consultations_none'), { exact: true })).toBeVisible()
  await expect(count(page)).toHaveText(say('consultations_found', { count: 0 }))
  await check('nothing found')
  await page.getByRole('button', { name: say('filter_clear') }).click()
  await expect(page).toHaveURL('/consultations')
  await expect(search).toHaveValue('')
  await expect(cards(page)).toHaveCount(16)
  await check('cleared')
})

test('a long list grows on demand, each consultation once', async ({ page, say, check }) => {
  await page.route('**/api/v1/consultations?**limit=20**', (route) =>
    route.continue({ url: route.request().url().replace('limit=20', 'limit=6') }),
  )
  await open(page, '/consultations')
  await expect(cards(page)).toHaveCount(6)
  await page.getByRole('button', { name: say('load_more', { count: 10 }) }).click()
  await expect(cards(page)).toHaveCount(12)
  await expect(page.locator('.cards > li').nth(6)).toBeFocused()
  await expect(politeRegion(page)).toHaveText(say('loaded_more', { count: 6 }))
  await check('six more')
  await page.getByRole('button', { name: say('load_more', { count: 4 }) }).click()
  await expect(cards(page)).toHaveCount(16)
  await expect(page.locator('.cards > li').nth(12)).toBeFocused()
  await expect(page.getByRole('button', { name: /\d/ })).toHaveCount(0)
  const titles = await cards(page).locator('h3').allTextContents()
  expect(new Set(titles).size).toBe(16)
  await expect(heading(page)).toHaveCount(1)
  await check('the whole list')
})
