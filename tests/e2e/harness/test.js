// The fixtures of every journey: a server, the words of the language, and an eye on the console.
import { test as base, expect } from '@playwright/test'
import { drawFairOrder } from './app.js'
import { checkpoint } from './checkpoint.js'
import { Sandbox } from './sandbox.js'
import { tagOf, wordsOf } from './words.js'

export { expect }

export const test = base.extend({
  /** The worker's server; without faults when a test begins. */
  sandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start()
      await use(sandbox)
      await sandbox.stop()
    },
    { scope: 'worker' },
  ],

  /** A server for this test alone, where it stops the clock. */
  ownSandbox: async ({}, use) => {
    const sandbox = await Sandbox.start()
    await use(sandbox)
    await sandbox.stop()
  },

  baseURL: async ({ sandbox }, use) => {
    await use(sandbox.address)
  },

  context: async ({ context }, use) => {
    await drawFairOrder(context)
    await use(context)
  },

  /** The words of the app in the browser's language. */
  say: async ({ locale }, use) => {
    await use(wordsOf(tagOf(locale)))
  },

  /** Errors in the console, none of which a test leaves behind unless it allows them. */
  consoleErrors: [
    async ({ context }, use) => {
      const errors = { found: [], allowed: [] }
      context.on('console', (message) => {
        if (message.type() === 'error') errors.found.push(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => errors.found.push(String(error.error())))
      const left = () =>
        errors.found.filter((error) => !errors.allowed.some((allowed) => allowed.test(error)))
      await use({
        /** @param {RegExp} pattern */
        allow: (pattern) => errors.allowed.push(pattern),
        left,
      })
      expect(left(), 'errors in the console').toEqual([])
    },
    { auto: true },
  ],

  withoutFaults: [
    async ({ sandbox }, use) => {
      await sandbox.recover()
      await use()
      await sandbox.recover()
    },
    { auto: true },
  ],

  /** `checkpoint` on the test's page, with the console looked at too. */
  check: async ({ page, consoleErrors }, use) => {
    await use(async (name, options) => {
      await checkpoint(options?.page ?? page, name, options)
      expect.soft(consoleErrors.left(), `${name}: errors in the console`).toEqual([])
    })
  },
})

/** The browser's word for an answer of the platform that was an error. */
export const FAILED_ANSWER = /Failed to load resource.*\/api\/v1\//
