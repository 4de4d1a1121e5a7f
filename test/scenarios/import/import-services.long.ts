import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tw } from '../../support/command';
import { adoptionOf } from '../../support/adoption';
import { apply, states, words } from '../../support/engine';
import { programIn, stackOf } from '../../support/imported';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { scenario } from '../026-ise-and-duo/network';

const hosts = { ise: 'ise.example.net', duo: 'api-lab.duosecurity.com' } as const;
type Option = keyof typeof hosts;
const secrets = Object.values(scenario.secrets!);

let rig: Rig;
afterEach(() => rig.close());

/** A lab whose services have what the scenario declares. */
const applied = async () => {
  Object.assign(process.env, scenario.secrets);
  rig = await startRig(scenario.world);
  const manifest = manifestOf((stack) => scenario.declare(stack, 'whole'));
  for (const target of ['ise', 'duo']) {
    const done = await apply(rig, manifest, { target });
    expect([states(done), words(done)]).toEqual([{ [target]: 'applied' }, '']);
  }
  return manifest;
};

const imported = async (option: Option, out: string, ...more: readonly string[]) => {
  const ran = await tw(rig, ['import', `--${option}`, hosts[option], '--login-env', 'LAB', '--out', out, ...more]);
  expect([ran.code, ran.err.split('\n').filter((line) => !line.startsWith(`${hosts[option]}: `))]).toEqual([0, ['']]);
  return ran;
};
const programOf = (out: string, option: Option): string => readFileSync(join(out, `devices/${option}.ts`), 'utf8');

test.each<readonly [Option, readonly string[]]>([
  // What ISE has from its installation on is referred to; the lab has this one besides.
  ['ise', ['ise-identity-group/Contractors']],
  ['duo', []],
])('%s: taking over what was imported adopts all of it and changes nothing', async (option, more) => {
  const manifest = await applied();
  const out = join(rig.room, 'out');
  const ran = await imported(option, out);
  expect(ran.out).toMatch(new RegExp(`^${option}: \\d+ objects, 0 left unmanaged`, 'm'));
  const { blocked, acting, adopted } = await adoptionOf(rig, out, option);
  expect([blocked, acting]).toEqual([[], []]);
  const declared = manifest.targets.find(({ id }) => id === option)!.desired.items.map(({ address }) => address);
  expect([...adopted].sort()).toEqual([...declared, ...more].sort());
  expect(leaks({ ...ran, code: '', ...filesIn(out) }, secrets)).toEqual([]);

  const [file, again, byTarget] = ['answers.json', 'again', 'target'].map((name) => join(rig.room, name)) as [
    string,
    string,
    string,
  ];
  await imported(option, again, '--save', file);
  expect(programIn(again)).toEqual(programIn(out));
  expect(leaks({ file: readFileSync(file, 'utf8') }, secrets)).toEqual([]);
  const ofFile = await tw(rig, ['import', `--${option}`, file, '--login-env', 'LAB', '--out', join(rig.room, 'file')]);
  expect([ofFile.code, ofFile.err]).toEqual([0, '']);
  expect(programOf(join(rig.room, 'file'), option).replace('answers.json', hosts[option])).toBe(programOf(out, option));

  const path = rig.save(manifest);
  const ofTarget = await tw(rig, ['import', '--manifest', path, '--target', option, '--out', byTarget]);
  expect([
    ofTarget.code,
    programOf(byTarget, option)
      .replace(/\b(ISE|DUO)_/g, 'LAB_')
      .replace(/'(ISE|DUO)'/g, "'LAB'"),
  ]).toEqual([0, programOf(out, option)]);
});

/** Comments are wrapped. */
const unwrapped = (text: string): string => text.replace(/\n\s*\/\/ {3}/g, ' ');

/** What is made by hand before an import: what the program says of it, and what it takes over. */
const byHand = async (option: Option, make: () => void, ...more: readonly string[]) => {
  rig = await startRig();
  make();
  const out = join(rig.room, 'out');
  const { out: said } = await imported(option, out, ...more);
  const { blocked, acting, adopted } = await adoptionOf(rig, out, option);
  expect([blocked, acting]).toEqual([[], []]);
  return { said, program: unwrapped(programOf(out, option)), adopted };
};

const device = (name: string, address: string, more: object) => ({
  name,
  NetworkDeviceIPList: [{ ipaddress: address, mask: 32 }],
  authenticationSettings: { networkProtocol: 'RADIUS', radiusSharedSecret: 'Qz5-plum~tower' },
  ...more,
});

