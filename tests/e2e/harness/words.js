// The words of the app, so that the tests ask for what a person reads in that language.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The tags of the app's languages. */
export const LANGUAGES = ['uz-Latn', 'uz-Cyrl', 'kaa-Latn', 'ru', 'en']

/** What a browser of a reader of each language is set to. */
export const BROWSERS = {
  'uz-Latn': 'uz-Latn-UZ',
  'uz-Cyrl': 'uz-Cyrl-UZ',
  'kaa-Latn': 'kaa-Latn-UZ',
  ru: 'ru-RU',
  en: 'en-GB',
}

/** The tag of the app's language for a locale of the browser. @param {string} locale */
export const tagOf = (locale) =>
  LANGUAGES.find((tag) => locale.startsWith(tag)) ??
  LANGUAGES.find((tag) => tag.split('-')[0] === locale.split('-')[0]) ??
  'uz-Latn'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Each message's key by the short one that a built app knows it by: its place among all in their order. */
const KEYS = new Map(
  Object.keys(JSON.parse(readFileSync(new URL('../../../locales/en.json', import.meta.url), 'utf8')))
    .sort()
    .map((key, place) => [`~${DIGITS[Math.floor(place / DIGITS.length)]}${DIGITS[place % DIGITS.length]}`, key]),
)

/** What the built app says in a language, by short key. @param {string} tag */
export function shortMessagesOf(tag) {
  const folder = join(process.env.MULOQOT_DIST, 'assets')
  const file = readdirSync(folder).find((name) => name.startsWith(`${tag}-`) && name.endsWith('.json'))
  if (!file) throw new Error(`the app has no language ${tag}`)
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}

/** What the forms for reporting and moderating say in a language, by key. @param {string} tag */
const moderationOf = (tag) =>
  JSON.parse(readFileSync(join(process.env.MULOQOT_DIST, 'moderation', `${tag}.json`), 'utf8'))

/** What only the fields for files say in a language: in a file of their own. @param {string} tag */
const attachingMessagesOf = (tag) =>
  JSON.parse(readFileSync(join(process.env.MULOQOT_DIST, 'attaching', `${tag}.json`), 'utf8'))

/** What the built app says in a language, by key. @param {string} tag */
function messagesOf(tag) {
  const said = Object.entries(shortMessagesOf(tag)).map(([short, entry]) => [KEYS.get(short), entry])
  return { ...moderationOf(tag), ...Object.fromEntries(said) }
}

/** What only outcomes say in a language: in a file of their own. @param {string} tag */
const outcomeMessagesOf = (tag) => JSON.parse(readFileSync(join(process.env.MULOQOT_DIST, 'outcome', `${tag}.json`), 'utf8'))

/** What stands around the text of a consultation in a language: in a file of its own. @param {string} tag */
const aboutOf = (tag) => JSON.parse(readFileSync(join(process.env.MULOQOT_DIST, 'about', `${tag}.json`), 'utf8'))

/** What is said where somebody writes with care: in a file of its own. @param {string} tag */
const writingOf = (tag) => JSON.parse(readFileSync(join(process.env.MULOQOT_DIST, 'writing', `${tag}.json`), 'utf8'))

/** The plural category of a count; no browser and no Node knows Karakalpak. */
const categoryOf = (tag, count) => (tag === 'kaa-Latn' ? 'other' : new Intl.PluralRules(tag).select(count))

/**
 * @param {string} tag A language of the app.
 * @returns {(key: string, values?: Record<string, string | number>) => string}
 */
export function wordsOf(tag) {
  const messages = { ...messagesOf(tag), ...aboutOf(tag), ...outcomeMessagesOf(tag), ...attachingMessagesOf(tag), ...writingOf(tag) }
  const number = (value) =>
    typeof value === 'number'
      ? String(value).replace(/\B(?=(\d{3})+$)/g, messages.number_group)
      : value
  return (key, values = {}) => {
    const entry = messages[key]
    if (entry === undefined) throw new Error(`${tag} has no ${key}`)
    const pattern = typeof entry === 'string' ? entry : (entry[categoryOf(tag, values.count)] ?? entry.other)
    return pattern.replace(/\{(\w+)\}/g, (_, name) => number(values[name]))
  }
}
