import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, IosXeRouter, Login, VpnStack } from 'tunnelwright';
import { readManifests } from '../../../lib/run/manifest';

let room: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const synth = (...stacks: readonly string[]): void => {
  const app = new App({ outdir: room });
  for (const id of stacks) {
    const props = { host: `${id}.example.net`, release: '17.9', login: Login.fromEnv('EDGE') };
    new IosXeRouter(new VpnStack(app, id), 'edge', props);
  }
  app.synth();
};
const stacksIn = (where: string): readonly string[] => readManifests(where).map(({ stack }) => stack);

test('of a directory, what the last synth wrote: a stack that was renamed or taken out is no longer planned', () => {
  synth('mumbai', 'pune');
  expect(stacksIn(room)).toEqual(['mumbai', 'pune']);
  synth('delhi', 'pune');
  expect(stacksIn(room)).toEqual(['delhi', 'pune']);
});

test('without the list of a synth, all that is there; a file is itself', () => {
  synth('mumbai', 'pune');
  rmSync(join(room, 'manifest.json'));
  expect(stacksIn(room)).toEqual(['mumbai', 'pune']);
  expect(stacksIn(join(room, 'stacks/pune/tunnelwright.json'))).toEqual(['pune']);
});
