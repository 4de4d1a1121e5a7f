import { routerBefore, type Boot } from '../../../lib/lab/world/initial-config';
import { content, photo, touched } from '../../support/devices';
import { apply, left, plan, states, takeBack, words } from '../../support/engine';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { sampled } from '../../support/sampled';
import { exampleNames, synthesised } from '../../support/seed-examples';
import { leaks } from '../../support/secrecy';
import type { Manifest } from '../../../lib/run/manifest';

const variables = [
  'ADMIN',
  'RADIUS',
  'DIRECTORY',
  'ANNA',
  'USER_PASSWORD',
  'ISE_RADIUS',
  'LDAP',
  'R1_R2_KEY',
  'SPOKE1_KEY',
  'LOCAL_KEY',
  'REMOTE_KEY',
  'DUO_SKEY',
  'AWS_KEY_1',
  'AWS_KEY_2',
  'AZURE_KEY',
];
/** A secret key of Duo has a form of its own. */
const formed: Readonly<Record<string, string>> = { DUO_SKEY: 'Kx8vTq2LmZ0rWc5YbN7hJd3FsG9pQe1RuA4iOo6C' };
const secretOf = (variable: string): string => formed[variable] ?? `Qz5-${variable.toLowerCase()}~1`;
/** What somebody else has on the router, besides what the program refers to. */
const ofOthers = [
  'ip http secure-server',
  'interface GigabitEthernet9/9',
  ' ip address 198.51.100.10 255.255.255.0',
  'ip route 0.0.0.0 0.0.0.0 198.51.100.1',
  'snmp-server location of somebody else',
];
const worldOf = (text: string): Boot => {
  const { config, enrolled } = routerBefore({
    id: 'lab',
    platform: 'iosxe',
    host: '192.0.2.1',
    text,
    declares: [],
    externals: [],
  });
  return { config: config.replace(/^line vty/m, `${ofOthers.join('\n')}\nline vty`), enrolled };
};

/** A lab in which a program's devices are, each as it is before the program's first run. */
const worldFor = (manifests: readonly Manifest[], configs: Readonly<Record<string, string>>): RigOptions => {
  const targets = manifests.flatMap(({ targets: all }) => all);
  const fmc = targets.find(({ platform }) => platform === 'fmc')?.settings as { version: string } | undefined;
  const routers = targets
    .filter(({ platform }) => platform === 'iosxe')
    .map(({ id, settings }) => [(settings as { host: string }).host, worldOf(configs[id]!)] as const);
  const accessPolicies = [{ name: 'edge-access', devices: ['mumbai-pair', 'branch-ftd'] }];
  const { '192.0.2.1': router, ...others } = Object.fromEntries(routers);
  return {
    ...(router ? { router } : {}),
    ...(fmc ? { fmc: { version: fmc.version, flapSeed: 0, authorities: ['CORP-ROOT'], accessPolicies } } : {}),
    routers: others,
  };
};

/** `no ip address` where an address is declared, or the other way round: the one takes the place of the other. */
const declaredOtherwise = (was: string, lines: ReadonlySet<string>): boolean => {
  const line = was.split(/: | \/ /).at(-1)!;
  const other = line.startsWith('no ') ? line.slice('no '.length) : `no ${line}`;
  return [...lines].some((each) => `${each} `.startsWith(`${other} `));
};

describe.each(sampled(exampleNames, 2))('examples/%s', (name) => {
  let rig: Rig | undefined;
  beforeAll(() => {
    for (const variable of variables) process.env[variable] = secretOf(variable);
  });
  afterAll(() => rig?.close());

  test('is applied once, leaves what it does not own, has nothing left to do then, and finds its way back', async () => {
    const { said, manifests, configs, lines } = synthesised(name);
    expect(said).toBe('');
    expect(manifests).toHaveLength(1);
    expect(leaks({ ...configs, manifest: JSON.stringify(manifests) }, variables.map(secretOf))).toEqual([]);
    const [manifest] = manifests as [Manifest];
    rig = await startRig(worldFor(manifests, configs));
    const boot = photo(rig);
    const first = await plan(rig, manifest);
    expect(words(first)).toBe('');
    const applied = await apply(rig, manifest);
    // What Duo made of its side is told where it was written.
    expect(words(applied).replace(/^SAML application \S+, at Duo: entity ID .*$/m, '')).toBe('');
    expect(new Set(Object.values(states(applied)))).toEqual(new Set(['applied']));
    expect(left(await plan(rig, manifest))).toEqual([]);
    expect(touched(boot, photo(rig)).filter((line) => !declaredOtherwise(line, lines))).toEqual([]);
    expect(await takeBack(rig, manifest, first)).toEqual([]);
    expect(content(photo(rig))).toEqual(content(boot));
  });
});
