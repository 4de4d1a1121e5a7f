import { z } from 'zod';

/* What commands print with --json. From these `npm run schemas` writes schemas/*.json, which are part of the package. */

const problem = z.strictObject({
  code: z.string().describe('stable identifier, for example ssh.host-key'),
  path: z.string().describe('construct path, device line or file'),
  message: z.string(),
  hint: z.string().optional(),
});
const requests = z.strictObject({ used: z.int(), oneByOne: z.int() });
const texts = z.array(z.string());

const resourceChange = z.strictObject({
  address: z.string().describe('stack.target.kind/name'),
  type: z.string(),
  name: z.string(),
  provider_name: z.string(),
  change: z.strictObject({
    actions: z.array(z.enum(['create', 'update', 'delete', 'no-op'])),
    before: z.unknown().describe('in the form of the platform; null: not there'),
    after: z.unknown().describe('in the form of the platform; null: not there'),
  }),
  tunnelwright: z.strictObject({
    target: z.string(),
    path: z.string(),
    adopt: z.boolean(),
    impact: z
      .strictObject({ effect: z.enum(['drops now', 're-keys later']), tunnels: texts })
      .optional()
      .describe('what it does to tunnels that are up'),
    steps: z.array(z.unknown()).describe('what is sent, in order'),
    undo: z.array(z.unknown()).describe('what takes it back'),
    unmanaged: texts.describe('lines of others in the same block, which stay'),
    taken_along: texts.optional().describe('what is not ours in an object that is deleted: it goes with it'),
  }),
});
const operation = z.strictObject({
  ...{ address: z.string(), path: z.string(), words: z.string() },
  kind: z.enum(['generate-key', 'authenticate-ca', 'enroll', 'import', 'destroy', 'activate']),
  destroys: z.boolean().optional(),
  once: z.boolean().optional(),
});
const plannedTarget = z.strictObject({
  id: z.string(),
  platform: z.string(),
  state: z.enum(['planned', 'unknown']),
  problems: z.array(problem),
  operations: z
    .array(operation)
    .describe('what is done besides: with keys and certificates, and what Duo sends to users'),
  waiting: texts,
  unfinished: texts,
  warnings: texts,
  undeployed: z.array(z.strictObject({ device: z.string(), what: z.string(), by: texts, ours: z.boolean() })),
});
const planShape = {
  format_version: z.literal('1.2').describe('of Terraform plans'),
  resource_changes: z.array(resourceChange),
  targets: z.array(plannedTarget),
};
const outcome = z.array(
  z.strictObject({
    id: z.string(),
    state: z.enum(['planned', 'applied', 'unchanged', 'failed', 'skipped', 'unknown']),
    problems: z.array(problem),
    notes: texts,
    requests: requests.optional(),
  }),
);

const place = { path: z.string(), file: z.string().nullable(), line: z.int().nullable() };
const finding = z.strictObject({
  ...place,
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  remedy: z.string(),
  packs: texts,
});
const range = z.tuple([z.int(), z.int()]).describe('first and last line, from 1');
const device = z
  .strictObject({
    at: z.string(),
    verified: z.boolean(),
    marks: z.array(z.strictObject({ what: z.string(), values: texts, weight: z.string() })),
  })
  .nullable();
const lines = z.array(z.strictObject({ line: z.int(), text: z.string() }));

/** What each command prints, by the name of its file. */
export const schemas = {
  plan: z
    .strictObject({ ...planShape, requests: z.record(z.string(), requests).optional() })
    .describe('plan, show and drift: the shape of terraform show -json, with what only Tunnelwright has'),
  apply: z
    .strictObject({ ...planShape, run: z.string().optional(), outcome })
    .describe('apply and destroy; run: its name, where it was begun'),
  rollback: z.strictObject({ run: z.string(), outcome }).describe('rollback'),
  verify: z
    .array(
      z.strictObject({
        id: z.string(),
        asDeclared: z.boolean(),
        tunnels: z.array(z.strictObject({ name: z.string(), up: z.boolean(), detail: z.string() })),
        problems: z.array(problem),
        notes: texts.describe('what the target has made and a person enters elsewhere'),
      }),
    )
    .describe('verify'),
  certs: z
    .array(
      z.strictObject({
        id: z.string(),
        state: z.enum(['read', 'skipped', 'failed', 'unknown']),
        certificates: z.array(
          z.strictObject({
            ...{ role: z.string(), subject: z.string(), issuer: z.string(), holders: texts },
            expires: z.string().optional().describe('ISO 8601; absent where the device shows none'),
            daysLeft: z.int().optional().describe('whole days, negative when it has expired'),
          }),
        ),
        problems: z.array(problem),
        note: z.string().optional(),
      }),
    )
    .describe('certs'),
  runs: z
    .array(
      z.strictObject({
        run: z.string(),
        by: z.string(),
        targets: z.array(
          z.strictObject({
            target: z.string(),
            outcome: z.string().nullable().describe('null: under way, or killed'),
            takenBack: z.strictObject({ at: z.string(), by: z.string() }).optional().describe('when and by whom'),
            changes: z.array(
              z.strictObject({
                action: z.enum(['create', 'update', 'delete']),
                address: z.string(),
                path: z.string(),
              }),
            ),
            problems: z.array(problem).optional(),
          }),
        ),
      }),
    )
    .describe('runs'),
  lint: z
    .strictObject({
      findings: z.array(finding.extend({ places: z.array(z.strictObject(place)) })),
      waived: z.array(finding.extend({ reason: z.string(), until: z.string() })),
    })
    .describe('lint'),
  inspect: z
    .strictObject({
      nouns: z.array(
        z.strictObject({
          ...{ kind: z.string(), name: z.string(), lines: range },
          props: z.record(z.string(), z.unknown()),
        }),
      ),
      unreadable: z.array(
        z.strictObject({
          kind: z.string(),
          name: z.string(),
          lines: range,
          unread: z.array(z.int()).describe('numbers of the lines that could not be read'),
        }),
      ),
      unmanaged: lines,
      unknown: lines,
      sections: z.array(
        z.strictObject({ section: z.string(), understood: z.int(), unmanaged: z.int(), unknown: z.int() }),
      ),
      hostname: z.string().optional(),
      release: z.string().optional(),
    })
    .describe('inspect'),
  'state-list': z.array(z.strictObject({ target: z.string(), device, objects: z.int() })).describe('state list'),
  'state-show': z
    .strictObject({
      target: z.string(),
      device,
      objects: z.array(z.strictObject({ address: z.string(), path: z.string(), state: z.string(), refs: texts })),
    })
    .describe('state show'),
  'rollout-status': z
    .strictObject({
      ...{ name: z.string(), start: z.string(), wave: z.int(), waves: z.int() },
      outcome: z.string().nullable(),
      paused: z.unknown(),
      waitsFor: z.unknown(),
      devices: z.record(z.string(), z.unknown()),
    })
    .describe('rollout status'),
} as const;

export type SchemaName = keyof typeof schemas;

/** The JSON schema of what a command prints (draft 2020-12). */
export const jsonSchema = (name: SchemaName): object => ({
  $id: `https://unpkg.com/tunnelwright/schemas/${name}.json`,
  title: `tunnelwright ${schemas[name].description ?? name}`,
  ...z.toJSONSchema(schemas[name]),
});
