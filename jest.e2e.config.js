/** The deployed tests: one file, in order, against an AWS engine nobody here wrote. Run by `npm run test:e2e`. */
const base = require('./jest.config.js');

module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  testPathIgnorePatterns: [],
  randomize: false,
  bail: 1,
  maxWorkers: 1,
  testTimeout: 300_000,
};
