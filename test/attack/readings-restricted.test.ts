/** An account that does not see all of a configuration, and a reading that is another one the second time. */
import { IkeV2Keyring, IkeV2Proposal, LoopbackInterface, Secret } from 'tunnelwright';
import type { Manifest } from '../../lib/run/manifest';
import { photo } from '../support/devices';
import { apply, left, plan, states, words } from '../support/engine';
import { nthTime } from '../support/killing';
import { startRig, type Rig } from '../support/rig';
import { asa, edge, manifestOf } from '../support/scenario';
import { bare } from '../scenarios/007-router-without-archive/network';

process.env['READING_KEY'] = 'a-key-for-readings';
const onRouter: Manifest = manifestOf((stack) => {
  const router = edge(stack);
  new LoopbackInterface(router, 'loop', { name: 'Loopback7', address: '10.7.7.7/32' });
  new IkeV2Keyring(router, 'kr', {
    peers: [{ name: 'p', address: '192.0.2.9', key: Secret.fromEnv('READING_KEY') }],
  });
});
const onAsa: Manifest = manifestOf((stack) => {
  new IkeV2Proposal(asa(stack), '10', {
    encryption: ['aes-cbc-256'],
    integrity: ['sha256'],
    prf: ['sha256'],
    group: [19],
  });
});

let rig: Rig;
afterEach(() => rig.close());

/** Nothing of what is on a device may change, neither by the run nor by its way back. */
const unharmed = async (manifest: Manifest, says: RegExp): Promise<void> => {
  const before = photo(rig);
  const ended = [...(await plan(rig, manifest)), ...(await apply(rig, manifest))];
  expect(words(ended)).toMatch(says);
  expect(ended.map(({ state }) => state).filter((state) => state === 'applied' || state === 'planned')).toEqual([]);
  expect(photo(rig)).toEqual(before);
};

/** What such an account is shown: of the configuration nothing that it may not change. */
const shell = (text: string): string =>
  text.replace(/\nversion [^]*\nend/, '\nboot-start-marker\nboot-end-marker\n!\nend');

