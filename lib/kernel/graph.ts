/**
 * Orders nodes so that what a node refers to comes before it; nodes that do not refer to each other keep their order.
 * A cycle is returned as its members, so that the caller can name it in its own words.
 */
export const topological = <T>(
  nodes: readonly T[],
  id: (node: T) => string,
  refs: (node: T) => readonly string[],
): { readonly ordered: readonly T[]; readonly cycle?: readonly string[] } => {
  const byId = new Map<string, { readonly node: T; state: 'new' | 'open' | 'done' }>();
  for (const node of nodes) byId.set(id(node), { node, state: 'new' });
  const ordered: T[] = [];
  let cycle: readonly string[] | undefined;
  const trail: string[] = [];
  const visit = (name: string): void => {
    const mark = byId.get(name);
    if (mark === undefined || mark.state === 'done') return;
    if (mark.state === 'open') {
      cycle ??= trail.slice(trail.indexOf(name));
      return;
    }
    mark.state = 'open';
    trail.push(name);
    for (const ref of refs(mark.node)) visit(ref);
    trail.pop();
    mark.state = 'done';
    ordered.push(mark.node);
  };
  for (const node of nodes) visit(id(node));
  return cycle === undefined ? { ordered } : { ordered, cycle };
};
