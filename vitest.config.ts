import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,kernel,modules,ui,apps,tools,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
