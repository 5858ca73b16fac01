// The gallery as the audit expects it: a list of fixtures, each alone on an address, shown without a load in between.
import { expect, test } from '@playwright/test'
import { contractsOf, fixturesOf } from './places/gallery.js'

const GALLERY = `<!doctype html><html lang="en"><title>Gallery</title><main></main><script>
  const names = ['button/primary', 'button/busy', 'card/long%20title']
  const show = () => {
    const name = location.pathname.replace('/accessibility/components', '').slice(1)
    document.documentElement.lang = new URLSearchParams(location.search).get('lang') ?? 'en'
    const main = document.querySelector('main')
    if (name === 'button') main.dataset.criteria = '2.1.1 4.1.2'
    main.innerHTML = name
      ? '<h1>' + name + '</h1>'
      : '<h1>Components</h1>' + names.map((name) => '<a data-fixture href="/accessibility/components/' + name + '">' + name + '</a>').join('')
  }
  addEventListener('popstate', show)
  show()
</script></html>`

test.use({ baseURL: 'http://gallery.example' })

test('every fixture is a place, and is shown in each language without loading the gallery anew', async ({ page }) => {
  let loads = 0
  await page.route('**/*', (route) => {
    loads += 1
    return route.fulfill({ contentType: 'text/html', body: GALLERY })
  })
  const places = await fixturesOf(page)
  expect(places.map(({ name, kind }) => [name, kind])).toEqual([
    ['button/primary', 'fixture'],
    ['button/busy', 'fixture'],
    ['card/long title', 'fixture'],
  ])
  expect(await contractsOf(page, places)).toEqual({ button: ['2.1.1', '4.1.2'], card: [] })
  const loadsBefore = loads
  const setting = { language: 'ru', theme: 'dark', width: 320 }
  for (const [at, place] of places.entries()) {
    await place.open(page, { setting, isFirst: at === 0 })
    await expect(page.locator('h1')).toHaveText(['button/primary', 'button/busy', 'card/long%20title'][at])
    expect(new URL(page.url()).search).toBe('?lang=ru&theme=dark')
  }
  expect(loads - loadsBefore, 'the first alone is loaded').toBe(1)
})

test('where there is no gallery, there are no fixtures', async ({ page }) => {
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>Not found</h1>' }))
  expect(await fixturesOf(page)).toEqual([])
})
