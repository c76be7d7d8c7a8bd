import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two workers: a journey starts a whole bot against a real database, and small machines have two cores.
    maxWorkers: 2,
  },
})
