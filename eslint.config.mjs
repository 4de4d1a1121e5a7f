// What prettier and the compiler do not see. Floors, rooms and sizes are the business of test/architecture.test.ts.
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', 'cdktf.out/', '.demo*/', '.lab/', '.tunnelwright/', 'coverage/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],

      // Off: what a device answers is `Json`, of which a number or a text is wanted; String(json) is how it is read.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Off: grammars, dialects and lookups are records of functions, which may be taken apart. Sessions, consoles, clients
      // and stores are classes: call their methods on them.
      '@typescript-eslint/unbound-method': 'off',
      // Off: `async` also says that what throws inside rejects, which an asynchronous contract asks for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    // Off: jest's matchers (`expect.any`, `expect.objectContaining`) are typed `any`.
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
);
