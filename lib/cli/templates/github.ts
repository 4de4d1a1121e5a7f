import {
  indented,
  ledgerVariables,
  lookForDrift,
  markedPlan,
  planMark,
  programVariables,
  rehearsal,
  reportOfDrift,
  type Pipeline,
} from './pipeline';

const expression = (text: string): string => `\${{ ${text} }}`;

const setup = `      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with: { node-version: 22, cache: npm }
      - run: npm ci`;

/** Of one step; the others that ask devices name it. */
const secrets = [...ledgerVariables, ...programVariables]
  .map((name) => `          ${name}: ${expression(`secrets.${name}`)}`)
  .join('\n');

const isDefaultBranch = 'github.ref_name == github.event.repository.default_branch';

const head = (
  branch: string,
): string => `# Pull request: checked, rehearsed on simulated devices, then planned on the real ones. The plan becomes a comment.
# Merge: exactly that plan is applied, and refused where program, devices or ledgers have moved since.
# Night: what was changed by hand becomes an issue.
#
# No device is asked before the variable VPN_RUNNER of the repository is set: the label of a runner of your own that
# reaches them. What else is to be set: node_modules/tunnelwright/docs/how-to/pipeline.md.
name: vpn
on:
  pull_request:
  push:
    # The default branch. Where another is made that, write its name here.
    branches: [${branch}]
  schedule:
    - cron: '23 2 * * *'
  workflow_dispatch:
    inputs:
      run:
        description: Apply the plan of this run, given by its address or the number in that. Empty - plan the branch as it is
        type: string
        default: ''
      disruption:
        description: Tunnels that are up may be dropped
        type: boolean
        default: false

# Each job says what it needs.
permissions: {}
`;

const check = `  # No secret, no device: also for pull requests of forks.
  check:
    if: github.event_name != 'schedule'
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
      security-events: write
    steps:
${setup}
      - run: npm run types
      - run: npm test
      - run: npx tunnelwright synth
      - name: Lint
        # Exit code 2: warnings only.
        run: npx tunnelwright lint --sarif > lint.sarif || [ $? -eq 2 ]
      - name: Upload what lint found
        if: always() && hashFiles('lint.sarif') != ''
        # A fork, and a private repository without code scanning, may not.
        continue-on-error: true
        uses: github/codeql-action/upload-sarif@v4
        with: { sarif_file: lint.sarif, category: tunnelwright }
      - name: Rehearse
        run: |
          ${indented(rehearsal, 10)}
`;

const plan = `  # Not for forks: what they declare would be run beside the logins.
  plan:
    needs: check
    if: >-
      vars.VPN_RUNNER != '' &&
      (github.event_name == 'pull_request' && github.base_ref == github.event.repository.default_branch &&
      github.event.pull_request.head.repo.full_name == github.repository ||
      github.event_name == 'workflow_dispatch' && inputs.run == '' && ${isDefaultBranch})
    runs-on: ${expression('vars.VPN_RUNNER')}
    timeout-minutes: 30
    environment: vpn-plan
    # A newer push makes an older plan worthless.
    concurrency: { group: 'vpn-plan-${expression('github.ref')}', cancel-in-progress: true }
    permissions:
      contents: read
      pull-requests: write
    steps:
${setup}
      - name: Plan
        # For the steps alone that ask devices: not for the scripts of packages that npm ci runs. Your program's belong here.
        env: &logins
${secrets}
        # Exit code 2: there are changes.
        run: npx tunnelwright plan --brief --out plan.json || [ $? -eq 2 ]
      - name: Show
        if: ${expression("!cancelled() && hashFiles('plan.json') != ''")}
        run: |
          npx tunnelwright show plan.json --markdown > plan.md
          { cat plan.md; printf '\\nTo apply this plan by hand, run this workflow with %s.\\n' "$GITHUB_RUN_ID"; } >> "$GITHUB_STEP_SUMMARY"
      - name: Comment
        if: ${expression("!cancelled() && github.event_name == 'pull_request' && hashFiles('plan.md') != ''")}
        env:
          GH_TOKEN: ${expression('github.token')}
          PULL: ${expression('github.event.pull_request.number')}
        run: |
          ${markedPlan}
          comments="$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$PULL/comments" --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("${planMark}"))) | .id')"
          if [ -n "$comments" ]; then
            gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/\${comments%%[!0-9]*}" --field body=@comment.md
          else
            gh pr comment "$PULL" --body-file comment.md
          fi
      - name: Keep the plan
        uses: actions/upload-artifact@v5
        with: { name: plan, path: plan.json, if-no-files-found: error, overwrite: true, retention-days: 30 }
`;

