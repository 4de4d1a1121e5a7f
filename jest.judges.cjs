/** What others wrote judges what is written here: `npm run judges`. */
module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: ['**/test/judges/*.judge.ts'],
  testTimeout: 120_000,
};