test('what a program cannot say of an ISE stays unmanaged, with the reason', async () => {
  const { said, program, adopted } = await byHand('ise', () => {
    const { ise } = rig;
    ise.touch('networkdevice', device('switch', '10.0.0.1', { authenticationSettings: {} }));
    const apart = [{ ipaddress: '10.3.0.0', mask: 16, ipaddressExclude: '10.3.7.1' }];
    ise.touch('networkdevice', device('sites', '', { NetworkDeviceIPList: apart }));
    ise.touch('networkdevice', device('edge', '10.0.0.3', { tacacsSettings: { sharedSecret: 'Qz5-plum~tower' } }));
    ise.touch('internaluser', { name: 'carol', password: 'Qz5-plum~tower', passwordIDStore: 'example.net' });
    const left = { AdvancedAttributeValueType: 'AdvancedDictionaryAttribute', dictionaryName: 'Radius' };
    const value = { AdvancedAttributeValueType: 'AttributeValue', value: 'Qz5-plum~tower' };
    const pair = (attributeName: string) => ({
      leftHandSideDictionaryAttribue: { ...left, attributeName },
      rightHandSideAttribueValue: value,
    });
    const given = { accessType: 'ACCESS_ACCEPT', authzProfileType: 'SWITCH', profileName: 'Cisco' };
    ise.touch('authorizationprofile', { name: 'dialled', ...given, advancedAttributes: [pair('Tunnel-Password')] });
    ise.touch('authorizationprofile', { name: 'office', ...given, vlan: { nameID: 'OFFICE', tagID: 1 } });
    const all = { allowPeap: true, allowMsChapV2: true, allowEapFast: true };
    ise.touch('allowedprotocols', { name: 'campus', ...all, peap: { allowPeapEapMsChapV2: true } });
    ise.touch('allowedprotocols', {
      name: 'cards',
      ...{ allowPeap: true, peap: { allowPeapEapMsChapV2: true, allowPeapEapGtc: true } },
    });
  });
  expect(program).toContain(
    'Not managed: ise-network-device switch: its construct does not take it as it is: radiusSharedSecret is not there',
  );
  expect(program).toContain('Not managed: ise-network-device sites: no property says what it has as addresses.');
  expect(program).toContain('// edge also has, not managed: tacacsSettings.');
  expect(program).toContain(
    'Not managed: ise-internal-user carol: taking it over would change: remove passwordIDStore: example.net / add passwordIDStore: Internal Users.',
  );
  expect(program).toContain(
    'Not managed: ise-authorization-profile dialled: no property says what it has as attributes.',
  );
  expect(program).toContain('// office also has, not managed: vlan.');
  expect(program).toContain(
    'Not managed: ise-allowed-protocols campus: taking it over would change: remove allowEapFast: true / add allowEapFast: false.',
  );
  expect(program).toContain(
    'Not managed: ise-allowed-protocols cards: taking it over would change: remove peap.allowPeapEapGtc: true / add peap.allowPeapEapGtc: false.',
  );
  expect(`${said}${program}`).not.toContain('plum');
  expect(adopted).toEqual(expect.arrayContaining(['ise-network-device/edge', 'ise-authorization-profile/office']));
});

