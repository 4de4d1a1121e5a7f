import { z } from 'zod';
import { noun, ref } from '../noun';
import { plain } from '../plain-text';
import { preference, text } from '../values';
import { notValid } from '../wording';
import { networkMembers } from './network-group';

const service = /^(?:(?:tcp|udp)(?:\/\d{1,5}(?:-\d{1,5})?)?|icmp(?:\/\d{1,3}(?:\/\d{1,3})?)?|gre|esp|ahp|ospf)$/;
const isService = (value: string): boolean => {
  if (!service.test(value)) return false;
  const [protocol, ...rest] = value.split('/');
  const numbers = rest.flatMap((part) => part.split('-')).map(Number);
  if (protocol === 'icmp') return numbers.every((one) => one <= 255);
  const [from = 1, to = 65535] = numbers;
  return from >= 1 && from <= 65535 && to <= 65535 && (numbers.length < 2 || from < to);
};
const ports = preference(
  z.union(
    [
      ref('port-object'),
      plain().refine(isService, {
        error: notValid(
          'port',
          'it like tcp/443, udp/1024-65535, tcp, icmp, icmp/8, esp, gre, ahp or ospf, or give a PortObject',
        ),
      }),
    ],
    { error: notValid('port', 'it like tcp/443, or give a PortObject') },
  ),
  'port',
);
const zones = preference(ref('security-zone'), 'zone');

const wrongPlace = notValid(
  'place',
  "one of { section: 'mandatory' }, { section: 'default' }, { category: 'NAME' }, { before: rule }, { after: rule }",
);
const place = z.union(
  [
    z.strictObject({
      /** At the end of a section: `mandatory` is looked at before the rules of policies that inherit from this one, `default` after. */
      section: z.enum(['mandatory', 'default']),
    }),
    z.strictObject({
      /** At the end of a category, which is there. */
      category: text(64),
    }),
    z.strictObject({
      /** Above this rule of the policy, and in its section and category. */
      before: ref('access-rule'),
    }),
    z.strictObject({
      /** Below this rule of the policy, and in its section and category. */
      after: ref('access-rule'),
    }),
  ],
  {
    // Of an object it is said what in it is wrong.
    error: (issue) => (typeof issue.input === 'object' ? undefined : wrongPlace(issue)),
  },
);

