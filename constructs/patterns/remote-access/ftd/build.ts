import type { Construct } from 'constructs';
import type { Referable } from '../../../../lib/model/noun';
import { AccessList } from '../../../generated/addressing/access-list';
import { AddressPool } from '../../../generated/addressing/address-pool';
import type { AaaServerGroup } from '../../../generated/aaa/aaa-server-group';
import { DevicePart } from '../../../core/device';
import type { Fmc } from '../../../devices/fmc';
import { NetworkObject } from '../../../generated/objects/network-object';
import { reportViolations } from '../../../core/checks';
import { CertTrustpoint } from '../../../generated/pki/cert-trustpoint';
import { SecureClientAttribute } from '../../../generated/remote-access/secure-client-attribute';
import { SamlServer } from '../../../generated/aaa/saml-server';
import { RaVpnPolicy } from './ra-vpn-policy';
import { providerOf, samlViolations } from '../saml';
import { domainsOf } from '../domains';
import type { FirewallRemoteAccessProps, LocalLogin, SamlLogin } from '../props';

/** The longest that Secure Client waits for a login (AnyConnectProfile.xsd, AuthenticationTimeout). */
const longest = 120;

/** What the users of a firewall are given: pool, names, and the networks behind the tunnel. */
const given = (at: Construct, id: string, { pool, networks, dns, domains, names }: FirewallRemoteAccessProps) => {
  const ranges = [{ from: pool.from, to: pool.to }];
  const list =
    networks === undefined || 'ref' in networks
      ? networks
      : new AccessList(at, 'networks', {
          name: `${id}-networks`,
          type: 'standard',
          entries: networks.map((source) => ({ action: 'permit' as const, source })),
        });
  const servers = dns?.map((value, i) => new NetworkObject(at, `dns-${i}`, { name: `${id}-dns-${i + 1}`, value }));
  return {
    pool: new AddressPool(at, 'pool', { name: pool.name ?? `${id}-pool`, ranges }),
    group: {
      dnsServers: servers,
      splitTunnel: list && { ipv4: 'tunnel-specified' as const, list },
      customAttributes: domains && [
        new SecureClientAttribute(at, 'domains', {
          name: names?.domains ?? `${id}-domains`,
          type: 'dynamic-split-tunnel',
          ...domainsOf(domains),
        }),
      ],
    },
  };
};

/** Objects of the FMC: what its users are given, and by what they log in. */
class Given extends DevicePart {
  constructor(scope: Construct, fmc: Fmc, id = 'given') {
    super(scope, id, fmc);
  }
}

/** The identity provider as the FMC knows it: its certificate, and where it is reached. */
const samlServerOf = (at: Construct, id: string, props: FirewallRemoteAccessProps, saml: SamlLogin): SamlServer => {
  const { names = {}, headend } = props;
  const provider = providerOf(at, saml, names.group ?? id, names.application ?? id);
  const { certificate, ...said } = provider;
  const there = new Given(at, headend.fmc, 'saml');
  const identityProviderCertificate = new CertTrustpoint(there, 'certificate', {
    name: names.samlCertificate ?? `${id}-idp`,
    enrollment: { type: 'terminal' },
    caCheck: false,
    ca: { certificate },
  });
  return new SamlServer(there, 'server', {
    name: names.samlServer ?? `${id}-saml`,
    ...said,
    baseUrl: saml.url,
    identityProviderCertificate,
  });
};

/** How users log in: by RADIUS or a directory (`waits`: seconds for an answer), in a browser window, or as local users. */
export type FirewallLogin =
  | { readonly server: AaaServerGroup | Referable<'realm'>; readonly waits?: number | undefined }
  | { readonly saml: SamlLogin }
  | LocalLogin;

/** What a group of users says of its login. */
const howOf = (at: Construct, id: string, props: FirewallRemoteAccessProps, login: FirewallLogin) => {
  if ('saml' in login) return { authentication: 'saml', server: samlServerOf(at, id, props, login.saml) } as const;
  return { authentication: 'aaa', server: 'local' in login ? 'local' : login.server } as const;
};

/** Remote users on a firewall: IPsec IKEv2 alone and users by RADIUS, or SAML, for which TLS is open too. */
export const buildFtd = (
  at: Construct,
  id: string,
  props: FirewallRemoteAccessProps,
  login: FirewallLogin,
): RaVpnPolicy | undefined => {
  const { headend, suite, certificate, zones, clientProfile, lifetimeSeconds, accessRules } = props;
  const { group: name = id, policy, ikePolicy, ipsecProposal } = props.names ?? {};
  if ('saml' in login && reportViolations(at, samlViolations(login.saml, name), 'prop.invalid')) return undefined;
  const { pool, group } = given(new Given(at, headend.fmc), id, props);
  const waits = 'server' in login ? login.waits : undefined;
  const timeout = waits === undefined ? {} : { authenticationTimeout: Math.min(waits, longest) };
  const preferences = { ...timeout, ...clientProfile?.preferences };
  return new RaVpnPolicy(at, 'Default', {
    device: headend.fmc,
    suite,
    certificate,
    zones,
    devices: [headend],
    groups: [{ name, ...howOf(at, id, props, login), ipv4Pools: [pool], group }],
    transport: 'saml' in login ? 'ipsec-ikev2-and-ssl' : undefined,
    clientProfile: clientProfile && { ...clientProfile, preferences },
    localRealm: 'local' in login ? login.local : undefined,
    lifetimeSeconds,
    accessRules,
    names: { policy, ikePolicy, ipsecProposal },
  });
};
