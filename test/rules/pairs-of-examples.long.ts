import { resolve } from 'node:path';
import type { VpnStack } from 'tunnelwright';
import { App } from 'tunnelwright';
import { networkViewOf } from '../../lib/rules/engine/network-view';
import { called, endsOf, pairsOf } from '../../lib/rules/facts/pairs';
import { collect } from '../../lib/synth/collect';
import { exampleNames } from '../support/seed-examples';

/** The tunnels of which a program declares both ends: rules on both must reach all of them. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'asa-remote-access': ['clients windows - asa DefaultRAGroup'],
  'asa-windows-eap': ['clients asa - asa DefaultRAGroup'],
  'dual-isp': ['office Tunnel100 - branch Tunnel100', 'office Tunnel101 - branch Tunnel101'],
  fleet: [
    'mumbai Tunnel100 - pune Tunnel100',
    'mumbai Tunnel101 - nagpur Tunnel100',
    'mumbai Tunnel103 - jaipur Tunnel100',
  ],
  'flexvpn/dual-hub': ['spoke1 Tunnel0 - hub1 default', 'spoke1 Tunnel0 - hub2 default'],
  'flexvpn/hub-and-spoke': [1, 2, 3].map((n) => `spoke${n} Tunnel0 - hub default`),
  'flexvpn/ipv6-over-ipv4': ['r1 Tunnel0 - r2 Tunnel0'],
  'flexvpn/load-balancer': [1, 2, 3].map((n) => `spoke2 Tunnel0 - hub${n} default`),
  'flexvpn/static-tunnel': ['r1 Tunnel10 - r2 Tunnel10'],
  'organisation-module/network': ['hq Tunnel671 - pune-edge Tunnel671', 'hq Tunnel895 - delhi-edge Tunnel895'],
  'site-to-site-certificate': ['edge Tunnel100 - fmc mumbai-pair/Tunnel100'],
};

/** The stacks of a program, which then writes nothing. */
const stacksOf = async (name: string): Promise<readonly VpnStack[]> => {
  const apps: App[] = [];
  const synth = jest.spyOn(App.prototype, 'synth').mockImplementation(function (this: App) {
    apps.push(this);
  });
  const before = process.cwd();
  try {
    process.chdir(resolve(__dirname, '../../examples', name));
    await import(resolve('main.ts'));
  } finally {
    process.chdir(before);
    synth.mockRestore();
  }
  return apps.flatMap(({ node }) => node.children as VpnStack[]);
};

test.each(exampleNames)('%s', async (name) => {
  const stacks = await stacksOf(name);
  expect(stacks).not.toEqual([]);
  const networks = stacks.map((stack) => networkViewOf(collect(stack)));
  const pairs = networks.flatMap((network) => pairsOf(network));
  expect(pairs.map((pair) => pair.map(called).join(' - '))).toEqual(expected[name] ?? []);
  // What dials a device that the program declares is in a pair.
  const alone = networks
    .flatMap((network) => endsOf(network).dialling)
    .filter((end) => !pairs.flat().some(({ at }) => at === end.at));
  const addresses = networks.flatMap(({ devices }) =>
    devices.map(({ settings }) => (settings as { readonly host?: string }).host),
  );
  expect(alone.filter(({ dials }) => dials.some((each) => addresses.includes(each))).map(called)).toEqual([]);
});
