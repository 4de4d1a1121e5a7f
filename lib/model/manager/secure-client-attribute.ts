import { z } from 'zod';
import { noun } from '../noun';
import { plain } from '../plain-text';
import { domainName, integer, objectName, preference, text } from '../values';
import { notValid } from '../wording';

/** What stands in for an update that users may put off. */
const deferUpdate = z
  .strictObject({
    /** Whether users are asked: until they answer, until a time is over, or not at all. */
    prompt: z.enum(['until-answered', 'until-timeout', 'none'], {
      error: notValid('prompt', "one of 'until-answered', 'until-timeout', 'none'"),
    }),
    /** Seconds until it is over, 1 to 300. With `until-timeout`. */
    timeout: integer(1, 300, 'seconds').optional(),
    /** What happens without an answer. */
    action: z.enum(['defer', 'update'], { error: notValid('action', "'defer' or 'update'") }),
    /** A client older than this is updated at once. */
    minimumVersion: plain().regex(/^\d+\.\d+\.\d+$/, { error: notValid('version', 'it like 5.1.0') }),
  })
  .refine(({ prompt, timeout }) => (prompt === 'until-timeout') === (timeout !== undefined), {
    path: ['timeout'],
    error: "write it with prompt: 'until-timeout', and only there",
  });

/** Which fields go with a type, and which of them it needs. */
const fieldsOf = {
  'dynamic-split-tunnel': ['include', 'exclude'],
  'defer-update': ['deferUpdate'],
  'per-app': ['value'],
  custom: ['attribute', 'value'],
} as const;
const missing = {
  deferUpdate: "is missing: write it like { prompt: 'until-answered', action: 'defer', minimumVersion: '5.1.0' }",
  attribute: 'is missing: write the name by which clients know it, like DeferredUpdateAllowed',
  value: 'is missing: write what clients get for it',
};
const all = ['include', 'exclude', 'deferUpdate', 'attribute', 'value'] as const;

/** What an attribute says. */
export const attributeFields = {
  /**
   * What it is about. `dynamic-split-tunnel`: domains that go through the tunnel, or past it. `defer-update`: users may
   * put an update off. `per-app`: which applications of a phone use the tunnel. `custom`: any other, by its name. It
   * cannot be changed.
   */
  type: z.enum(['dynamic-split-tunnel', 'defer-update', 'per-app', 'custom'], {
    error: notValid('type', 'one of dynamic-split-tunnel, defer-update, per-app, custom'),
  }),
  /**
   * Domains that go through the tunnel beside the networks of a split tunnel, with all names below them. With
   * `dynamic-split-tunnel`; needed there, or `exclude`.
   */
  include: preference(domainName, 'domain').optional(),
  /** Domains that go past the tunnel, with all names below them. With `dynamic-split-tunnel`. */
  exclude: preference(domainName, 'domain').optional(),
  /** With `defer-update`. */
  deferUpdate: deferUpdate.optional(),
  /** The name by which clients know it. With `custom`. */
  attribute: objectName.optional(),
  /** `custom`: its value. `per-app`: the policy in base64, from Cisco's selector of applications. */
  value: text(420).optional(),
};
type Attribute = z.output<z.ZodObject<typeof attributeFields>>;

/** What goes with the type, and what is missing. */
export const checkAttribute = (p: Attribute, context: z.RefinementCtx): void => {
  const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const own: readonly string[] = fieldsOf[p.type];
  for (const field of all)
    if (p[field] !== undefined && !own.includes(field))
      issue(field, `an attribute of the type ${p.type} has none: leave it out`);
  if (p.type === 'dynamic-split-tunnel') {
    if (p.include === undefined && p.exclude === undefined) issue('include', 'is missing: write include or exclude');
  } else for (const field of fieldsOf[p.type]) if (p[field] === undefined) issue(field, missing[field]);
  if (p.type === 'per-app' && p.value !== undefined && !/^[A-Za-z0-9+/]+={0,2}$/.test(p.value))
    issue('value', 'is not in base64: write what the selector of applications gives');
};

/** What Secure Client is told besides: a custom attribute, which group policies name. On an ASA: `AsaClientAttribute`. */
export const secureClientAttribute = noun(
  'secure-client-attribute',
  'Secure Client attribute',
  z
    .strictObject({
      /** Name on the FMC. */
      name: objectName,
      /** A remark that the FMC keeps; one line. */
      description: text(200).optional(),
      ...attributeFields,
      /**
       * Whether single firewalls may have another value under this name: a `SecureClientAttributeOverride` gives it.
       * Default: what is set on the FMC, and no for a new one.
       */
      overridable: z.boolean().optional(),
    })
    .superRefine(checkAttribute),
  { carries: ['type'] },
);
