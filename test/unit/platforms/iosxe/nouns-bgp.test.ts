import { cliDialectOf } from '../../../../lib/desired/cli/dialect';
import { readHeader, readLive, type HeaderOf, type Section } from '../../../../lib/desired/cli/section';
import { parseTree } from '../../../../lib/desired/cli/tree';
import { grammarOf } from '../../../../lib/platforms/iosxe/grammar';
import { syntax } from '../../../../lib/platforms/iosxe/syntax';
import { ref, sectionOf, writes, wrongWith } from '../../../support/noun-case';

const cliDialect = cliDialectOf(syntax);
const neighbor = { address: '169.254.10.1', remoteAs: 64512 };

describe('BGP', () => {
  test('is a process with neighbours, and the family that they are activated in', () =>
    writes(
      'bgp',
      {
        name: '65000',
        routerId: '10.20.0.1',
        neighbors: [
          {
            ...neighbor,
            description: 'AWS',
            ebgpMultihop: 255,
            updateSource: ref('loopback-interface', 'Loopback0'),
            timers: { keepalive: 10, hold: 30 },
          },
          { address: '169.254.10.5', remoteAs: 64512 },
        ],
        networks: ['10.20.0.0/16', '192.168.7.0/24'],
      },
      `router bgp 65000
 bgp router-id 10.20.0.1
 neighbor 169.254.10.1 remote-as 64512
 neighbor 169.254.10.1 description AWS
 neighbor 169.254.10.1 ebgp-multihop 255
 neighbor 169.254.10.1 update-source Loopback0
 neighbor 169.254.10.1 timers 10 30
 neighbor 169.254.10.5 remote-as 64512
 address-family ipv4
  network 10.20.0.0 mask 255.255.0.0
  network 192.168.7.0
  neighbor 169.254.10.1 activate
  neighbor 169.254.10.5 activate
`,
    ));

  test('in a process that is there, only our lines are ours', () => {
    const process = (own: readonly string[], inside: readonly string[]) =>
      parseTree(['router bgp 65000', ...own, ' address-family ipv4', ...inside].join('\n'), syntax);
    const read = (nodes: ReturnType<typeof process>) => {
      const header = readHeader(grammarOf('bgp'), 'router bgp 65000') as HeaderOf;
      return readLive(grammarOf('bgp'), header, nodes[0]!.children, { judge: String, reveal: String }, () => undefined);
    };
    const theirs = read(
      process(
        [' bgp log-neighbor-changes', ' neighbor 192.0.2.1 remote-as 64999'],
        ['  network 172.16.0.0', '  neighbor 192.0.2.1 activate'],
      ),
    );
    const ours = sectionOf('bgp', {
      name: '65000',
      neighbors: [neighbor],
      networks: ['10.20.0.0/16', '172.16.0.0/16'],
    });
    const typed = (before: Section | undefined, after: Section | undefined) =>
      cliDialect.steps(before, after).flatMap(({ lines }) => lines);
    const joined = cliDialect.share(theirs, ours, undefined);
    expect(joined.unmanaged).toEqual([
      'bgp log-neighbor-changes',
      'neighbor 192.0.2.1 remote-as 64999',
      'address-family ipv4 / neighbor 192.0.2.1 activate',
    ]);
    expect(typed(joined.ours, ours)).toEqual([
      'router bgp 65000',
      ' neighbor 169.254.10.1 remote-as 64512',
      ' address-family ipv4',
      '  network 10.20.0.0 mask 255.255.0.0',
      '  neighbor 169.254.10.1 activate',
      '  exit',
      ' exit',
    ]);
    const owned = cliDialect.remember(ours, theirs, undefined);
    const live = read(
      process(
        [' bgp log-neighbor-changes', ' neighbor 192.0.2.1 remote-as 64999', ' neighbor 169.254.10.1 remote-as 64512'],
        [
          '  network 10.20.0.0 mask 255.255.0.0',
          '  network 172.16.0.0',
          '  neighbor 192.0.2.1 activate',
          '  neighbor 169.254.10.1 activate',
        ],
      ),
    );
    // The network that they had is theirs still, though we declared it too.
    expect(typed(cliDialect.share(live, undefined, owned).ours, undefined)).toEqual([
      'router bgp 65000',
      ' address-family ipv4',
      '  no network 10.20.0.0 mask 255.255.0.0',
      '  no neighbor 169.254.10.1 activate',
      '  exit',
      ' no neighbor 169.254.10.1 remote-as 64512',
      ' exit',
    ]);
  });

  test.each([
    [
      { name: 'as1' },
      "name: 'as1' is not a valid number of an autonomous system: write it as text of 1 to 4294967295, like '65000'",
    ],
    [
      { neighbors: [neighbor, { ...neighbor, remoteAs: 1 }] },
      'neighbors: two neighbours have one address: write each once',
    ],
    [
      { neighbors: [{ ...neighbor, timers: { keepalive: 30, hold: 30 } }] },
      'neighbors.0.timers: hold must be longer than keepalive: write about three times as long',
    ],
  ])('%j is refused', (props, message) =>
    expect(wrongWith('bgp', { name: '65000', neighbors: [neighbor], ...props })).toEqual([message]),
  );
});
