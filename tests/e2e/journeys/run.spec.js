// What a person gets from `cargo xtask run`: the command itself is started, from the tools' check to the served page.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '../harness/test.js'
import { addressIn } from '../harness/sandbox.js'

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const test = base.extend({
  /** Where `cargo xtask run` serves a new database. */
  served: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'muloqot-run-'))
      const command = spawn(
        process.env.MULOQOT_XTASK,
        ['run', '--port', '0', '--database', join(folder, 'run.sqlite')],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      await use(await addressIn(command, 60_000))
      const ended = new Promise((resolve) => command.once('exit', resolve))
      command.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

const assetsOf = async (address) =>
  (await (await fetch(address)).text()).match(/\/assets\/[\w.-]+/g).filter((path, at, all) => all.indexOf(path) === at)

const get = (address, headers = {}) =>
  fetch(address, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd', ...headers } })

test('every answer is secured, kept no longer than it should be, and small', async ({ served }) => {
  const assets = await assetsOf(served)
  expect(assets.some((path) => path.endsWith('.wasm'))).toBe(true)
  const kinds = [
    { paths: ['/', '/consultations', '/consultations/open-data', '/no/such/page'], cache: /^no-cache$/ },
    { paths: assets, cache: /^public, max-age=31536000, immutable$/ },
    { paths: ['/api/v1/consultations', '/api/v1/session', '/api/v1/agencies'], cache: /no-cache|no-store|private/ },
  ]
  for (const { paths, cache } of kinds) {
    for (const path of paths) {
      const { status, headers } = await get(served + path)
      expect.soft(status, path).toBe(200)
      expect.soft(headers.get('content-security-policy'), path).toBe(POLICY)
      expect.soft(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect.soft(headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin')
      expect.soft(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
      expect.soft(headers.get('permissions-policy'), path).toContain('geolocation=()')
      expect.soft(headers.get('cache-control'), path).toMatch(cache)
      expect.soft(headers.get('content-type'), path).toMatch(
        { wasm: /^application\/wasm$/, js: /^text\/javascript/, css: /^text\/css/ }[path.split('.')[1]] ??
          /^(text\/html|application\/json|image\/)/,
      )
    }
  }
})

/** A file that small may grow by being compressed, and then goes out as it is. */
const SMALL_BYTES = 256

test('what is big enough comes as brotli', async ({ served }) => {
  const big = []
  for (const path of (await assetsOf(served)).filter((path) => /\.(wasm|js|css|json)$/.test(path))) {
    const { byteLength } = await (await get(served + path)).arrayBuffer()
    if (byteLength >= SMALL_BYTES) big.push(path)
  }
  expect(big.length).toBeGreaterThan(5)
  for (const path of ['/', ...big, '/api/v1/consultations/school-meals/comments?sort=most_supported&limit=20']) {
    const { headers } = await get(served + path)
    expect.soft(headers.get('content-encoding'), path).toBe('br')
    expect.soft(headers.get('vary')?.toLowerCase(), path).toContain('accept-encoding')
  }
})
