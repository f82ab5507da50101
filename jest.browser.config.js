/** The page and the widget in a real browser; skipped, with the reason, where there is none. Run by `npm run test:browser`. */
const base = require('./jest.config.js');

module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  testPathIgnorePatterns: [],
  globalSetup: '<rootDir>/test/browser/global-setup.ts',
  // One browser at a time: it has threads enough of its own.
  maxWorkers: 1,
  testTimeout: 30_000,
};
