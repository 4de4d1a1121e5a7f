/** Tests of the packed package, installed into empty folders: `npm run tarballs`. */
module.exports = {
  ...require('./jest.config.cjs'),
  globalSetup: '<rootDir>/test/tarballs/support/pack.ts',
  testMatch: ['**/test/tarballs/*.tarball.ts'],
  testTimeout: 240_000,
};