const apply = `  apply:
    needs: check
    if: >-
      vars.VPN_RUNNER != '' && ${isDefaultBranch} &&
      (github.event_name == 'push' || github.event_name == 'workflow_dispatch' && inputs.run != '')
    runs-on: ${expression('vars.VPN_RUNNER')}
    timeout-minutes: 60
    environment: vpn
    # One at a time, and none is ended in the middle. One waits; a newer one takes its place.
    concurrency: { group: vpn-devices, cancel-in-progress: false }
    permissions:
      contents: read
      actions: read
      pull-requests: read
    env:
      TUNNELWRIGHT_ALLOW_DISRUPTION: ${expression("inputs.disruption && 'yes' || 'no'")}
    steps:
${setup}
      - name: Fetch the plan
        env:
          GH_TOKEN: ${expression('github.token')}
          RUN: ${expression('inputs.run')}
        run: |
          if [ -z "$RUN" ]; then
            # What a fork kept as its plan may be anything.
            head="$(gh api "repos/$GITHUB_REPOSITORY/commits/$GITHUB_SHA/pulls" --jq '.[0].head | select(.repo.full_name == env.GITHUB_REPOSITORY) | .sha')"
            [ -z "$head" ] || RUN="$(gh run list --workflow vpn.yml --event pull_request --commit "$head" --status success --limit 1 --json databaseId --jq '.[0].databaseId // empty')"
          fi
          RUN="\${RUN##*/runs/}"
          RUN="\${RUN%%[/?]*}"
          case "$RUN" in
            '') echo '::error::There is no plan of this commit. Run this workflow by hand to make one, and again with the number that its summary names.' ;;
            *[!0-9]*) echo "::error::'$RUN' is not the number of a run. It is the one in its address, 7007 in .../actions/runs/7007, and not the one behind #." ;;
            *) ! gh run download "$RUN" --name plan || exit 0
               echo "::error::Run $RUN kept no plan, or keeps it no more (30 days). Run this workflow by hand to make one." ;;
          esac
          exit 1
      - name: Apply
        # With --app the plan must be of the program that was merged.
        run: npx tunnelwright apply plan.json --app main.ts
        env: *logins
      - name: Verify
        env: *logins
        run: npx tunnelwright verify --wait 60
`;

const drift = `  drift:
    if: vars.VPN_RUNNER != '' && github.event_name == 'schedule'
    runs-on: ${expression('vars.VPN_RUNNER')}
    timeout-minutes: 30
    environment: vpn-plan
    concurrency: { group: vpn-drift, cancel-in-progress: false }
    permissions:
      contents: read
      issues: write
    steps:
${setup}
      - name: Look
        env: *logins
        run: |
          ${indented(lookForDrift, 10)}
          echo "DRIFT=$drift" >> "$GITHUB_ENV"
          echo "CERTS=$certs" >> "$GITHUB_ENV"
      - name: Tell
        env:
          GH_TOKEN: ${expression('github.token')}
        run: |
          issue="$(gh issue list --label vpn-drift --state open --limit 1 --json number --jq '.[0].number // empty')"
          if [ "$DRIFT$CERTS" = 00 ]; then
            [ -z "$issue" ] || gh issue close "$issue" --comment 'Found no more.'
            exit 0
          fi
          ${indented(reportOfDrift('$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID'), 10)}
          gh label create vpn-drift --description 'VPN devices are not as declared' --force
          if [ -n "$issue" ]; then
            gh issue comment "$issue" --body-file report.md
          else
            gh issue create --title 'VPN devices are not as declared' --label vpn-drift --body-file report.md
          fi
          # What could not be found out is an error.
          for code in "$DRIFT" "$CERTS"; do [ "$code" -eq 0 ] || [ "$code" -eq 2 ]; done
`;

export const github: Pipeline = {
  path: '.github/workflows/vpn.yml',
  text: (branch) => `${head(branch)}\njobs:\n${[check, plan, apply, drift].join('\n')}`,
  namesBranch: true,
  driver: 'pg',
  request: 'pull request',
};
