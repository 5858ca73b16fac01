// What a screen reader would say, by a virtual one that runs in the page (@guidepup/virtual-screen-reader). It follows the
// specifications, as no real one does in all; it shows what there is to be said, and in which order.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'), 'utf8')
/** An address of the page's own site: its policy allows scripts from nowhere else. */
const ADDRESS = '/audited/virtual-screen-reader.js'
/** Phrases after which a place that never ends is given up. */
const MOST = 600

export class Transcript {
  #page

  constructor(page) {
    this.#page = page
  }

  /**
   * Starts a reader in a part of the page.
   * @param {import('@playwright/test').Page} page @param {string} selector
   */
  static async start(page, selector) {
    await page.route(`**${ADDRESS}`, (route) => route.fulfill({ contentType: 'text/javascript', body: SOURCE }))
    await page.evaluate(
      async ([address, selector]) => {
        const { virtual } = await import(address)
        window.auditedReader = virtual
        await virtual.start({ container: document.querySelector(selector) })
      },
      [ADDRESS, selector],
    )
    return new Transcript(page)
  }

  /** Reads to the end of the part. */
  async readOn() {
    await this.#page.evaluate(async (most) => {
      const reader = window.auditedReader
      const end = (phrase) => /^end of (document|main|form|region)\b/.test(phrase)
      for (let phrases = 0; phrases < most; phrases += 1) {
        await reader.next()
        const log = await reader.spokenPhraseLog()
        // After the last phrase the reader begins anew with the first.
        if (log.length > 2 && log.at(-1) === log[0]) break
        if (end(log.at(-1)) && log.at(-1).replace('end of ', '') === log[0]) break
      }
    }, MOST)
  }

  /** What was said until now, a phrase a line. @returns {Promise<string>} */
  async said() {
    const phrases = await this.#page.evaluate(() => window.auditedReader.spokenPhraseLog())
    return `${phrases.join('\n')}\n`
  }

  async stop() {
    await this.#page.evaluate(() => window.auditedReader.stop())
  }
}
