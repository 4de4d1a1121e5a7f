import { Construct } from 'constructs';
import type { PropsOf } from '../../../../lib/model/nouns';
import { AaaAttributeList } from '../../../generated/aaa/aaa-attribute-list';
import { AaaAuthorizationList } from '../../../generated/aaa/aaa-authorization-list';
import { AddressPool } from '../../../generated/addressing/address-pool';
import { DeviceServices } from '../../../core/services';
import type { IosXeRouter } from '../../../devices/ios-xe-router';
import { IkeV2AuthorizationPolicy } from '../../../generated/ikev2/ikev2-authorization-policy';
import { IkeV2NameMangler, type IkeV2NameManglerProps } from '../../../generated/ikev2/ikev2-name-mangler';
import { LoopbackInterface } from '../../../generated/interfaces/loopback-interface';
import type { ClientAuthentication } from '../authentication';
import type { ClientAuthorization, ClientGroup } from '../authorization';
import { localAuthorization } from '../../shared/router';
import { sameOr } from '../../shared/same-object';

type Lines = NonNullable<PropsOf<'ikev2-profile'>['aaaAuthorization']>;
type Line = Lines[number];
type Of<By> = Extract<ClientAuthorization, { readonly by: By }>;
type Method = ClientAuthentication['method'];

const manglers = {
  'common-name': 'cn',
  'organization-unit': 'ou',
  organization: 'o',
  country: 'c',
  domain: 'dc',
  locality: 'l',
  state: 'st',
} as const;

const addresses = (
  scope: Construct,
  group: string,
  { name, from, to }: NonNullable<ClientGroup['pool']>,
): AddressPool => new AddressPool(scope, 'pool', { name: name ?? `${group}-pool`, ranges: [{ from, to }] });

/** Who says what remote users may have, of level-1 constructs: the lines of the profile, and what they name. */
export class RemoteAccessAuthorization extends Construct {
  /** For `aaaAuthorization` of the profile. */
  readonly lines: Line[];

  constructor(
    scope: Construct,
    private readonly router: IosXeRouter,
    id: string,
    private readonly method: Method,
    authorization: ClientAuthorization | undefined,
  ) {
    super(scope, 'authorization');
    const cached: Line[] = method === 'cert' ? [] : [{ of: 'user', method, cached: true }];
    if (authorization === undefined) this.lines = cached;
    else if (authorization.by === 'router') this.lines = [this.byRouter(id, authorization), ...cached];
    else this.lines = this.byRadius(authorization, cached);
  }

  private byRouter(id: string, { groups, choose, list: name }: Of<'router'>): Line {
    const list = localAuthorization(this.router, name ?? id);
    const policies = groups.map((group) => this.policy(group));
    const line = { of: 'group' as const, method: this.method, list };
    if (choose === 'key-id') return line;
    if (choose === undefined) return { ...line, policy: policies[0]! };
    return { ...line, nameMangler: choose === 'domain' ? this.domain() : this.mangler(choose) };
  }

  private byRadius({ servers, group, user }: Of<'radius'>, cached: Line[]): Line[] {
    const { name } = servers.ref;
    const said = { name, methods: [servers] };
    const list = sameOr(this.router, 'aaa-authorization-list', said, () =>
      DeviceServices.of(this.router).once(`authorization-${name}`, (at, id) => new AaaAuthorizationList(at, id, said)),
    );
    const line = { method: this.method, list };
    return [
      ...(group ? [{ ...line, of: 'group' as const, nameMangler: this.mangler(group) }] : []),
      ...(user ? [{ ...line, of: 'user' as const, nameMangler: this.mangler(user) }] : cached),
    ];
  }

  /** A field of the subject is named as in the subject: `ou`, `cn`. */
  private mangler(field: keyof typeof manglers): IkeV2NameMangler {
    const name = manglers[field];
    const dn = this.method === 'cert' ? { dn: field } : { eap: { dn: field } };
    return this.mangling({ name, ...dn });
  }

  private domain(): IkeV2NameMangler {
    return this.mangling({ name: 'domain', eap: { suffix: '@' }, email: 'domain' });
  }

  private mangling(said: IkeV2NameManglerProps & { readonly name: string }): IkeV2NameMangler {
    return sameOr(this.router, 'ikev2-name-mangler', said, () =>
      DeviceServices.of(this.router).once(`name-mangler-${said.name}`, (at, id) => new IkeV2NameMangler(at, id, said)),
    );
  }

  private policy(group: ClientGroup): IkeV2AuthorizationPolicy {
    const { name, pool, dhcpServer, dns, netmask, networks } = group;
    const scope = new Construct(this, name);
    return new IkeV2AuthorizationPolicy(scope, 'policy', {
      name,
      pool: pool && addresses(scope, name, pool),
      dhcpServer,
      dns: dns && [...dns],
      netmask,
      ...(networks === undefined
        ? {}
        : 'ref' in networks
          ? { routeSetAccessList: networks }
          : { routeSetRemote: [...networks] }),
      ...this.attributes(scope, group),
    });
  }

  /** What the router writes on the interface of each user of the group: without it, all of them are in one VRF. */
  private attributes(scope: Construct, { name, vrf, interfaceLines = [] }: ClientGroup) {
    if (vrf) new LoopbackInterface(scope, 'gateway', { name: vrf.loopback, vrf: vrf.vrf, address: vrf.gateway });
    const lines = [
      ...(vrf ? [`vrf forwarding ${vrf.vrf.ref.name}`, `ip unnumbered ${vrf.loopback}`] : []),
      ...interfaceLines,
    ];
    if (lines.length === 0) return {};
    const attributes = lines.map((value) => ({ type: 'interface-config', value }));
    return { attributeList: new AaaAttributeList(scope, 'attributes', { name: `${name}-list`, attributes }) };
  }
}
