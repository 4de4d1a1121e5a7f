import { callerRange, duoServers, type DuoServer } from '../../facts/duo-callers';
import { meet } from '../../facts/address';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';
import type { DeviceView } from '../../engine/network-view';

interface Listening {
  readonly path: string;
  readonly name: string;
  readonly port: number;
  readonly interface: string | undefined;
  readonly callers?: readonly string[];
}

const shared = (a: Listening, b: Listening): boolean =>
  a.port === b.port && (a.interface === undefined || b.interface === undefined || a.interface === b.interface);
const common = (a: readonly string[], b: readonly string[]): string | undefined =>
  a.find((one) =>
    b.some((other) => {
      const [first, second] = [callerRange(one), callerRange(other)];
      return one === other || (first !== undefined && second !== undefined && meet(first, second));
    }),
  );

const radius = ({ path, name, noun }: DuoServer): Listening => ({
  path,
  name,
  port: noun.port,
  interface: noun.interface,
  callers: noun.callers.map(({ address }) => address),
});
/** TCP: of two on one port only the first ever listens. */
const tcp = (device: DeviceView): readonly Listening[] => [
  ...device
    .all('duo-ldap-server-auto')
    .flatMap(({ path, name, noun }) => [
      { path, name, port: noun.port ?? 389, interface: noun.interface },
      ...(noun.sslKeyFile === undefined ? [] : [{ path, name, port: noun.sslPort ?? 636, interface: noun.interface }]),
    ]),
  ...device.all('duo-http-proxy').map(({ path, name, noun }) => ({
    path,
    name,
    port: noun.port ?? 80,
    interface: noun.interface,
  })),
];

const pairs = <T>(all: readonly T[]): readonly (readonly [T, T])[] =>
  all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other] as const));

export const portTwice: Rule = {
  id: 'TW-DUO-001',
  title: 'A Duo proxy that listens twice on one port',
  why: 'Two sections on one port and interface share what arrives: of RADIUS, a device that both list is answered by whichever stands first in the file; of LDAP and HTTP, the second does not start (the checker of the Duo Authentication Proxy: network contention, port collision).',
  packs: { correctness: 'error' },
  looksAt: ['duo-radius-server-auto', 'duo-ldap-server-auto', 'duo-http-proxy'],
  check: forEachDevice((device) => [
    ...pairs(duoServers(device).map(radius)).flatMap(([a, b]) => {
      const both = shared(a, b) ? common(a.callers!, b.callers!) : undefined;
      return both === undefined
        ? []
        : [
            createFinding(
              b,
              `[${b.name}] and [${a.name}] both listen on UDP port ${b.port} for ${both}`,
              'give one of them another port, which the device must ask then, or another interface',
            ),
          ];
    }),
    ...pairs(tcp(device))
      .filter(([a, b]) => shared(a, b))
      .map(([a, b]) =>
        createFinding(
          b,
          `[${b.name}] and [${a.name}] both listen on TCP port ${b.port}`,
          'give one of them another port',
        ),
      ),
  ]),
};
