// Words on a page that are of another language than the page says they are.
import { readFileSync } from 'node:fs'
import { LANGUAGES, shortMessagesOf } from './words.js'

/** Names are in no language: of people, of types of file, and our own. */
const NAMES = [
  ...readFileSync(new URL('../../../sandbox/seeds/people.toml', import.meta.url), 'utf8').matchAll(
    /^name = "(.*)"$/gm,
  ),
]
  .map(([, name]) => name)
  .concat('Muloqot', 'PDF', 'JPEG', 'PNG')
  .sort((one, other) => other.length - one.length)

/** A text without the names in it. @param {string} text */
export const withoutNames = (text) => NAMES.reduce((text, name) => text.replaceAll(name, ''), text)

const textsOf = (tag) =>
  Object.values(shortMessagesOf(tag)).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)))

/** The longest stretch of a message between its placeholders. */
const kernelOf = (text) =>
  text
    .split(/\{\w+\}/)
    .map((part) => part.trim())
    .sort((one, other) => other.length - one.length)[0]

/** What only other languages say; short words may well be the same in two. @param {string} tag */
function foreignKernels(tag) {
  const own = textsOf(tag).join('\n').toLowerCase()
  return LANGUAGES.filter((other) => other !== tag)
    .flatMap(textsOf)
    .map(kernelOf)
    .map((kernel) => kernel.toLowerCase())
    .filter((kernel) => kernel.length > 3 && !own.includes(kernel))
}

/** Letters that a text of the language cannot have. */
const FOREIGN_LETTERS = {
  'uz-Latn': /[\u0400-\u04FFáǵıńóú]/i,
  'uz-Cyrl': /[a-zщы]/i,
  'kaa-Latn': /[\u0400-\u04FFʻʼ]/i,
  ru: /[a-zўқғҳ]/i,
  en: /[\u0400-\u04FFáǵıńóú]/i,
}

/**
 * What the app says in another language than its page, and not in the words of somebody else.
 * @param {import('@playwright/test').Page} page @param {string} tag The page's language.
 * @returns {Promise<string[]>}
 */
export async function foreignWords(page, tag) {
  const said = await page.evaluate(gather)
  const kernels = foreignKernels(tag)
  return said.filter((text) => {
    const words = withoutNames(text).trim()
    const said = words.toLowerCase()
    const isForeign = (kernel) => said === kernel || (kernel.length > 7 && said.includes(kernel))
    return FOREIGN_LETTERS[tag].test(words) || kernels.some(isForeign)
  })
}

/** Runs in the page: every text, name and title that stands under the page's own language. */
function gather() {
  const root = document.documentElement
  const isOwn = (element) => element.closest('[lang]') === root && !element.closest('textarea, noscript')
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isOwn(node.parentElement)) texts.push(node.textContent.trim())
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      if (isOwn(element)) texts.push(element.getAttribute(name))
    }
  }
  return texts.filter(Boolean)
}
