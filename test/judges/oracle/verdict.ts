import type { ReportedFinding } from '../../../lib/rules/engine/check';
import { networkOf } from '../../../lib/rules/engine/configuration-files';
import { platformNames, platformOf } from '../../../lib/platforms';
import { lint } from '../../../lib/rules';
import type { Issuer } from './certificates';
import { declarePair, deviceNames } from './declare';
import { keyName } from './declared';
import { keyOf, Place, type OraclePair } from './pair';

/** What the rules say of a pair: of the program that declares it, and of the files that it writes. */
export interface Verdict {
  readonly program: readonly ReportedFinding[];
  readonly files: readonly ReportedFinding[];
}

/** The interface that an ASA has besides what is declared: files show it. */
const outside = (place: Place): string =>
  `interface GigabitEthernet0/0\n nameif outside\n security-level 0\n ip address ${place.address} 255.255.0.0\n`;

const filesOf = (pair: OraclePair, slot: number, stack: ReturnType<typeof declarePair>) =>
  ([0, 1] as const).flatMap((side) => {
    const place = new Place(slot, side);
    const [{ platform }] = place.endsOf(pair);
    // What an FMC has is no configuration file.
    if (platform === 'ftd') return [];
    const target = stack.manifest.targets.find(({ id }) => id === deviceNames[side])!;
    const written = platformOf(target.platform)
      .artifacts(target.desired)
      .find(({ suffix }) => suffix === '.cfg')!.text;
    const shown = ([0, 1] as const).reduce(
      (text, key) => text.replaceAll(`<secret:env:${keyName(slot, key)}>`, keyOf(slot, key)),
      written,
    );
    const text = platform === 'asa' ? `${outside(place)}${shown}` : shown;
    return [{ file: deviceNames[side], platform, text }];
  });

const lintFiles = (files: ReturnType<typeof filesOf>): readonly ReportedFinding[] => {
  const read = files.map(({ file, platform, text }) => {
    const spoken = platformNames().get(platform)!;
    return { file, platform: spoken.id, inspection: { hostname: file, ...spoken.read!(text).inspection } };
  });
  const { network } = networkOf(read);
  return lint(network, []);
};

export const verdictOn = (pair: OraclePair, slot: number, issuer: Issuer): Verdict => {
  const stack = declarePair(pair, slot, issuer);
  const wrong = stack.problems.filter(({ code }) => !code.startsWith('TW-'));
  if (wrong.length > 0) throw new Error(wrong.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return { program: stack.manifest.lint!.findings, files: lintFiles(filesOf(pair, slot, stack)) };
};
