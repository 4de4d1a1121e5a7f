/** Tests are TypeScript, compiled by swc; types are checked by `npm run check`. */
module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/compiled.ts',
  testSequencer: '<rootDir>/scripts/longest-first.cjs',
  roots: ['<rootDir>/test', '<rootDir>/examples/organisation-module/vpn/test'],
  testMatch: ['**/*.test.ts'],
  moduleNameMapper: {
    '^tunnelwright$': '<rootDir>/constructs/index.ts',
    '^tunnelwright/testing$': '<rootDir>/testing/index.ts',
    '^tunnelwright/store-contract$': '<rootDir>/testing/store-contract.ts',
    '^@example/vpn$': '<rootDir>/examples/organisation-module/vpn/src/index.ts',
    '^(\\.{1,2}/.+)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  testTimeout: 60000,
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/scripts/closing-line.cjs'],
};
