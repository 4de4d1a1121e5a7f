import type { IConstruct } from 'constructs';
import { declarationsOf } from './declaration';

const placedMark = Symbol.for('tunnelwright.placed');
type Placed = IConstruct & { [placedMark]?: IConstruct };

/**
 * Says which device a construct, and all below it, is on, where that is not the device that contains it: inside a
 * composite the composite is the scope, and the device is given beside it.
 */
export const placeOn = (construct: IConstruct, device: IConstruct): void => {
  Object.defineProperty(construct, placedMark, { value: device, enumerable: false, configurable: true });
};

/**
 * The constructs that a construct is within, the nearest first, as its device sees it: its scopes up to one that is
 * placed on a device, then that device and its scopes.
 */
export const lineage = (construct: IConstruct): readonly IConstruct[] => {
  const result: IConstruct[] = [];
  let at: IConstruct | undefined = construct;
  while (at !== undefined && !result.includes(at)) {
    result.push(at);
    at = (at as Placed)[placedMark] ?? at.node.scope;
  }
  return result;
};

/** The construct that declares the target which a construct is on, if there is one. */
export const targetOf = (construct: IConstruct): IConstruct | undefined =>
  lineage(construct).find((scope) => declarationsOf(scope).some((d) => d.as === 'target'));

const objectsMark = Symbol.for('tunnelwright.objects');
type Holding = IConstruct & { [objectsMark]?: IConstruct[] };

/** Enters a construct at the device that it is on, so that finding it there needs no walk through the whole tree. */
export const enter = (construct: IConstruct): void => {
  for (const scope of lineage(construct).slice(1)) {
    const holding = scope as Holding;
    if (holding[objectsMark] === undefined && !isDevice(scope)) continue;
    holding[objectsMark] ??= [];
    holding[objectsMark].push(construct);
  }
};

const isInTree = ({ node }: IConstruct): boolean => node.scope?.node.tryFindChild(node.id)?.node === node;

/** The objects that are on a device, wherever the tree contains them. */
export const objectsOn = (device: IConstruct): readonly IConstruct[] =>
  ((device as Holding)[objectsMark] ?? []).filter(isInTree);

const deviceMark = Symbol.for('tunnelwright.device');
type Branded = IConstruct & { readonly [deviceMark]?: string };

/** Says that a construct is a device, and of which type. It is the same for all copies of the package. */
export const markDevice = (construct: IConstruct, type: string): void => {
  Object.defineProperty(construct, deviceMark, { value: type, enumerable: false });
};

/** The type of a device: its platform, or `ftd` for a firewall that an FMC manages. Undefined of anything else. */
export const deviceTypeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? (value as Branded)[deviceMark] : undefined;
const isDevice = (construct: IConstruct): boolean => deviceTypeOf(construct) !== undefined;

/** The device that a construct is, or is on: the nearest. */
export const deviceOf = (construct: IConstruct): IConstruct | undefined => lineage(construct).find(isDevice);
