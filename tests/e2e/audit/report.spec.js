import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { load } from 'js-yaml'
import { CRITERIA } from './criteria.js'
import { axe } from './engines/axe.js'
import { readManual } from './manual.js'
import { earl } from './report/earl.js'
import { html } from './report/html.js'
import { openAcr, TERMS } from './report/openacr.js'
import { numbersOf } from './summary.js'
import { Tally } from './tally.js'
import { verdictOf } from './verdict.js'

const outcome = (rule, outcome, criteria) => ({
  ...{ by: 'axe', rule, outcome, criteria, help: `About ${rule} & <others>`, checked: 1 },
  found: outcome === 'clean' ? [] : [{ target: 'main > p', why: 'it is <wrong>' }],
})

/** An audit of one place, in which one rule failed, one could not tell, and one found nothing. */
function audit() {
  const tally = new Tally()
  const setting = { language: 'en', theme: 'light', width: 320 }
  const outcomes = [
    outcome('image-alt', 'failed', ['1.1.1']),
    outcome('color-contrast', 'undecided', ['1.4.3']),
    outcome('document-title', 'clean', ['2.4.2']),
    outcome('region', 'failed', []),
  ]
  tally.add({ place: 'home', kind: 'page', setting, step: 'loaded', messages: ['Loading'], outcomes })
  const manual = { ...readManual(), '1.4.2': { steps: ['Listen'], done: [{ on: '2026-11-25', how: 'Listened', result: 'met' }] } }
  const matrix = { languages: ['en'], themes: ['light'], widths: [320], combinations: 1 }
  const numbers = numbersOf(tally, manual, { date: '2026-11-25', engines: ['a', 'b', 'c'], matrix, missingThemes: [] })
  return { tally, manual, numbers, contracts: { button: ['2.1.1', '4.1.2'] }, isQuick: true }
}

test('no machine says that a criterion is met', () => {
  const { tally, manual, numbers } = audit()
  expect(numbers.criteria['1.1.1'].verdict).toBe('failed')
  expect(numbers.criteria['2.4.2'].verdict).toBe('no-failure-found')
  expect(numbers.criteria['2.4.5'].verdict).toBe('needs-a-person')
  expect(numbers.criteria['1.4.2'].verdict, 'a person may').toBe('met')
  const judged = { steps: [], done: [{ on: '2026-11-25', how: '', result: 'met' }] }
  expect(verdictOf(tally.criteria.get('1.1.1'), judged), 'a failure weighs more than a judgement').toBe('failed')
  expect(manual['1.1.1'].done).toEqual(readManual()['1.1.1'].done)
})

test('the list of criteria is that of WCAG 2.2', () => {
  const count = (level) => CRITERIA.filter((criterion) => criterion.level === level).length
  expect(['A', 'AA', 'AAA'].map(count)).toEqual([31, 24, 31])
  expect(new Set(CRITERIA.map(({ number }) => number)).size).toBe(86)
})

test('each criterion has steps for a person, and each thing done has a day, a way and a result', () => {
  const manual = readManual()
  expect(Object.keys(manual).sort()).toEqual(CRITERIA.map(({ number }) => number).sort())
  for (const [number, { steps, done }] of Object.entries(manual)) {
    expect(steps.length, number).toBeGreaterThan(0)
    for (const { on, how, result } of done) {
      expect(on).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(how.length).toBeGreaterThan(10)
      expect(['met', 'not-met', 'not-applicable']).toContain(result)
    }
  }
})

test('the report for people has no barriers itself, and holds every criterion', async ({ page }) => {
  await page.setContent(html(audit()))
  expect((await axe.run(page)).filter(({ outcome }) => outcome === 'failed')).toEqual([])
  await expect(page.locator('section h3')).toHaveCount(86)
  await expect(page.locator('[id="c1.1.1"] + p')).toHaveText('failed')
  await expect(page.getByText('it is <wrong>').first()).toBeVisible()
})

test('the conformance report has the shape of OpenACR', () => {
  const report = load(openAcr(audit()))
  expect(report).toMatchObject({ title: expect.any(String), product: { name: 'Muloqot' }, author: { email: expect.any(String) } })
  expect(Object.keys(report.chapters)).toEqual(['success_criteria_level_a', 'success_criteria_level_aa', 'success_criteria_level_aaa'])
  const criteria = Object.values(report.chapters).flatMap((chapter) => chapter.criteria)
  expect(criteria.map(({ num }) => num).sort()).toEqual(CRITERIA.map(({ number }) => number).sort())
  for (const { components } of criteria) {
    expect(components).toEqual([{ name: 'web', adherence: { level: expect.any(String), notes: expect.any(String) } }])
    expect(Object.values(TERMS)).toContain(components[0].adherence.level)
  }
  const level = (number) => criteria.find(({ num }) => num === number).components[0].adherence.level
  expect(['1.1.1', '1.4.2', '2.4.2'].map(level)).toEqual(['partially-supports', 'supports', 'not-evaluated'])
})

test('the assertions for machines judge rules, and leave criteria to persons', () => {
  const graph = earl(audit())['@graph']
  const assertions = graph.filter((node) => node['@type'] === 'earl:Assertion')
  const automatic = assertions.filter((node) => node['earl:mode'] === 'earl:automatic')
  expect(automatic.map((node) => node['earl:result']['earl:outcome']).sort()).toEqual(['earl:cantTell', 'earl:failed', 'earl:failed', 'earl:passed'])
  for (const node of automatic) expect(node['earl:test']['@type']).toBe('earl:TestCase')
  const manual = assertions.filter((node) => node['earl:mode'] === 'earl:manual')
  expect(manual).toHaveLength(86)
  const known = new Set(graph.map((node) => node['@id']).filter(Boolean))
  for (const node of assertions) expect(known).toContain(node['earl:assertedBy'])
})

test('the committed summary is that of the list of criteria', () => {
  const summary = JSON.parse(readFileSync(new URL('../../../docs/accessibility/summary.json', import.meta.url), 'utf8'))
  for (const numbers of Object.values(summary)) {
    expect(Object.keys(numbers.criteria).sort()).toEqual(CRITERIA.map(({ number }) => number).sort())
  }
  expect(summary.quick, 'cargo xtask test compares with it').toBeTruthy()
})
