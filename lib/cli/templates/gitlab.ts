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

const all = [...ledgerVariables, ...programVariables];

const head = `# Merge request: checked, rehearsed on simulated devices, then planned on the real ones. The plan becomes a comment.
# Merge: exactly that plan is applied, and refused where program, devices or ledgers have moved since.
# Night (a pipeline schedule): what was changed by hand becomes an issue.
#
# No device is asked before the variable VPN_RUNNER of the project is set: the tag of a runner of your own that reaches
# them. Its other variables are VPN_TOKEN, an access token of the project (role Reporter, scope api), and
# ${all.slice(0, 4).join(', ')},
# ${all.slice(4).join(', ')}: node_modules/tunnelwright/docs/how-to/pipeline.md.
stages: [check, plan, apply, drift]

workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      # What is merged is applied, though more is merged meanwhile.
      auto_cancel: { on_new_commit: none }

default:
  image: node:22
  # A newer push to a merge request makes the older pipeline worthless. All its jobs must say so, or none is ended.
  interruptible: true
  before_script:
    # Scripts of packages would be run beside the logins.
    - npm ci --ignore-scripts

variables:
  API: $CI_API_V4_URL/projects/$CI_PROJECT_ID
`;

const check = `# No secret, no device.
check:
  stage: check
  timeout: 20 minutes
  rules:
    - if: $CI_PIPELINE_SOURCE != "schedule"
  script:
    - npm run types
    - npm test
    - npx tunnelwright synth
    # Exit code 2: warnings only. SARIF is for tools that read the artifact, JUnit for the merge request.
    - npx tunnelwright lint --sarif > lint.sarif || true
    - npx tunnelwright lint --junit > lint.xml || [ $? -eq 2 ]
    - |
      ${indented(rehearsal, 6)}
  artifacts:
    when: always
    paths: [lint.sarif]
    reports: { junit: lint.xml }
`;

const plan = `# Not for forks: what they declare would be run beside the logins. Started by hand it plans the default branch.
plan:
  stage: plan
  timeout: 30 minutes
  needs: [check]
  rules:
    - if: $VPN_RUNNER && $CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID
    - if: $VPN_RUNNER && $CI_PIPELINE_SOURCE == "web"
  tags: [$VPN_RUNNER]
  environment: { name: vpn-plan, action: access }
  script:
    # Exit code 2: there are changes.
    - code=0; npx tunnelwright plan --brief --out plan.json || code=$?
    - |
      if [ -f plan.json ]; then
        npx tunnelwright show plan.json --markdown > plan.md
        npx tunnelwright show plan.json --junit > plan.xml
        if [ -n "$CI_MERGE_REQUEST_IID" ]; then
          # The comment of an earlier run is replaced: the one that begins so, of the user that the token is of.
          ${markedPlan}
          notes="$API/merge_requests/$CI_MERGE_REQUEST_IID/notes"
          curl --silent --show-error --fail-with-body --output user.json --header "PRIVATE-TOKEN: $VPN_TOKEN" "$CI_API_V4_URL/user"
          curl --silent --show-error --fail-with-body --output notes.json --header "PRIVATE-TOKEN: $VPN_TOKEN" "$notes?sort=asc&per_page=100"
          note="$(node -p 'const read = (file) => JSON.parse(require("fs").readFileSync(file, "utf8")); read("notes.json").find(({ author, body }) => author.id === read("user.json").id && body.startsWith("${planMark}"))?.id ?? ""')"
          if [ -n "$note" ]; then set -- --request PUT "$notes/$note"; else set -- "$notes"; fi
          curl --silent --show-error --fail-with-body --output note.json --header "PRIVATE-TOKEN: $VPN_TOKEN" --data-urlencode body@comment.md "$@"
        fi
      fi
    - '[ "$code" -eq 0 ] || [ "$code" -eq 2 ]'
  artifacts:
    when: always
    expire_in: 30 days
    paths: [plan.json, plan.md]
    reports: { junit: plan.xml }
`;

const apply = `apply:
  stage: apply
  timeout: 1 hour
  needs:
    - check
    - { job: plan, optional: true }
  rules:
    - if: $VPN_RUNNER && $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
    # The plan of this pipeline, when a person has read it. With the variable TUNNELWRIGHT_ALLOW_DISRUPTION = yes tunnels
    # that are up may be dropped.
    - if: $VPN_RUNNER && $CI_PIPELINE_SOURCE == "web"
      when: manual
      allow_failure: true
  tags: [$VPN_RUNNER]
  environment: vpn
  # One at a time, and none is ended in the middle.
  resource_group: vpn-devices
  interruptible: false
  script:
    - |
      if [ ! -f plan.json ]; then
        curl --silent --show-error --fail-with-body --output merged.json --header "PRIVATE-TOKEN: $VPN_TOKEN" "$API/repository/commits/$CI_COMMIT_SHA/merge_requests"
        request="$(node -p 'JSON.parse(require("fs").readFileSync("merged.json", "utf8"))[0]?.iid ?? ""')"
        if [ -z "$request" ]; then
          echo 'There is no plan of this commit. Run a pipeline of this branch by hand: it makes one, and applies it when you start that job.'
          exit 1
        fi
        # With pipelines for merged results write %2Fmerge in the place of %2Fhead.
        curl --silent --show-error --fail --location --output plan.json --header "PRIVATE-TOKEN: $VPN_TOKEN" "$API/jobs/artifacts/refs%2Fmerge-requests%2F$request%2Fhead/raw/plan.json?job=plan"
      fi
    # With --app the plan must be of the program that was merged.
    - npx tunnelwright apply plan.json --app main.ts
    - npx tunnelwright verify --wait 60
`;

const drift = `drift:
  stage: drift
  timeout: 30 minutes
  needs: []
  rules:
    - if: $VPN_RUNNER && $CI_PIPELINE_SOURCE == "schedule"
  tags: [$VPN_RUNNER]
  environment: { name: vpn-plan, action: access }
  script:
    - |
      ${indented(lookForDrift, 6)}
      curl --silent --show-error --fail-with-body --output issues.json --header "PRIVATE-TOKEN: $VPN_TOKEN" "$API/issues?labels=vpn-drift&state=opened"
      issue="$(node -p 'JSON.parse(require("fs").readFileSync("issues.json", "utf8"))[0]?.iid ?? ""')"
      if [ "$drift$certs" = 00 ]; then
        [ -z "$issue" ] || curl --silent --show-error --fail-with-body --output closed.json --request PUT --header "PRIVATE-TOKEN: $VPN_TOKEN" --data state_event=close "$API/issues/$issue"
        exit 0
      fi
      ${indented(reportOfDrift('$CI_JOB_URL'), 6)}
      if [ -n "$issue" ]; then
        curl --silent --show-error --fail-with-body --output told.json --header "PRIVATE-TOKEN: $VPN_TOKEN" --data-urlencode body@report.md "$API/issues/$issue/notes"
      else
        curl --silent --show-error --fail-with-body --output told.json --header "PRIVATE-TOKEN: $VPN_TOKEN" --data labels=vpn-drift --data-urlencode 'title=VPN devices are not as declared' --data-urlencode description@report.md "$API/issues"
      fi
      # What could not be found out is an error.
      for code in "$drift" "$certs"; do [ "$code" -eq 0 ] || [ "$code" -eq 2 ]; done
`;

export const gitlab: Pipeline = {
  path: '.gitlab-ci.yml',
  text: () => [head, check, plan, apply, drift].join('\n'),
  namesBranch: false,
  driver: 'pg',
  request: 'merge request',
};
