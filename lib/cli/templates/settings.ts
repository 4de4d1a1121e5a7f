import { peersOf, type OwnPackage } from '../own-package';

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Packages that a new project has besides Tunnelwright, in the releases that Tunnelwright itself is built with. */
const tools = ['@swc/core', '@swc/jest', '@types/jest', '@types/node', 'jest', 'typescript'];

/** `package.json`. `name`: that of the project, as npm takes it. `drivers`: optional packages that it uses. */
export const packageText = (name: string, own: OwnPackage, drivers: readonly string[] = []): string =>
  json({
    name,
    version: '0.1.0',
    private: true,
    scripts: {
      types: 'tsc',
      test: 'jest',
      synth: 'tunnelwright synth',
      lint: 'tunnelwright lint',
      lab: 'tunnelwright lab --app main.ts',
      plan: 'tunnelwright plan',
      apply: 'tunnelwright apply',
      verify: 'tunnelwright verify',
    },
    jest: {
      testMatch: ['**/test/**/*.test.ts'],
      transform: {
        '^.+\\.ts$': [
          '@swc/jest',
          { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
        ],
      },
    },
    dependencies: { ...peersOf(own, drivers), tunnelwright: `^${own.version}` },
    devDependencies: {
      ...Object.fromEntries(tools.map((tool) => [tool, own.devDependencies[tool] ?? '*'])),
      tsx: own.dependencies['tsx'] ?? '*',
    },
  });

/** `cdktf.json`: the program that every command runs. */
export const cdktfText = (name: string): string =>
  json({ language: 'typescript', app: 'npx tsx main.ts', projectId: name, sendCrashReports: 'false' });

/** `tsconfig.json`: types are checked, nothing is compiled. */
export const tsconfigText = json({
  compilerOptions: {
    target: 'ES2022',
    module: 'node16',
    moduleResolution: 'node16',
    strict: true,
    noUncheckedIndexedAccess: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node', 'jest'],
  },
  include: ['**/*.ts'],
  exclude: ['node_modules', 'cdktf.out'],
});

/** What must not be committed; the comments say why. */
export const gitignoreText = `node_modules/

# Written by synth and by Terraform
cdktf.out/
.terraform/
*.tfstate*

# A lab, saved plans, and reports
.lab/
plan.json
p.json
report.html

# Ledgers of this machine alone, and their key; those of a team are in PostgreSQL or S3
.tunnelwright/
fingerprint.key

.env
`;
