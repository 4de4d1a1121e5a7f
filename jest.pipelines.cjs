/** Pipelines that `init` writes, run step by step: `npm run pipeline`. */
module.exports = {
  ...require('./jest.config.cjs'),
  globalSetup: '<rootDir>/test/tarballs/support/pack.ts',
  testMatch: ['**/test/pipelines/*.pipeline.ts'],
  testTimeout: 240_000,
};
