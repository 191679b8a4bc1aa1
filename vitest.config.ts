import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** `server-only` throws outside a React server; its empty variant is what Next itself resolves there. */
const alias = {
  '@': root.replace(/[\\/]$/, ''),
  'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
};

/** A shared machine can stall for seconds, and some tests bound a time or wait; what fails twice is broken. The report names what was tried again. */
const retry = process.env.CI ? 1 : 0;

const shared = { environment: 'node' as const, setupFiles: ['tests/support/setup.ts'] };

export default defineConfig({
  resolve: { alias },
  test: {
    // Vitest leaves one core to watch by, which on a box of two is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['{app,components,course,grader,schemas,scripts,server}/**/*.test.{ts,tsx}'],
          // Those over hundreds of seeds take a second in quiet, and ten where others use the machine.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'architecture', include: ['tests/architecture/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'contract',
          include: ['tests/contract/**/*.test.{ts,tsx}'],
          // Some go over every exercise, sample and lesson, on machines that others use too.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          retry,
          globalSetup: ['tests/support/postgres-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'attack',
          include: ['tests/attack/**/*.test.ts'],
          retry,
          globalSetup: ['tests/support/postgres-setup.ts', 'tests/support/attack-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'crash',
          include: ['tests/crash/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          // Hundreds of processes are started and killed: `npm run test:crash`, not part of `npm test`.
          testTimeout: 3_600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
