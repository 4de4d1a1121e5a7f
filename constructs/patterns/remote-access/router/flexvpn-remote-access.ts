import { Construct } from 'constructs';
import { nameFor } from '../../../../lib/synth/naming';
import { AaaNewModel } from '../../../custom/aaa/aaa';
import { AaaAccountingList } from '../../../generated/aaa/aaa-accounting-list';
import { AaaAuthenticationList } from '../../../generated/aaa/aaa-authentication-list';
import type { AaaServerGroup } from '../../../generated/aaa/aaa-server-group';
import { placeOnDevice } from '../../../core/device';
import { DeviceServices } from '../../../core/services';
import { IosXeRouter } from '../../../devices/ios-xe-router';
import { IkeV2Profile, type IkeV2ProfileProps } from '../../../generated/ikev2/ikev2-profile';
import { LoopbackInterface } from '../../../generated/interfaces/loopback-interface';
import { VirtualTemplate } from '../../../generated/interfaces/virtual-template';
import type { ClientAuthentication } from '../authentication';
import type { ClientAuthorization } from '../authorization';
import { RemoteAccessAuthorization } from './authorization';
import { violationsOf } from './checks';
import { reportViolations } from '../../../core/checks';
import { addGlobals, protect, trustpointOf, type Protection } from '../../shared/router';
import { sameOr } from '../../shared/same-object';
import type { FlexVpnRemoteAccessProps } from './props';
import { isMistyped } from '../../../core/typed-props';

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
    if (isMistyped(this, 'FlexVpnRemoteAccess', props)) return;
    placeOnDevice(this, props.device);
    const router = IosXeRouter.of(this);
    if (reportViolations(this, violationsOf(props, router)) || router === undefined) return;
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
      unnumbered: loopback,
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
      matchRemoteKeyIds: match.keyIds && [...match.keyIds],
      matchRemoteEmailDomains: match.emailDomains && [...match.emailDomains],
      matchRemoteAddresses: match.addresses && [...match.addresses],
      matchCertificates: match.certificates && [...match.certificates],
      matchRemoteAny: match.any ? true : undefined,
      identityLocal: props.identity ?? { type: 'dn' },
      authenticationLocal: 'rsa-sig',
      ...proof(router, authentication),
      trustpoints: [shown(trustpointOf(router, props.trustpoint), authentication)],
      dpd: props.dpd ?? { interval: 60, retry: 2, mode: 'on-demand' },
      aaaAuthorization: lines.length === 0 ? undefined : lines,
      aaaAccounting: accounting && [{ method: authentication.method, list: accountingOf(router, accounting) }],
      virtualTemplate: props.autoMode ? { template, mode: 'auto' as const } : template,
      reconnect,
      anyconnectProfile,
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
  const said = { name, methods: [servers] };
  const list = sameOr(router, 'aaa-authentication-list', said, () =>
    DeviceServices.of(router).once(`authentication-${name}`, (at, id) => new AaaAuthenticationList(at, id, said)),
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
  const said = { name, methods: [servers] };
  return sameOr(router, 'aaa-accounting-list', said, () =>
    DeviceServices.of(router).once(`accounting-${name}`, (at, id) => new AaaAccountingList(at, id, said)),
  );
};
