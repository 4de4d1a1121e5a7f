import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import { int, ipv4, ipv4Network, oneOf, rare, record, text } from './basic';
import { its, several, theirs } from './fmc-shared';

type Rule = NounOf<'access-rule'>;
type Networks = NonNullable<Rule['sourceNetworks']>;
type Ports = NonNullable<Rule['destinationPorts']>;

const networks: fc.Arbitrary<Networks> = fc
  .tuple(
    several('network-object', 'net-A', 'net-B'),
    fc.uniqueArray(fc.oneof(ipv4, ipv4Network), { minLength: 1, maxLength: 2 }),
  )
  .map(([objects, literals]) => [...objects, ...literals]);
const numbered = (protocol: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(protocol),
    int(1, 65535).map((port) => `${protocol}/${port}`),
    int(1, 60000).map((port) => `${protocol}/${port}-${port + 5}`),
  );
const services: fc.Arbitrary<Ports> = fc
  .tuple(
    several('port-object', 'HTTPS'),
    fc.uniqueArray(
      fc.oneof(numbered('tcp'), numbered('udp'), oneOf(['icmp', 'icmp/8', 'icmp/3/4', 'gre', 'esp', 'ahp', 'ospf'])),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([objects, literals]) => [...objects, ...literals]);
/** Of one protocol, where both sides have ports. */
const tcp = numbered('tcp').map((port): Ports => [port]);
const ported = fc.oneof(
  fc.record({ destinationPorts: services }),
  fc.record({ sourcePorts: tcp, destinationPorts: tcp }),
  fc.constant({}),
);

const other = theirs('access-rule', 'ACCESS/Block all');
const place = oneOf<Rule['place']>([
  { section: 'default' },
  { section: 'mandatory' },
  { category: 'VPN' },
  { before: other },
  { after: other },
]);

/** What is done, and which events that may make. */
const handled = fc.oneof(
  record<Pick<Rule, 'action' | 'logging'>>({
    action: oneOf(['allow', 'trust', 'interactive-block', 'interactive-block-with-reset'] as const),
    logging: rare(oneOf([{ begin: true }, { end: true, toFmc: true }, { begin: true, end: true, syslog: true }])),
  }),
  record<Pick<Rule, 'action' | 'logging'>>({
    action: oneOf(['block', 'block-with-reset'] as const),
    logging: rare(fc.constant({ begin: true, toFmc: true })),
  }),
  fc.constant({ action: 'monitor' as const, logging: { end: true, toFmc: true } }),
);

export const accessRule: fc.Arbitrary<Rule> = fc
  .tuple(
    record<Omit<Rule, 'action' | 'logging' | 'sourcePorts' | 'destinationPorts'>>({
      name: text.map(
        (name) =>
          name
            .replace(/[:{}#"]/g, '')
            .replace(/ {2,}/g, ' ')
            .trim() || 'rule',
      ),
      policy: its('access-policy', 'ACCESS'),
      place,
      enabled: fc.boolean(),
      sourceZones: rare(several('security-zone', 'vpn-zone', 'inside-zone')),
      destinationZones: rare(several('security-zone', 'inside-zone')),
      sourceNetworks: rare(networks),
      destinationNetworks: rare(networks),
    }),
    handled,
    ported,
  )
  .map(([rule, how, which]): Rule => ({ ...rule, ...how, ...which }));
