import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { judge } from './support/judge';
import { configOf, linesBetween } from './support/lines';
import { startNetwork, type Network } from './support/network';
import { missingModules, python } from './support/python';

interface Told {
  readonly before: string;
  readonly after: string;
  readonly startup: string;
  readonly failed: readonly boolean[];
  readonly wrong: readonly boolean[];
  readonly privilege: string;
  readonly saved: string;
}

/** scrapli looks for the host alone. */
const withoutPort = (line: string): string => `${line.trim().replace(/^\[([^\]]+)\]:\d+/, '$1')}\n`;

judge(
  'scrapli',
  'IOS-XE: verifies the host key, logs in, reads, changes a line of ours, stops at a wrong line, saves, reads back',
  missingModules('scrapli', 'paramiko'),
  ({ agree }) => {
    let network: Network;
    beforeAll(async () => {
      network = await startNetwork();
    });
    afterAll(() => network.close());

    const ask = (file: string): Promise<Told> => {
      const { host, port } = network.rig.edge;
      const lines = ['crypto ikev2 profile mumbai-pune', 'lifetime 1800', 'exit', 'ip domain name example.org'];
      return python<Told>('scrapli_client.py', { host, port, lines, secret: '', known_hosts: file });
    };

    test('IOS-XE', async () => {
      const { edge, room } = network.rig;
      const file = join(room, 'scrapli_hosts');
      writeFileSync(file, withoutPort(edge.knownHosts));
      const told = await ask(file);
      agree('prompt', told.privilege, 'edge#');
      agree('lines that failed', told.failed, [false, false, false, false]);
      agree('refuses a wrong line', told.wrong, [false, true]);
      agree('running-config', configOf(told.after), configOf(edge.runningConfig()));
      agree('startup-config', configOf(told.startup), configOf(told.after));
      agree('what changed', linesBetween(told.before, told.after), [
        '-ip domain name example.net',
        '-crypto ikev2 profile mumbai-pune / lifetime 28800',
        '+ip domain name example.org',
        '+crypto ikev2 profile mumbai-pune / lifetime 1800',
      ]);
      agree('our drift', await network.drifted(), [
        'ikev2-profile/mumbai-pune: remove lifetime 28800',
        'ikev2-profile/mumbai-pune: add lifetime 1800',
      ]);
    });

    test('another host key is refused, and nothing is typed', async () => {
      const { edge, asa, room } = network.rig;
      const file = join(room, 'other_hosts');
      writeFileSync(file, withoutPort(asa.knownHosts));
      const before = edge.runningConfig();
      await expect(ask(file)).rejects.toThrow(/key|Authenticity/i);
      agree('running-config', edge.runningConfig() === before, true);
    });
  },
);
