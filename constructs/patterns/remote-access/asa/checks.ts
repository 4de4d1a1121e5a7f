import { standingTunnelGroups } from '../../../../lib/model/firewall/tunnel-group';
import { propsOf } from '../../../../lib/synth/declaration';
import type { AsaFirewall } from '../../../devices/asa-firewall';
import type { AsaRemoteAccessProps } from './props';
import { asaDomainViolations } from './domains';
import { enabledByProgram, webByProgram } from '../../shared/asa';
import { declaredOn, findOn } from '../../../core/services';
import type { Violation } from '../../../core/checks';
import type { AsaHeadendProps } from '../props';
import { profileViolations, urlViolations } from '../saml';
import { opensTls } from '../transport';

/** The tunnel group in which clients land. Those that name none land in one that the ASA has by itself. */
export const tunnelGroupOf = (id: string, { names, match, authentication }: AsaRemoteAccessProps): string => {
  const { method } = authentication;
  if (names?.group !== undefined) return names.group;
  if (match?.keyIds?.[0] !== undefined) return match.keyIds[0];
  const everybody = match?.any ?? (match === undefined && method === 'eap');
  if (!everybody) return id;
  return method === 'anyconnect-eap' || method === 'saml' ? 'DefaultWEBVPNGroup' : 'DefaultRAGroup';
};

/** The trustpoint whose certificate is shown over TLS; undefined where TLS is off, or another says so. */
export const tlsTrustpointOf = (props: AsaRemoteAccessProps): string | undefined => {
  const { trustpoint, tlsTrustpoint = trustpoint } = props;
  return opensTls(props) && tlsTrustpoint !== false ? tlsTrustpoint : undefined;
};

/** What cannot work of a headend for remote users on an ASA, all of it. */
export const violationsOf = (
  id: string,
  props: AsaRemoteAccessProps,
  asa: AsaFirewall | undefined,
): readonly Violation[] => [
  ...(asa === undefined ? [['', 'this headend must be on an ASA: give the AsaFirewall as scope'] as const] : []),
  ...(props.trustpoint
    ? []
    : [
        [
          'trustpoint',
          'is missing: an ASA proves itself to clients with a certificate, so write the name of its trustpoint',
        ] as const,
      ]),
  ...asaDomainViolations(props, asa),
  ...serverViolations(props),
  ...samlViolations(id, props),
  ...clientViolations(props),
  ...nameViolations(props),
  ...tlsViolations(props),
  ...(asa === undefined ? [] : sharedViolations(id, props, asa)),
];

const serverViolations = ({ authentication }: AsaRemoteAccessProps): readonly Violation[] => {
  if (authentication.method === 'cert' || authentication.method === 'saml') return [];
  const { servers, list, method } = authentication;
  const protocol = propsOf(servers)?.protocol ?? 'radius';
  return [
    ...(list === servers.ref.name
      ? []
      : [['authentication.list', 'an ASA has no method lists: leave list out'] as const]),
    ...(method === 'eap' && protocol !== 'radius'
      ? [
          [
            'authentication',
            `${servers.ref.name} speaks ${protocol}, which carries no EAP (MS-CHAPv2, PEAP): give an AaaServer with protocol: 'radius'`,
          ] as const,
        ]
      : []),
  ];
};

/** An ASA keeps an identity provider by its entity ID: a name that another device makes is not known before. */
const samlViolations = (id: string, props: AsaRemoteAccessProps): readonly Violation[] => {
  const { authentication, software = ['anyconnect'] } = props;
  if (authentication.method !== 'saml') return [];
  const { provider, url } = authentication;
  return [
    ...urlViolations('authentication.url', url),
    ...profileViolations(tunnelGroupOf(id, props)),
    ...(typeof provider.entityId === 'string'
      ? []
      : [
          [
            'authentication.saml',
            "an ASA keeps its identity provider by the entity ID, which Duo makes with the application: apply a DuoSamlApplication first, and write what `apply` says at its end of Duo's side, or `verify`, as { entityId, signInUrl, signOutUrl, certificate }",
          ] as const,
        ]),
    ...(software.every((one) => one === 'anyconnect')
      ? []
      : [['software', 'only AnyConnect opens a browser window: leave software out'] as const]),
    ...(opensTls(props)
      ? []
      : [['transport', "the browser window comes back over TLS: write 'ipsec-ikev2-and-ssl'"] as const]),
  ];
};

const clientViolations = (props: AsaRemoteAccessProps): readonly Violation[] => {
  const { authentication, software = [], suite, networks, match } = props;
  const { method } = authentication;
  const violations: Violation[] = [];
  if (method === 'eap' && software.includes('anyconnect'))
    violations.push([
      'authentication',
      'to an ASA AnyConnect speaks only an EAP of its own: write ClientAuth.withAnyConnectEap, in an AsaRemoteAccess of its own',
    ]);
  if (match?.keyIds && match.keyIds.length !== 1)
    violations.push([
      'match.keyIds',
      'the key id is the name of the tunnel group: write one, and an AsaRemoteAccess for each other',
    ]);
  if (match?.keyIds && match.any) violations.push(['match', 'keyIds and any are two groups: leave one out']);
  if (!software.includes('windows')) return violations;
  if (method === 'anyconnect-eap')
    violations.push(['authentication', 'only AnyConnect speaks its own EAP: write ClientAuth.withEap']);
  if (networks !== undefined)
    violations.push([
      'networks',
      "Windows' own client takes no split tunnel: leave networks out, or give users AnyConnect",
    ]);
  if (!suite.esp.encryption?.endsWith('-256'))
    violations.push([
      'suite.esp.encryption',
      `${suite.esp.encryption} is not enough for Windows: write a cipher of 256 bits`,
    ]);
  if (match?.keyIds)
    violations.push([
      'match.keyIds',
      'Windows sends no key id but its address: leave match out, which is DefaultRAGroup',
    ]);
  return violations;
};