/** A rule of the access control policy of firewalls, which may be of others: their rules stay as and where they are. */
export const accessRule = noun(
  'access-rule',
  'access control rule',
  z
    .strictObject({
      /** Name on the FMC, one in its policy: up to 50 characters, no colon. */
      name: text(50).regex(/^[^:{}#"]*$/, { error: notValid('name', 'it without : { } # or "') }),
      /** The access control policy that it stands in. */
      policy: ref('access-policy'),
      /**
       * Where it is put when it is created; rules below see only what it does not match. It cannot change by the API. With
       * `before` and `after` it is drift when it comes to stand on the other side of that rule; what others put between
       * them is none. Rules of the program with one policy and the same place stand in the order of the program: one that
       * comes later or is made again is put in between, and another order is drift, but of rules with one action. Default:
       * the end of the section `default`, below every rule there is.
       */
      place: place.default({ section: 'default' }),
      /** What is done with the traffic that it matches: `allow` looks into it where a policy of inspection says so, `trust` does not. */
      action: z.enum(
        [
          'allow',
          'trust',
          'monitor',
          'block',
          'block-with-reset',
          'interactive-block',
          'interactive-block-with-reset',
        ] as const,
        {
          error: notValid(
            'action',
            'one of allow, trust, monitor, block, block-with-reset, interactive-block, interactive-block-with-reset',
          ),
        },
      ),
      /** The rule is in force. Default: true. */
      enabled: z.boolean().default(true),
      /** Zones that it comes in by, like that of a tunnel interface; no interface groups. Default: any. */
      sourceZones: zones.optional(),
      /** Zones that it leaves by. Default: any. */
      destinationZones: zones.optional(),
      /** Where it comes from: objects, groups, addresses and networks. Default: anywhere. */
      sourceNetworks: networkMembers.optional(),
      /** Where it goes to. Default: anywhere. */
      destinationNetworks: networkMembers.optional(),
      /** Ports that it comes from, of TCP or UDP: `tcp/443`, `udp/1024-65535`, or a `PortObject`. Default: any. */
      sourcePorts: ports.optional(),
      /** Services that it goes to: `tcp/443`, `udp/53`, `icmp`, `icmp/8` (type), `esp`, or a `PortObject`. Default: any. */
      destinationPorts: ports.optional(),
      /** Which events it makes. Default: none. */
      logging: z
        .strictObject({
          /** When a connection begins. Default: false. */
          begin: z.boolean().optional(),
          /** When a connection ends. Default: false. */
          end: z.boolean().optional(),
          /** Events go to the FMC. Default: false. */
          toFmc: z.boolean().optional(),
          /** Events go to the syslog servers of the policy. Default: false. */
          syslog: z.boolean().optional(),
        })
        .optional(),
    })
    .superRefine((rule, context) => {
      for (const [field, message] of faultsOf(rule)) context.addIssue({ code: 'custom', path: [field], message });
    }),
  { within: 'policy' },
);

interface Rule {
  readonly action: string;
  readonly policy: { readonly name: string };
  readonly place: object;
  readonly sourcePorts?: readonly unknown[] | undefined;
  readonly destinationPorts?: readonly unknown[] | undefined;
  readonly logging?: Readonly<Partial<Record<'begin' | 'end' | 'toFmc' | 'syslog', boolean | undefined>>> | undefined;
}
type Fault = readonly [field: string, message: string];

const protocolsOf = (list: readonly unknown[] = []): readonly string[] =>
  list.flatMap((each) => (typeof each === 'string' ? each.split('/')[0]! : []));

const portFaults = ({ sourcePorts, destinationPorts }: Rule): readonly Fault[] => {
  const [from, to] = [protocolsOf(sourcePorts), protocolsOf(destinationPorts)];
  const stranger = from.find((protocol) => protocol !== 'tcp' && protocol !== 'udp');
  if (stranger !== undefined) return [['sourcePorts', `${stranger} has none: write tcp or udp`]];
  if (from.length === 0 || new Set([...from, ...to]).size < 2) return [];
  return [['sourcePorts', 'ports of both sides are of one protocol: write a rule for each']];
};

/** Cisco, access control rule logging: what is blocked at once has no end, and a monitored connection is logged at its end. */
const loggingFaults = ({ action, logging = {} }: Rule): readonly Fault[] => {
  const { begin, end, toFmc, syslog } = logging;
  if (action === 'monitor' && !(end && toFmc && !begin))
    return [['logging', 'a rule that monitors logs the end to the FMC: write { end: true, toFmc: true }']];
  if (end && (action === 'block' || action === 'block-with-reset'))
    return [['logging', 'a connection that is blocked has no end: write begin: true']];
  if ((toFmc || syslog) && !begin && !end)
    return [['logging', 'there is no event to send: write begin: true or end: true too']];
  return [];
};

const placeFaults = ({ policy, place: where }: Rule): readonly Fault[] => {
  const other = Object.values(where).find(
    (value): value is { name: string; external?: boolean } => typeof value === 'object',
  );
  if (other === undefined) return [];
  if (!other.name.startsWith(`${policy.name}/`))
    return [
      ['place', `'${other.name}' is no rule of ${policy.name}: its name is that of the policy, a slash, and its own`],
    ];
  if (other.external && other.name.slice(policy.name.length + 1).includes('/'))
    return [
      ['place', `the name of '${other.name}' has a slash, by which it is not found: name the rule above or below it`],
    ];
  return [];
};

const faultsOf = (rule: Rule): readonly Fault[] => [...portFaults(rule), ...loggingFaults(rule), ...placeFaults(rule)];
