import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importedTexts, planOn, stackOf } from '../../support/imported';
import { sampled } from '../../support/sampled';
import { synthesised } from '../../support/seed-examples';

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-router-users-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
let rooms = 0;

/** What synth writes of the router of an example. */
const routerOf = (example: string): string => `hostname edge\n${synthesised(example).configs['edge']!}`;

/** What is imported of a router; the program changes nothing of it and adopts all that it declares. */
const imported = async (text: string) => {
  const out = join(room, String(rooms++));
  const { network, textOf } = await importedTexts([{ name: 'edge.cfg', platform: 'ios-xe', text }], out);
  const [target] = stackOf(out).manifest.targets;
  const { acting, adopted } = planOn(target!, 'ios-xe', `version 17.9\n${text}end\n`);
  expect(acting).toEqual([]);
  expect(adopted).toHaveLength(target!.desired.items.length);
  const kinds = network.devices[0]!.objects.declared.map(({ kind }) => kind);
  return { ...network, kinds, text: textOf('devices/edge.ts') };
};

test('the users of a router that synth wrote are one RemoteAccess again, with the same options', async () => {
  const { accesses, noAccess, kinds, text } = await imported(routerOf('ios-xe-anyconnect-duo'));
  expect([accesses.map(({ group }) => group), noAccess]).toEqual([['Flexvpn_ikev2_Profile'], []]);
  expect(kinds).not.toContain('ikev2-profile');
  expect(text).toContain(`
  new RemoteAccess(scope, 'Flexvpn_ikev2_Profile', {
    headend: edge,
    suite: new CryptoSuite({
      ike: { encryption: ['aes-cbc-128'], integrity: ['sha384'], group: [19] },
      esp: { encryption: 'aes-gcm-256' },
    }),
    trustpoint: 'TP_AnyConnect',
    authentication: flexVPNAuthServer,
    pool: { name: 'SSLVPN_POOL', from: '192.168.13.1', to: '192.168.13.10' },
    dns: ['10.106.60.12'],
    networks: splitTunnelAcl,
    unnumbered: 'GigabitEthernet1',
    template: 'Virtual-Template20',
    autoMode: true,
    clientProfile,
    names: {
      group: 'ikev2-authz-policy',
      authenticationList: 'FlexVPN_auth',
      authorizationList: 'FlexVPN_authz',
      proposal: 'FlexVPN_IKEv2_Proposal',
      policy: 'FlexVPN_IKEv2_Policy',
      transformSet: 'TS',
      ipsecProfile: 'Flexvpn_IPsec_Profile',
    },
  });
`);
});

test('what a RemoteAccess does not say of a router, a FlexVpnRemoteAccess does', async () => {
  const { accesses, text } = await imported(routerOf('flexvpn/certificate'));
  expect(accesses.map(({ construct }) => construct)).toEqual(['FlexVpnRemoteAccess']);
  expect(text).toContain(`
  new FlexVpnRemoteAccess(scope, 'staff', {
    device: edge,
    suite: CryptoSuite.aes256Gcm({ group: 19 }),
    trustpoint: 'root',
    authentication: ClientAuth.withCertificate(),
    match: { certificates: [cisco] },
    authorization: ClientAuthorization.byRouter(
      [
        { name: 'Eng', pool: { from: '10.0.1.10', to: '10.0.1.99' }, dns: ['10.0.1.1'], netmask: '255.255.255.255' },
        { name: 'Guests', dhcpServer: '10.2.2.2' },
      ],
      { choose: 'organization-unit', list: 'flex_local' },
    ),
    gateway: '10.0.1.1/32',
    names: { profile: 'default', ipsecProfile: 'default' },
  });
`);
});

