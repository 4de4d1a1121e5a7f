import { z } from 'zod';
import { noun, ref } from '../noun';
import { plain, plainBlock } from '../plain-text';
import { integer, objectName, text } from '../values';
import { notValid } from '../wording';

/** The record for users whom no other record fits. */
export const otherwise = 'DfltAccessPolicy';

const record = z.strictObject({
  /** Its name in the criteria. `DfltAccessPolicy` is for users whom no other record fits. */
  name: plain()
    .max(64)
    .regex(/^[A-Za-z0-9_.-]+$/, { error: notValid('name of a record', 'letters, digits, _ . -, like STAFF-PC') }),
  /** 0 to 2147483647: of records that fit, the one with the highest number counts first. `DfltAccessPolicy` has none. */
  priority: integer(0, 2147483647).optional(),
  /** What is done with the user. Default: `continue`. */
  action: z.enum(['continue', 'terminate', 'quarantine']).default('continue'),
  /** What the user is told, up to 128 characters. */
  message: text(128).optional(),
  /** What the user reaches: an extended list. */
  accessList: ref('access-list').optional(),
});

/** Names of records in the criteria: `<dapName><value>STAFF-PC</value></dapName>`. */
const namesIn = (criteria: string): readonly string[] =>
  [...criteria.matchAll(/<dapName>\s*<value>\s*([^<]*?)\s*<\/value>/g)].map(([, name]) => name!);

interface Parts {
  readonly records: readonly z.infer<typeof record>[];
  readonly criteria?: string | undefined;
}
type Fault = readonly [field: string, message: string];
const faultsOf = ({ records, criteria }: Parts): readonly Fault[] => {
  const named = namesIn(criteria ?? '');
  const own = records.map(({ name }) => name);
  const twice = own.find((name, at) => own.indexOf(name) !== at);
  const places = records.flatMap(({ priority }) => priority ?? []);
  const strange = named.find((name) => !own.includes(name));
  return [
    ...(twice === undefined ? [] : [['records', `'${twice}' stands there twice: leave one out`] as const]),
    ...records.flatMap(({ name, priority }): readonly Fault[] => {
      if (name === otherwise)
        return priority === undefined ? [] : [['records', `${otherwise} has no priority: leave it out`]];
      if (priority === undefined) return [['records', `'${name}' has no priority: write one, like priority: 10`]];
      return named.includes(name)
        ? []
        : [['criteria', `say nothing of the record '${name}': write a dapRecord with this dapName`]];
    }),
    ...(new Set(places).size < places.length ? [['records', 'two have one priority: write others'] as const] : []),
    ...(strange === undefined
      ? []
      : [
          [
            'records',
            `the criteria have '${strange}' and no record has this name: write { name: '${strange}', … }`,
          ] as const,
        ]),
  ];
};

/**
 * A dynamic access policy of the FMC (Devices > Dynamic Access Policy): what users of remote access are allowed by what their
 * computer is and what servers say of them.
 */
export const dynamicAccessPolicy = noun(
  'dynamic-access-policy',
  'dynamic access policy',
  z
    .strictObject({
      /** Name on the FMC. */
      name: objectName,
      description: text(200).optional(),
      /** What is done with users whom a record fits; their order means nothing. Default: `DfltAccessPolicy`, which goes on. */
      records: z
        .array(record)
        .default([])
        .transform((all) =>
          all.some(({ name }) => name === otherwise) ? all : [...all, { name: otherwise, action: 'continue' as const }],
        ),
      /**
       * Whom each record fits: the XML that an ASA keeps as `dap.xml`, from `<dapRecordList>` on. Read it of a file:
       * `readFileSync('dap.xml', 'utf8')`.
       */
      criteria: plainBlock()
        .regex(/^\s*(<\?xml[^>]*\?>\s*)?<dapRecordList\b[\s\S]*<\/dapRecordList>\s*$/, {
          error: () => 'is not a list of records: write the XML from <dapRecordList> to </dapRecordList>',
        })
        .optional(),
    })
    .superRefine((policy, context) => {
      for (const [field, message] of faultsOf(policy)) context.addIssue({ code: 'custom', path: [field], message });
    }),
);
