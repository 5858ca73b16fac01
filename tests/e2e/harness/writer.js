// Somebody who writes past the app, by the contract itself.
import { expect } from '@playwright/test'

/**
 * @param {import('@playwright/test').PlaywrightWorkerArgs['playwright']} playwright
 * @param {import('./sandbox.js').Sandbox} sandbox
 * @param {string} person The key of a seeded person.
 */
export async function writer(playwright, sandbox, person) {
  const request = await playwright.request.newContext({ baseURL: `${sandbox.address}/api/v1/` })
  await request.post('session/login', { form: { person, return_to: '/' }, maxRedirects: 0 })
  const { csrf_token: token } = await (await request.get('session')).json()
  const read = async (path) => (await request.get(path)).json()
  const write = async (method, path, data) => {
    const headers = { 'X-CSRF-Token': token, 'Idempotency-Key': crypto.randomUUID() }
    const response = await request.fetch(path, { method, data, headers })
    expect(response.ok(), `${method} ${path}: ${response.status()}`).toBe(true)
    return response.json()
  }
  return {
    read,
    write,
    /** @param {string} consultation @param {string} text @param {object} [more] */
    comment: (consultation, text, more = {}) =>
      write('POST', `consultations/${consultation}/comments`, { stance: 'for', text, language: 'en', ...more }),
    /** @param {string} id @param {string} text @param {object} [more] */
    edit: (id, text, more = {}) => write('PATCH', `comments/${id}`, { stance: 'for', text, ...more }),
    /** @param {string} id @param {object} decision */
    moderate: async (id, decision) => {
      const { version } = await read(`comments/${id}/moderation`)
      return write('PUT', `comments/${id}/moderation`, { version, ...decision })
    },
  }
}
