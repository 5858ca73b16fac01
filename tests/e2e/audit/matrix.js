// In which settings each place is looked at: all of them, or so few that each language, theme and width is met.
import { LANGUAGES } from '../harness/words.js'

/** The narrowest that WCAG 1.4.10 asks for, and what it is at 100 %. In pixels. */
export const WIDTHS = [320, 1280]

/**
 * @typedef {object} Setting
 * @property {string} language
 * @property {string} theme
 * @property {number} width In pixels.
 */

/**
 * @typedef {object} Job
 * @property {import('./places/place.js').Place} place
 * @property {Setting} setting
 * @property {boolean} isDeep Whether it is also walked through and used, and not only looked at.
 */

/** Every place in every setting. @param {import('./places/place.js').Place[]} places @param {string[]} themes @returns {Job[]} */
export function whole(places, themes) {
  const settings = LANGUAGES.flatMap((language) =>
    themes.flatMap((theme) => WIDTHS.map((width) => ({ language, theme, width }))),
  )
  return settings.flatMap((setting) => places.map((place) => ({ place, setting, isDeep: true })))
}

/**
 * Each place at least once in each language, each theme and each width; from place to place the languages meet other
 * themes and widths. Each is walked through and used once at each width.
 * @param {import('./places/place.js').Place[]} places @param {string[]} themes
 * @returns {Job[]}
 */
export function covering(places, themes) {
  const times = Math.max(LANGUAGES.length, themes.length)
  const jobs = places.flatMap((place, shift) => {
    const usedAt = new Set()
    return Array.from({ length: times }, (_, turn) => {
      const setting = {
        language: LANGUAGES[turn % LANGUAGES.length],
        theme: themes[(turn + shift) % themes.length],
        width: WIDTHS[(turn + Math.floor(turn / 2) + shift) % WIDTHS.length],
      }
      // Not always in the first language: the place itself says from which turn on.
      return { place, setting, isDeep: false, order: (turn - shift + times * places.length) % times }
    })
      .sort((one, other) => one.order - other.order)
      .map(({ order: _, ...job }) => {
        const isDeep = !usedAt.has(job.setting.width)
        usedAt.add(job.setting.width)
        return { ...job, isDeep }
      })
  })
  // Those of one setting after another: they share a page where they can.
  return jobs.sort((one, other) => nameOf(one.setting).localeCompare(nameOf(other.setting)))
}

/** @param {Setting} setting */
export const nameOf = ({ language, theme, width }) => `${language} ${theme} ${width}`
