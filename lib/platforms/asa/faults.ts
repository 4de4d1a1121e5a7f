import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';

type Fault = readonly [field: string, message: string, remedy: string];

const ofProposal = ({ name, group }: NounOf<'ikev2-proposal'>): readonly Fault[] => [
  ...(/^[1-9]\d{0,4}$/.test(name) && Number(name) <= 65535
    ? []
    : [
        [
          'name',
          `'${name}' is not a place among the policies of an ASA`,
          "write name: '10', a number of 1 to 65535",
        ] as const,
      ]),
  ...(group.includes(31) ? [['group', 'group 31 is not written to an ASA here', 'write 19, 20 or 21'] as const] : []),
];

const ofTransformSet = ({ mode, encryption }: NounOf<'ipsec-transform-set'>): readonly Fault[] => [
  ...(mode === 'tunnel' ? [] : [['mode', `an ASA does not take ${mode} here`, 'leave mode out'] as const]),
  ...(encryption === 'seal' ? [['encryption', 'an ASA has no seal', 'write aes-gcm-256'] as const] : []),
];

const ofProfile = ({ pfs }: NounOf<'ipsec-profile'>): readonly Fault[] => {
  if (pfs === true) return [['pfs', 'an ASA prints the group that it chose', 'write the group, like 19']];
  return typeof pfs === 'object'
    ? [['pfs', 'an ASA has no post-quantum key exchange here', 'write the group alone']]
    : [];
};

const ofRules = ({ rules = [], alternatives = [] }: NounOf<'certificate-map'>): readonly Fault[] =>
  [...rules, ...alternatives.flatMap((each) => each.rules)]
    .filter(
      ({ field, operator, component }) =>
        !/^((subject|issuer|alt-subject)-name|extended-key-usage)$/.test(field) ||
        /^(lt|ge)$/.test(operator) ||
        (field === 'extended-key-usage' && (component !== undefined || /^(eq|ne)$/.test(operator))),
    )
    .map(({ field, operator, component }) => [
      'rules',
      `an ASA does not compare ${component === undefined ? field : `the ${component} of ${field}`} ${operator} here`,
      'write subject-name, issuer-name or alt-subject-name with eq, co, ne or nc, or extended-key-usage with co or nc',
    ]);

const ofList = ({ entries }: NounOf<'access-list'>): readonly Fault[] =>
  entries.some((entry) => 'securityGroupTags' in entry)
    ? [['entries', 'securityGroupTags is of an FMC', "write source: 'security-group tag 11 any'"]]
    : [];

const ofSupernet: readonly Fault[] = [['supernet', 'a pool of an ASA is a range', 'write ranges']];
const ofPool = ({ ranges, supernet }: NounOf<'address-pool'>): readonly Fault[] => [
  ...(supernet === undefined ? [] : ofSupernet),
  ...(ranges.length > 1
    ? [['ranges', 'a pool of an ASA is one range', 'write one AddressPool for each, and name them all'] as const]
    : []),
  ...(supernet === undefined && ranges[0]?.to === undefined
    ? [['ranges', 'a pool of an ASA is a range', 'write its last address too: { from, to }'] as const]
    : []),
];

const objectAsHop = (gateway: NounOf<'static-route'>['gateway']): readonly Fault[] =>
  gateway === undefined || typeof gateway === 'string'
    ? []
    : [['gateway', 'an ASA takes the address itself', 'write that of the next hop']];
const ofRoute = ({ gateway, track }: NounOf<'static-route'>): readonly Fault[] => [
  ...(gateway === undefined
    ? [['gateway', 'is missing', "write the far end's tunnel address"] as const]
    : objectAsHop(gateway)),
  ...(track === undefined || typeof track === 'number'
    ? []
    : [['track', 'an ASA has no SLA monitor of an FMC', 'write the number of what it tracks, 1 to 500'] as const]),
];
const ofRoute6 = ({ gateway }: NounOf<'ipv6-static-route'>): readonly Fault[] => objectAsHop(gateway);

const ofTunnel = ({ mode }: NounOf<'tunnel-interface'>): readonly Fault[] =>
  mode === 'ipsec-ipv4' ? [] : [['mode', `an ASA has no ${mode}`, 'leave mode out: IPv4 in IPsec']];

const ofEnrollment = ({ enrollment, rsaKeypair, fqdn }: NounOf<'cert-trustpoint'>): readonly Fault[] =>
  fqdn === 'hostname'
    ? [['fqdn', 'an ASA has no such word', 'write the name, like edge.example.net']]
    : ['terminal', 'url', 'selfsigned', 'pkcs12'].includes(enrollment.type)
      ? rsaKeypair?.encryptionBits === undefined
        ? []
        : [['rsaKeypair', 'an ASA has one key here', 'leave encryptionBits out']]
      : [
          enrollment.type === 'acme'
            ? [
                'enrollment',
                'enrolment by ACME is not written to an ASA: no source proves its lines',
                "make it in ASDM (Device Management > Certificate Management > Identity Certificates, from 9.23 on), and give CertTrustpoint.fromExisting(asa, 'existing', 'NAME')",
              ]
            : [
                'enrollment',
                `an ASA has no enrollment by ${enrollment.type}`,
                'write terminal, url, selfsigned or pkcs12',
              ],
        ];

const ofNtp = ({ servers }: NounOf<'ntp-servers'>): readonly Fault[] =>
  servers.some((server) => typeof server !== 'string')
    ? [['servers', 'an ASA takes addresses here', "write the address alone: servers: ['192.0.2.1']"]]
    : [];

type Faults = { readonly [kind: string]: ((noun: never) => readonly Fault[]) | undefined };
const faultsOf: Faults = {
  'ikev2-proposal': ofProposal,
  'ipsec-transform-set': ofTransformSet,
  'ipsec-profile': ofProfile,
  'certificate-map': ofRules,
  'ntp-servers': ofNtp,
  'access-list': ofList,
  'address-pool': ofPool,
  'static-route': ofRoute,
  'ipv6-static-route': ofRoute6,
  'tunnel-interface': ofTunnel,
  'cert-trustpoint': ofEnrollment,
};

/** Values that other platforms take and an ASA does not. */
export const faults = (resources: readonly Resource[]): readonly Problem[] =>
  resources.flatMap(({ kind, path, noun }) =>
    (faultsOf[kind]?.(noun as never) ?? []).map(([field, message, remedy]) =>
      problem('prop.refused', path, `${field}: ${message}`, remedy),
    ),
  );
