// WCAG 3.1.1, 3.1.2: a voice reads each text by the rules of the language it is said to be in.

import { withoutNames } from '../../harness/foreign_words.js'

const CYRILLIC = /\p{Script=Cyrillic}/gu
const LATIN = /\p{Script=Latin}/gu
/** Addresses, names of files, and abbreviations that Cyrillic texts carry as they are. */
const NO_LANGUAGE = /https?:\/\/\S+|\S+@\S+|[\p{L}\p{N}_-]+\.(?:pdf|docx|jpg|png|exe)\b|\b[A-Z0-9]{2,5}\b/gu

/** Which script a tag says; a language without one is written in what its people mostly use. @param {string} lang */
export function scriptOf(lang) {
  const [language, script] = lang.split('-')
  if (script === 'Cyrl' || script === 'Latn' || script === 'Arab') return script
  return { ru: 'Cyrl', kk: 'Cyrl', ky: 'Cyrl', tg: 'Cyrl', ar: 'Arab', fa: 'Arab' }[language] ?? 'Latn'
}

/**
 * Why a text cannot be in the language it is said to be in, or null. Names are in no language, and a foreign word or
 * two make no foreign text: judged is what most of the letters are.
 * @param {string} text @param {string} lang
 */
export function whyImplausible(text, lang) {
  if (!lang) return 'no language is said'
  const words = withoutNames(text).replace(NO_LANGUAGE, '')
  const cyrillic = (words.match(CYRILLIC) ?? []).length
  const latin = (words.match(LATIN) ?? []).length
  const [own, foreign] = scriptOf(lang) === 'Cyrl' ? [cyrillic, latin] : [latin, cyrillic]
  if (scriptOf(lang) === 'Arab' || foreign < 4 || foreign <= own) return null
  return `said to be ${lang}, and written in another script`
}

/** Looks at every text and every name, placeholder and title. @type {import('./check.js').Check} */
export const languageOfText = {
  id: 'language-of-text',
  title: 'Every text is in the script of the language it is said to be in',
  criteria: ['3.1.1', '3.1.2'],
  on: 'state',

  async run(page) {
    const texts = await page.evaluate(gather)
    const found = texts.flatMap(({ text, lang, target }) => {
      const why = whyImplausible(text, lang)
      return why ? [{ target, why: `${why}: “${text.slice(0, 60)}”` }] : []
    })
    return { checked: texts.length, found }
  },
}

function gather() {
  const texts = []
  const add = (element, text) => {
    const lang = element.closest('[lang]')?.getAttribute('lang') ?? ''
    if (/\p{L}{2}/u.test(text)) texts.push({ text: text.trim(), lang, target: window.auditor.describe(element) })
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest('script, style, noscript, textarea')) add(node.parentElement, node.data)
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description']) {
    for (const element of document.querySelectorAll(`[${name}]`)) add(element, element.getAttribute(name))
  }
  return texts
}
