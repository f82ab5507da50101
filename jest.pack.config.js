/** The package as others get it: packed, installed into folders of their own by npm, used there. Run by `npm run test:pack`. */
const base = require('./jest.config.js');

module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/pack/**/*.test.ts'],
  testPathIgnorePatterns: [],
  globalSetup: '<rootDir>/test/pack/global-setup.ts',
  globalTeardown: '<rootDir>/test/pack/global-teardown.ts',
  // npm and compilers have threads enough of their own.
  maxWorkers: 1,
  // An installation of the CDK takes as long as the registry wants.
  testTimeout: 600_000,
};
