/** A real Terraform over the packed package: `npm run terraform`. */
module.exports = {
  ...require('./jest.tarballs.cjs'),
  testMatch: ['**/test/terraform/*.terraform.ts'],
};
