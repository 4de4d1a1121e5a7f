import type { DeviceObjects } from '../../import/read/declare';
import type { Declared, LeftOut } from '../../import/read/judge';
import { areaOf } from '../../import/program/order';
import { envNames } from '../../import/read/secrets';
import { fail } from '../../kernel/problem';
import { vpnAreas } from '../../model/construct-names';
import { addressOf, type Ref } from '../../model/noun';

/** What of the objects of a device is imported. */
export type Selection = (objects: DeviceObjects) => DeviceObjects;

export interface SelectionOptions {
  /** `vpn`, or names of objects: with all that they refer to. */
  readonly only?: readonly string[];
  /** Names of objects that stay unmanaged. */
  readonly exclude?: readonly string[];
}

/** A tunnel interface or a route is of a VPN by what it refers to, or by what refers to it. */
const isOfVpn = ({ kind, refs }: Declared): boolean =>
  vpnAreas.has(areaOf(kind)) || refs.some(({ ref }) => vpnAreas.has(areaOf(ref)));

const addressIn = ({ address }: Declared): string => address;
const refersTo = ({ targets }: Declared, addresses: ReadonlySet<string>): boolean =>
  targets.some((to) => addresses.has(to));

/** These and all that they refer to. */
const withReferred = (declared: readonly Declared[], chosen: ReadonlySet<string>): ReadonlySet<string> => {
  const more = declared
    .filter((each) => chosen.has(addressIn(each)))
    .flatMap(({ targets }) => targets)
    .filter((address) => !chosen.has(address));
  return more.length === 0 ? chosen : withReferred(declared, new Set([...chosen, ...more]));
};

const named = (objects: DeviceObjects, names: readonly string[]): ReadonlySet<string> =>
  new Set(objects.declared.filter(({ name }) => names.includes(name)).map(addressIn));

/** Those of a VPN, and routes into its tunnels. */
const ofVpn = ({ declared }: DeviceObjects): ReadonlySet<string> => {
  const chosen = new Set(declared.filter(isOfVpn).map(addressIn));
  const tunnels = new Set([...chosen].filter((address) => areaOf(address.split('/')[0]!) === 'interfaces'));
  return new Set([...chosen, ...declared.filter((each) => refersTo(each, tunnels)).map(addressIn)]);
};

const reduced = (
  objects: DeviceObjects,
  isKept: (each: Declared) => boolean,
  isSaid: (each: LeftOut) => boolean,
): DeviceObjects => {
  const declared = objects.declared.filter(isKept);
  const used = new Set(declared.flatMap(({ targets }) => targets));
  return {
    declared,
    leftOut: objects.leftOut.filter(isSaid),
    existing: objects.existing.filter(({ ref, name }: Ref) => used.has(addressOf(ref, name))),
    variables: [...new Set(declared.flatMap(({ props }) => envNames(props)))],
  };
};

const chosenBy = (objects: DeviceObjects, only: readonly string[]): DeviceObjects => {
  const names = only.filter((name) => name !== 'vpn');
  const wished = new Set([...(only.includes('vpn') ? ofVpn(objects) : []), ...named(objects, names)]);
  const kept = withReferred(objects.declared, wished);
  return reduced(
    objects,
    (each) => kept.has(addressIn(each)),
    ({ kind, name }) => names.includes(name) || (only.includes('vpn') && vpnAreas.has(areaOf(kind))),
  );
};

/** The selection that the options say. What is excluded is left out before, so that others refer to it as it is there. */
export const selectionOf =
  ({ only }: SelectionOptions): Selection =>
  (objects) =>
    only === undefined ? objects : chosenBy(objects, only);

/** A name that no device has is a mistake, and not an empty selection. `known`: the names of the objects of each device. */
export const demandNames = (
  known: readonly ReadonlySet<string>[],
  { only = [], exclude = [] }: SelectionOptions,
): void => {
  const wished = [...only.filter((name) => name !== 'vpn'), ...exclude];
  const unknown = wished.filter((name) => !known.some((names) => names.has(name)));
  if (unknown.length > 0)
    fail(
      'import.name',
      unknown.join(', '),
      'no object of the devices has this name',
      'tunnelwright inspect shows their names',
    );
};
