import { advised } from '../../kernel/advised';
import { existsSync, mkdirSync } from 'node:fs';
import { problem, ProblemError } from '../../kernel/problem';
import { startWorld, type World } from '../../lab/world';
import type { Standing } from '../../lab/world/describe';
import { placesOf } from '../../lab/world/places';
import { bootable, startRehearsal, type Rehearsal } from '../../lab/world/rehearsal';
import { atFile, readText } from '../../run/host-io';
import type { ManifestTarget } from '../../run/manifest';
import { exit, say } from '../output/report';
import { manifestsOf } from '../source';

export interface LabOptions {
  readonly out: string;
  readonly app?: string;
  readonly manifest?: string;
  readonly boot?: readonly string[];
}

/** `edge=backups/edge.cfg`: the text of the file, by target. */
const bootsIn = (given: readonly string[], targets: readonly ManifestTarget[]): ReadonlyMap<string, string> => {
  const boots = given.map((each) => {
    const [id = '', file = ''] = each.split(/=(.*)/s);
    return { each, id, file };
  });
  const problems = boots.flatMap(({ each, id, file }) => {
    const target = targets.find((one) => one.id === id);
    const wrong = (message: string, hint: string) => [problem('lab.boot', each, message, hint)];
    if (target === undefined)
      return wrong(
        'names no target of this program',
        `write TARGET=FILE, with one of: ${targets.map((t) => t.id).join(', ')}`,
      );
    if (!bootable.includes(target.platform))
      return wrong(
        `${id} does not start with a configuration file`,
        'leave it out: it holds what the program refers to',
      );
    return existsSync(file) ? [] : wrong('there is no such file', 'give a running-config that was saved');
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return new Map(boots.map(({ id, file }) => [id, readText(file)]));
};

const table = (devices: readonly Standing[]): readonly string[] => {
  const names = devices.map(({ host, title }) => `${title} (${host})`);
  const width = Math.max(...names.map((name) => name.length));
  return devices.map(({ reach }, i) => `  ${names[i]!.padEnd(width)}  ${reach}`);
};

/** Writes how to reach them. Where that cannot be written, the devices are stopped. */
const described = async (lab: Pick<World, 'describe' | 'close'>, out: string): Promise<string> => {
  try {
    return atFile(out, () => lab.describe(out));
  } catch (error) {
    await lab.close();
    throw error;
  }
};

/** The devices that programs declare, and the peers that they do not manage. */
const startDeclared = async (options: LabOptions, boot: readonly string[]): Promise<Rehearsal> => {
  const manifests = await manifestsOf(options);
  const targets = manifests.flatMap((manifest) => manifest.targets);
  const places = placesOf(targets, bootsIn(boot, targets));
  const peers = manifests.flatMap((manifest) => manifest.peers ?? []);
  return startRehearsal(places, { peers });
};

/** Starts the simulated devices and keeps them until the process is interrupted. */
export const labCommand = async (options: LabOptions): Promise<number> => {
  const { app, manifest, boot = [], out } = options;
  const own = app !== undefined || manifest !== undefined || boot.length > 0;
  atFile(out, () => mkdirSync(out, { recursive: true }));
  const lab = own ? await startDeclared(options, boot) : await startWorld();
  const file = await described(lab, out);
  say(
    'Simulated devices, on this machine only:',
    ...table(lab.devices),
    '',
    `Use them in place of the real ones: ${advised('plan', '--lab', file)}`,
    'End with Ctrl-C.',
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await lab.close();
  return exit.clean;
};
