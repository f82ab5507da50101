/** What takes minutes: the fault table and a soak of a day. Run by `npm run test:long`. */
const base = require('./jest.config.js');

module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/faults/**/*.test.ts', '<rootDir>/test/soak/**/*.test.ts'],
  testPathIgnorePatterns: [],
};
