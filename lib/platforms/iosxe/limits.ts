import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import { endText } from '../../model/shared/access-list';

/** Algorithms of IKEv2 that firewalls know and IOS-XE does not (IOS-XE security command reference, IKEv2 proposal). */
const beyond = ({ encryption, group }: NounOf<'ikev2-proposal'>): readonly (readonly [string, string])[] => [
  ...(encryption.includes('aes-gcm-192')
    ? [['encryption: IOS-XE has no aes-gcm-192 in IKEv2', 'write aes-gcm-256'] as const]
    : []),
  ...(group.includes(31) ? [['group: IOS-XE has no group 31', 'write 19, 20 or 21'] as const] : []),
];

type Fault = readonly [message: string, remedy: string];
const ofTrustpoint = ({ enrollment, fqdn, enrollmentRetryCount }: NounOf<'cert-trustpoint'>): readonly Fault[] => [
  ...(enrollment.type === 'est' || enrollment.type === 'acme'
    ? [
        [
          `enrollment: IOS-XE trustpoints are not written with ${enrollment.type.toUpperCase()} here`,
          'write url (SCEP) or terminal',
        ] as const,
      ]
    : []),
  ...(fqdn === 'hostname'
    ? [['fqdn: IOS-XE has no such word', 'write the name, like edge.example.net, or none'] as const]
    : []),
  ...(enrollmentRetryCount === 0
    ? [['enrollmentRetryCount: IOS-XE asks at least once', 'write 1 to 100'] as const]
    : []),
];

const ofRules = ({ rules = [], alternatives = [] }: NounOf<'certificate-map'>): readonly Fault[] =>
  [...rules, ...alternatives.flatMap((each) => each.rules)].flatMap(({ field, component }): readonly Fault[] => [
    ...(component === undefined
      ? []
      : [
          ['rules: IOS-XE compares whole names', "leave component out and write it in the value: 'cn = edge'"] as const,
        ]),
    ...(field === 'extended-key-usage'
      ? [['rules: IOS-XE does not compare the extended key usage', 'leave that rule out'] as const]
      : []),
  ]);

/** Ends of an entry that an ASA knows by words of its own. */
const ofList = ({ entries }: NounOf<'access-list'>): readonly Fault[] => [
  ...(entries.some((entry) => 'securityGroupTags' in entry)
    ? [['entries: securityGroupTags is of an FMC', 'leave it out'] as const]
    : []),
  ...strangeEnds(entries),
];
const strangeEnds = (entries: NounOf<'access-list'>['entries']): readonly Fault[] =>
  entries
    .flatMap((entry) => ('remark' in entry ? [] : [endText(entry.source), endText(entry.destination ?? 'any')]))
    .filter(
      (end) => /^(any[46]|object|interface|user|security-group|object-group-\S+)( |$)/.test(end) || end.includes(':'),
    )
    .map((end) => [`entries: IOS-XE has no '${end}' here`, 'write any, an address, a network, or object-group NAME']);

/** `outside`: a name that firewalls give to an interface. */
const ofRoute = ({ interface: way, gateway, track }: NounOf<'static-route'>): readonly Fault[] => [
  ...(typeof way !== 'string' || /\d/.test(way)
    ? []
    : [[`interface: '${way}' is not an interface of IOS-XE`, 'write it like GigabitEthernet0/0 or Null0'] as const]),
  ...(gateway === undefined || typeof gateway === 'string'
    ? []
    : [['gateway: IOS-XE has no network objects', 'write the address, like 192.0.2.1'] as const]),
  ...(track === undefined || typeof track === 'number'
    ? []
    : [['track: IOS-XE has no SLA monitor of an FMC', 'write the number of a TrackedObject'] as const]),
];

type Faults = { readonly [kind: string]: ((noun: never) => readonly Fault[]) | undefined };
const faultsOf: Faults = {
  'ikev2-proposal': beyond,
  'cert-trustpoint': ofTrustpoint,
  'certificate-map': ofRules,
  'access-list': ofList,
  'static-route': ofRoute,
  'ipv6-static-route': ofRoute,
};

/** Values that other platforms take and IOS-XE does not. */
export const firewallOnly = (resources: readonly Resource[]): readonly Problem[] =>
  resources.flatMap(({ kind, path, noun }) =>
    (faultsOf[kind]?.(noun as never) ?? []).map(([message, remedy]) => problem('prop.refused', path, message, remedy)),
  );
