// The words of the app, so that the tests ask for what a person reads in that language.
import { readFileSync } from 'node:fs'

const FOLDER = new URL('../../../locales/', import.meta.url)

/** The tag of the app's language for a locale of the browser. @param {string} locale */
export const tagOf = (locale) => (locale.startsWith('en') ? 'en' : 'uz-Latn')

/**
 * @param {string} tag A language of the app.
 * @returns {(key: string, values?: Record<string, string | number>) => string}
 */
export function wordsOf(tag) {
  const messages = JSON.parse(readFileSync(new URL(`${tag}.json`, FOLDER), 'utf8'))
  const plural = new Intl.PluralRules(tag)
  const number = (value) =>
    typeof value === 'number'
      ? String(value).replace(/\B(?=(\d{3})+$)/g, messages.number_group)
      : value
  return (key, values = {}) => {
    const entry = messages[key]
    if (entry === undefined) throw new Error(`locales/${tag}.json has no ${key}`)
    const pattern = typeof entry === 'string' ? entry : (entry[plural.select(values.count)] ?? entry.other)
    return pattern.replace(/\{(\w+)\}/g, (_, name) => number(values[name]))
  }
}
