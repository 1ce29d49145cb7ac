import { defineConfig } from '@playwright/test'
import { browserOptions } from './tests/browser.ts'

export default defineConfig({
  testDir: './tests/stories',
  testMatch: '**/*.story.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  fullyParallel: false,
  timeout: 180_000,
  // Long enough for a machine that does much else at once; nothing waits longer than what it waits for.
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    trace: 'off',
    actionTimeout: 20_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: await browserOptions(),
  },
  projects: [{ name: 'stories' }],
})
