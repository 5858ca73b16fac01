import { expect, test } from '@playwright/test'
import { LANGUAGES } from '../harness/words.js'
import { worsenings } from './baseline.js'
import { covering, WIDTHS, whole } from './matrix.js'

const PLACES = ['home', 'list', 'button/busy', 'card/long'].map((name) => ({ name, kind: 'page' }))

for (const themes of [['light'], ['light', 'dark'], ['light', 'dark', 'contrast', 'mono'], ['a', 'b', 'c', 'd', 'e', 'f']]) {
  test(`the covering subset meets each language, width and theme of ${themes.length} at each place`, () => {
    const jobs = covering(PLACES, themes)
    for (const { name } of PLACES) {
      const met = (what) => new Set(jobs.filter(({ place }) => place.name === name).map(({ setting }) => setting[what]))
      expect(met('language')).toEqual(new Set(LANGUAGES))
      expect(met('theme')).toEqual(new Set(themes))
      expect(met('width')).toEqual(new Set(WIDTHS))
      const used = jobs.filter(({ place, isDeep }) => place.name === name && isDeep)
      expect(new Set(used.map(({ setting }) => setting.width)), 'used at each width').toEqual(new Set(WIDTHS))
    }
  })
}

test('the whole matrix has every combination once', () => {
  const jobs = whole(PLACES, ['light', 'dark'])
  expect(jobs).toHaveLength(PLACES.length * LANGUAGES.length * 2 * WIDTHS.length)
  expect(new Set(jobs.map(({ place, setting }) => JSON.stringify([place.name, setting]))).size).toBe(jobs.length)
})

test('a result is worse with more failures, a place less, a theme less, or less that is looked at', () => {
  const then = {
    ...{ states: 100, places: ['home', 'list'], matrix: { themes: ['light', 'dark'] } },
    criteria: { '1.1.1': { checks: 50, failures: 1 } },
    beyond: { failures: 0 },
  }
  expect(worsenings(then, then)).toEqual([])
  expect(worsenings({ ...then, criteria: { '1.1.1': { checks: 60, failures: 0 } } }, then)).toEqual([])
  const worse = [
    { criteria: { '1.1.1': { checks: 50, failures: 2 } } },
    { criteria: { '1.1.1': { checks: 20, failures: 1 } } },
    { criteria: {} },
    { places: ['home'] },
    { matrix: { themes: ['light'] } },
    { states: 50 },
    { beyond: { failures: 1 } },
  ]
  for (const change of worse) expect(worsenings({ ...then, ...change }, then), JSON.stringify(change)).toHaveLength(1)
})