describe('a router', () => {
  test('that shows header, markers and end is not believed', async () => {
    rig = await startRig();
    rig.edge.type('crypto ikev2 keyring kr', 'peer theirs', 'address 192.0.2.99');
    rig.edge.faults.damage = shell;
    await unharmed(onRouter, /not proven to be whole: it does not begin with `version`/);
  });
  test.each([
    [{ privilege: 7 }, /its privilege level is 7[^]*privilege level 15/],
    [{ view: 'NOC' }, /it is in the parser view 'NOC'[^]*no view/],
    [
      { refuse: { line: /^show privilege/, words: 'Command authorization failed.' } },
      /`show privilege` answers "Command authorization failed\."/,
    ],
  ])('whose account is restricted (%p) says what to grant', async (fault, says) => {
    rig = await startRig();
    rig.edge.faults = fault;
    await unharmed(onRouter, says);
  });
  test('in the root view shows all', async () => {
    rig = await startRig();
    rig.edge.faults.view = 'root';
    expect(states(await apply(rig, onRouter))).toEqual({ edge: 'applied' });
  });
  test.each([
    [
      'the name',
      (text: string) => text.replace(/\nhostname \S+/, '\nhostname core'),
      /it is of `core`, and the prompt says `edge`/,
    ],
    ['no name', (text: string) => text.replace(/\nhostname \S+/, ''), /it has no `hostname`/],
    [
      'the release',
      (text: string) => text.replace(/\nversion 17\.9/, '\nversion 16.12'),
      /it is of release 16\.12, and the device runs 17\.9/,
    ],
    ['what comes behind the end', (text: string) => text.replace(/\nntp /, '\nend\nntp '), /comes after its `end`/],
  ])('whose configuration has %s of another is not believed', async (_title, damage, says) => {
    rig = await startRig();
    rig.edge.faults.damage = damage;
    await unharmed(onRouter, says);
  });

  test.each([
    ['with an archive', {}],
    ['without one', { router: { config: bare } }],
  ])('%s whose object of that name one reading does not show, keeps it', async (_title, world) => {
    rig = await startRig(world);
    rig.edge.type('crypto ikev2 keyring kr', 'peer theirs', 'address 192.0.2.99');
    const before = photo(rig);
    let shown = 0;
    rig.edge.faults.damage = (text) => (++shown === 1 ? text.replace('\ncrypto ikev2 keyring kr\n', '\n\n') : text);
    const ended = await apply(rig, onRouter);
    expect(states(ended)).toEqual({ edge: 'failed' });
    expect(words(ended)).toMatch(/nothing was changed: read once more[^]*`\+ crypto ikev2 keyring kr`/);
    expect(photo(rig)).toEqual(before);
    expect((await rig.store.read('net/edge')).entries).toEqual([]);
  });

  test('that somebody changes between plan and apply is not typed at', async () => {
    rig = await startRig();
    const second = nthTime(/^show running-config/, 2);
    rig.edge.faults.refuse = {
      line: {
        test: (line: string) => {
          if (second.test(line)) rig.edge.type('ntp server 192.0.2.77');
          return false;
        },
      } as RegExp,
      words: '',
    };
    const ended = await apply(rig, onRouter);
    expect([states(ended), words(ended)]).toEqual([
      { edge: 'failed' },
      expect.stringContaining('`+ ntp server 192.0.2.77`'),
    ]);
    rig.edge.faults = {};
    expect(states(await apply(rig, onRouter))).toEqual({ edge: 'applied' });
    expect(left(await plan(rig, onRouter))).toEqual([]);
  });

  test('is as it was before only where all of it is: a line of others that went is said', async () => {
    rig = await startRig({ router: { config: bare } });
    rig.edge.type('ntp server 192.0.2.77');
    rig.edge.faults.refuse = {
      line: {
        test: (line: string) => {
          if (line !== 'address 192.0.2.9 255.255.255.255' && line !== 'address 192.0.2.9') return false;
          rig.edge.type('no ntp server 192.0.2.77');
          return true;
        },
      } as RegExp,
      words: '% Invalid input detected',
    };
    const ended = await apply(rig, onRouter);
    expect(states(ended)).toEqual({ edge: 'unknown' });
    expect(words(ended)).toMatch(
      /the device is not as it was yet \(`- ntp server 192\.0\.2\.77`\); the device reloads/,
    );
    expect(words(ended)).not.toContain('the device is as it was before');
  });
});

describe('an ASA', () => {
  test('whose account is restricted says what to grant', async () => {
    rig = await startRig();
    rig.asa.faults.privilege = 5;
    await unharmed(onAsa, /its privilege level is 5[^]*privilege level 15/);
  });
  test.each([
    [
      'without its beginning',
      (text: string) => text.replace(/^ASA Version.*$/m, ''),
      /does not begin with `ASA Version`/,
    ],
    [
      'of another name',
      (text: string) => text.replace(/^hostname .*$/m, 'hostname other'),
      /it is of `other`, and the prompt says/,
    ],
    [
      'of another release',
      (text: string) => text.replace(/^ASA Version \S+/m, 'ASA Version 9.1(7)'),
      /it is of release 9\.1, and the device runs 9\.18/,
    ],
    ['that goes on behind its end', (text: string) => `${text}\ncrypto ikev2 policy 10`, /comes after its `: end`/],
    [
      'that is not authorised',
      () => 'Command authorization failed',
      /refuses `more system:running-config`: "Command authorization failed"/,
    ],
  ])('with a configuration %s is not believed', async (_title, damage, says) => {
    rig = await startRig();
    rig.asa.faults.damage = damage;
    await unharmed(onAsa, says);
  });
  test('whose object of that name one reading does not show, keeps it', async () => {
    rig = await startRig();
    rig.asa.type('crypto ikev2 policy 10', 'encryption aes-256', 'group 14');
    const before = photo(rig);
    let shown = 0;
    rig.asa.faults.damage = (text) => (++shown === 1 ? text.replace('\ncrypto ikev2 policy 10\n', '\n#####\n') : text);
    const ended = await apply(rig, onAsa);
    expect(states(ended)).toEqual({ asa: 'failed' });
    expect(words(ended)).toMatch(/nothing was changed: read once more[^]*`- #####`/);
    expect(photo(rig)).toEqual(before);
  });
});
