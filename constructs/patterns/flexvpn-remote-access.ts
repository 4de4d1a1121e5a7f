import { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { nameFor } from '../../lib/synth/naming';
import { AaaNewModel } from '../custom/aaa/aaa';
import { AaaAccountingList } from '../generated/aaa/aaa-accounting-list';
import { AaaAuthenticationList } from '../generated/aaa/aaa-authentication-list';
import type { AaaServerGroup } from '../generated/aaa/aaa-server-group';
import { placeOnDevice } from '../core/device';
import { DeviceServices } from '../core/services';
import { IosXeRouter } from '../devices/ios-xe-router';
import { IkeV2Profile, type IkeV2ProfileProps } from '../generated/ikev2/ikev2-profile';
import { LoopbackInterface } from '../generated/interfaces/loopback-interface';
import { VirtualTemplate } from '../generated/interfaces/virtual-template';
import type { ClientAuthentication, ClientAuthorization } from './client-authentication';
import type { CryptoSuite } from './shared/crypto-suite';
import type { RouterVpnNames } from './shared/props';
import { RemoteAccessAuthorization } from './remote-access-authorization';
import { remoteAccessFaults } from './remote-access-faults';
import { reportViolations } from '../core/checks';
import { addGlobals, protect, trustpointOf, type Protection } from './shared/router';

/** Which users a headend is for: those that any of these fits. */
export interface ClientMatch {
  /** Key ids: what AnyConnect calls the IKE identity of a connection. */
  readonly keyIds?: readonly string[];
  /** Domains of mail addresses: a Windows client sends user@domain. */
  readonly emailDomains?: readonly string[];
  /** Addresses or networks; `0.0.0.0/0` for Windows clients that send their address. */
  readonly addresses?: readonly string[];
  /** Certificates that one of these maps matches. */
  readonly certificates?: readonly Referable<'certificate-map'>[];
  /** Everybody. */
  readonly any?: true;
}

export interface FlexVpnRemoteAccessProps {
  /** The router, where the scope is neither it nor on it: inside a composite. Default: the router of the scope. */
  readonly device?: IosXeRouter;
  /** What protects the VPN. Its `pfs` is not written: clients do not ask for it, and could not renew their keys. */
  readonly suite: CryptoSuite;
  /** Name of the trustpoint whose certificate the router shows: declared before, or there already. */
  readonly trustpoint: string;
  /** How users prove who they are. */
  readonly authentication: ClientAuthentication;
  /** Which users this is for. */
  readonly match: ClientMatch;
  /** Who says what a user may have. With EAP it may be left out: then what the server said with the password counts. */
  readonly authorization?: ClientAuthorization;
  /** Servers that are told of sessions. Needed where a RADIUS server gives addresses. Default: nobody. */
  readonly accounting?: AaaServerGroup;
  /** What users connect with. AnyConnect needs `no crypto ikev2 http-url cert`, which is written. Default: AnyConnect. */
  readonly software?: readonly ('anyconnect' | 'windows')[];
  /** The router's address in the tunnels, on a loopback interface of its own: `10.0.1.1/32`. */
  readonly gateway?: string;
  /** The loopback interface of `gateway`. Default: `Loopback1`. */
  readonly loopback?: string;
  /** An interface that is there, whose address the tunnels borrow, instead of `gateway`: `GigabitEthernet0/0`. */
  readonly unnumbered?: string;
  /** What the tunnels of users are cloned from. Default: `Virtual-Template1`. */
  readonly template?: string;
  /** The client chooses between GRE and IPsec, IPv4 and IPv6. Default: IPv4 in IPsec. */
  readonly autoMode?: true;
  /** Sessions survive a change of the client's network: true, or with seconds that they wait (600 to 86400). Default: false. */
  readonly reconnect?: true | { readonly timeout: number };
  /** Dead peer detection. Default: every 60 s when there is traffic, again after 2 s. */
  readonly dpd?: { readonly interval: number; readonly retry: number; readonly mode: 'on-demand' | 'periodic' };
  /** Who the router says it is. Default: the subject of its certificate. */
  readonly identity?: { readonly type: 'dn' } | { readonly type: 'fqdn'; readonly fqdn: string };
  /** The client profile that AnyConnect downloads. */
  readonly anyconnectProfile?: Referable<'anyconnect-profile'>;
  /** Names on the device. Default: the id of the VPN. */
  readonly names?: RouterVpnNames;
}

/**
 * A headend for remote users on a router: AnyConnect, the client of Windows and others, by certificate, EAP, AnyConnect's
 * EAP, or two of them. Its scope is the router. Writes `aaa new-model`
 * where nothing else on the router does (see `aaaNewModel` of the router): a local user and a login list must be there. Cisco Live BRKSEC-2881, "FlexVPN AAA
 * Integration" and "Remote Access Clients".
 */
export class FlexVpnRemoteAccess extends Construct {
  /** The IKEv2 profile, to override what was chosen; undefined where the props have a problem. */
  readonly profile?: IkeV2Profile;
  /** What the tunnels of users are cloned from. */
  readonly virtualTemplate?: VirtualTemplate;
  /** What protects the tunnels. */
  readonly protection?: Protection;

  constructor(scope: Construct, id: string, props: FlexVpnRemoteAccessProps) {
    super(scope, id);
    placeOnDevice(this, props.device);
    const router = IosXeRouter.of(this);
    if (reportViolations(this, remoteAccessFaults(props, router)) || router === undefined) return;
    AaaNewModel.neededOn(router);
    const template = { ref: { ref: 'virtual-template', name: props.template ?? 'Virtual-Template1' } } as const;
    const vpn = nameFor(this);
    const profile = this.makeProfile(router, vpn, props, template);
    const protection = protect(this, router, vpn, profile, props, false);
    const name = props.loopback ?? 'Loopback1';
    const loopback =
      props.gateway === undefined
        ? props.unnumbered
        : new LoopbackInterface(this, 'loopback', { name, address: props.gateway });
    this.profile = profile;
    this.protection = protection;
    this.virtualTemplate = new VirtualTemplate(this, 'template', {
      name: template.ref.name,
      ...(loopback === undefined ? {} : { unnumbered: loopback }),
      protection: protection.ipsecProfile,
    });
    if ((props.software ?? ['anyconnect']).includes('anyconnect')) addGlobals(router, { httpUrlCert: false });
  }

  private makeProfile(
    router: IosXeRouter,
    id: string,
    props: FlexVpnRemoteAccessProps,
    template: { readonly ref: { readonly ref: 'virtual-template'; readonly name: string } },
  ): IkeV2Profile {
    const { match, authentication, accounting, reconnect, anyconnectProfile } = props;
    const { lines } = new RemoteAccessAuthorization(this, router, id, authentication.method, withChoice(props));
    return new IkeV2Profile(this, 'profile', {
      name: props.names?.profile ?? id,
      ...(match.keyIds ? { matchRemoteKeyIds: [...match.keyIds] } : {}),
      ...(match.emailDomains ? { matchRemoteEmailDomains: [...match.emailDomains] } : {}),
      ...(match.addresses ? { matchRemoteAddresses: [...match.addresses] } : {}),
      ...(match.certificates ? { matchCertificates: [...match.certificates] } : {}),
      ...(match.any ? { matchRemoteAny: true as const } : {}),
      identityLocal: props.identity ?? { type: 'dn' },
      authenticationLocal: 'rsa-sig',
      ...proof(router, authentication),
      trustpoints: [shown(trustpointOf(router, props.trustpoint), authentication)],
      dpd: props.dpd ?? { interval: 60, retry: 2, mode: 'on-demand' },
      ...(lines.length === 0 ? {} : { aaaAuthorization: lines }),
      ...(accounting
        ? { aaaAccounting: [{ method: authentication.method, list: accountingOf(router, accounting) }] }
        : {}),
      virtualTemplate: props.autoMode ? { template, mode: 'auto' as const } : template,
      ...(reconnect === undefined ? {} : { reconnect }),
      ...(anyconnectProfile === undefined ? {} : { anyconnectProfile }),
    });
  }
}

/** Where clients are known by key ids that are the names of the groups, the key id is what chooses. */
const withChoice = ({ authorization, match }: FlexVpnRemoteAccessProps): ClientAuthorization | undefined => {
  if (authorization?.by !== 'router' || authorization.choose !== undefined) return authorization;
  const known = match.keyIds !== undefined && authorization.groups.every(({ name }) => match.keyIds!.includes(name));
  return known ? { ...authorization, choose: 'key-id' } : authorization;
};

/** With EAP users have no certificate, so the authority is only that of the router. */
const shown = (trustpoint: ReturnType<typeof trustpointOf>, { method }: ClientAuthentication) =>
  method === 'eap' ? { trustpoint, use: 'sign' as const } : trustpoint;

const proof = (
  router: IosXeRouter,
  authentication: ClientAuthentication,
): Pick<IkeV2ProfileProps, 'authenticationRemote' | 'aaaAuthentication'> => {
  if (authentication.method === 'cert') return { authenticationRemote: ['rsa-sig'] };
  const { method, servers, certificate, list: name } = authentication;
  const list = DeviceServices.of(router).once(
    `authentication-${name}`,
    (at, id) => new AaaAuthenticationList(at, id, { name, methods: [servers] }),
  );
  return {
    authenticationRemote: [
      method === 'eap' ? { method, queryIdentity: true } : { method, ...(certificate ? { certRequest: true } : {}) },
    ],
    aaaAuthentication: [{ method, list }],
  };
};

const accountingOf = (router: IosXeRouter, servers: AaaServerGroup): AaaAccountingList => {
  const { name } = servers.ref;
  return DeviceServices.of(router).once(
    `accounting-${name}`,
    (at, id) => new AaaAccountingList(at, id, { name, methods: [servers] }),
  );
};
