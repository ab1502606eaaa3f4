import { defineConfig } from 'vitest/config'

/** `unit` runs in seconds beside the code; `slow` reads real pages and drives a real browser, one file at a time. */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{facts,models,rules,api,datasets,eval}/**/*.test.ts', 'web/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts', '**/node_modules/**'],
          // One process for many files: what they share (the catalogue's code, networks, fonts) is loaded once. Its pictures are opened as in a reader.
          isolate: false,
          setupFiles: ['models/intake/safe-sharp.ts'],
          // A loaded machine is no fault of the code: only what hangs is stopped.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['{facts,models,rules,api,web,datasets,eval}/**/*.slow.test.ts'],
          exclude: ['**/node_modules/**'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
