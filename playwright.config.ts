import { defineConfig } from '@playwright/test'
import { browserOptions } from './tests/browser.ts'

export default defineConfig({
  testDir: './tests/stories',
  testMatch: '**/*.story.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  fullyParallel: false,
  timeout: 120_000,
  reporter: [['list']],
  use: {
    trace: 'off',
    actionTimeout: 10_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: await browserOptions(),
  },
  projects: [{ name: 'stories' }],
})