const nameViolations = ({ names, group }: AsaRemoteAccessProps): readonly Violation[] => [
  ...(names?.groupPolicy === 'DfltGrpPolicy'
    ? [
        [
          'names.groupPolicy',
          'DfltGrpPolicy is what every other policy inherits from: leave it out, or write a name of its own',
        ] as const,
      ]
    : []),
  ...((standingTunnelGroups as readonly string[]).includes(names?.group ?? '')
    ? [['names.group', `${names!.group} is for everybody: write match: { any: true }`] as const]
    : []),
  ...(group?.simultaneousLogins === 0
    ? [['group.simultaneousLogins', '0 admits no one: write 1 or more, or leave it out'] as const]
    : []),
];

const tlsViolations = (props: AsaRemoteAccessProps): readonly Violation[] => {
  const { transport, authentication } = props;
  const violations: Violation[] = [];
  const tls = opensTls(props);
  if (!tls && props.tlsTrustpoint !== undefined)
    violations.push(['tlsTrustpoint', 'TLS is off, so it shows no certificate: leave it out']);
  for (const what of ['clientProfile', 'clientImages'] as const)
    if (!tls && props[what] !== undefined)
      violations.push([
        what,
        'is handed out over TLS, which is off: leave it out, or write clientServices: true, which opens TLS',
      ]);
  if (authentication.method === 'eap' && transport === 'ipsec-ikev2-and-ssl')
    violations.push(['transport', 'standard EAP is of IKEv2 alone: leave transport out']);
  return violations;
};

/** What an ASA has once, and what stands there already. */
const sharedViolations = (id: string, props: AsaRemoteAccessProps, asa: AsaFirewall): readonly Violation[] => {
  const violations: Violation[] = [];
  const [shown] = declaredOn(asa, 'ikev2-remote-access');
  const other = shown && (propsOf(shown)?.trustpoint as { readonly ref: { readonly name: string } } | undefined);
  if (other !== undefined && other.ref.name !== props.trustpoint)
    violations.push([
      'trustpoint',
      `the ASA shows clients one certificate, which is that of ${other.ref.name} already: write trustpoint: '${other.ref.name}'`,
    ]);
  const enabled = enabledByProgram(asa, props.interface);
  if (props.clientServices && enabled && propsOf(enabled)?.clientServices === undefined)
    violations.push([
      'clientServices',
      `${enabled.node.path} keeps them off ${props.interface}: write clientServices: {} there, or leave that construct out`,
    ]);
  const web = webByProgram(asa);
  if (web && (props.clientServices || props.transport === 'ipsec-ikev2-and-ssl') && !opens(web, props))
    violations.push([
      'clientServices',
      `${web.node.path} says what the TLS side does: write enable: ['${props.interface}'] and anyconnectEnable: true there, or leave that construct out`,
    ]);
  const tls = tlsTrustpointOf(props);
  const atPort = findOn(asa, 'ssl-trustpoint', props.interface);
  const own = atPort && propsOf(atPort)?.trustpoint;
  const certificate = own && ('name' in own ? own.name : own.ref.name);
  if (tls !== undefined && certificate !== undefined && certificate !== tls)
    violations.push([
      'tlsTrustpoint',
      `${props.interface} shows the certificate of ${certificate} over TLS already, and an interface has one: write tlsTrustpoint: '${certificate}'`,
    ]);
  const name = tunnelGroupOf(id, props);
  const taken = findOn(asa, 'tunnel-group', name);
  if (taken)
    violations.push([
      'match',
      `the tunnel group ${name} is that of ${taken.node.path} already: write match: { keyIds: ['…'] } or names: { group: '…' }`,
    ]);
  return violations;
};

const opens = (web: NonNullable<ReturnType<typeof webByProgram>>, props: AsaRemoteAccessProps): boolean => {
  const own = propsOf(web);
  const { authentication } = props;
  const knows =
    authentication.method !== 'saml' ||
    (own?.samlProviders ?? []).some(({ entityId }) => entityId === authentication.provider.entityId);
  return own?.anyconnectEnable === true && (own.enable ?? []).includes(props.interface) && knows;
};

/** What a headend on an ASA cannot be asked for at once. AnyConnect and other clients prove themselves in different ways. */
export const headendViolations = ({
  software = ['anyconnect'],
  authentication,
}: AsaHeadendProps): readonly Violation[] => {
  const standard = !software.includes('anyconnect');
  if (!standard && software.length > 1)
    return [
      ['software', 'an ASA asks AnyConnect and Windows in different ways: write a RemoteAccess for each of them'],
    ];
  if (standard && 'duo' in authentication && !authentication.duo.supportsEap)
    return [
      [
        'authentication',
        'users log in with EAP, which the proxy can only hand on to a RADIUS server: write primary: PrimaryAuth.radius(…) on the DuoProxy',
      ],
    ];
  return [];
};
