import { isIpv4 } from '../../kernel/ip';
import type { Resource } from '../../model/network';
import { isRef } from '../../model/noun';
import type { SecretRef } from '../../model/secret';
import { numeric, rangeOf, type Range } from './address';
import { hostWait, serverWait } from './radius';
import type { DeviceView, NetworkView } from '../engine/network-view';

/** Sections that answer RADIUS. */
export const radiusServerKinds = [
  'duo-radius-server-auto',
  'duo-radius-server-challenge',
  'duo-radius-server-concat',
  'duo-radius-server-iframe',
  'duo-radius-server-eap',
  'duo-radius-server-duo-only',
] as const;
export type DuoServer = Resource<(typeof radiusServerKinds)[number]>;
export type DuoLdapServer = Resource<'duo-ldap-server-auto'>;

export const duoServers = (device: DeviceView): readonly DuoServer[] =>
  radiusServerKinds.flatMap((kind): readonly DuoServer[] => device.all(kind));

const clientKinds = ['duo-radius-client', 'duo-ad-client', 'duo-only-client'] as const;
export type DuoClient = Resource<(typeof clientKinds)[number]>;

/** What checks the password for a server: what it names, what [main] names, or the only client there is. */
export const clientOf = (server: DuoServer | DuoLdapServer, device: DeviceView): DuoClient | undefined => {
  const own = 'client' in server.noun ? server.noun.client : undefined;
  const main = device.all('duo-proxy-main')[0]?.noun.client;
  const named = own ?? main;
  if (named !== undefined) return device.to(named);
  const all = clientKinds.flatMap((kind): readonly DuoClient[] => device.all(kind));
  return all.length === 1 ? all[0] : undefined;
};

/** IPv4 addresses that a caller's entry stands for. Of IPv6 only equal text is compared. */
export const callerRange = (address: string): Range | undefined => {
  const [from = '', to] = address.split('-');
  return to !== undefined && isIpv4(from) && isIpv4(to) ? { from: numeric(from), to: numeric(to) } : rangeOf(address);
};
export const takes = (entry: string, address: string): boolean => {
  const [range, one] = [callerRange(entry), rangeOf(address)];
  return (
    entry === address || (range !== undefined && one !== undefined && range.from <= one.from && one.to <= range.to)
  );
};

/** A RADIUS server that a device asks and a Duo proxy of this stack is. */
export interface Asking {
  readonly caller: DeviceView;
  readonly asked: Resource<'radius-server' | 'aaa-server'>;
  readonly key: SecretRef | undefined;
  /** How long the device waits for an answer. */
  readonly seconds: number;
  readonly proxy: DeviceView;
  readonly server: DuoServer;
}
type Question = Pick<Asking, 'asked' | 'key' | 'seconds'> & { readonly at: { host: string; authPort: number } };

/** What a device asks. */
const questions = (caller: DeviceView): readonly Question[] => [
  ...caller.all('radius-server').map((asked): Question => {
    const { address, key } = asked.noun;
    return { asked, key, seconds: serverWait(asked), at: address };
  }),
  ...caller.all('aaa-server').flatMap((asked) =>
    asked.noun.protocol !== 'radius'
      ? []
      : asked.noun.hosts.map((each): Question => {
          const { host, key, authenticationPort = 1645 } = each;
          return { asked, key, seconds: hostWait(each), at: { host, authPort: authenticationPort } };
        }),
  ),
];

const interfaceOf = (proxy: DeviceView, { noun }: DuoServer): string | undefined =>
  noun.interface ?? proxy.all('duo-proxy-main')[0]?.noun.interface;

/** Whether a section is what answers at an address: its own, the host's, or one that leads to the host. */
const listens = (
  proxy: DeviceView,
  server: DuoServer,
  { host, authPort }: { host: string; authPort: number },
): boolean => {
  if (server.noun.port !== authPort) return false;
  const own = interfaceOf(proxy, server);
  if (own === host) return true;
  const { host: machine, addresses = [] } = proxy.settings as { host?: string; addresses?: readonly string[] };
  const taken = duoServers(proxy).some((other) => interfaceOf(proxy, other) === host);
  return !taken && (addresses.includes(host) || (own === undefined && machine === host));
};

export const radiusRequests = (network: NetworkView): readonly Asking[] => {
  const proxies = network.devices.filter((device) => duoServers(device).length > 0);
  if (proxies.length === 0) return [];
  return network.devices.flatMap((caller) =>
    questions(caller).flatMap(({ at, ...asked }) =>
      proxies.flatMap((proxy) =>
        duoServers(proxy)
          .filter((server) => listens(proxy, server, at))
          .map((server) => ({ ...asked, caller, proxy, server })),
      ),
    ),
  );
};

/** The address that a device asks from, where it is declared. */
export const sourceOf = ({ caller, asked }: Pick<Asking, 'caller' | 'asked'>): string | undefined => {
  const sources = caller
    .users(asked)
    .flatMap((user) =>
      user.kind === 'aaa-server-group' ? [(user as Resource<'aaa-server-group'>).noun.sourceInterface] : [],
    );
  const [source] = sources;
  if (source === undefined) return undefined;
  const known = isRef(source)
    ? caller.find('loopback-interface', source.name)
    : (caller.find('loopback-interface', source) ?? caller.find('interface-lines', source));
  return known?.noun.address?.split('/')[0];
};

const profiles = ({ caller, asked }: Asking): readonly Resource<'ikev2-profile'>[] =>
  caller
    .all('ikev2-profile')
    .filter((profile) =>
      (profile.noun.aaaAuthentication ?? []).some(({ method, list }) =>
        method !== 'eap'
          ? false
          : (caller.to(list)?.noun.methods ?? []).some(
              (each) => isRef(each) && caller.to(each)?.noun.servers?.some(({ name }) => name === asked.name),
            ),
      ),
    );
const groups = ({ caller, asked }: Asking): readonly Resource<'tunnel-group'>[] =>
  caller.all('tunnel-group').filter(({ noun: { ipsec, general } }) => {
    const servers = general?.authenticationServers;
    return ipsec?.remoteEap !== undefined && isRef(servers) && caller.to(servers) === asked;
  });

/** Whose users this server checks with EAP, in words. */
export const eapUsers = (asking: Asking): readonly string[] => [
  ...profiles(asking).map(({ name }) => `IKEv2 profile ${name}`),
  ...groups(asking).map(({ name }) => `tunnel group ${name}`),
];
