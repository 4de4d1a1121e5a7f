import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import {
  anyAddress,
  bare,
  distinct,
  hostName,
  int,
  mayRef,
  plainName,
  oneOf,
  port,
  rare,
  record,
  refTo,
  vrfRef,
  type Pool,
} from './basic';

type Logging = NounOf<'logging'>;
const level = oneOf([
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
] as const);
export const logging = (pool: Pool): fc.Arbitrary<Logging> =>
  fc
    .tuple(
      record<Logging>({
        name: fc.constant('logging'),
        hosts: rare(
          distinct(record<NonNullable<Logging['hosts']>[number]>({ host: hostName, vrf: rare(vrfRef(pool)) }), 3),
        ),
        trap: rare(level),
        buffered: rare(record<NonNullable<Logging['buffered']>>({ size: int(4096, 2147483647), level: rare(level) })),
        monitor: rare(level),
        sourceInterface: rare(port(pool)),
      }),
      fc.oneof(
        fc.constant({}),
        fc.constant({ consoleEnabled: false as const }),
        level.map((console) => ({ console })),
      ),
    )
    .map(([rest, console]) => ({ ...rest, ...console }));

export const httpServer = (pool: Pool): fc.Arbitrary<NounOf<'http-server'>> =>
  record<NounOf<'http-server'>>({
    name: fc.constant('http'),
    server: rare(fc.boolean()),
    secureServer: rare(fc.boolean()),
    port: rare(fc.oneof(fc.constant(80), int(1, 65535))),
    securePort: rare(fc.oneof(fc.constant(443), int(1025, 65535))),
    secureTrustpoint: mayRef('cert-trustpoint', pool),
    authentication: rare(oneOf(['local', 'aaa', 'enable'] as const)),
  });

type Ssl = NounOf<'ssl-policy'>;
export const sslPolicy = (name: fc.Arbitrary<string>, pool: Pool): fc.Arbitrary<Ssl> =>
  fc
    .tuple(
      fc.record({
        name,
        trustpoint: refTo('cert-trustpoint', pool),
        proposal: rare(plainName),
        shutdown: fc.boolean(),
      }),
      rare(int(443, 65535)),
      fc.oneof(
        fc.record({ local: anyAddress, vrf: rare(vrfRef(pool)) }).map((address) => ({ address })),
        port(pool).map((local) => ({ interface: { local } })),
      ),
    )
    .map(([rest, listening, place]) =>
      bare({
        ...rest,
        ...('address' in place
          ? { address: bare({ ...place.address, port: listening }) }
          : { interface: bare({ ...place.interface, port: listening }) }),
      }),
    );
