import type { Section } from '../../../../lib/desired/cli/section';
import { tunnelsOf } from '../../../../lib/platforms/iosxe/tunnels';
import type { Console } from '../../../../lib/wire/console';

/** A device that answers these commands and no other. */
const consoleOf = (answers: Readonly<Record<string, string>>) => {
  const asked: string[] = [];
  const send = async (lines: readonly string[]) => {
    asked.push(...lines);
    return lines.map((line) => ({ line, output: answers[line]! }));
  };
  return { console: { send } as unknown as Console, asked };
};

const tunnel = (...lines: string[]): Section => ({
  header: 'interface Tunnel7',
  shape: 'block',
  ownership: 'lines',
  entries: lines.map((text) => ({
    key: text === 'shutdown' ? text : text.split(' ').slice(0, 2).join(' '),
    text,
    undo: '',
  })),
});
const here = tunnel('tunnel source GigabitEthernet0/0', 'tunnel destination 203.0.113.9');

const session = (status: string, ...lines: string[]): string =>
  [
    'Crypto session current status',
    '',
    'Interface: Tunnel7',
    `Session status: ${status}     `,
    'Peer: 203.0.113.9 port 500 ',
    ...lines,
  ].join('\n');
const ike = '  IKEv2 SA: local 198.51.100.10/500 remote 203.0.113.9/500 Active ';
const brief = (own: string, below = 'up                    up'): string =>
  [
    'Interface              IP-Address      OK? Method Status                Protocol',
    `GigabitEthernet0/0     198.51.100.10   YES NVRAM  ${below}`,
    `Tunnel7                10.58.1.1       YES NVRAM  ${own}`,
  ].join('\n');
const down = 'up                    down';

const cases: readonly (readonly [why: string, shown: string, ports: string, live: Section, detail: string])[] = [
  [
    'shut down',
    session('DOWN'),
    brief('administratively down down'),
    tunnel(...here.entries.map(({ text }) => text), 'shutdown'),
    'administratively down',
  ],
  [
    'shut down, and the list of interfaces cannot be read',
    session('DOWN'),
    '% Invalid input',
    tunnel('shutdown'),
    'administratively down',
  ],
  [
    'its source is down',
    session('DOWN'),
    brief(down, 'administratively down down'),
    here,
    'line protocol down: its source GigabitEthernet0/0 is administratively down',
  ],
  ['no IKE SA', session('DOWN'), brief(down), here, 'line protocol down: no IKE SA with 203.0.113.9'],
  ['no session', 'Crypto session current status', brief(down), here, 'line protocol down: no IKE SA with 203.0.113.9'],
  [
    'negotiating',
    session('DOWN-NEGOTIATING'),
    brief(down),
    here,
    'line protocol down: IKE is negotiating with 203.0.113.9',
  ],
  [
    'IKE alone',
    session('UP-IDLE', ike),
    brief(down),
    here,
    'line protocol down: IKE SA is up, no IPsec SA with 203.0.113.9',
  ],
  [
    'IKE alone, over IPv6: its other end stands on the next line',
    session('UP-IDLE', '  IKEv2 SA: local 2001:DB8:0:1::1/500 ', '          remote 2001:DB8:0:1::2/500 Active '),
    brief(down),
    here,
    'line protocol down: IKE SA is up, no IPsec SA with 203.0.113.9',
  ],
  [
    'IKE over IPv6 that is not active',
    session('DOWN', '  IKEv2 SA: local 2001:DB8:0:1::1/500 ', '          remote 2001:DB8:0:1::2/500 Inactive '),
    brief(down),
    here,
    'line protocol down: no IKE SA with 203.0.113.9',
  ],
];
test.each(cases)('a tunnel is down: %s', async (_why, shown, ports, live, detail) => {
  const { console } = consoleOf({
    'show crypto session': shown,
    'show ip interface brief': ports,
    'show crypto ikev2 diagnose error': "% Invalid input detected at '^' marker.",
  });
  expect(await tunnelsOf(console, [here], new Map([[here.header, live]]))).toEqual([
    { name: 'Tunnel7', up: false, detail },
  ]);
});

test.each([
  ['before', [session('UP-ACTIVE', ike), session('DOWN-NEGOTIATING')]],
  ['behind', [session('DOWN'), session('UP-ACTIVE', ike)]],
])('a session that is left over does not hide the one that is up, which stands %s it', async (_where, sessions) => {
  const { console, asked } = consoleOf({ 'show crypto session': sessions.join('\n\n') });
  expect(await tunnelsOf(console, [here], new Map([[here.header, here]]))).toEqual([
    { name: 'Tunnel7', up: true, detail: 'UP-ACTIVE' },
  ]);
  expect(asked).toEqual(['show crypto session']);
});

test('the errors of IKEv2 that the device keeps are said, each once, with what is known of them', async () => {
  const { console } = consoleOf({
    'show crypto session': session('DOWN'),
    'show ip interface brief': brief(down),
    'show crypto ikev2 diagnose error': [
      'Exit Path Table - status: enable, current entry 3, deleted 0, max allow 50',
      '',
      'Error(2): Failed to find a matching policy',
      ' -Traceback= 1#2f5c',
      'Error(1): Some other words',
      ' -Traceback= 1#2f5d',
    ].join('\n'),
  });
  const [state] = await tunnelsOf(console, [here], new Map([[here.header, here]]));
  expect(state!.detail).toBe(
    'line protocol down: no IKE SA with 203.0.113.9; IKEv2 errors of the device: Failed to find a matching policy (the ends have no IKEv2 proposal in common), Some other words',
  );
});

test('of tunnels that are shut no errors are asked', async () => {
  const { console, asked } = consoleOf({
    'show crypto session': session('DOWN'),
    'show ip interface brief': brief('administratively down down'),
  });
  await tunnelsOf(console, [here], new Map([[here.header, here]]));
  expect(asked).toEqual(['show crypto session', 'show ip interface brief']);
});

test('of tunnels that are up no more is asked', async () => {
  const { console, asked } = consoleOf({ 'show crypto session': session('UP-ACTIVE', ike) });
  expect(await tunnelsOf(console, [here], new Map())).toEqual([{ name: 'Tunnel7', up: true, detail: 'UP-ACTIVE' }]);
  expect(asked).toEqual(['show crypto session']);
});
