import { defineConfig } from '@playwright/test'

// `cargo xtask test --only e2e` sets CHROMIUM, MULOQOT_SANDBOX, MULOQOT_DIST and MULOQOT_XTASK.
const needed = ['CHROMIUM', 'MULOQOT_SANDBOX', 'MULOQOT_DIST', 'MULOQOT_XTASK']
const missing = needed.filter((name) => !process.env[name])
if (missing.length > 0) {
  throw new Error(`${missing.join(', ')} not set; run these tests by \`cargo xtask test --only e2e\``)
}

// What these are about is the same at every width; they are gone through once, on the phone.
const OF_ONE_WIDTH = [
  'about',
  'attaching',
  'failure',
  'filtering',
  'going_on',
  'history',
  'hygiene',
  'languages',
  'news',
  'outcome',
  'pieces',
  'previewing',
  'queue',
  'quoting',
  'reporting',
  'similar',
  'statement',
  'taking_along',
  'voting',
].map((name) => `${name}.spec.js`)

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  use: {
    locale: 'uz-Latn-UZ',
    timezoneId: 'Asia/Tashkent',
    actionTimeout: 7_000,
    navigationTimeout: 15_000,
    // A trace costs a sixth of the time: asked for, when one is needed.
    trace: process.env.MULOQOT_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      // These choose their own widths, or look at the server alone.
      testIgnore: ['reflow.spec.js', 'run.spec.js', 'serving.spec.js'],
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
    { name: 'desktop', testIgnore: OF_ONE_WIDTH, use: { viewport: { width: 1280, height: 800 } } },
    // The tests of the audit; the audit itself is `audit/run.js`.
    { name: 'audit', testDir: 'audit', snapshotPathTemplate: '{testDir}/transcripts/{arg}{ext}', use: { viewport: { width: 1280, height: 800 }, locale: 'en-GB' } },
  ],
})
