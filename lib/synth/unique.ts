import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { groupBy } from '../kernel/group';
import { problem, type Problem } from '../kernel/problem';
import { domainPath } from '../model/manager/domain-path';
import { platformOf } from '../platforms';
import { declarationsOf, type TargetDeclaration } from './declaration';
import { settingsOf } from './target-settings';

/** The id of a target is its path within the stack; it names files and ledger entries. */
export const targetId = (root: IConstruct, construct: IConstruct): string =>
  construct.node.path.slice(root.node.path === '' ? 0 : root.node.path.length + 1).replaceAll('/', '-');

/** The name of the ledger of what stood at this construct path: `mumbai/site/edge` gives `mumbai/site-edge`. */
export const ledgerAt = (root: IConstruct, path: string): string => {
  const inside = `${root.node.path}/`;
  const [stack = '', ...rest] = path.startsWith(inside)
    ? [root.node.id, ...path.slice(inside.length).split('/')]
    : path.split('/');
  return `${stack}/${rest.join('-')}`;
};

/** A target of the program, as far as it must differ from every other. */
interface Placed {
  readonly path: string;
  readonly stack: IConstruct;
  readonly ledger: string;
  /** What it talks to, in words; undefined where its settings do not hold. */
  readonly reaches: string | undefined;
}

/** Names a device so that two spellings of one are one. */
const reached = (declaration: TargetDeclaration): string | undefined => {
  const { data } = settingsOf(declaration);
  if (data === undefined) return undefined;
  const {
    port,
    domain,
    context,
    via = [],
    proxy = 'none',
  } = data as {
    readonly port?: number;
    readonly domain?: string;
    readonly context?: string;
    readonly via?: readonly { readonly host: string }[];
    readonly proxy?: 'none' | { readonly host: string };
  };
  const { where } = platformOf(declaration.platform);
  const room = domain === undefined ? context && `context ${context}` : `domain ${domainPath(domain)}`;
  return [
    where(data)
      .toLowerCase()
      .replace(/^\.\/|\/+$/g, ''),
    ...(port === undefined ? [] : [`port ${port}`]),
    ...(room === undefined ? [] : [room]),
    // Behind two jump hosts, or two proxies, one private address may be two devices.
    ...via.map((hop) => `via ${hop.host.toLowerCase()}`),
    ...(proxy === 'none' ? [] : [`via ${proxy.host.toLowerCase()}`]),
  ].join(', ');
};

const placedIn = (stack: IConstruct, constructs: readonly IConstruct[]): readonly Placed[] =>
  constructs.flatMap((construct) =>
    declarationsOf(construct).flatMap((d): readonly Placed[] => {
      if (d.as !== 'target') return [];
      const reaches = reached(d);
      return [
        {
          path: construct.node.path,
          stack,
          ledger: `${stack.node.id}/${targetId(stack, construct)}`,
          reaches: reaches === undefined ? undefined : `${d.platform} ${reaches}`,
        },
      ];
    }),
  );

/** Each that has a key which another has before it. */
const doubles = (
  all: readonly Placed[],
  key: (placed: Placed) => string | undefined,
): readonly (readonly [Placed, Placed])[] =>
  [...groupBy(all, key)].flatMap(([shared, [first, ...more]]) =>
    shared === undefined ? [] : more.map((each) => [first!, each] as const),
  );

/** The name of a ledger as a file: `/` becomes `.`, and some file systems do not tell capitals. */
const fileOf = ({ ledger }: Placed): string => ledger.replaceAll('/', '.').toLowerCase();

/**
 * Targets of the whole program that would share files and a ledger, or that are one device. Said in the stack of the
 * later one, so that each is said once.
 */
export const clashes = (root: IConstruct, below: readonly IConstruct[]): readonly Problem[] => {
  const stacks = root.node.root.node.findAll().filter((each) => TerraformStack.isStack(each));
  const all = (stacks.includes(root as TerraformStack) ? stacks : [root]).flatMap((stack) =>
    placedIn(stack, stack === root ? below : stack.node.findAll()),
  );
  const here = ([, second]: readonly [Placed, Placed]): boolean => second.stack === root;
  const named = doubles(all, fileOf).filter(here);
  const same = doubles(all, ({ reaches }) => reaches).filter(here);
  return [
    ...named.map(([first, second]) =>
      problem(
        'target.id',
        second.path,
        `has the id ${second.ledger}, and ${first.path} has ${first.ledger === second.ledger ? 'the same' : first.ledger}: their files and ledgers would be one`,
        'give one of the two constructs another id',
      ),
    ),
    ...same.map(([first, second]) =>
      problem(
        'target.host',
        second.path,
        `is the same device as ${first.path} (${second.reaches}): each would delete or overwrite what the other does not declare`,
        'declare the device once, and give the construct to all that add to it',
      ),
    ),
  ];
};
