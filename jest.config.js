/** Tests mirror the source tree; swc strips the types, `npm run types` checks them. */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Deployed, browser, long tests and those of the package have configurations of their own.
  testPathIgnorePatterns: ['e2e', 'browser', 'faults', 'soak', 'pack'].map((folder) => `<rootDir>/test/${folder}/`),
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdk.out/', '<rootDir>/demo-out/'],
  // Examples import what their readers import.
  moduleNameMapper: {
    '^bedrock-quota-watchdog$': '<rootDir>/lib/index.ts',
    '^bedrock-quota-watchdog/client$': '<rootDir>/lib/client/index.ts',
  },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: '<rootDir>/test/global-setup.ts',
  randomize: true,
  // Tests that play the bundled Lambda take seconds where a machine is busy.
  testTimeout: 30_000,
};
