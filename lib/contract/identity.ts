/**
 * How much a mark says. `proof`: it alone decides (a serial number). `part`: it must be equal, and does not suffice (a
 * security context; the Global domain has one UUID on every FMC). `key`: it decides where there is no proof (an SSH host
 * key). `certificate`: it is renewed in time, so another one at the same verified name is still the same device.
 */
export type Weight = 'proof' | 'part' | 'key' | 'certificate';

/** One thing that tells a device from another. Several values where one of them suffices: the two units of a pair. */
export interface Mark {
  readonly what: string;
  readonly values: readonly string[];
  readonly weight: Weight;
}

/** Which device answered. Nothing in it is secret. */
export interface DeviceIdentity {
  /** Where it was reached: `192.0.2.1:22`. */
  readonly at: string;
  /** The other end proved that it is who `at` names. False where trust is `insecure`. */
  readonly verified: boolean;
  readonly marks: readonly Mark[];
}

const of = ({ marks }: DeviceIdentity, weight: Weight): readonly Mark[] => marks.filter((m) => m.weight === weight);
const meets = (a: Mark, b: Mark): boolean => a.values.some((value) => b.values.includes(value));
const named = (marks: readonly Mark[], what: string): Mark | undefined => marks.find((mark) => mark.what === what);

const sameParts = (a: DeviceIdentity, b: DeviceIdentity): boolean => {
  const [ours, theirs] = [of(a, 'part'), of(b, 'part')];
  return (
    ours.length === theirs.length &&
    ours.every((mark) => {
      const other = named(theirs, mark.what);
      return other !== undefined && meets(mark, other);
    })
  );
};

/** What marks of one weight say; undefined where the two have none in common. */
const verdict = (a: DeviceIdentity, b: DeviceIdentity, weight: Weight): boolean | undefined => {
  const pairs = of(a, weight).flatMap((mark) => {
    const other = named(of(b, weight), mark.what);
    return other === undefined ? [] : [meets(mark, other)];
  });
  return pairs.length === 0 ? undefined : pairs.every((each) => each);
};

/** Whether `shown` is the device that `known` describes. docs/decisions/041 gives the reason for each line. */
export const isSameDevice = (known: DeviceIdentity, shown: DeviceIdentity): boolean => {
  if (!sameParts(known, shown)) return false;
  const decided = verdict(known, shown, 'proof') ?? verdict(known, shown, 'key');
  if (decided !== undefined) return decided;
  if (verdict(known, shown, 'certificate') === true) return true;
  return known.at === shown.at && shown.verified;
};

/** What is known of the device from now on: what it shows, and what it did not show this time. */
export const refreshed = (known: DeviceIdentity | undefined, shown: DeviceIdentity): DeviceIdentity => ({
  ...shown,
  marks: [
    ...shown.marks,
    ...(known?.marks ?? []).filter((mark) => mark.weight === 'proof' && named(shown.marks, mark.what) === undefined),
  ],
});

/** `192.0.2.1:22 (serial number FOX1, SSH host key SHA256:…)`. */
export const identityWords = ({ at, marks }: DeviceIdentity): string => {
  const words = marks.map(({ what, values }) => `${what} ${values.join(' and ')}`).join(', ');
  return words === '' ? at : `${at} (${words})`;
};

/** A mark, or none where the device does not show it. */
export const mark = (what: string, weight: Weight, ...values: readonly (string | undefined)[]): readonly Mark[] => {
  const shown = [...new Set(values.filter((value): value is string => value !== undefined && value !== ''))];
  return shown.length === 0 ? [] : [{ what, weight, values: shown }];
};

/** Of what is reached over a network. */
export const identityAt = (
  settings: { readonly host: string; readonly port: number; readonly trust: { readonly insecure?: boolean } },
  marks: readonly Mark[],
): DeviceIdentity => ({
  at: `${settings.host}:${settings.port}`,
  verified: settings.trust.insecure !== true,
  marks,
});
