import { fileStore } from '../../../lib/run/ledger/store';
import { armed } from '../../support/by-hand';
import { photo } from '../../support/devices';
import { apply, states, words } from '../../support/engine';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { scenario as certificates } from '../001-certificate-tunnel/network';
import { scenario as keyed } from '../002-pre-shared-key/network';
import { bare } from '../007-router-without-archive/network';

let rig: Rig;
afterEach(() => rig.close());
const only = { target: 'edge' };
const manifest = () => manifestOf((stack) => certificates.declare(stack, 'whole'));
const withoutArchive: RigOptions = { router: { config: bare, enrolled: ['CA-INTERNAL'] } };

test('without an archive, a reload that somebody else has armed is left alone', async () => {
  rig = await startRig(withoutArchive);
  rig.edge.faults.dropOn = /^reload cancel/;
  await apply(rig, manifest(), only);
  rig.edge.type('crypto ikev2 profile mumbai-pune', 'lifetime 7200', 'exit');
  const before = photo(rig);
  const theirs = { ...rig, store: fileStore(`${rig.ledgers}-of-others`) };
  const ended = await apply(theirs, manifest(), { ...only, adopt: true });
  expect([states(ended), words(ended)]).toEqual([
    { edge: 'failed' },
    expect.stringMatching(/nothing was changed: [^]*another user has a reload armed already \(Reload scheduled for/),
  ]);
  expect(photo(rig).routers).toEqual(before.routers);
  expect(await armed(rig.edge)).toEqual(['reload']);
});

test('without an archive, a key that cannot be typed back is never replaced by its marker', async () => {
  Object.assign(process.env, keyed.secrets);
  rig = await startRig(withoutArchive);
  await apply(
    rig,
    manifestOf((stack) => keyed.declare(stack, 'whole')),
    only,
  );
  const before = photo(rig);
  rig.edge.faults.refuse = { line: /^pre-shared-key remote/, words: '% Invalid input detected' };
  const ended = await apply(
    rig,
    manifestOf((stack) => keyed.declare(stack, 'edited')),
    only,
  );
  expect(states(ended)).toEqual({ edge: 'unknown' });
  expect(words(ended)).toMatch(/not as it was yet; the device reloads into its saved configuration within 5 min/);
  expect(rig.edge.runningConfig()).not.toContain('<secret');
  rig.edge.reload();
  expect(photo(rig).routers).toEqual(before.routers);
});
