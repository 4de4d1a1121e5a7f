/** Every line of every file in the AnyConnect and Duo guide, and how the example writes it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proxyLines, profileLines, type GuideLine } from '../../support/guide-files';
import { synthesised } from '../../support/seed-examples';
import { written } from '../../support/seed-lines';
import { anyconnectAndDuoFiles, guidesPresent } from '../../support/seed-text';
import { invalidByCisco, skipWithoutXmllint } from '../../support/xmllint';

const example = 'ios-xe-anyconnect-duo';
const { said, configs, profiles, requests, manifests } = synthesised(example);
const trimmed = (text: string | undefined): readonly string[] => (text ?? '').split('\n').map((line) => line.trim());
const proxy = trimmed(configs['proxy.authproxy']);
const profile = trimmed(profiles['Client_Profile']);
const router = trimmed(configs['edge']);

test('the program has nothing to say, and it is one stack for five kinds of target', () => {
  expect(said).toBe('');
  expect(manifests[0]!.targets.map(({ platform }) => platform).sort()).toEqual([
    'duo-admin',
    'duo-proxy',
    'folder',
    'iosxe',
    'ise',
  ]);
});

describe.each([
  ['authproxy.cfg', proxyLines, proxy],
  ['the client profile', profileLines, profile],
] as const)('%s', (name, lines: readonly GuideLine[], file) => {
  test.each(lines.map(([guide, line, why = '']) => [guide, line, why] as const))(
    '%s is written as %s',
    (guide, line, why) => {
      if (line !== undefined) expect(file).toContain(line);
      expect(guide === line).toBe(why === '');
    },
  );
  test('has nothing else', () => {
    const known = lines.map(([, line]) => line);
    const rest = file.filter((line) => line !== '' && !/^(;|<\?xml|<\/?AnyConnectProfile)/.test(line));
    expect(rest.filter((line) => !known.includes(line))).toEqual([]);
  });
  test('no line of the guide is missing here', () => {
    if (!guidesPresent) {
      console.log('skipped: the guides are not in ../shared/seeds');
      return;
    }
    expect(lines.map(([guide]) => guide)).toEqual(anyconnectAndDuoFiles()[name]);
  });
});

describe('the router', () => {
  const lines = written.filter(({ seeds }) => seeds.includes('002'));
  test.each(lines.map(({ slide, instead }) => [slide, instead?.line ?? slide] as const))(
    '%s is written as %s',
    (_guide, line) => {
      expect(router).toContain(line);
    },
  );
  test('asks the proxy with the same secret, and waits for the push', () => {
    const at = router.indexOf('radius server rad_server');
    expect(router.slice(at + 1, at + 4)).toEqual([
      'address ipv4 10.197.243.97 auth-port 1812 acct-port 1813',
      'timeout 120',
      'key <secret:env:RADIUS>',
    ]);
  });
});

describe('ISE and Duo', () => {
  const sent = (target: string, path: string): unknown => requests[target]?.find((one) => one.path === path)?.body;
  test('ISE: the proxy as network device, with the secret of authproxy.cfg', () => {
    expect(sent('ise', '/ers/config/networkdevice')).toMatchObject({
      NetworkDevice: {
        NetworkDeviceIPList: [{ ipaddress: '10.197.243.97', mask: 32 }],
        authenticationSettings: { networkProtocol: 'RADIUS', radiusSharedSecret: '<secret:env:ISE_RADIUS>' },
      },
    });
    expect(proxy).toContain('secret=<secret:env:ISE_RADIUS>');
  });
  test('ISE and Duo: a user of one name for both factors', () => {
    expect(sent('ise', '/ers/config/internaluser')).toMatchObject({ InternalUser: { name: 'sadks', enabled: true } });
    expect(sent('account', '/admin/v1/users')).toMatchObject({ username: 'sadks', status: 'active' });
  });
  test('Duo: a RADIUS application, and a phone of the user that is sent its activation by SMS', () => {
    expect(sent('account', '/admin/v3/integrations')).toMatchObject({ type: 'radius' });
    expect(sent('account', '/admin/v1/users/{users:sadks}/phones')).toEqual({ phone_id: '{phones:+15551234567}' });
    const account = manifests[0]!.targets.find(({ platform }) => platform === 'duo-admin')!;
    expect(JSON.stringify(account.desired)).toContain('"activation":{"install":"1","valid_secs":"86400"}');
  });
});

skipWithoutXmllint()("Cisco's schema", () => {
  test('the client profile is valid', () => {
    const room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
    try {
      const file = join(room, 'Client_Profile.xml');
      writeFileSync(file, profiles['Client_Profile']!);
      expect(invalidByCisco([file])).toEqual([]);
    } finally {
      rmSync(room, { recursive: true });
    }
  });
});

describe('all of ISE from one declaration, in two shapes (examples/remote-access-ise)', () => {
  const { requests: all } = synthesised('remote-access-ise');
  const sent = (path: string): readonly unknown[] =>
    all['ise']!.filter((one) => one.path === path).map(({ body }) => body);
  const policy = '/api/v1/policy/network-access/policy-set';
  const isFor = (name: string) => ({
    conditionType: 'ConditionAttributes',
    dictionaryName: 'DEVICE',
    attributeName: 'Device Type',
    operator: 'equals',
    attributeValue: `All Device Types#${name}`,
  });
  test('who asks stands in a group of its own, for which the policy set is', () => {
    expect(sent('/ers/config/networkdevicegroup')).toMatchObject([
      { NetworkDeviceGroup: { name: 'Device Type#All Device Types#staff', ndgtype: 'Device Type' } },
      { NetworkDeviceGroup: { name: 'Device Type#All Device Types#partners', ndgtype: 'Device Type' } },
    ]);
    expect(sent(policy)).toMatchObject([
      { name: 'staff', serviceName: 'staff', isProxy: false, rank: 0, condition: isFor('staff') },
      { name: 'partners', serviceName: 'partners', isProxy: false, rank: 1, condition: isFor('partners') },
    ]);
  });
  test('a user of the router is given routes, a user of the ASA a group policy and an access list', () => {
    const [left, right] = ['leftHandSideDictionaryAttribue', 'rightHandSideAttribueValue'];
    expect(sent('/ers/config/authorizationprofile')).toMatchObject([
      {
        AuthorizationProfile: {
          name: 'staff-Engineers',
          advancedAttributes: [
            {
              [left!]: { dictionaryName: 'Cisco', attributeName: 'cisco-av-pair' },
              [right!]: { value: 'ipsec:route-set=prefix 192.168.11.0/24' },
            },
          ],
        },
      },
      {
        AuthorizationProfile: {
          name: 'partners-Partners',
          asaVpn: 'partners',
          daclName: 'partners-Partners',
          advancedAttributes: [],
        },
      },
    ]);
    expect(sent(`${policy}/{policyset:staff}/authorization`)).toMatchObject([
      {
        rule: { name: 'Engineers', rank: 0, condition: { attributeValue: 'User Identity Groups:VPN-Engineers' } },
        profile: ['staff-Engineers'],
      },
    ]);
  });
  test('users of the ASA are looked for where Duo is asked, and the proxy takes ISE as its caller', () => {
    expect(sent('/ers/config/idstoresequence')).toMatchObject([
      { IdStoreSequence: { name: 'staff', idSeqItem: [{ idstore: 'Internal Users', order: 1 }] } },
      { IdStoreSequence: { name: 'partners', idSeqItem: [{ idstore: 'Duo-Token', order: 1 }] } },
    ]);
    expect(trimmed(synthesised('remote-access-ise').configs['proxy.authproxy'])).toContain(
      'radius_ip_1=10.197.243.116',
    );
  });
});
