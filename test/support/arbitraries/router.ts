import fc from 'fast-check';
import type { DeviceFileGrammar } from '../../../lib/desired/cli/grammar';
import type { Unsupported } from '../../../lib/desired/unsupported';
import type { Kind, NounOf } from '../../../lib/model/nouns';
import type { grammar } from '../../../lib/platforms/iosxe/grammar';
import * as aaa from './aaa';
import * as addressing from './addressing';
import { objectName, saying, type Arbitraries, type Pool } from './basic';
import * as crypto from './crypto';
import * as flexvpn from './flexvpn';
import * as interfaces from './interfaces';
import { profile } from './profile';
import * as tracking from './tracking';
import * as services from './services';

/** Every noun that IOS-XE writes as lines. One without an arbitrary below does not compile. */
export type RouterKind = {
  [K in Kind]: (typeof grammar)[K] extends Unsupported | DeviceFileGrammar<never> ? never : K;
}[Kind];

type Name = fc.Arbitrary<string>;
/** `extra` says what only a pool of its own can: addresses that do not overlap, types that cannot change. */
export interface Own {
  readonly address?: fc.Arbitrary<string>;
  readonly type?: 'first' | 'second';
  readonly parents?: Pool;
}

const pick = <T>(type: Own['type'], first: T, second: T): T | undefined =>
  type === undefined ? undefined : type === 'first' ? first : second;

type Makers = { readonly [K in RouterKind]: () => fc.Arbitrary<NounOf<K>> };
/** The arbitrary of each noun, given its name and what it may refer to. */
export const routerNounsIn = (pool: Pool, name?: Name, own: Own = {}): Makers => {
  const named = name ?? objectName;
  return {
    'config-archive': () => addressing.archive,
    'ntp-servers': () => addressing.ntp(pool),
    'scp-server': () => fc.boolean().map((server) => ({ name: 'scp', server })),
    vrf: () => addressing.vrf(named),
    'local-user': () => aaa.localUser(named),
    aaa: () => aaa.aaa(pool),
    'radius-server': () => aaa.radiusServer(named),
    'ldap-attribute-map': () => aaa.ldapAttributeMap(named),
    'ldap-server': () => aaa.ldapServer(named, pool),
    'aaa-server-group': () => aaa.serverGroup(named, pool, pick(own.type, 'radius', 'ldap')),
    'aaa-authentication-list': () => aaa.authenticationList(named, pool),
    'aaa-authorization-list': () => aaa.authorizationList(named, pool),
    'aaa-accounting-list': () => aaa.accountingList(named, pool),
    'aaa-attribute-list': () => aaa.attributeList(named),
    'address-pool': () => addressing.addressPool(named),
    'access-list': () =>
      addressing.accessList(
        named.filter((one) => !/^\d+$/.test(one)),
        pick(own.type, 'standard', 'extended'),
      ),
    'ipv6-access-list': () => addressing.ipv6AccessList(named),
    logging: () => saying(services.logging(pool)),
    'http-server': () => saying(services.httpServer(pool)),
    'smart-defaults': () => flexvpn.smartDefaults,
    'cert-trustpoint': () => crypto.trustpoint(named, pool, own.parents),
    'certificate-map': () => crypto.certificateMap(named),
    'ikev2-global': () => saying(flexvpn.ikev2Global),
    'ikev2-name-mangler': () => flexvpn.nameMangler(named),
    'ikev2-authorization-policy': () => flexvpn.authorizationPolicy(named, pool),
    'anyconnect-profile': () => flexvpn.anyconnectProfile(named),
    'ssl-policy': () => services.sslPolicy(named, pool),
    'ipsec-global': () => saying(flexvpn.ipsecGlobal),
    'ikev2-proposal': () => crypto.proposal(named, true),
    'ikev2-policy': () => crypto.policy(named, pool),
    'skip-client': () => crypto.skipClient(named),
    'ikev2-keyring': () => crypto.keyring(named, pool),
    'ikev2-profile': () => profile(named, pool),
    'ipsec-transform-set': () => crypto.transformSet(named),
    'ipsec-profile': () => crypto.ipsecProfile(named, pool),
    'loopback-interface': () => interfaces.loopback(name ?? interfaces.loopbackName, pool, own.address),
    'virtual-template': () => interfaces.virtualTemplate(name ?? interfaces.templateName, pool),
    'tunnel-interface': () => interfaces.tunnel(name ?? interfaces.tunnelName, pool, own.address),
    'static-route': () => interfaces.route(pool),
    'ip-sla': () => tracking.ipSla(name, pool),
    'ip-sla-schedule': () => tracking.ipSlaSchedule(name ?? tracking.number),
    'tracked-object': () => tracking.trackedObject(name ?? tracking.number, pool),
    bgp: () => interfaces.bgp(name ?? fc.constantFrom('65000', '4200000000'), pool),
    'ipv6-static-route': () => interfaces.route6(pool),
    'flexvpn-client': () => flexvpn.flexvpnClient(named, pool),
    'interface-lines': () =>
      saying(interfaces.interfaceLines(name ?? fc.constantFrom('GigabitEthernet0/1', 'Vlan10'), pool, own.address)),
    'ikev2-cluster': () => flexvpn.cluster,
    'raw-config': () => addressing.rawConfig,
    'raw-block': () => addressing.rawBlock(name ?? fc.constantFrom('router ospf 1', 'router eigrp 7')),
  };
};

/** Every noun that IOS-XE writes, references free. */
export const routerNouns = Object.fromEntries(
  Object.entries(routerNounsIn({})).map(([kind, make]) => [kind, make()]),
) as unknown as Arbitraries<RouterKind>;
