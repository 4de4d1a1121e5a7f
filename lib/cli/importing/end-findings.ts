import type { Remark } from '../../import/site-to-site/remarks';
import { packNamed } from '../../rules';
import { check } from '../../rules/engine/check';
import { networkOf } from '../../rules/engine/configuration-files';
import type { Reading } from './reading';

/** What lint finds where it compares these devices with each other, by the object that it is said of. */
export const endFindings = (readings: readonly Reading[]): readonly Remark[] => {
  const files = readings.flatMap(({ device, platform, inspection }) =>
    inspection === undefined
      ? []
      : [{ file: device.id, platform: platform.id, inspection: { ...inspection, hostname: device.id } }],
  );
  if (files.length < 2) return [];
  const { name, rules } = packNamed('correctness')!;
  const pack = { name, rules: rules.filter(({ rule }) => rule.ofSeveral) };
  return check(networkOf(files).network, [{ pack, within: '' }], () => undefined).map(
    ({ path, rule, severity, message, remedy }) => ({
      device: path.split('/')[0]!,
      address: path.slice(path.indexOf('/') + 1),
      words: `${rule}, ${severity}: ${message}: ${remedy}.`,
    }),
  );
};
