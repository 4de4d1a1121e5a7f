/** A file for a service that runs a pipeline. */
export interface Pipeline {
  readonly path: string;
  /** `branch`: the name of the default branch. */
  readonly text: (branch: string) => string;
  /** Whether that name stands in it. */
  readonly namesBranch: boolean;
  /** The driver of the store in which it keeps its ledgers. */
  readonly driver: string;
  /** What the service calls a change that asks to be merged. */
  readonly request: string;
}

/** The first line of the comment that has the plan: by it the next run finds and replaces its own, and no other. */
export const planMark = '<!-- tunnelwright plan -->';

/** `comment.md`. */
export const markedPlan = `{ echo '${planMark}'; cat plan.md; } > comment.md`;

/** Variables that every command needs which asks a device: where the ledgers are, and the key of their fingerprints. */
export const ledgerVariables = ['TUNNELWRIGHT_STORE', 'TUNNELWRIGHT_LEDGER_KEY'];

/** Variables of the program that `init` writes: the logins of its routers, and the key of its tunnel. */
export const programVariables = [
  'PUNE_USERNAME',
  'PUNE_PASSWORD',
  'DELHI_USERNAME',
  'DELHI_PASSWORD',
  'PUNE_DELHI_KEY',
];

/** Starts a lab with a key that lives as long as it, applies to it, demands that the tunnel comes up, and ends the lab. */
export const rehearsal = [
  `PUNE_DELHI_KEY="$(node -p 'crypto.randomUUID()')"`,
  'export PUNE_DELHI_KEY',
  // Not by npx, which would not end it; and without the output of the step, which ends when nothing holds that any more.
  'node_modules/.bin/tunnelwright lab --app main.ts > lab.log 2>&1 &',
  'lab=$!',
  `trap 'kill "$lab" 2>/dev/null || true' EXIT`,
  'for _ in $(seq 60); do',
  '  [ ! -f .lab/lab.json ] || break',
  '  kill -0 "$lab" 2>/dev/null || { cat lab.log; exit 1; }',
  '  sleep 1',
  'done',
  'npx tunnelwright apply --lab .lab/lab.json --yes',
  'npx tunnelwright verify --lab .lab/lab.json --wait 30',
];

/** Looks for what was changed by hand, and for certificates that run out; goes on to tell of it whatever it finds. */
export const lookForDrift = [
  'drift=0; npx tunnelwright drift > drift.txt || drift=$?',
  'certs=0; npx tunnelwright certs --warn 30 > certs.txt || certs=$?',
];

/** What a command printed as a block of Markdown, up to so many bytes. */
const shownWithin = (command: string, most: number): readonly string[] => [
  `  printf '\\n~~~~text\\n'; head -c ${most} ${command}.txt; printf '\\n~~~~\\n'`,
  `  [ "$(wc -c < ${command}.txt)" -le ${most} ] || printf '\\nIt is cut here. To see all of it: tunnelwright ${command}\\n'`,
];

/** Exit codes: 0 nothing, 2 drift or few days left, others that it could not be found out. */
export const reportOfDrift = (run: string): readonly string[] => [
  '{',
  `  echo "Found by ${run}: what was changed by hand, and certificates with less than 30 days left. The next apply brings back what the program says; what should stay belongs in the program."`,
  ...shownWithin('drift', 50_000),
  ...shownWithin('certs', 10_000),
  '} > report.md',
];

export const indented = (lines: readonly string[], by: number): string => lines.join(`\n${' '.repeat(by)}`);