test('rules that ask a condition of the library stay as they are, and what they stand in is imported', async () => {
  const { program } = await byHand('ise', () => {
    const condition = {
      conditionType: 'ConditionAttributes',
      ...{ isNegate: false, dictionaryName: 'Radius', attributeName: 'NAS-Port-Type', operator: 'equals' },
      attributeValue: 'Virtual',
    };
    const made = { description: '', isProxy: false, serviceName: 'Default Network Access', state: 'enabled', rank: 0 };
    const set = rig.ise.touch('policy-set', { name: 'VPN', ...made, default: false, condition });
    const library = { conditionType: 'ConditionReference', isNegate: false, name: 'Compliant', id: set };
    const rule = { state: 'enabled', default: false, profile: ['PermitAccess'], securityGroup: null };
    rig.ise.touch(`policy-set/${set}/authorization`, { name: 'first', ...rule, rank: 0, condition: library });
    rig.ise.touch(`policy-set/${set}/authorization`, { name: 'second', ...rule, rank: 1, condition });
    rig.ise.touch(`policy-set/${set}/authentication`, {
      ...{ name: 'who', state: 'enabled', default: false, rank: 0, condition, identitySourceName: 'Internal Users' },
      ...{ ifAuthFail: 'REJECT', ifUserNotFound: 'CONTINUE', ifProcessFail: 'DROP' },
    });
  });
  expect(program).toContain(
    'Not managed: ise-authorization-rule VPN/first: no property says what it has as condition.',
  );
  expect(program).toContain(
    "const permitAccess = IseAuthorizationProfile.fromExisting(ise, 'PermitAccess', 'PermitAccess');",
  );
  expect(program).toMatch(/new IseAuthorizationRule\(ise, 'VPN-second', \{[^;]*profiles: \[permitAccess\]/);
  expect(program).toMatch(
    /new IseAuthenticationRule\(ise, 'VPN-who', \{[^;]*source: 'Internal Users',[^;]*ifUserNotFound: 'continue'/,
  );
});

test('of a Duo account a tablet of a user stays, and the global policy is not declared', async () => {
  const { program, adopted } = await byHand('duo', () => {
    rig.duo.touch('/admin/v2/policies', { policy_name: 'Global Policy', is_global_policy: true });
    rig.duo.touch('/admin/v2/policies', {
      policy_name: 'VPN',
      sections: { new_user: { new_user_behavior: 'deny' } },
    });
    rig.duo.touch('/admin/v3/integrations', { name: 'Windows logon', type: 'rdp' });
    rig.duo.touch('/admin/v3/integrations', { name: 'Old VPN', type: 'radius', user_access: 'ALL_USERS' });
    const tablet = rig.duo.touch('/admin/v1/phones', { number: '', type: 'mobile', platform: 'apple ios' });
    const phone = rig.duo.touch('/admin/v1/phones', { number: '+15550001', type: 'mobile' });
    rig.duo.touch('/admin/v1/users', { username: 'dora', status: 'bypass', phones: [tablet, phone] });
  });
  expect(program).toContain("new DuoPolicy(duo, 'VPN', { newUsers: 'deny' });");
  expect(program).toContain("new DuoUser(duo, 'dora', { phones: [duoPhone15550001], status: 'bypass' });");
  expect(program).toContain('There from the beginning, and not declared: Global Policy.');
  expect([...adopted].sort()).toEqual([
    'duo-phone/+15550001',
    'duo-policy/VPN',
    'duo-radius-application/Old VPN',
    'duo-user/dora',
  ]);
});

test('a part of an ISE is imported with all that it refers to, and what a person wrote is not overwritten', async () => {
  await applied();
  const [some, out] = [join(rig.room, 'some'), join(rig.room, 'out')];
  await imported('ise', some, '--only', 'proxies', '--only', 'headend', '--exclude', 'duo_proxy');
  const program = unwrapped(programOf(some, 'ise'));
  expect(program.match(/new Ise\w+/g)).toEqual([
    ...['new IseServer', 'new IseNetworkDeviceGroup', 'new IseRadiusServerSequence', 'new IseNetworkDevice'],
  ]);
  expect(program).toContain("const duoProxy = IseExternalRadiusServer.fromExisting(ise, 'duo_proxy', 'duo_proxy');");
  await imported('ise', out, '--only', 'vpn');
  const place = join(out, 'devices/ise.ts');
  const written = programOf(out, 'ise');
  expect(written).toContain('new IseAuthorizationRule');
  writeFileSync(place, written.replace('coaPort: 3799', 'coaPort: 3798'));
  const ran = await tw(rig, ['import', '--ise', hosts.ise, '--login-env', 'LAB', '--out', out, '--update']);
  expect([ran.code, ran.out]).toEqual([2, expect.stringContaining('coaPort: 3799')]);
  expect(programOf(out, 'ise')).toContain('coaPort: 3798');
  const stack = stackOf(some);
  expect(stack.problems).toEqual([]);
});

test('an object of an ISE that cannot be read is said: the others of its list are not taken for all', async () => {
  await applied();
  rig.ise.faults.status = { match: /^GET \/ers\/config\/networkdevice\/[\w-]+$/, code: 404, times: 1 };
  const out = join(rig.room, 'out');
  const ran = await tw(rig, ['import', '--ise', hosts.ise, '--login-env', 'LAB', '--out', out]);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('read: ISE answers 404')]);
});

test.each([
  ['a domain', ['--ise', 'ise.example.net', '--domain', 'Global'], '[--domain] is for an FMC that is asked itself'],
  ['a release', ['--duo', 'api-lab.duosecurity.com', '--release', '3.2'], '[--release] is for an FMC'],
  ['no login', ['--duo', 'api-lab.duosecurity.com'], 'write DUO for the environment variables DUO_IKEY and DUO_SKEY'],
  ['two services', ['--ise', 'a.example.net', '--duo', 'b.example.net'], '[--ise and --duo] are several sources'],
])('%s is said', async (_what, options, said) => {
  rig = await startRig();
  const ran = await tw(rig, ['import', ...options, '--out', join(rig.room, 'out')]);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(said)]);
});
