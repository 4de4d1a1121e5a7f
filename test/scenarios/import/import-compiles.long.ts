import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilerFindings, importedTexts, type GivenConfiguration } from '../../support/imported';
import { synthesised } from '../../support/seed-examples';

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-compiles-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const routers = (): readonly GivenConfiguration[] =>
  Object.entries(synthesised('flexvpn/hub-and-spoke').configs).map(([id, text]) => ({
    name: `${id}.cfg`,
    platform: 'ios-xe',
    text: `hostname ${id}\n${text}`,
  }));
const asa = (): GivenConfiguration => ({
  name: 'asa.cfg',
  platform: 'asa',
  text: `ASA Version 9.18(4)\nhostname asa\n${synthesised('asa-remote-access').configs['asa']!}`,
});

test('programs with a HubAndSpoke and a RemoteAccess compile as strictly as a new project has it', async () => {
  const { network } = await importedTexts([...routers(), asa()], room);
  expect([network.hubs.length, network.accesses.length]).toEqual([1, 2]);
  expect(compilerFindings([join(room, 'main.ts')])).toEqual([]);
});