describe('a router that a person configured', () => {
  const plain = routerOf('remote-access-ise');
  const byHand = (changes: readonly (readonly [RegExp, string])[]): string =>
    changes.reduce((text, [from, to]) => {
      expect(text).toMatch(from);
      return text.replace(from, to);
    }, plain);

  test.each(
    sampled(
      [
        [
          'dead peer detection',
          [[/dpd 60 2 on-demand/, 'dpd 30 5 periodic']],
          "dpd: { interval: 30, retry: 5, mode: 'periodic' }",
        ],
        [
          'a name of its own',
          [[/ identity local dn/, ' identity local fqdn vpn.example.net']],
          "identity: { type: 'fqdn', fqdn: 'vpn.example.net' }",
        ],
        [
          'another template',
          [
            [/Virtual-Template1/g, 'Virtual-Template7'],
            [/ virtual-template 1\n/, ' virtual-template 7\n'],
          ],
          "template: 'Virtual-Template7'",
        ],
        ['no AnyConnect', [[/no crypto ikev2 http-url cert\n/, '']], "software: ['windows']"],
        [
          'key ids',
          [[/ match identity remote any/, ' match identity remote key-id sales']],
          "match: { keyIds: ['sales'] }",
        ],
        [
          'another group',
          [
            [/authorization policy staff/, 'authorization policy GP'],
            [/(aaa authorization group eap list staff) staff/, '$1 GP'],
          ],
          "group: 'GP'",
        ],
        ['sessions that wait', [[/( dpd 60 2)/, ' reconnect\n$1']], 'reconnect: true'],
      ] as const,
      3,
    ),
  )('%s: the construct says it', async (_what, changes, words) => {
    const { accesses, noAccess, text } = await imported(byHand(changes));
    expect([accesses.length, noAccess]).toEqual([1, []]);
    expect(text).toContain(words);
  });

  test('peers that tell routes are routers: nothing is said of users', async () => {
    const { accesses, noAccess, kinds } = await imported(
      byHand([[/(crypto ikev2 authorization policy staff\n)/, '$1 route set interface\n']]),
    );
    expect([accesses, noAccess]).toEqual([[], []]);
    expect(kinds).toContain('ikev2-profile');
  });

  test('a policy and global settings that say more than users need stay of level 1, and are used', async () => {
    const { accesses, kinds } = await imported(
      byHand([
        [/(crypto ikev2 policy SITE-TO-SITE\n)/, '$1 match fvrf any\n'],
        [/(no crypto ikev2 http-url cert\n)/, 'crypto ikev2 cookie-challenge 100\n$1'],
      ]),
    );
    expect(accesses).toHaveLength(1);
    expect(kinds).toEqual(expect.arrayContaining(['ikev2-policy', 'ikev2-proposal', 'ikev2-global']));
    expect(kinds).not.toContain('ikev2-profile');
  });

  test.each(
    sampled(
      [
        [
          'users of its own',
          [[/(aaa authentication login staff-duo) group staff-duo/, '$1 local']],
          'its users are not checked by one group of servers alone',
        ],
        [
          'keys',
          [
            [
              / authentication remote eap query-identity\n/,
              ' authentication remote eap query-identity\n authentication remote pre-share key Qz8example\n',
            ],
          ],
          'its users prove themselves in several ways',
        ],
        [
          'a line more',
          [[/( dpd 60 2)/, ' nat keepalive 30\n$1']],
          'on edge taking it over would type: crypto ikev2 profile staff / no nat keepalive 30',
        ],
        [
          'one more setting of the group',
          [[/(crypto ikev2 authorization policy staff\n)/, '$1 def-domain example.net\n']],
          'no def-domain example.net',
        ],
      ] as const,
      2,
    ),
  )('%s: the users stay of level 1, and the program says why', async (_what, changes, why) => {
    const { accesses, noAccess, text } = await imported(byHand(changes));
    expect([accesses, noAccess.map(({ of, group }) => `${of} ${group}`)]).toEqual([[], ['IKEv2 profile staff']]);
    expect(noAccess[0]!.why.join()).toContain(why);
    expect(text.replace(/\n\s+\/\/ {3}/g, ' ')).toContain('// No RemoteAccess for the IKEv2 profile staff: ');
  });
});
