/** Tests mirror the source tree; swc strips the types, `npm run types` checks them. */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Deployed and long tests have configurations of their own.
  testPathIgnorePatterns: ['<rootDir>/test/e2e/', '<rootDir>/test/faults/', '<rootDir>/test/soak/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdk.out/', '<rootDir>/demo-out/'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: '<rootDir>/test/global-setup.ts',
  randomize: true,
};
