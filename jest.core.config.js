const { globalSetup, ...base } = require('./jest.config');

/** The tests of lib/core alone: pure, so they need no bundle; what the mutation testing runs against each change. */
module.exports = { ...base, testMatch: ['<rootDir>/test/lib/core/**/*.test.ts'], randomize: false };
