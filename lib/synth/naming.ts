import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { sha256 } from '../kernel/json';
import { deviceTypeOf } from './placement';

/** Room for what patterns append (`-networks`, the name of a peer) below the 64 characters of most names on devices. */
const longest = 40;
/** CDK's ids for the one thing in a scope: they say nothing, so they are in no name. */
const silent = new Set(['Default', 'Resource']);

const namesMark = Symbol.for('tunnelwright.names');
type Naming = IConstruct & { [namesMark]?: Map<string, string> };

const isTop = (construct: IConstruct): boolean =>
  TerraformStack.isStack(construct) || deviceTypeOf(construct) !== undefined || construct.node.scope === undefined;

const short = (path: string): string => sha256(path).slice(0, 6);

/** Names that were given in a stack or on a device, with the path of the construct that each is of. */
const namesIn = (top: IConstruct): Map<string, string> => {
  const naming = top as Naming;
  if (naming[namesMark] === undefined)
    Object.defineProperty(top, namesMark, { value: new Map<string, string>(), enumerable: false });
  return naming[namesMark]!;
};

/**
 * What an object is called on a device when the program gives it no name: the path below the stack, or below the device
 * that contains it. So two modules with an inner `vpn` have two names, each by itself, whatever else is declared. A hash
 * of the path is appended where the name would be too long, or would be that of another path (`a-b/c` and `a/b-c`).
 */
export const nameFor = (construct: IConstruct, id = construct.node.id): string => {
  const scopes = [...construct.node.scopes].reverse();
  const top = scopes.slice(1).find(isTop) ?? scopes.at(-1)!;
  const ids = scopes
    .slice(0, scopes.indexOf(top))
    .map(({ node }) => node.id)
    .reverse();
  const spoken = ids.filter((each) => !silent.has(each));
  const path = spoken.join('/');
  // As written: the tree keeps an id with `--` for each `/`.
  if (ids.length < 2) return id;
  const name = spoken.join('-') || construct.node.id;
  const fitting = name.length <= longest ? name : `${name.slice(0, longest - 7)}-${short(path)}`;
  const names = namesIn(top);
  const other = names.get(fitting) ?? path;
  const sibling = top.node.tryFindChild(fitting);
  if (other !== path || (sibling !== undefined && !construct.node.scopes.includes(sibling)))
    return `${fitting.slice(0, longest - 7)}-${short(path)}`;
  names.set(fitting, path);
  return fitting;
};
