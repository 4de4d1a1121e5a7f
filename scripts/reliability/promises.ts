/** A promise of the README, and the tests that hold it. The page and a test fail where one of these is not there. */
export interface Promised {
  /** The beginning of a line below "What it promises", word for word. */
  readonly says: string;
  readonly heldBy: readonly string[];
}

export const promises: readonly Promised[] = [
  {
    says: 'What nobody declared is never touched.',
    heldBy: [
      'test/scenarios/laws/laws.test.ts',
      'test/scenarios/import/dumps.test.ts',
      'test/attack/by-hand.test.ts',
      'test/attack/ledger-identity.test.ts',
      'test/attack/ledger-lab.attack.ts',
      'test/attack/ledger-content.test.ts',
      'test/attack/other-device.test.ts',
      'test/attack/armed-by-others.test.ts',
      'test/unit/plan/plan.test.ts',
      'test/scenarios/fmc/fmc-deploy.long.ts',
    ],
  },
  {
    says: 'A reading plans nothing unless it is proven whole',
    heldBy: [
      'test/attack/readings-one-line.test.ts',
      'test/attack/readings-restricted.test.ts',
      'test/attack/readings-delimiters.test.ts',
      'test/attack/readings-prompts.test.ts',
      'test/attack/readings-control.test.ts',
      'test/attack/fmc-lies.test.ts',
      'test/attack/https.test.ts',
      'test/scenarios/command-lines/router-faults.test.ts',
      'test/scenarios/command-lines/asa-faults.test.ts',
      'test/scenarios/fmc/fmc-faults.test.ts',
      'test/scenarios/laws/services-faults.long.ts',
      'test/attack/fuzz.test.ts',
    ],
  },
  {
    says: 'On a router every change is armed',
    heldBy: [
      'test/scenarios/command-lines/router-faults.test.ts',
      'test/scenarios/command-lines/router-drops.test.ts',
      'test/scenarios/command-lines/router-reload.test.ts',
      'test/scenarios/fmc/fmc-deploy.long.ts',
      'test/scenarios/fmc/fmc-faults.test.ts',
    ],
  },
  {
    says: 'Secrets are references',
    heldBy: [
      'test/scenarios/commands/secrets.test.ts',
      'test/scenarios/command-lines/sealed.test.ts',
      'test/scenarios/laws/laws.test.ts',
      'test/attack/rollback-truth.attack.ts',
    ],
  },
  {
    says: 'One dead device does not fail the others.',
    heldBy: [
      'test/scenarios/commands/command.test.ts',
      'test/scenarios/laws/kill.test.ts',
      'test/attack/killed-fmc.attack.ts',
      'test/scenarios/023-one-run/one-run.test.ts',
    ],
  },
];
