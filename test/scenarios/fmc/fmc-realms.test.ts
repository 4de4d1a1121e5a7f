import {
  CertTrustpoint,
  CryptoSuite,
  LocalRealmUser,
  NetworkObject,
  RaVpnPolicy,
  Realm,
  Secret,
  SecurityZone,
  TrustedCa,
  type Fmc,
  type VpnStack,
} from 'tunnelwright';
import { actions, apply, drift, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf, problemsIn } from '../../support/scenario';

/** What is changed of a realm: its secrets, what was set by hand, and on which versions. */
const secrets = { DIRECTORY: 'Lk4;fern=quay', ANNA: 'Wd9/plum:tide' };
const declare =
  (version = '7.4.1') =>
  (stack: VpnStack): void => {
    const center = fmc(stack, { version });
    const authority = TrustedCa.fromExisting(center, 'ca', 'DIRECTORY-CA');
    new Realm(center, 'staff', {
      type: 'ldap',
      user: { name: 'cn=vpn,dc=example,dc=net', password: Secret.fromEnv('DIRECTORY') },
      baseDn: 'dc=example,dc=net',
      groupDn: 'dc=example,dc=net',
      servers: [
        { host: 'dc-1.example.net', authority },
        { host: 'dc-2.example.net', authority },
      ],
    });
    const guests = new Realm(center, 'guests', { type: 'local' });
    new LocalRealmUser(center, 'anna', { realm: guests, user: 'anna', password: Secret.fromEnv('ANNA') });
  };
const manifest = manifestOf(declare());

let rig: Rig;
beforeEach(async () => {
  Object.assign(process.env, secrets);
  rig = await startRig();
  expect(states(await apply(rig, manifest))).toEqual({ fmc: 'applied' });
});
afterEach(async () => {
  await rig.close();
  for (const name of Object.keys(secrets)) delete process.env[name];
});
interface Body {
  readonly id: string;
  readonly name: string;
  readonly [member: string]: unknown;
}
const realm = (): Body => (rig.fmc.objects('object/realms') as readonly Body[]).find(({ name }) => name === 'staff')!;

test('another password is sent, and neither is shown', async () => {
  process.env['DIRECTORY'] = 'Nb6+rush.cove';
  process.env['ANNA'] = 'Gy2!moth-vale';
  const found = await plan(rig, manifest);
  expect([...actions(found)].sort()).toEqual(['fmc update local-realm-user/guests/anna', 'fmc update realm/staff']);
  const ended = await apply(rig, manifest);
  expect(states(ended)).toEqual({ fmc: 'applied' });
  expect(left(await plan(rig, manifest))).toEqual([]);
  const sent = rig.fmc.log.flatMap(({ method, path }) => (method === 'PUT' ? [path.replace(/.*object\//, '')] : []));
  expect(sent.filter((path) => path.startsWith('realms') || path.startsWith('localrealmusers'))).toHaveLength(2);
  for (const secret of [...Object.values(secrets), 'Nb6+rush.cove', 'Gy2!moth-vale'])
    expect(JSON.stringify(found) + words(ended)).not.toContain(secret);
});

test('a realm that was disabled by hand is drift, and is enabled again', async () => {
  rig.fmc.edit('object/realms', realm().id, { enabled: false });
  const changed = (await drift(rig, manifest)).flatMap(({ plan: found }) =>
    (found?.changes ?? []).flatMap(({ differences }) => differences.map(({ sign, text }) => `${sign} ${text}`)),
  );
  expect(changed).toContain('add enabled: false');
  expect(states(await apply(rig, manifest, { adopt: true }))).toEqual({ fmc: 'applied' });
  expect(realm()['enabled']).toBe(true);
});

test('an FMC that has no users in its API says where they are set', () => {
  expect(problemsIn(declare('7.2'))).toEqual([
    expect.stringContaining(
      'user of a local realm: the FMC 7.2 cannot, from 7.4 on it can → set the user in the realm under Integration > Other Integrations > Realms',
    ),
  ]);
});

test.each(['SAML', 'AZURE_AD'])(
  'a realm of type %s that is there is named by a profile, and stays as it is',
  async (realmType) => {
    const body = { name: 'cloud', realmType, enabled: true };
    rig.fmc.touch({ collection: 'object/realms', body, devices: [] });
    rig.fmc.touch({ collection: 'object/hosts', body: { name: 'dhcp', value: '192.0.2.67' }, devices: [] });
    const named = manifestOf((stack) => {
      declare()(stack);
      const center = stack.node.findChild('fmc') as Fmc;
      new RaVpnPolicy(center, 'RA', {
        suite: CryptoSuite.nsa(),
        certificate: CertTrustpoint.fromExisting(center, 'certificate', 'CA-INTERNAL'),
        zones: [SecurityZone.fromExisting(center, 'outside', 'outside-zone')],
        groups: [
          {
            name: 'staff',
            authentication: 'aaa',
            server: Realm.fromExisting(center, 'cloud', 'cloud'),
            dhcpServers: [NetworkObject.fromExisting(center, 'dhcp', 'dhcp')],
            group: {},
          },
        ],
      });
    });
    const ended = await apply(rig, named);
    expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
    const all = rig.fmc.objects('object/realms') as readonly Body[];
    const there = all.find(({ name }) => name === 'cloud')!;
    expect(there).toMatchObject(body);
    const [policy] = rig.fmc.objects('policy/ravpns') as readonly Body[];
    const [profile] = rig.fmc
      .objects(`policy/ravpns/${policy!.id}/connectionprofiles`)
      .filter((one) => (one as unknown as Body).name === 'staff') as unknown as readonly Body[];
    expect(profile!['primaryAuthenticationServer']).toMatchObject({ id: there.id });
    expect(left(await plan(rig, named))).toEqual([]);
  },
);
