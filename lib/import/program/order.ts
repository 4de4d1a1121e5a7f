import { groupBy } from '../../kernel/group';
import { topological } from '../../kernel/graph';
import { catalogue } from '../../model/construct-names';
import type { Kind } from '../../model/nouns';
import type { Declared } from '../read/judge';

/** Areas in the order in which a person explains a device: what is referred to comes before what refers to it. */
const areas = [
  'objects',
  'addressing',
  'aaa',
  'pki',
  'ikev2',
  'ipsec',
  'interfaces',
  'site-to-site',
  'remote-access',
  'policies',
  'management',
];

export const areaOf = (kind: string): string => catalogue.get(kind as Kind)?.area ?? 'management';

export const byArea = <T extends { readonly kind: string }>(all: readonly T[]): readonly T[] => {
  const groups = groupBy(all, ({ kind }) => areaOf(kind));
  const others = [...groups.keys()].filter((area) => !areas.includes(area));
  return [...others, ...areas].flatMap((area) => groups.get(area) ?? []);
};

const addressIn = ({ address }: Declared): string => address;

/**
 * Declarations by area, what is referred to before what refers to it. Where some refer to each other in a circle, the one
 * that comes last in the order of areas is referred to before it is declared: `forward` has the addresses of these.
 */
export const inOrder = (
  declared: readonly Declared[],
  forward: ReadonlySet<string> = new Set(),
): { readonly ordered: readonly Declared[]; readonly forward: ReadonlySet<string> } => {
  const { ordered, cycle } = topological(byArea(declared), addressIn, ({ targets }) =>
    forward.size === 0 ? targets : targets.filter((to) => !forward.has(to)),
  );
  if (cycle === undefined) return { ordered, forward };
  const [last] = byArea(declared.filter((each) => cycle.includes(addressIn(each)))).slice(-1);
  return inOrder(declared, new Set([...forward, addressIn(last!)]));
};
