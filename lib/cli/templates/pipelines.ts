/** A file for a service that runs a pipeline. */
export interface Pipeline {
  readonly path: string;
  readonly text: string;
}

/** Starts a lab with a key that lives as long as it, applies to it, and demands that the tunnel comes up. */
const rehearsal = (indent: string): string =>
  [
    `export PUNE_DELHI_KEY="$(node -p 'crypto.randomUUID()')"`,
    'npx tunnelwright lab --app main.ts &',
    'for second in $(seq 60); do [ -f .lab/lab.json ] && break; sleep 1; done',
    'npx tunnelwright apply --lab .lab/lab.json --yes',
    'npx tunnelwright verify --lab .lab/lab.json --wait 30',
  ].join(`\n${indent}`);

const devices = ['PUNE_USERNAME', 'PUNE_PASSWORD', 'DELHI_USERNAME', 'DELHI_PASSWORD', 'PUNE_DELHI_KEY'];
const expression = (text: string): string => `\${{ ${text} }}`;

const githubSetup = `      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22, cache: npm }
      - run: npm ci`;
const githubEnv = ['TUNNELWRIGHT_LEDGER: ' + expression('vars.VPN_LEDGER')]
  .concat(devices.map((name) => `${name}: ${expression(`secrets.${name}`)}`))
  .join('\n      ');

const github = `# Every push and pull request: checked, and rehearsed on simulated devices.
# Real devices: only when a person starts it (Actions, vpn, Run workflow).
name: vpn
on:
  push:
    branches: [main]
  pull_request:
  workflow_dispatch:
    inputs:
      verb:
        description: What to do with the real devices
        type: choice
        options: [plan, apply]

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
${githubSetup}
      - run: npm run types
      - run: npm test
      - run: npx tunnelwright synth
      # Exit code 2: warnings only.
      - run: npx tunnelwright lint || [ $? -eq 2 ]
      - name: Rehearse
        run: |
          ${rehearsal('          ')}

  # Needs two variables of this repository: VPN_RUNNER, the label of a runner of your own that reaches the devices, and
  # VPN_LEDGER, a directory on it that stays and is backed up. The logins and the key are its secrets.
  devices:
    needs: check
    if: github.event_name == 'workflow_dispatch' && vars.VPN_RUNNER != '' && vars.VPN_LEDGER != ''
    runs-on: ${expression('vars.VPN_RUNNER')}
    environment: vpn
    concurrency: vpn-devices
    env:
      ${githubEnv}
    steps:
${githubSetup}
      # Exit code 2: there are changes.
      - if: inputs.verb == 'plan'
        run: npx tunnelwright plan || [ $? -eq 2 ]
      - if: inputs.verb == 'apply'
        run: npx tunnelwright apply --yes
      - if: inputs.verb == 'apply'
        run: npx tunnelwright verify --wait 60
`;

const gitlabDevices = (verb: string, script: readonly string[]): string => `
${verb}:
  stage: devices
  rules:
    - if: $VPN_RUNNER && $VPN_LEDGER && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      when: manual
      allow_failure: true
  tags: [$VPN_RUNNER]
  resource_group: vpn-devices
  variables:
    TUNNELWRIGHT_LEDGER: $VPN_LEDGER
  script:
    - npm ci
${script.map((line) => `    - ${line}`).join('\n')}
`;

const gitlab = `# Every commit: checked, and rehearsed on simulated devices.
# Real devices: only when a person starts a job, on the default branch. Needs two variables of this project: VPN_RUNNER,
# the tag of a runner of your own that reaches the devices, and VPN_LEDGER, a directory on it that stays and is backed up.
# The logins and the key are masked, protected variables: ${devices.slice(0, 3).join(', ')},
# ${devices.slice(3).join(', ')}.
stages: [check, devices]

default:
  image: node:22

check:
  stage: check
  script:
    - npm ci
    - npm run types
    - npm test
    - npx tunnelwright synth
    # Exit code 2: warnings only.
    - npx tunnelwright lint || [ $? -eq 2 ]
    - |
      ${rehearsal('      ')}
${gitlabDevices('plan', ['npx tunnelwright plan || [ $? -eq 2 ]'])}${gitlabDevices('apply', ['npx tunnelwright apply --yes', 'npx tunnelwright verify --wait 60'])}`;

/** By the name that `--ci` takes. */
export const pipelines: Readonly<Record<string, Pipeline | undefined>> = {
  github: { path: '.github/workflows/vpn.yml', text: github },
  gitlab: { path: '.gitlab-ci.yml', text: gitlab },
  none: undefined,
};

export const pipelineNames: readonly string[] = Object.keys(pipelines);
