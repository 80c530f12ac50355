import { availableParallelism } from 'node:os';
import process from 'node:process';

const common = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
};

// Two projects, since jest runs a project's global setup only when one of its tests is to be run:
// nobody else waits for PostgreSQL.
const withPostgres = ['storage', 'whole-bot'];

// Needs Chromium, so it is run only when it is asked for by name: `npm run test:browser`.
const inBrowser = {
  ...common,
  displayName: 'browser',
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  globalSetup: '<rootDir>/test/browser/find-chromium.mjs',
};

export default {
  // Stories wait for what happens, not for a time; this only ends one that waits in vain.
  testTimeout: 60_000,
  // A story waits half of its time. As a number: jest takes no more than "100%", and leaves one core to its terminal.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  projects: [
    {
      ...common,
      displayName: 'rooms',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        ...[...withPostgres, 'browser'].map((room) => `<rootDir>/test/${room}/`),
      ],
    },
    {
      ...common,
      displayName: 'with PostgreSQL',
      testMatch: withPostgres.map((room) => `<rootDir>/test/${room}/**/*.test.ts`),
      globalSetup: '<rootDir>/test/setup/databases.mjs',
      globalTeardown: '<rootDir>/test/setup/clear-away.mjs',
    },
    ...(process.argv.includes('--selectProjects') ? [inBrowser] : []),
  ],
};
