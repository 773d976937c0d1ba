import { defineConfig } from '@playwright/test'

/** `bin/test` starts the platform with its demo world and says where; nothing here stands in for a server. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One account, one world: tests that issue codes and log out would get into one another's way.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.SUYUAN_URL ?? 'http://localhost:8080',
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    // What is measured is what stands there, not how it fades in.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
})
