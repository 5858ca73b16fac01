import { expect, test } from '../harness/test.js'
import { heading, open, politeRegion } from '../harness/app.js'

const BUS_LANES = 'Toshkentning toʻqqiz koʻchasida avtobus yoʻlaklari'

const cards = (page) => page.locator('.card')
const choice = (page, say, key) => page.getByRole('combobox', { name: say(key), exact: true })
const count = (page) => page.locator('.results').getByRole('status').first()
const chip = (page, say, key, choice) =>
  page.getByRole('button', { name: say('remove_it', { name: say('filter_chip', { name: say(key), choice }) }), exact: true })
const fold = (page) => page.locator('.filters button[aria-expanded]')
const show = (page, say) => page.getByRole('button', { name: say('filter_apply'), exact: true })

/** Unfolds the choices where they are folded away. */
async function unfold(page) {
  const button = fold(page)
  if ((await button.isVisible()) && (await button.getAttribute('aria-expanded')) === 'false') await button.click()
}

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
  await unfold(page)
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
  await unfold(page)
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
  await unfold(page)
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
  await unfold(page)
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

test('each filter can be taken off by itself, and the focus goes on', async ({ page, say, check }) => {
  await open(page, '/consultations?status=open&topic=environment&q=havo&sort=newest')
  const chips = page.locator('.chip')
  await expect(chips).toHaveCount(3)
  await chip(page, say, 'filter_topic', say('topic_environment')).click()
  await expect(page).toHaveURL('/consultations?status=open&q=havo&sort=newest')
  await expect(chip(page, say, 'filter_status', say('status_open')), 'the last one left').toBeFocused()
  await check('one filter less')
  await chip(page, say, 'filter_search', 'havo').click()
  await expect(page).toHaveURL('/consultations?status=open&sort=newest')
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(chip(page, say, 'filter_status', say('status_open'))).toBeFocused()
  await chip(page, say, 'filter_status', say('status_open')).click()
  await expect(page).toHaveURL('/consultations?sort=newest')
  await expect(chips).toHaveCount(0)
  await expect(page.getByRole('searchbox'), 'nothing is left to take off').toBeFocused()
  await expect(cards(page)).toHaveCount(16)
  await check('no filter left')
})

test('the search field is emptied without losing the focus', async ({ page, say, check }) => {
  await open(page, '/consultations')
  const search = page.getByRole('searchbox')
  const clear = page.getByRole('button', { name: say('search_clear'), exact: true })
  await expect(clear).toHaveCount(0)
  await search.fill('havo')
  await check('something typed')
  await clear.click()
  await expect(search).toHaveValue('')
  await expect(search).toBeFocused()
  await expect(clear).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'where there is room the choices are always in sight')

  test('the choices are folded away, and the list begins in the first screen', async ({ page, say, check }) => {
    await open(page, '/consultations')
    await expect(choice(page, say, 'filter_status')).toBeHidden()
    await expect(cards(page).first().getByRole('heading')).toBeInViewport()
    await fold(page).click()
    await expect(fold(page)).toHaveAttribute('aria-expanded', 'true')
    await check('unfolded')
    await choice(page, say, 'filter_status').selectOption('open')
    await choice(page, say, 'filter_topic').selectOption('environment')
    await show(page, say).click()
    await expect(choice(page, say, 'filter_status'), 'folded again').toBeHidden()
    await expect(fold(page)).toHaveText(say('filters_on', { number: 2 }))
    await expect(cards(page)).toHaveCount(2)
    await check('folded, two are on')
  })
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
