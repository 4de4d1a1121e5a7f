import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosen } from '../../lib/cli/source';
import { placesOf } from '../../lib/lab/world/places';
import { startRehearsal } from '../../lib/lab/world/rehearsal';
import { fileStore } from '../../lib/run/ledger/store';
import type { Manifest } from '../../lib/run/manifest';
import { apply, left, plan, verify, words } from './engine';

/** Applies programs to a lab of their own devices, where nothing is left to do then; gives what verify says of each tunnel. */
export const rehearsed = async (...manifests: readonly Manifest[]): Promise<readonly string[]> => {
  const room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
  const lab = await startRehearsal(placesOf(manifests.flatMap(({ targets }) => targets)), {
    peers: manifests.flatMap(({ peers = [] }) => peers),
    requestsPerMinute: 0,
    deployMs: 20,
    delayMs: 0,
    flapSeed: 0,
  });
  try {
    const file = lab.describe(room);
    const rig = {
      store: fileStore(join(room, 'ledger')),
      works: (manifest: Manifest) => chosen([manifest], { lab: file }),
    };
    for (const manifest of manifests) {
      expect(words(await apply(rig, manifest))).toBe('');
      expect(left(await plan(rig, manifest))).toEqual([]);
    }
    const ended = await Promise.all(manifests.map((manifest) => verify(rig, manifest)));
    return ended
      .flat()
      .flatMap(({ work, tunnels }) =>
        tunnels.map(({ name, up, detail }) => `${work.target.id} ${name} ${up ? 'up' : `DOWN (${detail})`}`),
      );
  } finally {
    await lab.close();
    rmSync(room, { recursive: true, force: true });
  }
};
